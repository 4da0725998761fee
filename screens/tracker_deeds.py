"""What can be done on the tracker: each asks for its few fields and is refused, or done, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import carry_out, made
from screens.forms import tracker as asked
from sscb_tui.domain.action import ActionEvidence
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from screens.base import Page
    from screens.forms.spec import Entry
    from sscb_tui.services.views import ActionRow


async def update(page: Page, row: ActionRow) -> bool:
    """A progress note, and the state it leaves the action in."""
    return await carry_out(
        page,
        asked.progress(row.state),
        lambda services, actor, given: services.progress.update(
            actor, row.action_id, ActionState(_said(given, "state")), _said(given, "note")
        ),
        about=row.action_id,
    )


async def evidence(page: Page, row: ActionRow) -> bool:
    """Evidence with its rung; who records it is who acts."""
    today = await page.ask(lambda services: services.desk.today())
    if today is None:
        return False
    section = asked.evidence(today)
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.progress.evidence(
            actor, row.action_id, made(section, ActionEvidence, given, by=actor.name)
        ),
        about=row.action_id,
    )


async def verify(page: Page, row: ActionRow) -> bool:
    """A second person's word that the action was done."""
    return await carry_out(
        page,
        asked.verification(),
        lambda services, actor, given: services.progress.verify(actor, row.action_id, _said(given, "note")),
        about=row.action_id,
    )


async def outcome(page: Page, row: ActionRow) -> bool:
    """What will be different for children, which an early action left open."""
    return await carry_out(
        page,
        asked.outcome(),
        lambda services, actor, given: services.amendments.outcome(actor, row.action_id, _said(given, "outcome")),
        about=row.action_id,
    )


async def recommend(page: Page, case_id: str) -> bool:
    """A recommendation for the case."""
    section = asked.recommendation()
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.tracker.recommend(
            actor, case_id, made(section, RecommendationForm, given)
        ),
        about=case_id,
    )


async def act(page: Page, case_id: str) -> bool:
    """An action for the case, under one of its recommendations or early."""
    read = await page.ask(lambda services: (services.board.settings(), services.tracker.recommendations(case_id)))
    if read is None:
        return False
    settings, known = read
    agencies = tuple((each.code, f"{each.code} {each.brief}") for each in settings.agencies)
    section = asked.action(agencies, [(each.number, each.text) for each in known])
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.tracker.act(
            actor, case_id, _action(given, made(section, ActionForm, _numbered(given)))
        ),
        about=case_id,
    )


def _numbered(given: Entry) -> Entry:
    """ "Early" is the absence of a recommendation's number."""
    return {**given, "recommendation_number": ""} if given["recommendation_number"] == "early" else given


def _action(given: Entry, form: ActionForm) -> ActionForm:
    if form.outcome.strip().casefold() == form.action.strip().casefold():
        said = "repeats the action; say what will be different for children."
        raise InputError([Problem("outcome", said)])
    return form.but(early=given["recommendation_number"] == "early")


def _said(given: Entry, path: str) -> str:
    value = given[path]
    return value if isinstance(value, str) else ""
