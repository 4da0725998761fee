"""Learning now, by keyboard: an early action from the case file, its outcome stated later, and what hangs loose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.base import Page, Place
from screens.dialogs.choose import Choose
from screens.scoping import Scoping
from screens.tracker import Tracker
from screens.widgets.form_dialog import FormDialog
from sscb_tui.services.backend import Backend
from tests.ui.keyboard import at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]


async def test_what_an_agency_told_becomes_an_early_action_and_its_outcome_is_stated_later(
    demo: Backend, settle: Settle
) -> None:
    async with at_keyboard(demo, settle, "B. Manager", "Child F") as at:
        await at.press("enter")
        await at.press("n")
        await at.sees("What is to be acted on?", "Police J3", "City Hospitals J2")
        await at.press("enter")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer({"Owner's post": "Detective inspector", "Due": "30 Nov 2026"})
        await at.press("ctrl+r")
        await at.until(lambda: not isinstance(at.screen, FormDialog))
        (action,) = [each for each in await demo.call(lambda s: s.tracker.rows()) if each.recommendation == "early"]
        kept = await demo.call(lambda s: s.tracker.action(action.action_id))
        assert (kept.agency, kept.owner, kept.rests_on, kept.outcome) == (
            "POL",
            "Detective inspector",
            ("POL F4.J3",),
            "",
        )
        await at.press("n")
        await at.sees("City Hospitals J2")
        assert "Police J3" not in at.seen()
        await at.press("escape", "T")
        await at.sees(f"A-{kept.number}")
        assert isinstance(at.screen, Tracker)
        await at.press("y")
        await at.sees("What is to be acted on?", "City Hospitals J2")
        await at.press("escape")
        at.screen.table.go_to(action.action_id)
        await at.press("s")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer({"Outcome for children": "The child next door is safe."})
        await at.press("ctrl+r")
        await at.until(lambda: not isinstance(at.screen, FormDialog))
        assert (await demo.call(lambda s: s.tracker.action(kept.id))).outcome == "The child next door is safe."


async def test_an_early_action_is_opened_for_a_case_that_was_only_just_received(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await at.press("slash")
        await at.type("2026/008\n")
        await at.sees("· Child G")
        await at.press("enter")
        await at.press("n")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer(
            {"Agency": "POL", "Owner's post": "Inspector", "Action": "Tell the school.", "Due": "30 Nov 2026"}
        )
        await at.press("ctrl+r")
        await at.until(lambda: not isinstance(at.screen, FormDialog))
        case = await demo.call(lambda s: s.desk.case("SSCB/2026/008"))
        (row,) = await demo.call(lambda s: s.tracker.rows(case.id))
        assert (row.recommendation, row.action) == ("early", "Tell the school.")


async def test_what_hangs_loose_is_listed_and_gone_to_and_come_back_from(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await at.press("T")
        await at.press("w")
        await at.sees("What hangs loose: 1", "recommendation without a finding", "learning that led to nothing yet")
        assert isinstance(at.screen, Choose)
        at.screen.query_one(OptionList).action_last()
        await at.press("enter")
        await at.until(lambda: isinstance(at.screen, Scoping))
        await at.press("backspace")
        assert isinstance(at.screen, Page)
        assert at.screen.place is Place.TRACKER
