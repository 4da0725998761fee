"""How the tracker's lines are ordered and grouped, and what a group comes to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from screens.tracker_sort import GROUPS, ORDERS, Group, arrange, bar, counts
from screens.tracker_views import STOCK, View, kept, recalled
from sscb_tui.domain.terms import ActionState, Rag
from sscb_tui.services.tracker_lines import Line
from sscb_tui.services.tracker_query import read
from tests.unit.tracker_rows import TODAY, action, end


def line(number: int, **said: object) -> Line:
    """An action by its number."""
    return action(action_id=f"a{number}", number=number, **said)


def ordered(by: str, *held: Line) -> str:
    """Their labels, ordered so."""
    order = next(each for each in ORDERS if each.label == by)
    return " ".join(each.label for each in arrange(held, order, GROUPS[0]).lines)


def grouped(by: str, *held: Line) -> list[tuple[str, str]]:
    """Their labels, each under its group."""
    group = next(each for each in GROUPS if each.label == by)
    made = arrange(held, ORDERS[0], group)
    return [(name, each.label) for name, each in zip(made.groups, made.lines, strict=True)]


def test_by_date_what_is_open_comes_first_and_what_has_no_date_after_what_has_one() -> None:
    done, undated = line(1, due=TODAY, state=ActionState.CLOSED), line(2, due=None)
    held = (done, undated, end(), line(3, due=TODAY + timedelta(days=1)), line(4, due=TODAY))
    assert ordered("due", *held) == "A-4 A-3 A-2 R-7 A-1"


def test_other_orders_begin_with_what_slips_and_with_the_weakest_evidence() -> None:
    held = (line(1, slipped_days=3), line(2, slipped_days=30, evidence_rung=1, agency="HSG"), end(finding=True))
    assert ordered("slip", *held) == "A-2 A-1 F-2"
    assert ordered("evidence", *held) == "F-2 A-2 A-1"
    assert ordered("agency", *held) == "A-2 A-1 F-2"
    assert ordered("number", *reversed(held)) == "A-1 A-2 F-2"
    assert ordered("state", line(1, state=ActionState.VERIFIED), *held[1:]) == "F-2 A-2 A-1"


def test_a_line_stands_under_every_one_of_its_themes_and_recommendations_once() -> None:
    held = line(1, themes=("escalation", "fathers", "fathers"))
    assert grouped("theme", held) == [("escalation", "A-1"), ("fathers", "A-1")]
    assert grouped("recommendation", held) == [("R-3", "A-1"), ("R-5", "A-1")]


def test_what_names_none_stands_last() -> None:
    held = (line(1, agency="", owner="", themes=(), recommendation="early", also=()), line(2), end(), end(finding=True))
    assert grouped("agency", *held)[-1][0] == "no agency"
    assert grouped("owner", *held)[-1][0] == "no owner"
    assert grouped("theme", *held)[-1][0] == "no theme"
    names = [name for name, _ in grouped("recommendation", *held)]
    assert names == ["R-3", "R-5", "R-7", "early", "finding without a recommendation"]
    assert [name for name, _ in grouped("state", *held)] == [
        "No action yet",
        "Question for the Board",
        "In progress",
        "In progress",
    ]
    assert {name for name, _ in grouped("review", *held)} == {"SSCB/2026/004 · Child Q"}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.label or "none")
def test_no_line_is_lost_in_any_group(group: Group) -> None:
    held = (line(1), line(2, agency="", owner="", themes=()), end(), end(finding=True))
    assert {each.label for each in arrange(held, ORDERS[0], group).lines} == {each.label for each in held}


def test_a_group_says_what_is_open_overdue_silent_and_how_much_is_verified() -> None:
    held = (
        line(1, overdue=True, rag=Rag.RED),
        line(2, silent=True),
        line(3, state=ActionState.VERIFIED),
        line(4, state=ActionState.WITHDRAWN),
        end(),
    )
    assert counts(held) == "2 open · 1 overdue · 1 silent · 1 waiting  █▁▁▁▁ 33%"
    assert counts([line(3, state=ActionState.EMBEDDED)]) == "nothing open  █████ 100%"
    assert counts([end()]) == "1 waiting"


def test_a_bar_is_full_only_when_all_is_verified() -> None:
    assert (bar(99, 100), bar(100, 100), bar(0, 3)) == ("████▁ 99%", "█████ 100%", "▁▁▁▁▁ 0%")


@pytest.mark.parametrize("view", STOCK, ids=lambda view: view.name)
def test_every_stock_view_is_understood(view: View) -> None:
    assert read(view.query, TODAY).misread == ()
    assert recalled(kept([view])) == (view,)


def test_the_stock_views_find_what_they_are_called_after() -> None:
    def named(name: str) -> set[str]:
        query = read(next(view.query for view in STOCK if view.name == name), TODAY)
        return {each.label for each in held if query.passes(each)}

    done = {"state": ActionState.DONE_UNVERIFIED, "evidence_rung": 2}
    held = (
        line(1, due=TODAY - timedelta(days=1), overdue=True),
        line(2, due=TODAY),
        line(3, due=TODAY + timedelta(days=30)),
        line(4, due=TODAY + timedelta(days=31), silent=True),
        line(5, **done),
        line(6, **(done | {"evidence_rung": 1})),
        line(7, state=ActionState.EMBEDDED, retest_due=TODAY),
        end(),
    )
    assert named("Open") == {"A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "R-7"}
    assert named("Overdue") == {"A-1"}
    assert named("Silent") == {"A-4"}
    assert named("Ready to verify") == {"A-5"}
    assert named("Due in 30 days") == {"A-2", "A-3"}
    assert named("Re-tests due") == {"A-7"}


def test_what_a_hand_or_an_earlier_version_left_behind_is_passed_over() -> None:
    odd = {"Odd": {"query": "overdue", "order": "by moon", "group": ""}, "Good": {"query": "silent"}}
    assert recalled(odd) == (View("Good", "silent"),)
