"""`/` narrows every list that has rows of its own: the sides of the case file, the review, the conflicts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from screens.case_file import CaseFile
from screens.dialogs.conflicts import Conflicts
from screens.review import Review
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend
from tests.ui.conftest import Room

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


async def of_child_m(pilot: Pilot[None], settle: Settle, key: str) -> None:
    """The case of Child M in hand, and a key."""
    await settle(pilot)
    assert isinstance(pilot.app, Sscb)
    rows = await pilot.app.context.backend.call(lambda services: services.desk.queue())
    pilot.app.context.case_id = next(row.case_id for row in rows if row.pseudonym == "Child M")
    await pilot.press(key)
    await settle(pilot)


@pytest.mark.parametrize(("side", "words"), [("3", "police"), ("5", "ck-2"), ("6", "minutes"), ("7", "referral")])
async def test_each_list_of_the_case_file_narrows_and_is_whole_again(
    demo: Backend, settle: Settle, side: str, words: str
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseFile)
        await pilot.press(side)
        await settle(pilot)
        table = app.screen.list_in_hand()
        assert table is not None
        shown, total = table.count
        assert shown == total > 0
        await pilot.press("slash", *words)
        await settle(pilot)
        assert table.count[0] < total
        await pilot.press("enter")
        assert table.has_focus
        await pilot.press("slash", "escape")
        await settle(pilot)
        assert table.count == (total, total)
        await pilot.press("slash", *"zzz", "enter", "1", side)
        await settle(pilot)
        assert table.count == (total, total)


async def test_a_side_without_a_list_offers_nothing_to_find(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseFile)
        assert app.screen.check_action("find", ()) is False
        await pilot.press("slash")
        assert not isinstance(app.focused, Input)


async def test_the_lines_of_a_review_narrow_and_going_to_another_part_shows_all_of_it(
    demo: Backend, settle: Settle
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await of_child_m(pilot, settle, "V")
        assert isinstance(app.screen, Review)
        parts, items = app.screen.query_one("#parts", Table), app.screen.query_one("#items", Table)
        parts.go_to("terms")
        await settle(pilot)
        await pilot.press("right", "slash", *"purpose")
        await settle(pilot)
        assert items.count[0] < items.count[1]
        await pilot.press("enter", "left", "down")
        await settle(pilot)
        assert items.count[0] == items.count[1]


async def test_conflicts_narrow_too(enter: Room, settle: Settle) -> None:
    async with enter("Child F", "L. Lead") as (pilot, _):
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conflicts)
        table = pilot.app.screen.query_one(Table)
        total = table.count[1]
        assert total > 1
        await pilot.press("slash", *"zzz")
        await settle(pilot)
        assert table.count == (0, total)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Conflicts)
        assert table.count == (total, total)
