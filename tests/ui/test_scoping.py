"""The scoping meeting by keyboard, on the real services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.dialogs.passage import Passage
from screens.scoping_minutes import draft_key
from screens.scoping_words import header
from screens.widgets.capture import Capture
from screens.widgets.capture_words import marked
from screens.widgets.form_dialog import FormDialog
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.meeting import Attendee, Meeting
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from tests.ui.conftest import Room

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
LEAD, MANAGER = people.LIIP.actor(), people.MANAGER.actor()


def case_of(services: Services, pseudonym: str) -> str:
    """The case's id."""
    return next(row.case_id for row in services.desk.queue() if row.pseudonym == pseudonym)


def returns_in(services: Services) -> str:
    """Child Q with every return in or refused."""
    case_id = case_of(services, "Child Q")
    for request in services.desk.file(case_id).requests:
        if request.returned is None:
            services.scoping.refuse(MANAGER, request.id, "No records officer until January.")
    services.scoping.complete(MANAGER, case_id)
    return case_id


def prepared(services: Services) -> Meeting:
    """Child Q's meeting with a quorum at the table and the opening questions answered."""
    meeting = services.meetings.prepare(MANAGER, returns_in(services))
    for name, code in (("P. Constable", "POL"), ("S. Worker", "CSC"), ("N. Nurse", "CCG")):
        services.meetings.attend(MANAGER, meeting.id, Attendee(name=name, agencies=(code,)))
    return services.meetings.ready(
        MANAGER, meeting.id, confidentiality_read=True, interests_asked=True, purpose_restated=True
    )


def started(services: Services) -> Meeting:
    """The same meeting, on."""
    return services.meetings.start(LEAD, prepared(services).id)


@pytest.fixture
def room(enter: Room) -> Room:
    """Opens the meeting room as somebody, with Child Q in hand."""
    return lambda who="L. Lead", size=(120, 40): enter("Child Q", who, size)


async def test_before_there_is_a_meeting_the_returns_stand_side_by_side(room: Room, seen: Seen) -> None:
    async with room() as (pilot, screen):
        shown = seen(pilot.app)
        assert "A quiet baby who" in shown
        assert "no meeting yet" in shown
        assert not screen.query_one(MinutesList).display


