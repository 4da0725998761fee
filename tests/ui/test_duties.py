"""Duties: every clock with its rule, recorded as done or explained."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screens.base import Page, Place
from screens.widgets.form_dialog import FormDialog
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.domain.terms import DutyState
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


def place(app: Sscb) -> Place | None:
    """Where the person is."""
    assert isinstance(app.screen, Page)
    return app.screen.place


async def opened(pilot: Pilot[None], settle: Settle) -> None:
    """Go to the duties."""
    await settle(pilot)
    await pilot.press("D")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_late_comes_first_with_its_rule_and_source(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, settle)
        words = seen(app)
        for part in (
            "13 running · 3 late",
            "+6 wd ✗",
            "late ✗ why?",
            "SHOULD: 1 month",
            "WT2015 ch.4",
            "so act by 13 Nov 2026",
        ):
            assert part in words, part
        assert "late ✗" in app.screen.query_one(Table).render_line(1).text


async def test_an_overrun_is_explained_and_the_clock_keeps_running(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await pilot.press("w")
        await settle(pilot)
        app.screen.query_one(TextArea).focus()
        await pilot.press(*"Awaiting [post-mortem]", "ctrl+r")
        await settle(pilot)
        assert "Awaiting [post-mortem]" in seen(app)
        assert app.screen.query_one(Table).render_line(1).text.rstrip(" │").count("late ✗") == 1
        assert "why?" not in app.screen.query_one(Table).render_line(1).text


async def test_a_duty_done_needs_to_say_how(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await pilot.press("slash", *"CK-5", "enter")
        duty = app.screen.query_one(Table).key
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, FormDialog)
        app.screen.query(Input)[1].focus()
        await pilot.press(*"letter", "ctrl+r")
        await settle(pilot)
        rows = await demo.call(lambda services: services.duties.rows())
        assert {row.duty_id: row.state for row in rows}[duty] is DutyState.DONE
        assert app.screen.query_one(Table).key == duty


async def test_the_decision_clock_offers_no_done(demo: Backend, settle: Settle) -> None:
    """It ends with the Chair's signature; every other open clock can be done."""
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await pilot.press("slash", *"CK-2", "enter")
        assert app.screen.check_action("done", ()) is None
        await pilot.press("x")
        await settle(pilot)
        assert place(app) is Place.DUTIES
        await pilot.press("slash", *(["backspace"] * 4), *"CK-5", "enter")
        assert app.screen.check_action("done", ()) is True


async def find(pilot: Pilot[None], words: str) -> str:
    """Narrow the list to these words; answers the duty under the cursor."""
    await pilot.press("slash", *(["backspace"] * 8), *words, "enter", "home")
    return pilot.app.screen.query_one(Table).key


async def answer(app: Sscb, settle: Settle, pilot: Pilot[None], *fields: str) -> None:
    """Fill in the form's fields in order, and record it."""
    await settle(pilot)
    asked = [each for each in app.screen.query("Input, TextArea") if each.display]
    for widget, words in zip(asked, fields, strict=True):
        widget.focus()
        if isinstance(widget, Input):
            widget.value = ""
        await pilot.press(*words)
    await pilot.press("ctrl+r")
    await settle(pilot)


