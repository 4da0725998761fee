"""Deeds of a review itself: terms and timetable, findings and answers, the response, what publication needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from screens.asking import carry_out, made
from screens.base import Place
from screens.dialogs.confirm import confirmed
from screens.files import data_of
from screens.forms import review as asked
from screens.forms.spec import Section, alone
from screens.forms.values import typed_from
from screens.forms.when import day as read_day
from screens.referral_form import agency_options
from sscb_tui.domain.errors import InputError, Problem, StaleError
from sscb_tui.domain.publication import PublicationPlan, Response
from sscb_tui.domain.review import Answer
from sscb_tui.domain.review_forms import ExtensionForm, HoldbackForm

if TYPE_CHECKING:
    from datetime import date

    from pydantic import BaseModel

    from screens.asking import Deed
    from screens.forms.spec import Entry
    from screens.review import Review
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.review import Review as Record
    from sscb_tui.services.container import Services


M = TypeVar("M", bound="BaseModel")


def over(version: int, deed: Callable[[Services, Actor, int, Entry], object]) -> Deed:
    """A deed over the version read: where somebody saved meanwhile it is refused, and goes over theirs if repeated."""
    held = [version]

    def done(services: Services, actor: Actor, given: Entry) -> object:
        try:
            return deed(services, actor, held[0], given)
        except StaleError as stale:
            held[0] = stale.stored
            raise

    return done


def typed(section: Section, record: BaseModel | None) -> Entry:
    """The record as somebody would have typed it; nothing where there is none."""
    return typed_from(alone(section), record.model_dump()) if record is not None else {}


async def fill(
    page: Review,
    section: Section,
    model: type[M],
    deed: Callable[[Services, Actor, M], object],
    *,
    held: BaseModel | None = None,
    about: str = "",
) -> None:
    """Ask for one form, beginning with what is held, and do the deed with what was made of the answers."""

    def done(services: Services, actor: Actor, given: Entry) -> object:
        return deed(services, actor, made(section, model, given))

    await carry_out(page, section, done, values=typed(section, held), about=about)


def said(given: Entry, path: str) -> str:
    """The words typed there."""
    value = given.get(path, "")
    return value if isinstance(value, str) else ""


def day_said(given: Entry, path: str) -> date:
    """The day typed there."""
    if (found := read_day(said(given, path))) is None:
        raise InputError([Problem(path, "is not a day.", "for example 9 Nov 2026")])
    return found


def text_of(given: Entry) -> str:
    """The text in the file that was named."""
    from sscb_tui.services.inputs import as_text

    path = Path(said(given, "file").strip().strip("'\"")).expanduser()
    try:
        return as_text(data_of(path), path.name)
    except OSError as wrong:
        raise InputError([Problem("file", f"{wrong.strerror or wrong}.", "a text or Markdown file")]) from wrong


async def record_of(page: Review) -> Record | None:
    """The review as it stands now."""
    case_id = page.case_id
    record: Record | None = await page.ask(lambda services: services.desk.file(case_id).review)
    return record


# Terms and timetable


async def write_terms(page: Review, key: str) -> None:
    """The form has a screen of its own."""
    page.go(Place.TERMS, page.case_id)


async def approve_terms(page: Review, key: str) -> None:
    """The Chair approves, which locks the version."""
    if await confirmed(page.app, "Approve these terms of reference? The version is locked.", "approve", "not yet"):
        await page.do(lambda services, actor: services.reviews.approve_terms(actor, page.case_id))


async def reach(page: Review, key: str) -> None:
    """A milestone was reached."""
    if page.today is not None:
        await carry_out(
            page,
            asked.reached(key, page.today),
            lambda services, actor, given: services.reviews.reach(
                actor, page.case_id, key, day_said(given, "on"), said(given, "note")
            ),
            about=f"{page.case_id}:{key}",
        )


async def extend(page: Review, key: str) -> None:
    """Beyond six months."""
    await fill(
        page,
        asked.EXTENSION,
        ExtensionForm,
        lambda services, actor, form: services.reviews.extend(actor, page.case_id, form),
    )


# Report, answers, response


async def answer(page: Review, key: str) -> None:
    """The Board's answer to a finding or a recommendation."""
    review, item = await record_of(page), page.item
    if review is None or item is None:
        return
    section = asked.answer(item.label)
    await carry_out(
        page,
        section,
        lambda services, actor, given: services.responses.answer(
            actor, page.case_id, made(section, Answer, given, to=key)
        ),
        values=typed(section, review.answer_to(key)),
        about=f"{page.case_id}:{key}",
    )


async def find(page: Review, key: str) -> None:
    """Another finding."""
    await carry_out(
        page,
        asked.FINDING,
        lambda services, actor, given: services.responses.find(actor, page.case_id, said(given, "text")),
    )


async def replace_text(page: Review, key: str) -> None:
    """Another text of the report, from a file."""
    await carry_out(
        page,
        asked.TEXT,
        lambda services, actor, given: services.responses.revise(
            actor, page.case_id, text_of(given), said(given, "title")
        ),
    )


async def respond(page: Review, key: str) -> None:
    """The response under its three headings."""
    review, agencies = await record_of(page), await page.ask(agency_options)
    if review is None or agencies is None:
        page.notify("No review has been commissioned yet.", markup=False)
        return
    section = asked.response(agencies)
    await carry_out(
        page,
        section,
        over(
            review.version,
            lambda services, actor, version, given: services.responses.respond(
                actor, page.case_id, version, made(section, Response, given)
            ),
        ),
        values=typed(section, review.response),
    )


# Publication


async def plan(page: Review, key: str) -> None:
    """The day, and what is cleared for it."""
    review = await record_of(page)
    await fill(
        page,
        asked.PLAN,
        PublicationPlan,
        lambda services, actor, form: services.publishing.plan(actor, page.case_id, form),
        held=review.plan if review else None,
    )


async def restrict(page: Review, key: str) -> None:
    """What a court forbids to publish."""
    await carry_out(
        page,
        asked.RESTRICTION,
        lambda services, actor, given: services.publishing.restrict(
            actor, page.case_id, said(given, "what"), said(given, "imposed_by")
        ),
    )


async def clear(page: Review, key: str) -> None:
    """Legal advice clears it."""
    number = int(key.removeprefix("restriction "))
    await carry_out(
        page,
        asked.CLEARING,
        lambda services, actor, given: services.publishing.clear(
            actor, page.case_id, number, said(given, "legal_reference")
        ),
        about=f"{page.case_id}:{key}",
    )


async def withhold(page: Review, key: str) -> None:
    """Not to publish, or not yet."""
    review = await record_of(page)
    if review is None or page.today is None:
        return
    section = asked.holdback(page.today, scr=review.is_scr)
    await carry_out(
        page,
        section,
        lambda services, actor, given: services.publishing.withhold(
            actor, page.case_id, made(section, HoldbackForm, given)
        ),
    )


async def implement(page: Review, key: str) -> None:
    """On to the actions unpublished; asks for the panel's advice where it is owed."""
    review = await record_of(page)
    if review is None:
        return
    if review.holdbacks:
        await carry_out(
            page,
            asked.ADVICE,
            lambda services, actor, given: services.publishing.implement(
                actor, page.case_id, said(given, "advice"), said(given, "regard")
            ),
        )
    elif await confirmed(page.app, "Go on to the actions without publishing the report?", "go on", "not yet"):
        await page.do(lambda services, actor: services.publishing.implement(actor, page.case_id))
