"""Deeds of the register of reviewers (F11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import carry_out
from screens.dialogs.confirm import confirmed
from screens.forms import reviewer as asked
from screens.forms.spec import Entry, Options, Section, alone
from screens.forms.values import nested
from screens.referral_form import agency_options
from screens.review_deeds import day_said, fill, over, said, typed
from sscb_tui.domain.reviewer import THE_BOARD, ContractForm, Links, Reviewer, ReviewerForm
from sscb_tui.domain.terms import YesNo

if TYPE_CHECKING:
    from screens.review import Review
    from sscb_tui.services.container import Services


def _bodies(services: Services, case_id: str) -> tuple[Options, tuple[Links, ...]]:
    board = services.board.settings().short_name
    return ((THE_BOARD, f"{THE_BOARD} {board} itself"), *agency_options(services)), services.reviewers.grid(case_id)


def _form(section: Section, grid: tuple[Links, ...], given: Entry) -> ReviewerForm:
    """The form as given; a tick that there is no tie at all answers every row of the grid."""
    built = nested(alone(section), given)
    if built.pop("free", False):
        none = dict.fromkeys(("employment", "contracts", "roles", "personal"), YesNo.NO)
        built["links"] = [row.but(**none) for row in grid]
    return ReviewerForm.model_validate(built)


async def consider(page: Review, key: str) -> None:
    """Somebody is thought of; the grid is ready for every involved agency."""
    read = await page.ask(lambda services: _bodies(services, page.case_id))
    if read is None:
        return
    bodies, grid = read
    section = asked.reviewer(bodies, [_row(row) for row in grid])
    await carry_out(
        page,
        section,
        lambda services, actor, given: services.reviewers.consider(actor, page.case_id, _form(section, grid, given)),
    )


def _row(row: Links) -> Entry:
    return {name: str(value) for name, value in row.model_dump().items()}


async def revise(page: Review, key: str) -> None:
    """What is known of somebody."""
    held = await _held(page, key)
    read = await page.ask(lambda services: _bodies(services, page.case_id))
    if held is None or read is None:
        return
    bodies, grid = read
    section = asked.reviewer(bodies, [])
    await carry_out(
        page,
        section,
        over(
            held.version,
            lambda services, actor, version, given: services.reviewers.revise(
                actor, key, version, _form(section, grid, given)
            ),
        ),
        values=typed(section, held.form),
        about=key,
    )


async def _held(page: Review, key: str) -> Reviewer | None:
    everybody = await page.ask(lambda services: services.reviewers.of_case(page.case_id)) or ()
    return next((each for each in everybody if each.id == key), None)


async def contract(page: Review, key: str) -> None:
    """What was agreed."""
    held = await _held(page, key)
    await fill(
        page,
        asked.CONTRACT,
        ContractForm,
        lambda services, actor, form: services.reviewers.contract(actor, key, form),
        held=held.contract if held else None,
        about=key,
    )


async def panel(page: Review, key: str) -> None:
    """The national panel has the name."""
    if page.today is None:
        return
    await carry_out(
        page,
        asked.panel(page.today),
        lambda services, actor, given: services.reviewers.panel(
            actor, key, day_said(given, "told_on"), said(given, "advice"), said(given, "regard")
        ),
        about=key,
    )


async def appoint(page: Review, key: str) -> None:
    """Appoint, after asking."""
    if await confirmed(page.app, "Appoint this reviewer?", "appoint", "not yet"):
        await page.do(lambda services, actor: services.reviewers.appoint(actor, key))


async def rule(page: Review, key: str) -> None:
    """The Chair rules on a link."""
    await carry_out(
        page,
        asked.RULING,
        lambda services, actor, given: services.reviewers.rule(actor, key, said(given, "words")),
        about=key,
    )


async def stand_down(page: Review, key: str) -> None:
    """Not, or no longer, the reviewer."""
    await carry_out(
        page,
        asked.STAND_DOWN,
        lambda services, actor, given: services.reviewers.stand_down(actor, key, said(given, "reason")),
        about=key,
    )
