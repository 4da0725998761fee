"""The shell: the first frame, keys that go places, and who acts."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from screens.base import Page, Place
from screens.dialogs.choose import Choose
from screens.dialogs.help import Help
from screens.referrals import Referrals
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend, open_record
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration.clock import SetClock

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
SIZES = [(80, 24), (120, 40), (200, 50)]


def place(app: Sscb) -> Place | None:
    """Where the person is; None is the queue."""
    assert isinstance(app.screen, Page), app.screen
    return app.screen.place


async def test_the_queue_is_there_before_the_record_is_open(seen: Seen, settle: Settle) -> None:
    gate = threading.Event()

    def slowly() -> Services:
        gate.wait(5)
        return open_record(None)

    backend = Backend(slowly)
    app = Sscb(backend)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "Opening the record" in seen(app)
        gate.set()
        await settle(pilot)
    await backend.close()


async def test_a_board_never_set_up_begins_with_its_settings(empty: Backend, settle: Settle) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert place(app) is Place.SETTINGS


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", "RSCTD")
async def test_every_place_opens_from_everywhere_at_every_size(
    demo: Backend, settle: Settle, key: str, size: tuple[int, int]
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        expected = {"S": Place.SCOPING, "C": Place.DECISION, "T": Place.TRACKER, "D": Place.DUTIES}
        assert place(app) is expected.get(key)
        assert len(app.screen_stack) <= 2
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Referrals)


async def test_a_case_letter_without_a_case_says_so(empty: Backend, settle: Settle) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("C")
        await pilot.pause()
        assert isinstance(app.screen, Referrals)
        assert any("No case is in hand" in each.message for each in app._notifications)


async def test_letters_typed_into_a_field_stay_letters(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"TDQ")
        assert isinstance(app.screen, Referrals)
        assert app.screen.query_one(Input).value == "TDQ"


async def test_the_tracker_keeps_its_cursor_while_one_is_elsewhere(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        await pilot.press("j")
        key = app.screen.query_one(Table).key
        for letter in "RT":
            await pilot.press(letter)
            await settle(pilot)
        assert app.screen.query_one(Table).key == key != ""


async def test_leaving_by_a_letter_or_by_quitting_keeps_what_was_typed(demo: Backend, settle: Settle) -> None:
    left: list[str] = []

    class Typing(Page):
        async def leave(self) -> None:
            left.append("kept")

    app = Sscb(demo)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for key in ("T", "escape"):
            app.push_screen(Typing(app.context))
            await pilot.pause()
            await pilot.press(key)
            await settle(pilot)
        app.push_screen(Typing(app.context))
        await pilot.pause()
        await pilot.press("ctrl+q")
        assert left == ["kept"] * 3


async def test_another_person_can_act(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        first = app.context.actor
        assert first is not None
        await pilot.press("A")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.context.actor is not None
        assert app.context.actor != first
        assert app.context.actor.name in seen(app).splitlines()[0]


async def test_an_unknown_name_on_the_command_line_is_refused_in_words(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo, act_as="Nobody Atall")
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await settle(pilot)
        assert any("Nobody Atall" in each.message for each in app._notifications)


async def test_what_another_window_saved_appears_without_moving_the_cursor(
    board: Path, clock: SetClock, settle: Settle
) -> None:
    here, there = build_backend(board, clock=clock), open_record(board, clock=clock)
    app = Sscb(here)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        table = app.screen.query_one(Table)
        key, before = table.key, table.count[1]
        await app._glance()
        actor = there.board.settings().people[0].actor()
        form = there.referrals.form_of(key)
        there.referrals.receive(actor, form.but(pseudonym="Child Z"))
        await app._glance()
        await settle(pilot)
        assert table.count[1] == before + 1
        assert table.key == key
    there.close()
    await here.close()


async def test_help_lists_the_keys_of_the_place_and_narrows(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, Help)
        assert "Log a new referral" in seen(app)
        await pilot.press(*"duties")
        table = app.screen.query_one(Table)
        assert "Log a new referral" not in "\n".join(table.render_line(y).text for y in range(20))
        await pilot.press("escape")
        assert isinstance(app.screen, Referrals)


async def test_the_palette_has_every_command_of_the_screen(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await pilot.press(*"log a new")
        await pilot.pause(0.3)
        options = app.screen.query_one(OptionList)
        assert any(
            "Log a new referral" in str(options.get_option_at_index(at).prompt) for at in range(options.option_count)
        )


@pytest.mark.parametrize("there", ["S", "C", "T", "D"])
async def test_a_screen_left_while_it_still_reads_stops_quietly(demo: Backend, settle: Settle, there: str) -> None:
    gate = threading.Event()
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        held = asyncio.ensure_future(demo.call(lambda services: gate.wait(5)))
        await pilot.press(there)
        await pilot.pause()
        app.journey.home()
        gate.set()
        await held
        await settle(pilot)
        assert isinstance(app.screen, Referrals)


async def test_what_was_asked_by_a_screen_that_is_gone_is_not_answered(demo: Backend, settle: Settle) -> None:
    gate, drawn = threading.Event(), list[object]()

    class Slow(Page):
        async def reload(self) -> None:
            await self.ask(lambda services: gate.wait(5))
            drawn.append(self)

    app = Sscb(demo)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        app.push_screen(Slow(app.context))
        await pilot.pause()
        await pilot.pause()
        app.pop_screen()
        gate.set()
        await settle(pilot)
        assert drawn == []


async def test_a_screen_of_a_case_is_kept_while_the_case_is_in_hand(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        seen = list[object]()
        for keys in ("S", "RS", "RjS"):
            await pilot.press(*keys)
            await settle(pilot)
            seen.append(app.screen)
        assert seen[0] is seen[1]
        assert seen[2] is not seen[1]
        assert isinstance(seen[2], Page)
        assert not isinstance(seen[0], Page) or not seen[0].is_running


async def test_a_screen_kept_through_a_change_of_colours_comes_back_in_the_new_ones(
    demo: Backend, settle: Settle
) -> None:
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        tracker, dark = app.screen, app.screen.query_one(Table).rich_style.bgcolor
        await pilot.press("R")
        app.theme = "textual-light"
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        assert app.screen is tracker
        assert tracker.query_one(Table).rich_style.bgcolor != dark
