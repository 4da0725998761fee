"""The merged chronology on the scoping screen: in the questions' place, filtered and read by keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.dialogs.choose import Choose
from screens.dialogs.passage import Passage
from screens.scoping import Scoping
from screens.widgets.filter import Filter
from screens.widgets.lanes import Lanes
from screens.widgets.lanes_filter import Wanted
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.views import MergedChronology
from tests.ui.conftest import Room

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
MANAGER = people.MANAGER.actor()
SHEET = """date,agency,event,source
Spring 2010,CSC,Mother was herself looked after,file 1
early March 2012,POL,Called to the home by a neighbour,RMS 1
12 Mar 2012,POL,"Call-out, shouting; two children asleep",RMS 2
13 Mar 2012,CSC,"Police call-out, shouting; children seen awake",file 2
two days later,CSC,Letter to mother,file 3
?,HSG,Arrears letter of an unreadable date,
"""


def take(services: Services, sheet: str = SHEET, name: str = "rows.csv") -> str:
    """A spreadsheet beside Child Q's returns; the case's id."""
    case_id = next(row.case_id for row in services.desk.queue() if row.pseudonym == "Child Q")
    services.chronologies.take(MANAGER, case_id, name, sheet.encode())
    return case_id


@pytest.fixture
def room(demo: Backend, enter: Room) -> Room:
    """Opens the meeting room with Child Q in hand and a spreadsheet of rows taken."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Pilot[None], Scoping]]:
        await demo.call(take)
        async with enter("Child Q", "B. Manager", size) as entered:
            yield entered

    return opened


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_x_shows_the_chronology_in_the_questions_place_and_x_brings_them_back(
    room: Room, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with room(size) as (pilot, screen):
        await pilot.press("down", "x")
        await settle(pilot)
        assert "Spring 2010" in seen(pilot.app)
        assert "Chronology · " in seen(pilot.app)
        assert screen.query_one(Lanes).has_focus
        assert not screen.query_one(SideBySideGrid).display
        await pilot.press("down", "x")
        await settle(pilot)
        assert "Side by side" in seen(pilot.app)
        assert screen.query_one(SideBySideGrid).has_focus
        assert screen.query_one(SideBySideGrid).row == 1
        await pilot.press("x")
        await settle(pilot)
        assert screen.query_one(Lanes).row == 1


async def test_enter_shows_the_row_whole_with_what_its_date_may_mean(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, _):
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        shown = seen(pilot.app)
        assert "▋ season: 1 Mar 2010 to 31 May 2010" in shown
        assert "Mother was herself looked after" in shown
        assert "file 1" in shown
        assert "in a chronology file" in shown


async def test_filters_are_chosen_and_combined_at_the_slash_and_escape_shows_all(
    room: Room, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        lanes = screen.query_one(Lanes)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Choose)
        await pilot.press("down", "down", "down", "down", "enter")
        await settle(pilot)
        assert lanes.wanted == Wanted(differs=True)
        await pilot.press("slash")
        await settle(pilot)
        assert "● only differences" in seen(pilot.app)
        await pilot.press("end", "up", "enter")
        await settle(pilot)
        assert "Which agency?" in seen(pilot.app)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert lanes.wanted.differs
        assert lanes.wanted.agency
        assert "Esc shows all" in seen(pilot.app)
        await pilot.press("escape")
        assert lanes.wanted == Wanted()
        assert screen.is_current


async def test_a_person_is_chosen_by_relationship_never_by_name(room: Room, settle: Settle, seen: Seen) -> None:
    async with room() as (pilot, screen):
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        shown = seen(pilot.app)
        assert "P2 mother · 2 rows" in shown
        assert screen.sitting is not None
        assert not any(each.name in shown for each in screen.sitting.file.case.family)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert "only P2 mother" in seen(pilot.app)
        assert "Letter to mother" in seen(pilot.app)
        assert "Arrears" not in seen(pilot.app)


async def test_all_rows_at_the_slash_forgets_every_filter(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        lanes = screen.query_one(Lanes)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        await pilot.press("enter", *"arrears", "enter")
        assert lanes.wanted == Wanted(words="arrears")
        await pilot.press("slash")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert lanes.wanted == Wanted()
        assert screen.query_one(Filter).value == ""


async def test_rows_from_another_window_appear_and_the_cursor_stays_on_its_row(
    room: Room, demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with room() as (pilot, screen):
        await pilot.press("x")
        await settle(pilot)
        lanes = screen.query_one(Lanes)
        await pilot.press("down", "down")
        before = lanes.current()
        await demo.call(lambda services: take(services, "date,agency,event\n2009,POL,From another window\n", "b.csv"))
        screen.refresh_record()
        await settle(pilot)
        assert "From another window" in " ".join(entry.event for entry in lanes.view.rows)
        now = lanes.current()
        assert before is not None
        assert now is not None
        assert now.entry_id == before.entry_id
        assert lanes.has_focus


async def test_the_capture_line_gives_the_focus_back_to_what_is_shown(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("colon", "escape")
        await settle(pilot)
        assert screen.query_one(Lanes).has_focus


async def test_nothing_is_merged_again_while_no_document_has_changed(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("x")
        await settle(pilot)
        lanes = screen.query_one(Lanes)
        before = lanes.view
        screen.refresh_record()
        await settle(pilot)
        assert lanes.view is before


async def test_a_row_is_evidence_by_its_agency_and_its_date_as_typed(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        assert screen.row_here() is None
        await pilot.press("x")
        await settle(pilot)
        evidence = screen.row_here()
        assert evidence is not None
        assert (evidence.source, evidence.ref) == ("chronology", "CSC Spring 2010")
        assert evidence.quote == "Mother was herself looked after"
        screen.query_one(Lanes).show(MergedChronology((), ()), {})
        assert screen.row_here() is None


async def test_whoever_needs_the_questions_can_bring_them_back(room: Room, settle: Settle) -> None:
    async with room() as (pilot, screen):
        await pilot.press("x")
        await settle(pilot)
        screen.show_questions()
        assert screen.middle is screen.query_one(SideBySideGrid)
        assert screen.query_one(SideBySideGrid).display