async def test_an_extension_leaves_the_date_due_and_says_that_the_clock_runs_on(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await find(pilot, "CK-1 ")
        await pilot.press("e")
        await answer(app, settle, pilot, "4 Dec 2026", "The form is down.", "C. Chair")
        words = seen(app)
        assert "extended →" in words
        assert "aims at 4 Dec 2026, agreed by C. Chair: The form is down." in words
        assert "27 Nov 2026" in words


async def test_days_lost_stand_under_the_clock_by_cause(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await find(pilot, "CK-5")
        words = seen(app)
        assert "police 10 · family 5 · 13 working days in all" in words
        assert "30 Sep 2026 to 13 Oct 2026: No practitioner" in words
        assert "the clock runs on" in words


async def test_days_lost_are_taken_back_with_a_reason(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await find(pilot, "CK-5")
        await pilot.press("l")
        await settle(pilot)
        assert "take back family, 12 Oct 2026 to 16 Oct 2026" in seen(app)
        await pilot.press("end", "enter")
        await answer(app, settle, pilot, "It was another family.")
        words = seen(app)
        assert "police 10 · 10 working days in all" in words
        assert "(taken back: It was another family.)" in " ".join(words.replace("│", " ").split())


async def test_on_a_small_screen_days_lost_are_in_sight_and_the_rest_is_a_key_away(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, settle)
        await find(pilot, "CK-5")
        await settle(pilot)
        assert "police 10 · family 5 · 13 working days in all" in seen(app)
        assert "until after the funeral" not in seen(app)
        await pilot.press("space")
        await settle(pilot)
        assert "until after the funeral" in seen(app)
        await pilot.press("space")
        await settle(pilot)
        assert "until after the funeral" not in seen(app)


async def test_a_key_that_could_do_nothing_is_dimmed(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        may = {
            "CK-3": [],
            "CK-10": ["why", "lose"],
            "CK-11": ["done"],
            "CK-2": ["why", "extend", "lose"],
        }
        for clock, expected in may.items():
            await find(pilot, clock)
            found = [
                action
                for action in ("done", "why", "extend", "lose", "tell", "sign")
                if app.screen.check_action(action, ())
            ]
            assert found == expected, clock


async def test_open_duties_only_leaves_out_what_is_done_or_for_information(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        assert "done ✓" in seen(app)
        await pilot.press("f")
        await settle(pilot)
        assert app.screen.query_one(Table).count == (13, 13)
        assert "open only" in seen(app)
        assert "done ✓" not in seen(app)


async def test_enter_opens_the_case(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await pilot.press("enter")
        await settle(pilot)
        assert place(app) is Place.CASE
        await pilot.press("escape")
        await settle(pilot)
        assert place(app) is Place.DUTIES


async def test_without_cases_no_clock_runs(empty: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await opened(pilot, settle)
        assert "No clocks are running." in seen(app)
        await pilot.press("x", "w", "c", "enter", "o")
        assert "No clocks are running." in seen(app)


async def test_the_letter_of_a_duty_is_previewed_and_comes_back_to_its_duty(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        duty = await find(pilot, "CK-4")
        await pilot.press("p")
        await settle(pilot)
        assert place(app) is Place.PAPER
        assert "Notice of the Chair's decision" in seen(app)
        await pilot.press("escape")
        await settle(pilot)
        assert place(app) is Place.DUTIES
        assert app.screen.query_one(Table).key == duty


async def test_the_open_clocks_are_saved_for_a_diary(demo: Backend, settle: Settle, tmp_path: Path) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await pilot.press("i")
        await settle(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "clocks.ics")
        await pilot.press("enter")
        await settle(pilot)
        assert (tmp_path / "clocks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


async def test_somebody_else_is_chosen_and_owed_a_notice(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        await find(pilot, "CK-4")
        await pilot.press("n")
        await settle(pilot)
        assert "CORONER  the coroner" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        await find(pilot, "coroner")
        assert "tell the coroner" in seen(app)


@pytest.mark.parametrize(("who", "signed"), [("B. Manager", ""), ("C. Chair", "C. Chair")])
async def test_only_the_chair_signs_the_letters(demo: Backend, settle: Settle, who: str, signed: str) -> None:
    duty = await demo.call(_coroner_is_owed_a_notice)
    app = Sscb(demo, act_as=who)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, settle)
        assert await find(pilot, "coroner") == duty
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        rows = await demo.call(lambda services: services.duties.rows())
        assert next(row.signed_by for row in rows if row.duty_id == duty) == signed


def _coroner_is_owed_a_notice(services: Services) -> str:
    case_id = next(row.case_id for row in services.duties.rows() if row.clock == "CK-4")
    return services.duties.tell(people.MANAGER.actor(), case_id, "CORONER").id
