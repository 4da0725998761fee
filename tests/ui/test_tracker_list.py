"""The tracker's list by keyboard: terms, marks, groups, views that are kept, cards; the cursor stays on its row."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import TextArea

from screens.base import Page, Place
from screens.tracker import Tracker
from screens.tracker_views import Views
from screens.widgets.filter import Filter
from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend
from sscb_tui.config import Places
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import ActionState
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.user_state import UserState

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
MANAGER: Actor = people.MANAGER.actor()
TODAY = date(2026, 11, 23)
KEYS = {" ": "space", ":": "colon", "<": "less_than_sign", ">": "greater_than_sign", "=": "equals_sign", "-": "minus"}
SAID = (
    ("POL", "Send call-outs to schools", 10, None),
    ("POL", "Audit call-outs", 60, ActionState.IN_PROGRESS),
    ("CSC", "Ask about fathers", -5, ActionState.BLOCKED),
    ("CSC", "Ask about lodgers", 90, ActionState.DONE_UNVERIFIED),
)


def more(services: Services) -> None:
    """Two recommendations of one case; one has four actions, the other has none."""
    case_id = services.desk.case("SSCB/2026/002").id
    fathers = RecommendationForm(text="Fathers are asked.", themes=("fathers", "escalation"))
    number = services.tracker.recommend(MANAGER, case_id, fathers).number
    services.tracker.recommend(MANAGER, case_id, RecommendationForm(text="Nobody acts on this yet."))
    for agency, words, days, state in SAID:
        form = ActionForm(
            recommendation_number=number,
            agency=agency,
            owner="Head of service",
            action=words,
            outcome="Somebody notices.",
            due=TODAY + timedelta(days=days),
        )
        made = services.tracker.act(MANAGER, case_id, form)
        if state is ActionState.BLOCKED:
            services.progress.update(MANAGER, made.id, ActionState.BLOCKED, "Waits for the court.")
        elif state is not None:
            services.progress.update(MANAGER, made.id, state, "Said so.")


@asynccontextmanager
async def opened(
    backend: Backend, settle: Settle, *, size: tuple[int, int] = (120, 40), state: UserState | None = None
) -> AsyncIterator[tuple[Pilot[None], Tracker]]:
    """The tracker with a list long enough to be sorted."""
    app = Sscb(backend, act_as=MANAGER.name, state=state)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        assert isinstance(app.screen, Tracker)
        yield pilot, app.screen


@pytest.fixture
async def full(demo: Backend) -> Backend:
    """The demonstration with more on its tracker: A-3 to A-6, and R-n that nobody acts on."""
    await demo.call(more)
    return demo


async def write(pilot: Pilot[None], settle: Settle, text: str) -> None:
    """Type into the filter."""
    await pilot.press("slash", *(KEYS.get(sign, sign) for sign in text))
    await settle(pilot)


def remembered(file: Path) -> UserState:
    """What the next start finds."""
    here = file.parent
    return UserState.load(Places(here, here, here, here, here / "board.db"))


def found(page: Tracker) -> list[str]:
    """What the list has found, from the top."""
    return [page.arranged.lines[place].label for place in page.table.lines.found]


async def test_terms_narrow_the_list_while_they_are_typed(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, page):
        everything = len(found(page))
        await write(pilot, settle, "agency:")
        assert len(found(page)) == everything
        assert "agency: its code or any of its names" in seen(pilot.app)
        await pilot.press(*"police")
        await settle(pilot)
        assert found(page) == ["A-3", "A-4"]
        await pilot.press("space", *"due", "colon", "less_than_sign", *"30")
        await settle(pilot)
        assert found(page) == ["A-3", "A-4"]
        assert "due: <30d, >14d, <2026-12-01" in seen(pilot.app)
        await pilot.press("d", "enter")
        await settle(pilot)
        assert found(page) == ["A-3"]
        assert "1 of 7 found" in (page.sub_title or "")
        assert "terms:" not in seen(pilot.app)


async def test_a_term_nobody_knows_is_said_in_one_line_and_stays_as_it_was_typed(
    full: Backend, settle: Settle, seen: Seen
) -> None:
    async with opened(full, settle) as (pilot, page):
        await write(pilot, settle, "police due:soon rag:red")
        await pilot.press("enter")
        await settle(pilot)
        assert "“due:soon” is not understood. due: takes <30d" in seen(pilot.app)
        assert "police due:soon rag:red" in seen(pilot.app)
        assert found(page) == ["A-3"]
        await pilot.press("slash", "escape")
        await settle(pilot)
        assert len(found(page)) == 7
        assert "not understood" not in seen(pilot.app)


async def test_a_term_is_completed_where_it_can_only_be_one(full: Backend, settle: Settle) -> None:
    async with opened(full, settle) as (pilot, page):
        await write(pilot, settle, "sta")
        await pilot.press("right", *"block", "right")
        await settle(pilot)
        assert page.query_one(Filter).value == "state:blocked"
        assert found(page) == ["A-5"]


async def test_what_waits_for_an_action_stands_in_the_list_and_says_so(
    full: Backend, settle: Settle, seen: Seen
) -> None:
    async with opened(full, settle) as (pilot, page):
        assert "1 waiting" in (page.sub_title or "")
        await write(pilot, settle, "is:recommendation")
        await pilot.press("enter")
        await settle(pilot)
        assert "? no action" in seen(pilot.app)
        assert "Nobody acts on this yet." in seen(pilot.app)
        await pilot.press("u")
        await settle(pilot)
        assert any("has no action yet" in each.message for each in pilot.app._notifications)
        assert page.chosen == ()


async def test_the_cursor_goes_to_what_was_made_here_and_not_to_what_another_window_added(
    full: Backend, settle: Settle, board: Path, clock: SetClock
) -> None:
    other = build_backend(board, clock=clock)
    async with opened(full, settle) as (pilot, page):
        start = page.table.key
        await other.call(more)
        await other.close()
        page.refresh_record()
        await settle(pilot)
        assert "A-10" in found(page)
        assert page.table.key == start
        await pilot.press("n")
        await settle(pilot)
        pilot.app.screen.query(TextArea).first().focus()
        await pilot.press(*"Share it", "ctrl+r")
        await settle(pilot)
        assert page.current is not None
        assert page.current.thing.action == "Share it"


async def test_rows_are_marked_counted_and_kept_by_the_filter(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, page):
        await write(pilot, settle, "agency:police")
        await pilot.press("enter", "asterisk")
        await settle(pilot)
        assert "2 marked" in (page.sub_title or "")
        await write(pilot, settle, " audit")
        await pilot.press("enter")
        await settle(pilot)
        assert "2 marked, 1 not on show" in (page.sub_title or "")
        assert [row.number for row in page.chosen] == [3, 4]
        await pilot.press("escape")
        await settle(pilot)
        assert "marked" not in (page.sub_title or "")
        assert pilot.app.screen is page
        assert [row.number for row in page.chosen] == [4]
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is not page


async def test_groups_count_what_is_in_them_and_the_cursor_stays_on_its_row(
    full: Backend, settle: Settle, seen: Seen
) -> None:
    async with opened(full, settle) as (pilot, page):
        page.uncover(next(line.key for line in page.rows if line.label == "A-4"))
        for group in ("agency", "review", "recommendation", "theme", "owner", "state", ""):
            await pilot.press("b")
            await settle(pilot)
            assert page.current is not None
            assert page.current.label == "A-4", group
            assert (f"by {group}" in (page.sub_title or "")) == bool(group)
            if group == "agency":
                assert "▾ Police          2 open  ▁▁▁▁▁ 0%" in seen(pilot.app)
                assert "▾ Social care     2 open · 1 overdue" in seen(pilot.app)
        for order in ("slip", "agency", "evidence", "number", "state", "due"):
            await pilot.press("o")
            await settle(pilot)
            assert page.current is not None
            assert page.current.label == "A-4", order


async def test_the_cursor_stays_on_its_row_when_another_window_changes_rows(
    full: Backend, settle: Settle, board: Path, clock: SetClock
) -> None:
    other = build_backend(board, clock=clock)
    async with opened(full, settle) as (pilot, page):
        await pilot.press("b", "b", "b", "b", "b", "b")  # by state, which is what will change
        page.uncover(next(line.key for line in page.rows if line.label == "A-3"))
        await pilot.press("space")
        await settle(pilot)
        page.uncover(next(line.key for line in page.rows if line.label == "A-3"))
        row = page.chosen[0]
        await other.call(
            lambda services: services.progress.update(MANAGER, row.action_id, ActionState.IN_PROGRESS, "Begun.")
        )
        await other.close()
        page.refresh_record()
        await settle(pilot)
        assert page.current is not None
        assert page.current.label == "A-3"
        assert page.current.state == "in progress"
        assert pilot.app.focused is page.table
        assert [each.number for each in page.chosen] == [3]


async def test_a_row_that_another_window_takes_out_of_the_view_leaves_the_cursor_near_its_place(
    full: Backend, settle: Settle, board: Path, clock: SetClock
) -> None:
    other = build_backend(board, clock=clock)
    async with opened(full, settle) as (pilot, page):
        await write(pilot, settle, "state:open is:action")
        await pilot.press("enter", "o", "o", "o", "o")  # by number
        page.uncover(next(line.key for line in page.rows if line.label == "A-4"))
        await settle(pilot)
        row = page.chosen[0]
        await other.call(
            lambda services: services.progress.withdraw(MANAGER, row.action_id, "No need.", "Board, item 7")
        )
        await other.close()
        before = found(page)
        page.refresh_record()
        await settle(pilot)
        assert found(page) == [label for label in before if label != "A-4"]
        assert page.current is not None
        assert page.current.label == before[before.index("A-4") + 1]
        assert any("A-4 is no longer among" in each.message for each in pilot.app._notifications)


async def test_a_view_is_chosen_and_its_terms_stand_in_the_filter(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, page):
        await pilot.press("f")
        await settle(pilot)
        for name in ("Open", "Overdue", "Silent", "Ready to verify", "Due in 30 days", "Re-tests due", "No owner"):
            assert name in seen(pilot.app), name
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        assert (page.sub_title or "").startswith("Overdue · ")
        assert found(page) == ["A-2", "A-5"]
        assert page.query_one(Filter).value == "overdue"
        assert pilot.app.focused is page.table


async def test_a_view_of_ones_own_is_kept_and_found_again_after_a_restart(
    full: Backend, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    file = tmp_path / "state" / "window.json"
    async with opened(full, settle, state=UserState(file=file)) as (pilot, page):
        await write(pilot, settle, "agency:police -silent")
        await pilot.press("enter", "b", "o", "f")
        await settle(pilot)
        await pilot.press("s", *"Ours", "enter")
        await settle(pilot)
        assert "★ Ours" in seen(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert (page.sub_title or "").startswith("Ours · 2 of 7 found · by agency · slip first")
    async with opened(full, settle, state=remembered(file)) as (pilot, page):
        await pilot.press("f", "G", "end", "enter")
        await settle(pilot)
        assert found(page) == ["A-3", "A-4"]
        assert (page.group, page.order) == (1, 1)
        await pilot.press("f", "delete")
        await settle(pilot)
        assert "Ours" not in seen(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
    assert remembered(file).views == {}


async def test_no_view_keeps_words_that_may_name_a_case(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, page):
        await write(pilot, settle, "review:004")
        await pilot.press("enter", "f")
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "A view is kept for every case" in seen(pilot.app)
        assert isinstance(pilot.app.screen, Views)
        await pilot.press("escape")
        await settle(pilot)
        assert page.query_one(Filter).value == "review:004"


async def test_a_name_that_is_taken_or_missing_is_refused_in_the_dialog(
    full: Backend, settle: Settle, seen: Seen
) -> None:
    async with opened(full, settle) as (pilot, _):
        await pilot.press("f", "s", "enter")
        await settle(pilot)
        assert "A view needs a name of its own" in seen(pilot.app)
        await pilot.press(*"Open", "enter")
        await settle(pilot)
        assert "Open is taken." in seen(pilot.app)
        await pilot.press("escape", "delete")
        await settle(pilot)
        assert "only one's own (★) can be forgotten" in seen(pilot.app)


@pytest.mark.parametrize(("width", "columns"), [(80, 3), (120, 4), (200, 6)])
async def test_cards_stand_in_columns_by_state_and_as_many_as_fit(
    full: Backend, settle: Settle, seen: Seen, width: int, columns: int
) -> None:
    async with opened(full, settle, size=(width, 40)) as (pilot, page):
        page.uncover(next(line.key for line in page.rows if line.label == "A-3"))
        await pilot.press("c")
        await settle(pilot)
        assert page.board.fitting == columns
        assert "▸A-3 3 Dec Police" in seen(pilot.app)
        assert "Not started  2" in seen(pilot.app)
        assert ("Done, not verified" in seen(pilot.app)) == (columns > 3)


async def test_arrows_go_between_columns_and_enter_opens_the_same_row(
    full: Backend, settle: Settle, seen: Seen
) -> None:
    async with opened(full, settle, size=(80, 24)) as (pilot, page):
        page.uncover(next(line.key for line in page.rows if line.label == "A-3"))
        await pilot.press("c", "right", "right")
        await settle(pilot)
        assert page.current is not None
        assert page.current.label == "A-5"
        await pilot.press("right")
        await settle(pilot)
        assert "‹ Under way" in seen(pilot.app)
        assert page.current is not None
        before = page.current.label
        await pilot.press("c")
        await settle(pilot)
        assert page.current is not None
        assert page.current.label == before
        assert pilot.app.focused is page.table
        await pilot.press("c", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Page)
        assert pilot.app.screen.place is Place.CASE


async def test_cards_are_marked_as_rows_are(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, page):
        page.uncover(next(line.key for line in page.rows if line.label == "A-3"))
        await pilot.press("c", "space")
        await settle(pilot)
        assert "●A-3" in seen(pilot.app)
        assert "1 marked" in (page.sub_title or "")
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is page
        assert page.marks.marked == ()
        assert "●A-3" not in seen(pilot.app)


async def test_a_group_of_a_recommendation_says_what_was_recommended(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, _):
        await pilot.press("b", "b", "b")
        await settle(pilot)
        assert any("▁ 0%  Fathers are asked." in line for line in seen(pilot.app).splitlines())


async def test_cards_are_the_rows_the_filter_finds(full: Backend, settle: Settle, seen: Seen) -> None:
    async with opened(full, settle) as (pilot, page):
        await pilot.press("c")
        await write(pilot, settle, "agency:police")
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.focused is page.board
        assert "Not started  1" in seen(pilot.app)
        assert "Blocked  0" in seen(pilot.app)
        await write(pilot, settle, " zebra")
        await pilot.press("enter")
        await settle(pilot)
        assert "Nothing to show here." in seen(pilot.app)
