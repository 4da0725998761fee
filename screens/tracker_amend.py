"""What was agreed, changed: the date, the lead, what was missing, the colour, the words, the Board's answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.asking import carry_out, made
from screens.dialogs.recommending import WordedForm
from screens.forms import tracker as agreed
from screens.forms import tracker_amend as asked
from screens.referral_form import agency_options
from screens.review_deeds import day_said, said, typed
from screens.tracker_wording import on_recommendation
from screens.words import cut
from sscb_tui.domain.forms import FillForm, RecommendationForm, TransferForm
from sscb_tui.domain.terms import Accepted, Rag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screens.base import Page
    from screens.forms.spec import Entry, Options
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import ActionRow
    from sscb_tui.services.views.whole import ActionWhole


async def move_date(page: Page, row: ActionRow) -> bool:
    """A later date with its reason and who approved it; the first one stays for ever."""
    if (whole := await _whole(page, row)) is None:
        return False
    return await carry_out(
        page,
        asked.moving(whole.action, whole.today),
        lambda services, actor, given: services.amendments.move_date(
            actor,
            row.action_id,
            day_said(given, "due"),
            said(given, "reason"),
            said(given, "approved_by"),
            past=given["past"] is True,
        ),
        about=row.action_id,
    )


async def transfer(page: Page, row: ActionRow) -> bool:
    """Another lead."""
    whole, agencies = await _whole(page, row), await page.ask(agency_options)
    if whole is None or agencies is None:
        return False
    section = asked.transfer(whole.action, agencies)
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.amendments.transfer(
            actor, row.action_id, made(section, TransferForm, given)
        ),
        about=row.action_id,
    )


async def fill(page: Page, row: ActionRow) -> bool:
    """What the action came without; where that is the outcome alone, its owner may say it too."""
    agencies = await page.ask(agency_options)
    section = asked.filling(row.number, row.gaps, agencies or ())
    if agencies is None or not section.fields:
        page.notify(f"A-{row.number} has everything that can be filled in.", markup=False)
        return False

    def done(services: Services, actor: Actor, given: Entry) -> object:
        if [each.path for each in section.fields] == ["outcome"]:
            return services.amendments.outcome(actor, row.action_id, said(given, "outcome"))
        return services.amendments.fill(actor, row.action_id, made(section, FillForm, given))

    return await carry_out(page, section, done, about=row.action_id)


async def link(page: Page, row: ActionRow) -> bool:
    """Other recommendations of the case that it carries out as well."""
    held = await page.ask(lambda services: services.tracker.recommendations(row.case_id))
    carried = {row.recommendation, *row.also}
    others = _options([each for each in held or () if f"R-{each.number}" not in carried])
    if not others:
        page.notify("The case has no other recommendation.", markup=False)
        return False
    return await carry_out(
        page,
        asked.linking(row.number, others),
        lambda services, actor, given: services.amendments.link(
            actor, row.action_id, asked.recommended(said(given, "recommendations"))
        ),
        about=row.action_id,
    )


async def unlink(page: Page, row: ActionRow) -> bool:
    """A recommendation that it does not carry out after all."""
    held = await page.ask(lambda services: services.tracker.recommendations(row.case_id))
    carried = {row.recommendation, *row.also}
    return await carry_out(
        page,
        asked.unlinking(row.number, _options([each for each in held or () if f"R-{each.number}" in carried])),
        lambda services, actor, given: services.amendments.unlink(
            actor, row.action_id, int(said(given, "recommendation"))
        ),
        about=row.action_id,
    )


def _options(held: Sequence[Recommendation]) -> Options:
    return tuple((str(each.number), f"R-{each.number} {cut(each.text)}") for each in held)


async def colour(page: Page, row: ActionRow) -> bool:
    """A colour by hand over the key's, with its reason; or the key's again."""
    if (whole := await _whole(page, row)) is None:
        return False
    return await carry_out(
        page,
        asked.colour(whole.action, whole.given),
        lambda services, actor, given: services.amendments.override(
            actor,
            row.action_id,
            None if given["rag"] == asked.THE_KEYS else Rag(said(given, "rag")),
            said(given, "reason"),
        ),
        about=row.action_id,
    )


async def publishable(page: Page, row: ActionRow) -> bool:
    """Progress in words that may be published."""
    if (whole := await _whole(page, row)) is None:
        return False
    return await carry_out(
        page,
        asked.publishable(whole.action),
        lambda services, actor, given: services.amendments.publishable(actor, row.action_id, said(given, "words")),
        values={"words": whole.action.publishable},
        about=row.action_id,
    )


# The recommendation it stands under, or one that waits for an action


async def answer(page: Page, row: ActionRow) -> bool:
    """The Board's answer to it."""
    found = await _recommendation(page, row)
    return await answer_it(page, found) if found is not None else False


async def answer_it(page: Page, found: Recommendation) -> bool:
    """Accepted, in part or not, with the reason."""
    return await carry_out(
        page,
        asked.answer(found),
        lambda services, actor, given: services.amendments.answer(
            actor, found.id, Accepted(said(given, "accepted")), said(given, "reason")
        ),
        values={"accepted": found.accepted.value if found.accepted else "", "reason": found.response},
        about=found.id,
    )


async def amend(page: Page, row: ActionRow) -> bool:
    """Its words, until they are published."""
    found = await _recommendation(page, row)
    return await amend_it(page, found) if found is not None else False


async def amend_it(page: Page, found: Recommendation) -> bool:
    """Worded anew, with the same help as when it was written."""
    others = await page.ask(lambda services: len(services.tracker.recommendations(found.case_id)) - 1)
    section = agreed.recommendation(f"R-{found.number} · amend")
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.amendments.amend(
            actor, found.id, made(section, RecommendationForm, given)
        ),
        values=typed(section, found),
        about=found.id,
        form=partial(WordedForm, help=on_recommendation(page, others or 0, found.id)),
    )


async def _recommendation(page: Page, row: ActionRow) -> Recommendation | None:
    whole = await _whole(page, row)
    if whole is not None and whole.recommendation is None:
        page.notify(f"A-{row.number} is an early action; no recommendation stands over it.", markup=False)
    return whole.recommendation if whole is not None else None


async def _whole(page: Page, row: ActionRow) -> ActionWhole | None:
    return await page.ask(lambda services: services.action_desk.whole(row.action_id))
