"""The capture line: its senses, owners and days by Tab, quotations, corrections, and leaving in the middle of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.dialogs.confirm import Confirm
from screens.dialogs.passage import Passage
from screens.scoping_minutes import draft_key
from screens.widgets.capture import Capture
from screens.widgets.capture_words import Aside, Typed, hint, taken
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.app import Sscb
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from tests.ui.conftest import Room
from tests.ui.test_scoping import LEAD, case_of, room, started

__all__ = ["room"]
Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
MINUTES = people.MINUTES.actor()


def lines_of(services: Services) -> tuple[MinuteLine, ...]:
    """The minutes of Child Q's meeting."""
    held = services.meetings.of_case(case_of(services, "Child Q"))
    assert held is not None
    return services.meetings.lines(held.id)


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for what will be seen."""
    for _ in range(300):
        if true():
            return
        await pilot.pause(0.01)
    raise AssertionError("waited in vain")


async def test_tab_completes_owner_and_date_and_the_line_shows_its_number_on_the_tracker(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, _):
        await pilot.press("colon", *"a Confirm the tenancy", "tab", *"hou", "tab")
        await settle(pilot)
        assert "9 Nov, 9/11" in seen(pilot.app)
        await pilot.press(*"4 dec")
        await settle(pilot)
        assert "✓ Fri 4 Dec 2026" in seen(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        line = (await demo.call(lines_of))[-1]
        assert (line.text, line.owner, line.owner_agency) == ("Confirm the tenancy", "Housing", "HSG")
        shown = " ".join(seen(pilot.app).split())
        assert "→ A-" in shown
        assert "4 Dec" in shown


async def test_a_tab_too_many_after_the_owner_stays_where_the_day_belongs(room: Room, demo: Backend) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"a Ring round", "tab", *"hou", "tab", "tab", *"4 dec")
        assert screen.query_one(Capture).typed == Typed("a Ring round", "Housing", "4 dec")
        await pilot.press("tab", *" again")
        assert screen.query_one(Capture).typed == Typed("a Ring round again", "Housing", "4 dec")


async def test_letters_go_behind_an_owner_that_came_back_refused(room: Room, demo: Backend) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"a Ring round", "tab", *"zz", "enter")
        await until(pilot, lambda: screen.query_one(Capture).typed == Typed("a Ring round", "zz"))
        await pilot.press("tab", "z")
        assert screen.query_one(Capture).typed == Typed("a Ring round", "zzz")


async def test_an_arrow_goes_through_those_the_letters_may_mean(room: Room, demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"a Ring round", "tab", "s", "down")
        first = screen.query_one(Capture).typed.owner
        await pilot.press("down")
        second = screen.query_one(Capture).typed.owner
        await pilot.press("up")
        assert first != second
        assert screen.query_one(Capture).typed.owner == first


async def test_an_owner_nobody_knows_is_not_completed_and_the_line_stays_whole(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"a Ring round", "tab", *"zzz", "tab")
        await settle(pilot)
        assert "nobody here goes by that" in seen(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(Capture).typed == Typed("a Ring round", "zzz"))
        assert all(line.text != "Ring round" for line in await demo.call(lines_of))


async def test_an_action_without_terms_says_what_it_lacks_and_closing_lists_it(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room() as (pilot, _):
        await pilot.press("colon", *"a Ring round", "enter", "escape")
        await settle(pilot)
        assert "owner? date?" in seen(pilot.app)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Confirm)
        assert "no owner or no date" in seen(pilot.app)


async def test_editing_an_action_completes_it(room: Room, demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"a Ring round", "enter")
        await settle(pilot)
        screen.query_one(MinutesList).focus()
        await pilot.press("end", "e", "tab", *"Housing", "tab", *"+7", "ctrl+r")
        await settle(pilot)
        line = (await demo.call(lines_of))[-1]
        assert line.owner_agency == "HSG"
        assert line.refers


async def test_off_the_record_is_refused_and_stays_on_the_line(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"o between us")
        await settle(pilot)
        assert "OFF THE RECORD" in seen(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(Capture).text == "o between us")
        await settle(pilot)
        assert "nothing is off the record here" in " ".join(seen(pilot.app).split())
        assert all("between us" not in line.text for line in await demo.call(lines_of))


async def test_q_alone_quotes_the_passage_under_the_cursor_with_its_source(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("m", "y")
        await settle(pilot)
        current = screen.query_one(SideBySideGrid).current()
        assert current is not None
        await pilot.press("colon", "q")
        await settle(pilot)
        assert current[1][1] in seen(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        line = (await demo.call(lines_of))[-1]
        assert (line.kind, line.text) == ("quote", current[2].text)
        assert line.source.startswith(current[1][1])


def test_words_typed_after_q_are_the_quotation_and_keep_a_source_only_where_they_stand_there() -> None:
    aside = Aside("A quiet baby who slept.", "Police E1")
    assert taken(Typed("q quiet baby"), aside) == Typed("q quiet baby", source="Police E1")
    assert taken(Typed("q a loud baby"), aside) == Typed("q a loud baby")


async def test_a_selected_minute_is_corrected_and_the_correction_stands_under_it(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"at noon", "enter", *"later", "enter", "escape")
        await settle(pilot)
        lines = screen.query_one(MinutesList)
        lines.focus()
        await pilot.press("end", "up", "colon", *"c at one")
        await settle(pilot)
        assert "“at noon”" in seen(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        noon, correction, later = lines.lines[-3:]
        assert (noon.text, correction.text, later.text) == ("at noon", "at one", "later")
        assert correction.corrects == noon.id
        assert "└ CORRECTED 23 Nov" in seen(pilot.app)
        assert lines.current == noon


async def test_a_half_typed_correction_stays_with_its_line_when_another_window_adds_lines(
    room: Room, demo: Backend, settle: Settle
) -> None:
    meeting = await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"at noon", "enter")
        await settle(pilot)
        await pilot.press("escape", "colon", *"c at one", "escape")
        await settle(pilot)
        await demo.call(lambda services: services.meetings.write(LEAD, meeting.id, "from elsewhere"))
        await screen.reload()
        await pilot.press("colon", "end", *" sharp", "enter")
        await settle(pilot)
        held = await demo.call(lines_of)
        noon = next(line for line in held if line.text == "at noon")
        assert next(line for line in held if line.text == "at one sharp").corrects == noon.id
        assert screen.query_one(Capture).text == ""


async def test_h_shows_what_a_line_said_before(room: Room, demo: Backend, settle: Settle, seen: Seen) -> None:
    meeting = await demo.call(started)

    def change(services: Services) -> None:
        line = services.meetings.write(LEAD, meeting.id, "first words")
        services.meetings.edit_line(LEAD, line.id, line.version, "second words")

    await demo.call(change)
    async with room("M. Minutes") as (pilot, screen):
        screen.query_one(MinutesList).focus()
        await pilot.press("end", "h")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        assert "first words" in seen(pilot.app)
        assert "second words" in seen(pilot.app)


async def test_a_capital_letter_right_after_enter_does_not_lose_the_line(
    room: Room, demo: Backend, settle: Settle
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"said at the last moment")
        capture = screen.query_one(Capture)
        capture.take()
        app = pilot.app
        assert isinstance(app, Sscb)
        await app.action_place("referrals")
        assert [line.text for line in await demo.call(lines_of)][-1] == "said at the last moment"
        assert await demo.call(lambda services: services.desk.drafts()) == ()
        await settle(pilot)
        assert capture.sending == []


async def test_enter_and_escape_twice_writes_the_line_once(room: Room, demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, _):
        await pilot.press("colon", *"once", "enter", "escape", "escape")
        await settle(pilot)
        written = [line.text for line in await demo.call(lines_of)]
        assert written.count("once") == 1
        assert await demo.call(lambda services: services.desk.drafts()) == ()


async def test_what_is_kept_comes_back_even_when_somebody_types_at_once(
    room: Room, demo: Backend, settle: Settle
) -> None:
    meeting = await demo.call(started)
    kept: dict[str, object] = {"text": "half a thought", "waiting": [{"text": "a Ring", "owner": "Housing"}]}
    key = draft_key(meeting.id, "M. Minutes")
    await demo.call(lambda services: services.desk.keep_draft(MINUTES, key, "capture line", kept))
    async with room("M. Minutes") as (pilot, screen):
        capture = screen.query_one(Capture)
        await until(pilot, lambda: capture.typed == Typed("a Ring", "Housing"))
        await pilot.press("colon", "enter")
        await until(pilot, lambda: capture.text == "half a thought")


async def test_a_line_from_another_window_moves_neither_cursor_nor_focus_nor_what_is_being_typed(
    room: Room, demo: Backend, settle: Settle
) -> None:
    meeting = await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"half", "left")
        await demo.call(lambda services: services.meetings.write(LEAD, meeting.id, "from the other window"))
        screen.refresh_record()
        await settle(pilot)
        assert screen.query_one(MinutesList).lines[-1].text == "from the other window"
        await pilot.press("x")
        assert screen.query_one(Capture).text == "halxf"


async def test_two_people_keep_two_lines(room: Room, demo: Backend, settle: Settle) -> None:
    meeting = await demo.call(started)
    async with room("M. Minutes") as (pilot, _):
        await pilot.press("colon", *"mine", "escape")
        await settle(pilot)
    async with room("L. Lead") as (pilot, screen):
        assert screen.query_one(Capture).text == ""
        await pilot.press("colon", *"hers", "escape")
        await settle(pilot)
    kept = await demo.call(lambda services: {row.key for row in services.desk.drafts()})
    assert kept == {draft_key(meeting.id, "M. Minutes"), draft_key(meeting.id, "L. Lead")}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "f fact"),
        ("said", "NOTE"),
        ("a ring", "ACTION"),
        ("o quiet", "OFF THE RECORD"),
        ("q", "Police E1 “A quiet baby”"),
        ("c at one", "of 10:42"),
    ],
)
def test_the_hint_says_what_the_line_will_become(typed: str, words: str) -> None:
    assert words in hint(typed, Aside("A quiet baby", "Police E1", "line", "10:42 “at noon”")).plain
