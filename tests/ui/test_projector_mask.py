"""What a projected meeting may show: no name, birth date, address or restricted passage, in no pane and no dialog."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screens.advice import Advice
from screens.dialogs.confirm import Confirm
from screens.scoping import Scoping
from screens.widgets.form_dialog import FormDialog
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.terms import MeetingState
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from tests.ui.conftest import Room

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
MANAGER, MINUTES = people.MANAGER.actor(), people.MINUTES.actor()
PEOPLE = ("Finn", "Placeholder", "Placeholdor", "Fay ", "Fred", "Gwen")
AT_THE_TABLE = ("D. Doctor", "S. Worker", "P. Member", "T. Teacher", "H. Owner", "O. Server", "M. Minutes")
HELD_BACK = ("is a witness and is not to be named", "is being traced")
FACTS = ("Example Street", "2 Oct 2024", "02/10/2024", "2 Nov 2024")
SECRETS = (*PEOPLE, *AT_THE_TABLE, *HELD_BACK, *FACTS)
"""Everything of the family that stands in returns, rows and lines, who sits there, and two passages kept back."""
SAID = "Finn Placeholder of 1 Example Street, born 2 Oct 2024, was seen by Fay Placeholder; the neighbour is a witness"
FILE = (
    "date,agency,event,source\n"
    '2 Oct 2024,CHS,"Finn born to Fay Placeholder, 1 Example Street",maternity\n'
    '20 Oct 2026,CSC,"Fred Placeholder rang about Gwen, born 02/10/2024",log\n'
)


def case_of(services: Services) -> str:
    """Child F's case."""
    return next(row.case_id for row in services.desk.queue() if row.pseudonym == "Child F")


def planted(services: Services) -> str:
    """The live meeting with names, dates and addresses in whatever people can write."""
    case_id = case_of(services)
    meeting = services.meetings.of_case(case_id)
    assert meeting is not None
    services.chronologies.take(MANAGER, case_id, "rows.csv", FILE.encode())
    for prefix in ("", ":f ", ":a ", ":d ", ":x ", ":p "):
        services.meetings.write(MINUTES, meeting.id, f"{prefix}{SAID}")
    services.floor.safety(MINUTES, meeting.id, SAID)
    services.floor.constrain(MINUTES, meeting.id, text=SAID, imposed_by="Police", until="the interviews of Fred")
    first, second, *_ = services.differences.of_case(case_id)
    services.differences.settle(MINUTES, case_id, first.id, words=SAID, owner="", due=None)
    day = services.desk.now().date() + timedelta(days=7)
    services.differences.settle(MINUTES, case_id, second.id, words="", owner="CHS", due=day)
    return case_id


