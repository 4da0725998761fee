"""The room by keyboard: the floor, time and overrun, parking list, attendance, a child unsafe, what is not said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from screens.dialogs.choose import Choose
from screens.dialogs.listing import AttendanceList, ParkingList
from screens.dialogs.passage import Passage
from screens.scoping import Scoping
from screens.scoping_room_words import place_words, room_codes
from screens.scoping_words import header
from screens.widgets.capture import Capture
from screens.widgets.form_dialog import FormDialog
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.meeting import Meeting
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration.clock import SetClock
from tests.ui.conftest import Room
from tests.ui.contrast import READABLE, THEMES, contrast

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


def child_f(services: Services) -> str:
    """The demonstration's case that is in its meeting."""
    return next(row.case_id for row in services.desk.queue() if row.pseudonym == "Child F")


@pytest.fixture
def room(enter: Room) -> Room:
    """Opens the meeting of Child F as the minute taker."""
    return partial(enter, "Child F", "M. Minutes")


def held(screen: Scoping) -> Meeting:
    assert screen.meeting is not None
    return screen.meeting


def said(screen: Scoping) -> list[tuple[str, str]]:
    """Kind and words of every line of the minutes on show."""
    return [(line.kind.value, line.text) for line in screen.query_one(MinutesList).lines]


def digit_of(screen: Scoping, code: str) -> str:
    assert screen.sitting is not None
    return str(room_codes(screen.sitting).index(code) + 1)


def strip_of(screen: Scoping) -> str:
    return str(screen.query_one("#room Static", Static).content)