async def test_a_meeting_cannot_be_prepared_twice_and_b_prepares_it(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(returns_in)
    async with room("B. Manager") as (pilot, screen):
        await pilot.press("b")
        await settle(pilot)
        assert screen.meeting is not None
        assert "Read-back" in seen(pilot.app)
        assert screen.check_action("begin", ()) is False


async def test_somebody_is_put_on_the_attendance_list(room: Room, demo: Backend, settle: Settle, seen: Seen) -> None:
    await demo.call(lambda services: services.meetings.prepare(MANAGER, returns_in(services)))
    async with room("B. Manager") as (pilot, screen):
        await pilot.press("s")
        await settle(pilot)
        await pilot.press("a")
        await settle(pilot)
        await pilot.press(*"D. Doctor", "tab", *"Designated doctor", "tab", "space", "ctrl+r")
        await settle(pilot)
        assert screen.meeting is not None
        assert [(who.name, len(who.agencies)) for who in screen.meeting.attendance] == [("D. Doctor", 1)]
        assert "D. Doctor" in seen(pilot.app)


async def test_starting_too_early_says_everything_that_is_missing(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(lambda services: services.meetings.prepare(MANAGER, returns_in(services)))
    async with room() as (pilot, screen):
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        assert "onfidentiality" in seen(pilot.app)
        await pilot.press("escape")
        assert not screen.sitting or not screen.sitting.in_progress


async def test_the_opening_questions_are_answered_and_the_meeting_starts(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(prepared)
    async with room() as (pilot, screen):
        await pilot.press("g")
        await settle(pilot)
        assert screen.sitting is not None
        assert screen.sitting.in_progress
        assert "1/16 Welcome" in seen(pilot.app)


async def test_moving_on_stamps_the_item_and_the_minutes(room: Room, demo: Backend, settle: Settle, seen: Seen) -> None:
    await demo.call(started)
    async with room() as (pilot, screen):
        await pilot.press("full_stop")
        await settle(pilot)
        assert screen.meeting is not None
        assert screen.meeting.current == 2
        assert screen.meeting.agenda[0].closed_at is not None
        assert "Item 2" in seen(pilot.app)


async def test_a_line_typed_at_the_colon_is_in_the_minutes_at_once(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"a Housing to confirm by 9 Nov", "enter")
        await settle(pilot)
        line = screen.query_one(MinutesList).lines[-1]
        assert (line.kind.value, line.text) == ("action", "Housing to confirm by 9 Nov")
        assert "ACTION" in seen(pilot.app)
        assert screen.query_one(Capture).text == ""


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("Police came late", "Police came late"),
        ("a Housing to confirm", ":a Housing to confirm"),
        (":d says otherwise", ":d says otherwise"),
        ("A child was seen", "A child was seen"),
        ("at nine o'clock", "at nine o'clock"),
    ],
)
def test_a_letter_first_gives_the_line_its_sense(typed: str, taken: str) -> None:
    assert marked(typed) == taken


async def test_escape_leaves_the_line_and_keeps_its_text(room: Room, demo: Backend, settle: Settle) -> None:
    meeting = await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"half a thou", "escape")
        await settle(pilot)
        assert isinstance(screen.focused, SideBySideGrid)
        assert screen.query_one(Capture).text == "half a thou"
        kept = await demo.call(lambda services: services.desk.draft(draft_key(meeting.id, "M. Minutes")))
        assert kept is not None
        assert kept.fields["text"] == "half a thou"


async def test_a_half_typed_line_is_there_again_when_the_room_is_reopened(
    room: Room, demo: Backend, settle: Settle
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, _):
        await pilot.press("colon", *"d police say", "escape", "escape")
        await settle(pilot)
    async with room("M. Minutes") as (_, screen):
        assert screen.query_one(Capture).text == "d police say"


async def test_a_written_line_leaves_no_draft(room: Room, demo: Backend, settle: Settle) -> None:
    meeting = await demo.call(started)
    async with room("M. Minutes") as (pilot, _):
        await pilot.press("colon", *"said", "enter")
        await settle(pilot)
        assert await demo.call(lambda services: services.desk.draft(draft_key(meeting.id, "M. Minutes"))) is None