@pytest.fixture
def room(demo: Backend, enter: Room) -> Room:
    """Opens Child F's meeting, with everything planted."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Pilot[None], Scoping]]:
        await demo.call(planted)
        async with enter("Child F", "M. Minutes", size) as entered:
            yield entered

    return opened


READ = ("home", *(["pagedown"] * 14), "home", *["right"] * 9, *["pagedown"] * 14)
"""Every question of the first agencies, then of the last."""
WALK: tuple[tuple[str, ...], ...] = (
    READ,
    ("home", "z", *["pagedown"] * 14, "z"),
    ("home", *["left"] * 9, *["down"] * 4, "enter", "down", "escape"),
    ("a", "i", "a", "i"),
    ("x", "home", *["pagedown"] * 4, "home", "enter", "escape", "x"),
    ("c", *["down"] * 12, "enter", "escape", "escape", "escape"),
    ("r", *["pagedown"] * 4, "escape"),
    ("u", "escape", "escape"),
    ("b", "escape", "escape"),
    ("minus", "down", "escape"),
    ("s", "escape"),
    ("plus", "escape"),
    ("v", "escape", "escape"),
    ("f", "escape", "escape"),
    ("colon", "q", "space", "escape"),
    ("tab", "home", *["down"] * 8, "h", "escape", "end", "e", "escape", "escape"),
)
"""Every pane scrolled through and every dialog opened, each left again."""


def typing(screen: Scoping) -> bool:
    """Whether Esc leaves a line that is being typed, and not the screen."""
    return isinstance(screen.focused, Input | TextArea)


async def frames(pilot: Pilot[None], settle: Settle, seen: Seen) -> list[str]:
    """All that was seen on the way, each frame under the keys that led to it."""
    found = [f"at first\n{seen(pilot.app)}"]
    for keys in WALK:
        for at, key in enumerate(keys, start=1):
            if key == "escape" and isinstance(pilot.app.screen, Scoping) and not typing(pilot.app.screen):
                continue
            await pilot.press(key)
            await settle(pilot)
            found.append(f"after {' '.join(keys[:at])}\n{seen(pilot.app)}")
        while not isinstance(pilot.app.screen, Scoping):
            await pilot.press("escape")
            await settle(pilot)
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_nothing_that_names_the_family_is_ever_projected(
    room: Room, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with room(size) as (pilot, _):
        for frame in await frames(pilot, settle, seen):
            shown = [secret for secret in SECRETS if secret in " ".join(frame.split())]
            assert not shown, f"{shown} {frame}"


async def test_without_the_mask_every_word_is_as_it_was_written(room: Room, settle: Settle, seen: Seen) -> None:
    async with room((200, 50)) as (pilot, screen):
        assert " MASKED" in f" {seen(pilot.app)}"
        await pilot.press("m", "y")
        await settle(pilot)
        assert not screen.masked
        assert "UNMASKED" in seen(pilot.app)
        whole = " ".join(" ".join(await frames(pilot, settle, seen)).split())
        assert [name for name in PEOPLE if name not in whole] == []
        assert "hidden while masked" not in whole


@pytest.mark.parametrize("slip", ["escape", "enter", "m", "n"])
async def test_a_slip_of_the_finger_does_not_take_the_mask_off(
    room: Room, settle: Settle, seen: Seen, slip: str
) -> None:
    async with room((80, 24)) as (pilot, screen):
        await pilot.press("m")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Confirm)
        assert "y  take the mask off" in seen(pilot.app)
        await pilot.press(slip)
        await settle(pilot)
        assert screen.masked


async def test_the_mask_goes_on_at_once(room: Room, settle: Settle) -> None:
    async with room((80, 24)) as (pilot, screen):
        await pilot.press("m", "y")
        await settle(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert screen.is_current
        assert screen.masked


async def test_the_mask_is_on_when_the_screen_is_opened_again(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("m", "y")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is not screen
        await pilot.press("S")
        await settle(pilot)
        assert "UNMASKED" not in seen(pilot.app)
        assert "MASKED" in seen(pilot.app)


async def test_a_masked_passage_is_quoted_in_the_words_on_record(room: Room, demo: Backend, settle: Settle) -> None:
    async with room() as (pilot, screen):
        screen.query_one(SideBySideGrid).focus()
        await pilot.press("colon", *":q", "enter")
        await settle(pilot)
        lines = await demo.call(lambda services: services.desk.file(case_of(services)).lines)
        assert lines[-1].text.startswith("Finn sat very still on the trolley.")


async def editing(pilot: Pilot[None], settle: Settle, screen: Scoping) -> None:
    """The first line with a hidden address, in a dialog with the cursor before its first letter."""
    minutes = screen.query_one(MinutesList)
    minutes.focus()
    await pilot.press("home")
    minutes.highlighted = next(at for at, line in enumerate(minutes.lines) if "‹address›" in line.text)
    await pilot.press("e")
    await settle(pilot)
    assert isinstance(pilot.app.screen, FormDialog)
    await pilot.press("ctrl+home")


async def texts(demo: Backend) -> list[str]:
    """The words of the minutes as they are on record."""
    lines = await demo.call(lambda services: services.desk.file(case_of(services)).lines)
    return [line.text for line in lines]


async def kept(demo: Backend, pilot: Pilot[None], words: str) -> str:
    """All that is kept as drafts, once these words are among it."""
    found = ""
    for _ in range(200):
        drafts = await demo.call(lambda services: [services.desk.draft(row.key) for row in services.desk.drafts()])
        found = repr([dict(draft.fields) for draft in drafts if draft is not None])
        if words in found:
            return found
        await pilot.pause(0.02)
    raise AssertionError(f"{words} was never kept; only {found}")


async def test_words_left_alone_under_the_mask_stay_the_true_ones_and_others_change(
    room: Room, demo: Backend, settle: Settle
) -> None:
    async with room() as (pilot, screen):
        before = await texts(demo)
        await editing(pilot, settle, screen)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert await texts(demo) == before
        await editing(pilot, settle, screen)
        await pilot.press(*"Yes: ", "ctrl+r")
        await settle(pilot)
        assert f"Yes: {SAID}" in await texts(demo)
        assert not any("‹" in text for text in await texts(demo))


async def test_an_edit_that_cuts_into_what_is_hidden_is_refused(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        before = await texts(demo)
        await editing(pilot, settle, screen)
        await pilot.press(*["right"] * 14, "X", "ctrl+r")
        for _ in range(100):
            await settle(pilot)
            if "are masked" in seen(pilot.app):
                break
        assert "are masked" in seen(pilot.app)
        assert "‹adXdress›" in seen(pilot.app)
        assert await texts(demo) == before


async def test_a_refusal_that_quotes_the_record_is_masked_as_well(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    def change(services: Services) -> None:
        """Another window edits every such line first."""
        for line in services.desk.file(case_of(services)).lines:
            if line.text == SAID:
                services.meetings.edit_line(MINUTES, line.id, line.version, f"No: {SAID}")

    async with room() as (pilot, screen):
        await editing(pilot, settle, screen)
        await demo.call(change)
        await pilot.press(*"Yes: ", "ctrl+r")
        for _ in range(100):
            await settle(pilot)
            if "now reads" in seen(pilot.app):
                break
        shown = " ".join(seen(pilot.app).split())
        assert "now reads" in shown
        assert [secret for secret in SECRETS if secret in shown] == []


async def test_a_dialog_left_half_typed_under_the_mask_keeps_the_true_words(
    demo: Backend, enter: Room, room: Room, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        await editing(pilot, settle, screen)
        await pilot.press(*"Yes: ")
        assert "Finn" not in seen(pilot.app)
        await kept(demo, pilot, f"Yes: {SAID}")
    async with enter("Child F", "M. Minutes") as (pilot, screen):
        await editing(pilot, settle, screen)
        shown = seen(pilot.app)
        assert "as it was left" in shown
        assert "Yes: Child F of ‹address›" in shown
        assert [secret for secret in SECRETS if secret in shown] == []
        await pilot.press(*"Again, ", "ctrl+r")
        await settle(pilot)
        assert f"Again, Yes: {SAID}" in await texts(demo)


def closed(services: Services) -> None:
    """The meeting is over, and its recommendation is to be written."""
    meeting = services.meetings.of_case(planted(services))
    assert meeting is not None
    with services.record.atomic(MINUTES, "meeting closed"):
        services.record.meetings.save(meeting.but(state=MeetingState.CLOSED))


async def test_the_recommendation_written_in_a_masked_meeting_names_nobody_and_keeps_the_true_words(
    demo: Backend, enter: Room, settle: Settle, seen: Seen
) -> None:
    await demo.call(closed)
    async with enter("Child F", "L. Lead", (80, 24)) as (pilot, _):
        await pilot.press("m", "y")
        await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, Advice)
        assert "MASKED" in seen(pilot.app)
        assert "Child F of ‹address›" in seen(pilot.app)
        await pilot.press("ctrl+home", *"In sum: ")
        drafts = await kept(demo, pilot, "In sum: ")
        assert SAID in drafts
        assert "‹address›" not in drafts
        for at in range(len(form.form.sections)):
            await form.form.show(at)
            await settle(pilot)
            page = " ".join(seen(pilot.app).split())
            assert [secret for secret in (*SECRETS, "L. Lead") if secret in page] == [], page


async def test_unmasked_the_recommendation_shows_every_word(
    demo: Backend, enter: Room, settle: Settle, seen: Seen
) -> None:
    await demo.call(closed)
    async with enter("Child F", "L. Lead") as (pilot, _):
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Advice)
        assert "Finn Placeholder of 1 Example Street" in seen(pilot.app)


async def test_people_are_called_by_their_posts_and_found_by_their_names(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        await pilot.press("s")
        await settle(pilot)
        assert "Detective inspector · Police · member" in seen(pilot.app)
        await pilot.press("down", "down", "l")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert screen.on_record is not None
        assert screen.on_record.meeting is not None
        assert [who.name for who in screen.on_record.meeting.attendance if not who.here] == ["P. Member"]
        await pilot.press("colon", *"a Ring the school", "tab", *"head tea", "tab", "tab", *"+7", "enter")
        await settle(pilot)
        assert "Head teacher (" in seen(pilot.app)
        lines = await demo.call(lambda services: services.desk.file(case_of(services)).lines)
        assert (lines[-1].text, lines[-1].owner) == ("Ring the school", "T. Teacher (Education)")


async def test_a_meeting_that_starts_is_masked_from_its_first_moment(demo: Backend, room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("m", "y")
        await settle(pilot)
        assert screen.sitting is not None
        truth = screen.on_record
        assert truth is not None
        assert truth.meeting is not None
        draft = truth.meeting.but(state=MeetingState.DRAFT)
        await screen.to_show(type(truth)(truth.file, draft, truth.view, truth.assessment, truth.board, None, truth.now))
        assert not screen.masked
        shown = await screen.to_show(truth)
        assert screen.masked
        assert shown.masked
