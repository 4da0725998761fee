"""The Board's dashboard by keyboard: every figure in numbers, each line a way into the tracker, papers a key away."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from screens.base import Place
from screens.board_paper import BoardPaperPreview, Wanted
from screens.dashboard import Dashboard
from screens.dashboard_words import length
from screens.tracker import Tracker
from screens.widgets.filter import Filter
from screens.widgets.plot import Plot
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


@asynccontextmanager
async def dashboard(
    backend: Backend, settle: Settle, *, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], Dashboard]]:
    """The dashboard of the invented cases."""
    app = Sscb(backend, act_as="B. Manager")
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("B")
        await settle(pilot)
        assert isinstance(app.screen, Dashboard)
        yield pilot, app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_the_first_figure_is_read_in_words_and_numbers_at_every_width(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with dashboard(demo, settle, size=size) as (pilot, page):
        words = seen(pilot.app)
        for part in ("2 actions · 1 open · 1 overdue", "How actions stand", "overdue", "50%", "1 of 14", "? Keys"):
            assert part in words, part
        assert page.query_one(Plot).display is (size[0] >= 100)


async def test_every_figure_comes_round_by_one_key_and_the_plot_names_and_numbers_its_bars(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with dashboard(demo, settle) as (pilot, page):
        assert page.found is not None
        titles = []
        for figure in page.found.figures:
            titles.append(page.figure.title if page.figure else "")
            assert figure.title in seen(pilot.app)
            if not figure.is_empty and not figure.over_time:
                drawn = page.query_one(Plot).render().plain  # type: ignore[union-attr]  # a Text, always
                assert all(bar.label[:18] in drawn and str(bar.count) in drawn for bar in figure.bars)
            await pilot.press("right")
            await settle(pilot)
        assert titles == [each.title for each in page.found.figures]
        assert page.at == 0, "after the last comes the first"
        await pilot.press("h")
        await settle(pilot)
        assert page.at == len(titles) - 1


async def test_enter_lists_the_same_actions_on_the_tracker_and_esc_comes_back(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with dashboard(demo, settle) as (pilot, page):
        await pilot.press("j", "j", "j", "j", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Tracker)
        assert pilot.app.screen.query_one(Filter).value == "overdue"
        assert pilot.app.screen.table.count == (1, len(pilot.app.screen.rows))
        assert "A-2" in seen(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen_stack[-1] is page


async def test_what_the_tracker_has_no_term_for_says_so(demo: Backend, settle: Settle) -> None:
    async with dashboard(demo, settle) as (pilot, page):
        await pilot.press("j", "enter")
        await settle(pilot)
        assert pilot.app.screen is page
        assert any("no term for exactly these" in each.message for each in pilot.app._notifications)


async def test_it_is_narrowed_to_a_review_and_an_agency_and_what_is_listed_is_narrowed_too(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with dashboard(demo, settle) as (pilot, page):
        await pilot.press("r", "down", "enter")
        await settle(pilot)
        await pilot.press("a", "down", "enter")
        await settle(pilot)
        assert page.found is not None
        assert page.found.about == "SSCB/2026/002 Child M, Housing"
        assert page.found.total == 1
        assert "SSCB/2026/002 Child M, Housing" in seen(pilot.app)
        await pilot.press("j", "j", "j", "j", "enter")
        await settle(pilot)
        assert pilot.app.screen.query_one(Filter).value == 'overdue review:"SSCB/2026/002" agency:HSG'
        await pilot.press("escape", "x")
        await settle(pilot)
        assert page.found is not None
        assert page.found.total == 2


@pytest.mark.parametrize(
    ("downs", "title"),
    [
        (0, "# Dashboard of the Board\n"),
        (1, "| For        | the public "),
        (2, "# Composite action plan\n"),
        (3, "# Actions of Gentoo"),
        (4, "# Annual report: learning from reviews\n"),
    ],
)
async def test_papers_across_cases_are_read_and_saved(
    demo: Backend, settle: Settle, tmp_path: Path, downs: int, title: str
) -> None:
    async with dashboard(demo, settle) as (pilot, page):
        await pilot.press("p", *["down"] * downs, "enter")
        await settle(pilot)
        if downs == 3:
            await pilot.press("enter")
            await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BoardPaperPreview)
        assert screen.paper is not None
        assert title in screen.paper.markdown
        await pilot.press("s")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = str(tmp_path)
        await pilot.press("enter")
        await settle(pilot)
        assert (tmp_path / screen.paper.filename).read_text(encoding="utf-8") == screen.paper.markdown
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is page


async def test_the_page_with_its_drawings_is_saved(demo: Backend, settle: Settle, tmp_path: Path) -> None:
    async with dashboard(demo, settle) as (pilot, _):
        await pilot.press("w")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "board.html")
        await pilot.press("enter")
        await settle(pilot)
        text = (tmp_path / "board.html").read_text(encoding="utf-8")
        assert "<svg " in text
        assert "<script" not in text


async def test_an_empty_record_counts_nothing_and_breaks_nothing(empty: Backend, settle: Settle) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.journey.switch(Place.DASHBOARD)
        await settle(pilot)
        await pilot.press(*["right"] * 14)
        await settle(pilot)
        assert isinstance(app.screen, Dashboard)
        assert app.screen.found is not None
        assert app.screen.found.total == 0


def test_a_papers_argument_says_what_it_is_narrowed_to() -> None:
    for wanted in (Wanted("plan"), Wanted("extract", "POL"), Wanted("dashboard", "", ("a", "b"))):
        assert Wanted.of(wanted.argument()) == wanted


@pytest.mark.parametrize(("count", "most", "cells"), [(0, 9, 0), (1, 900, 1), (9, 9, 20), (45, 90, 10), (0, 0, 0)])
def test_a_bar_is_as_long_as_its_share_and_never_unseen(count: int, most: int, cells: int) -> None:
    assert len(length(count, most)) == cells