async def test_a_digit_gives_the_floor_brings_the_column_and_takes_it_back(
    room: Room, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        digit = digit_of(screen, "POL")
        focus = screen.focused
        assert f" {digit} not heard · Police" in strip_of(screen)
        await pilot.press(digit)
        await settle(pilot)
        current = screen.query_one(SideBySideGrid).current()
        assert current is not None
        assert current[1][0] == "POL"
        assert f"▸{digit} 0:0" in strip_of(screen)
        assert said(screen)[-1] == ("floor", "has the floor")
        assert screen.focused is focus
        await pilot.press(digit)
        await settle(pilot)
        assert "▸" not in strip_of(screen)
        assert said(screen)[-1][1] == "The floor is back with the chair from Police"


async def test_a_note_taken_while_an_agency_has_the_floor_is_that_agencys(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        digit = digit_of(screen, "POL")
        await pilot.press(digit)
        await settle(pilot)
        await pilot.press("colon", *"3 calls in 2026", "enter")
        await settle(pilot)
        line = screen.query_one(MinutesList).lines[-1]
        assert (line.text, line.agency) == ("3 calls in 2026", "POL")
        assert len([each for each in said(screen) if each[0] == "floor"]) == 1
        assert screen.query_one(Capture).text == ""


async def test_a_dissent_that_names_its_agency_is_not_the_one_that_has_the_floor(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("colon", *"x Housing: we would wait", "enter")
        await settle(pilot)
        lines = screen.on_record.file.lines if screen.on_record else ()
        assert [(line.agency, line.text) for line in lines][-1] == ("HSG", "Housing: we would wait")


async def test_the_floor_is_not_given_to_an_empty_chair(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        strip = strip_of(screen)
        absent = next(row.strip()[0] for row in strip.splitlines() if "not here" in row)
        await pilot.press(absent)
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        assert "Nobody is here for" in seen(pilot.app)


async def test_nought_numbers_the_next_nine_and_the_first_again(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        assert screen.sitting is not None
        codes = room_codes(screen.sitting)
        assert len(codes) > 9
        tenth = screen.sitting.names[codes[9]]
        assert tenth not in strip_of(screen)
        await pilot.press("0")
        assert tenth in strip_of(screen)
        assert f"0 others; {place_words(10, len(codes))} of {len(codes)}" in strip_of(screen)
        await pilot.press("0")
        assert tenth not in strip_of(screen)


async def test_air_time_ticks_without_reading_the_record(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        digit = digit_of(screen, "POL")
        await pilot.press(digit)
        await settle(pilot)
        reads = []
        screen.ask = lambda use: reads.append(use)  # type: ignore[method-assign,assignment,return-value]
        screen._read_at -= 61
        screen._tick()
        assert f"▸{digit} 1:0" in strip_of(screen)
        assert reads == []


async def test_a_tick_draws_the_header_and_the_strip_and_nothing_else(
    room: Room, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with room() as (pilot, screen):
        await pilot.press(digit_of(screen, "POL"))
        await settle(pilot)
        drawn: list[str | None] = []
        update = Static.update

        def noted(self: Static, content: object = "", *, layout: bool = True) -> None:
            assert not layout
            drawn.append(self.id or (self.parent.id if self.parent else None))
            update(self, content, layout=layout)  # type: ignore[arg-type]

        monkeypatch.setattr(Static, "update", noted)
        screen._read_at -= 1
        screen._tick()
        assert sorted(filter(None, drawn)) == ["head", "room"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
@pytest.mark.parametrize("minutes", [0, 40])
async def test_the_header_never_loses_time_or_quorum(
    room: Room, size: tuple[int, int], minutes: int, seen: Seen
) -> None:
    async with room(size) as (_, screen):
        assert screen.sitting is not None
        words = header(screen.sitting, timedelta(minutes=minutes), size[0] - 2)
        assert words.cell_length <= size[0] - 2
        assert "quorum 6/3 ✓" in words.plain
        assert "of 25" in words.plain
        assert "ends " in words.plain
        assert ("over by" in words.plain and "+" in words.plain) is bool(minutes)
        assert ("left" in words.plain) is not bool(minutes)


async def test_an_overrun_is_extended_by_five_minutes_with_three_keys(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("plus")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Choose)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        item = next(each for each in held(screen).agenda if each.number == held(screen).current)
        assert (item.number, item.extended, item.planned) == (8, 5, 30)
        assert said(screen)[-1] == ("item", "Item 8 extended by 5 min, to 30 min")
        assert "of 30" in seen(pilot.app)


async def test_the_rest_is_parked_answered_and_struck(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("plus", "down", "enter")
        await settle(pilot)
        await pilot.press(*"Housing files", "ctrl+r")
        await settle(pilot)
        assert held(screen).current == 9
        assert "Parked 1, 1 to answer" in seen(pilot.app)
        assert "P 8" in seen(pilot.app)
        await pilot.press("minus")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ParkingList)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"To the Board", "tab", *"B. M", "ctrl+r")
        await settle(pilot)
        assert "answered (B. M)" in seen(pilot.app)
        await pilot.press("delete", "y")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Parked" not in str(screen.query_one("#agenda Static", Static).content)


async def test_deciding_writes_the_decision_as_agreed_and_moves_on(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("plus", "down", "down", "enter")
        await settle(pilot)
        await pilot.press(*"All agree", "ctrl+r")
        await settle(pilot)
        assert held(screen).current == 9
        assert said(screen)[-2] == ("fact", "All agree")


async def test_no_dialog_comes_up_by_itself_when_an_item_overruns(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        screen._read_at -= 3600
        screen._tick()
        assert pilot.app.screen is screen
        assert "over by" in seen(pilot.app)
        assert "+ extends, parks or decides" in seen(pilot.app)


async def test_the_agenda_to_come_is_reordered_added_to_and_shortened(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("end", "up", "left_square_bracket", "end", "enter")
        await settle(pilot)
        await pilot.press(*"Tea", "tab", *"15", "ctrl+r")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        titles = [item.title.split(" ")[0].rstrip(";,") for item in held(screen).agenda]
        assert titles[-3:] == ["Read-back", "Early", "Tea"]
        assert held(screen).agenda[-1].minutes == 15
        assert held(screen).agenda[0].opened_at is not None


async def test_people_leave_come_back_and_send_apologies_on_one_list(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AttendanceList)
        assert "deputy" in seen(pilot.app)
        await pilot.press("down", "l")
        await settle(pilot)
        assert "left" in seen(pilot.app)
        assert not held(screen).attendance[1].here
        await pilot.press("r")
        await settle(pilot)
        assert held(screen).attendance[1].here
        assert "away" in seen(pilot.app)
        await pilot.press("p")
        await settle(pilot)
        await pilot.press(*"STFT", "ctrl+r")
        await settle(pilot)
        assert held(screen).apologies == "STFT"
        await pilot.press("escape")
        await settle(pilot)
        assert screen.is_current


async def test_the_loss_of_the_quorum_shows_at_once(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("s", "escape")
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("j", "l")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "no quorum" in seen(pilot.app)
        assert "Always needed and not here: Social care." in " ".join(words for _, words in said(screen))
        banner = "✗ NO QUORUM  Always needed and not here: Social care. · talk on; recommend nothing"
        assert banner in seen(pilot.app)


async def test_the_arrival_of_somebody_names_the_agency_as_people_call_it(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        await pilot.press(*"N. Late", "tab", "tab", "p", "space", "ctrl+r")
        await settle(pilot)
        assert "(member for Police)" in said(screen)[-1][1]


async def test_a_child_unsafe_now_stands_above_everything_until_it_is_answered(
    room: Room, settle: Settle, seen: Seen
) -> None:
    async with room((80, 24)) as (pilot, screen):
        await pilot.press("u")
        await settle(pilot)
        await pilot.press(*"Brother at home", "tab", "tab", *"Duty", "tab", "right", "tab", *"23:30", "ctrl+r")
        await settle(pilot)
        assert "⚠ UNSAFE NOW  Duty by 23:30 · Brother at home" in seen(pilot.app)
        assert "quorum" in seen(pilot.app)
        assert screen.sitting is not None
        assert [each.early for each in screen.sitting.file.actions][-1]
        assert said(screen)[-1][0] == "action"
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press(*"Seen", "ctrl+r")
        await settle(pilot)
        assert "UNSAFE" not in str(screen.query_one("#banner", Static).content)


async def test_an_hour_that_has_passed_is_said_to_be_late(room: Room, settle: Settle, clock: SetClock) -> None:
    async with room() as (pilot, screen):
        await pilot.press("u")
        await settle(pilot)
        await pilot.press(*"Brother", "tab", "tab", *"Duty", "tab", "right", "tab", *"15:30", "ctrl+r")
        await settle(pilot)
        assert "LATE" not in str(screen.query_one("#banner", Static).content)
        screen._read_at -= 4 * 3600
        screen._tick()
        assert "LATE, Duty by 15:30" in str(screen.query_one("#banner", Static).content)


async def test_an_hour_that_is_none_is_refused_in_words_and_nothing_is_lost(
    room: Room, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        await pilot.press("u")
        await settle(pilot)
        await pilot.press(*"Brother", "tab", "tab", *"Duty", "tab", "right", "tab", *"soon", "ctrl+r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormDialog)
        assert "Write the time as 15:30." in seen(pilot.app)
        assert pilot.app.screen.values["text"] == "Brother"
        assert said(screen)[-1][0] != "safety"


async def test_what_may_not_be_discussed_stands_under_the_header_until_lifted(
    room: Room, settle: Settle, seen: Seen
) -> None:
    async with room((80, 24)) as (pilot, screen):
        await pilot.press("b")
        await settle(pilot)
        await pilot.press(*"Interviews", "tab", *"DI Example", "tab", *"Friday", "ctrl+r")
        await settle(pilot)
        assert "NOT TO BE DISCUSSED  Interviews (DI Example, until Friday)" in seen(pilot.app)
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "NOT TO BE DISCUSSED" not in seen(pilot.app)
        assert said(screen)[-1] == ("constraint", "May be discussed again: Interviews")


@pytest.mark.parametrize("theme", THEMES)
async def test_the_line_under_the_cursor_of_a_list_can_be_read_in_every_theme(
    room: Room, settle: Settle, theme: str
) -> None:
    async with room() as (pilot, _):
        pilot.app.theme = theme
        await pilot.press("t")
        await settle(pilot)
        people = pilot.app.screen.query_one(OptionList)
        for segment in people.render_line(people.highlighted or 0):
            assert contrast(segment) >= READABLE, segment