async def test_hostile_words_are_stored_exactly_and_shown_harmlessly(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    meeting = await demo.call(started)
    hostile = "[/] [b \x1b[31m 日本 \u202eabc"
    async with room("M. Minutes") as (pilot, screen):
        await demo.call(lambda services: services.meetings.write(people.MINUTES.actor(), meeting.id, hostile))
        await screen.reload()
        await settle(pilot)
        assert screen.query_one(MinutesList).lines[-1].text == hostile
        assert "[/] [b ␛[31m" in seen(pilot.app)


async def test_a_line_from_another_window_appears_without_moving_the_cursor(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    meeting = await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        lines = screen.query_one(MinutesList)
        lines.focus()
        await pilot.press("home")
        await demo.call(lambda services: services.meetings.write(LEAD, meeting.id, "from the other window"))
        screen.refresh_record()
        await settle(pilot)
        assert lines.lines[-1].text == "from the other window"
        assert lines.highlighted == 0
        assert screen.focused is lines


async def test_striking_a_line_asks_first_and_leaves_it_in_sight(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"in error", "enter")
        await settle(pilot)
        screen.query_one(MinutesList).focus()
        await pilot.press("end", "delete", "escape")
        assert not screen.query_one(MinutesList).lines[-1].struck
        await pilot.press("delete", "y")
        await settle(pilot)
        assert screen.query_one(MinutesList).lines[-1].struck
        assert "STRUCK" in seen(pilot.app)


async def test_editing_a_line_changes_its_words(room: Room, demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with room("M. Minutes") as (pilot, screen):
        await pilot.press("colon", *"tow", "enter")
        await settle(pilot)
        screen.query_one(MinutesList).focus()
        await pilot.press("end", "e", "end", "backspace", "backspace", *"wo", "ctrl+r")
        await settle(pilot)
        assert screen.query_one(MinutesList).lines[-1].text == "two"


async def test_an_edit_that_came_second_shows_the_other_words_and_keeps_what_was_typed(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    meeting = await demo.call(started)
    line = await demo.call(lambda services: services.meetings.write(LEAD, meeting.id, "first"))
    async with room("M. Minutes") as (pilot, screen):
        screen.query_one(MinutesList).focus()
        await pilot.press("end", "e", "end", *" mine")
        await demo.call(lambda services: services.meetings.edit_line(LEAD, line.id, line.version, "theirs"))
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormDialog)
        assert pilot.app.screen.values["text"] == "first mine"
        assert "theirs" in seen(pilot.app)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert screen.query_one(MinutesList).lines[-1].text == "first mine"


async def test_what_was_refused_comes_back_as_it_was_typed_and_says_why(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room("P. Member") as (pilot, _):
        await pilot.press("u", *"All seen.", "tab", "right", "ctrl+r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormDialog)
        assert pilot.app.screen.values["text"] == "All seen."
        assert "Not done" in seen(pilot.app)


async def test_the_safety_of_children_is_recorded(room: Room, demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with room() as (pilot, screen):
        await pilot.press("u", *"All seen today.", "tab", "right", "ctrl+r")
        await settle(pilot)
        assert screen.meeting is not None
        assert screen.meeting.other_children_safety == "All seen today."


async def test_closing_too_early_lists_what_is_missing_in_words(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    await demo.call(started)
    async with room() as (pilot, screen):
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        assert "T13-safety" in seen(pilot.app)
        await pilot.press("escape")
        assert screen.sitting is not None
        assert screen.sitting.in_progress


async def test_only_the_keys_of_the_moment_are_offered(room: Room, demo: Backend) -> None:
    await demo.call(started)
    async with room() as (_, screen):
        offered = {
            name for name in ("begin", "start", "next_item", "close", "recommend") if screen.check_action(name, ())
        }
        assert offered == {"next_item", "close"}


async def test_on_a_narrow_screen_agenda_and_criteria_wait_behind_their_keys(room: Room, demo: Backend) -> None:
    await demo.call(started)
    async with room(size=(80, 24)) as (pilot, screen):
        assert not screen.query_one("#agenda").display
        assert not screen.query_one("#side").display
        await pilot.press("a", "i")
        assert screen.query_one("#agenda").display
        assert screen.query_one("#side").display
        await pilot.press("a")
        assert not screen.query_one("#agenda").display


async def test_an_answer_opens_whole_and_closes_again(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("enter")
        await settle(pilot)
        passage = pilot.app.screen
        assert isinstance(passage, Passage)
        assert "Nobody wrote down how the baby spent a day at home.\n\n— F4.E1 of the return of" in passage.text.plain
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_the_header_shows_the_item_its_time_and_the_quorum(room: Room, demo: Backend) -> None:
    await demo.call(started)
    async with room() as (_, screen):
        assert screen.sitting is not None
        words = header(screen.sitting, timedelta(minutes=7), 200).plain
        assert "1/16 Welcome 7:" in words
        assert "over" in words
        assert "quorum 3/3 ✓" in words
        assert "Child Q" in words


async def test_no_real_name_is_on_the_screen(room: Room, demo: Backend, seen: Seen) -> None:
    name = await demo.call(lambda services: services.desk.file(case_of(services, "Child Q")).case.child.name)
    async with room() as (pilot, _):
        assert name not in seen(pilot.app)
