"""Reading the returns by keyboard: what is new, where accounts differ, what was sent again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.dialogs.passage import Passage
from screens.scoping import Scoping
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.services.backend import Backend
from tests.ui.conftest import scoping_room

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


@asynccontextmanager
async def child_f(
    demo: Backend, settle: Settle, size: tuple[int, int] = (200, 50)
) -> AsyncIterator[tuple[Pilot[None], SideBySideGrid]]:
    """The meeting that is on, with nine agencies' returns compared."""
    async with scoping_room(demo, settle, "Child F", "L. Lead", size) as (pilot, screen):
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        yield pilot, screen.query_one(SideBySideGrid)


def cell(grid: SideBySideGrid, agency: str, question: str) -> tuple[str, int]:
    """What is folded and what conflicts in one cell."""
    grid.to_cell(agency, question)
    current = grid.current()
    assert current is not None
    return current[2].folded, current[2].conflicts


async def test_n_folds_what_only_repeats_another_agency_and_unfolds_it_again(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with child_f(demo, settle) as (pilot, grid):
        assert cell(grid, "CCG", "F4.C1")[0] == ""
        await pilot.press("n")
        assert cell(grid, "CCG", "F4.C1")[0] == "as Community health, C1"
        await settle(pilot)
        shown = seen(pilot.app)
        assert "≡ as Community" in shown
        assert "only what is new" in shown
        await pilot.press("enter")
        await settle(pilot)
        assert "development check" in " ".join(seen(pilot.app).split())
        await pilot.press("escape", "n")
        assert cell(grid, "CCG", "F4.C1")[0] == ""


async def test_the_next_conflict_is_found_round_and_round(demo: Backend, settle: Settle) -> None:
    async with child_f(demo, settle) as (pilot, grid):
        grid.to_cell("CHS", grid.view.questions[0][0])
        visited = set()
        for _ in range(40):
            await pilot.press("exclamation_mark")
            current = grid.current()
            assert current is not None
            assert current[2].conflicts > 0
            visited.add((current[0][0], current[1][0]))
        marked = sum(each.conflicts > 0 for row in grid.view.cells for each in row)
        assert len(visited) == marked > 10


async def test_only_differences_leaves_the_childs_day_and_rows_that_differ(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with child_f(demo, settle) as (pilot, grid):
        before = len(grid.view.questions)
        await pilot.press("slash", "down", "enter")
        await settle(pilot)
        assert "only differences" in seen(pilot.app)
        assert 1 < len(grid.view.questions) < before
        assert grid.view.questions[0][0] == "F4.E1"
        assert all(any(each.conflicts for each in row) for row in grid.view.cells[1:])


async def test_a_return_that_was_sent_again_opens_word_for_word(demo: Backend, settle: Settle, seen: Seen) -> None:
    async with child_f(demo, settle) as (pilot, grid):
        grid.to_agency("POL")
        assert "(sent again)" in seen(pilot.app)
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        shown = seen(pilot.app)
        assert "CHANGED" in shown
        assert "[-" in shown
        assert "{+" in shown


async def test_an_agency_that_sent_one_return_has_no_earlier_one(demo: Backend, settle: Settle) -> None:
    async with child_f(demo, settle) as (pilot, grid):
        grid.to_agency("CHS")
        await pilot.press("q")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Scoping)
        assert any("sent one return" in each.message for each in pilot.app._notifications)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_marks_stand_in_a_line_of_their_own_at_every_size(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with child_f(demo, settle, size) as (pilot, grid):
        grid.to_cell("CSC", "F4.C3")
        grid.focus()
        await settle(pilot)
        assert "! differs" in seen(pilot.app)
