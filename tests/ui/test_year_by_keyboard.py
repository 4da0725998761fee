"""What a Board does with 150 actions in a quarter, by keyboard; the same in a real terminal is in tests/terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screens.dialogs.confirm import Confirm
from screens.dialogs.note_box import NoteBox
from screens.tracker import Tracker
from screens.widgets.form_dialog import FormDialog
from sscb_tui.bootstrap import build_backend, open_record
from sscb_tui.domain.action import Action
from sscb_tui.domain.terms import ActionState
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.year.story import fill_year
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
AUTUMN, SPRING = datetime(2026, 11, 26, 9, tzinfo=UTC), datetime(2027, 3, 4, 9, tzinfo=UTC)
MANAGER, LIIP, OWNER = "B. Manager", "L. Lead", "H. Owner"
KEPT = "Every plan of thirty names who looks after the children."


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The year, lived once."""
    path = tmp_path_factory.mktemp("year") / "board.db"
    clock = SetClock(AUTUMN)
    services = open_record(path, clock=clock)
    fill_year(services, clock, AUTUMN)
    services.close()
    return path


@pytest.fixture
async def year(lived: Path, tmp_path: Path, clock: SetClock) -> AsyncIterator[Backend]:
    """The road to this test's own copy, on a Thursday in autumn."""
    clock.moment = AUTUMN
    copy = tmp_path / "board.db"
    copy.write_bytes(lived.read_bytes())
    backend = build_backend(copy, clock=clock)
    yield backend
    await backend.close()


async def find(at: Typist, asked: str, found: int) -> None:
    """From anywhere to what the list finds."""
    if not isinstance(at.screen, Tracker):
        await at.press("T")
    await at.press("slash", "escape", "slash")
    await at.type(f"{asked}\n")
    await at.sees(f"{found} of 15")


async def go_to(at: Typist, number: int) -> None:
    """Up or down to that action."""
    page = at.screen
    assert isinstance(page, Tracker)
    wanted = f"A-{number}"
    await at.press("g")
    for _ in range(40):
        if page.current is not None and page.current.label == wanted:
            break
        await at.press("down")
    await at.sees(f"{wanted} · ")


async def note(at: Typist, text: str, *then: str) -> None:
    await at.press("u")
    await at.until(lambda: isinstance(at.screen, NoteBox))
    await at.type(text)
    await at.press(*then, "enter")
    await at.until(lambda: isinstance(at.screen, Tracker))


async def action(year: Backend, number: int) -> Action:
    return await year.call(lambda services: services.tracker.numbered(number))


async def test_what_one_agency_says_of_all_it_has_is_one_note_and_can_be_taken_back(
    year: Backend, settle: Settle
) -> None:
    async with at_keyboard(year, settle, MANAGER) as at:
        await find(at, "agency:youth state:in-progress", 3)
        await at.press("asterisk")
        await note(at, "On track.")
        assert [(await action(year, n)).updates[-1].note for n in (30, 88, 89)] == ["On track."] * 3
        await at.press("z")
        await at.until(lambda: isinstance(at.screen, Confirm))
        await at.press("y")
        await at.sees("Taken back")
        assert "On track." not in [(await action(year, n)).spoken[-1].note for n in (30, 88, 89)]


async def test_the_silent_agency_is_found_and_is_silent_no_more(year: Backend, settle: Settle) -> None:
    async with at_keyboard(year, settle, MANAGER) as at:
        await find(at, "silent agency:ambulance", 3)
        await at.press("asterisk")
        await note(at, "Asked their chief executive.")
        await at.sees("0 of 15")


async def test_the_owner_cannot_verify_and_a_second_person_does(year: Backend, settle: Settle) -> None:
    async with at_keyboard(year, settle, MANAGER) as at:
        await find(at, "agency:housing overdue", 3)
        await go_to(at, 9)
        proof = {
            "Rung": "5  practised: audit, dip sample or supervision records",
            "What it shows": "Twenty sheets of twenty.",
            "Kind": "dip sample",
        }
        await at.tell("e", proof)
        await at.act_as(OWNER)
        await note(at, "In use.", "tab", "right", "right")
        await find(at, "agency:housing state:done", 1)
        await at.tell("v", {"How it was verified": "I did it."})
        await at.sees("owns A-9")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.press("escape", "y")
        await at.until(lambda: isinstance(at.screen, Tracker))
        await at.act_as(LIIP)
        await at.tell("v", {"How it was verified": "Read twenty sheets."})
        assert (await action(year, 9)).state is ActionState.VERIFIED


async def test_a_quarter_on_one_test_fails_and_reopens_and_another_holds_and_embeds(
    year: Backend, settle: Settle, clock: SetClock
) -> None:
    clock.moment = SPRING
    async with at_keyboard(year, settle, LIIP) as at:
        for number, shown in ((21, "did not hold: the action is reopened"), (13, "held")):
            await find(at, "retest:due state:verified level:multi", 8 if number == 21 else 7)
            await go_to(at, number)
            said = {"What changed": KEPT, "How it is known": "audit", "The change": shown, "How sure": "high"}
            await at.tell("r", said)
        assert (await action(year, 21)).state is ActionState.REOPENED
        await find(at, "review:u state:verified evidence:5 retest:>0d", 1)
        await at.press("m")
        await at.choose("Embedded")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer({"Why it is": "New staff know no other way."})
        await at.press("ctrl+r")
        await at.until(lambda: isinstance(at.screen, Tracker))
        after = await action(year, 13)
        assert (after.state, after.first_due) == (ActionState.EMBEDDED, date(2026, 3, 23))
