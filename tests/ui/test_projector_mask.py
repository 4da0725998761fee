"""What a projected meeting may show: no name, birth date, address or restricted passage, in no pane and no dialog."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from screens.base import Page, Place
from screens.forms.spec import Field, Kind, Section
from screens.keeping import Kept
from screens.scoping import Scoping
from screens.widgets.form_dialog import FormDialog
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.app import Sscb
from sscb_tui.domain.terms import MeetingState
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
Room = Callable[..., AbstractAsyncContextManager[tuple[Pilot[None], Scoping]]]
WORDS = Section("Words", (Field("text", "Words", Kind.LONG),))
MANAGER, MINUTES = people.MANAGER.actor(), people.MINUTES.actor()
PEOPLE = ("Finn", "Placeholder", "Placeholdor", "Fay ", "Fred", "Gwen")
WITNESS = "is a witness and is not to be named"
SECRETS = (*PEOPLE, "Example Street", "2 Oct 2024", "02/10/2024", "2 Nov 2024", WITNESS, "is being traced")
"""Everything of the family that stands in returns, rows and lines; and two passages that the police keep back."""
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
def room(demo: Backend, settle: Settle) -> Room:
    """Opens Child F's meeting, with everything planted."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Pilot[None], Scoping]]:
        case_id = await demo.call(planted)
        app = Sscb(demo, act_as="M. Minutes")
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            app.journey.go(Page.Go(Place.SCOPING, case_id))
            await settle(pilot)
            assert isinstance(app.screen, Scoping)
            yield pilot, app.screen

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
        await pilot.press("m")
        await settle(pilot)
        assert not screen.masked
        assert "UNMASKED" in seen(pilot.app)
        whole = " ".join(" ".join(await frames(pilot, settle, seen)).split())
        assert [name for name in PEOPLE if name not in whole] == []
        assert "hidden while masked" not in whole


async def test_the_mask_is_on_when_the_screen_is_opened_again(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("m")
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


async def test_words_that_are_masked_cannot_be_changed_and_are_kept_when_left_alone(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        minutes = screen.query_one(MinutesList)
        minutes.focus()
        await pilot.press("home")
        minutes.highlighted = next(at for at, line in enumerate(minutes.lines) if "‹address›" in line.text)
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(pilot.app.screen, FormDialog)
        await pilot.press("ctrl+r")
        await settle(pilot)
        lines = await demo.call(lambda services: services.desk.file(case_of(services)).lines)
        assert sum(line.text == SAID for line in lines) >= 6
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("X", "ctrl+r")
        for _ in range(100):
            await settle(pilot)
            if "are masked" in seen(pilot.app):
                break
        assert "are masked" in seen(pilot.app)
        lines = await demo.call(lambda services: services.desk.file(case_of(services)).lines)
        assert not any("‹address›" in line.text for line in lines)


async def test_a_dialog_left_half_typed_under_the_mask_keeps_the_true_words(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await settle(pilot)
        kept = Kept(screen, WORDS, "line")
        kept._offered = {"text": screen.veiled(SAID)}
        kept._values = {"text": screen.veiled(SAID)}
        assert "‹address›" in str(kept._values["text"])
        assert kept._to_keep() == {"text": SAID}
        kept._values = {"text": "typed anew"}
        assert kept._to_keep() == {"text": "typed anew"}


async def test_a_meeting_that_starts_is_masked_from_its_first_moment(demo: Backend, room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("m")
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
