"""The dashboard's figures by table, with each boundary on both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import pytest

from sscb_tui.domain.agency import Agency, AgencyName, BoardSettings
from sscb_tui.domain.rules.progress import is_overdue
from sscb_tui.domain.terms import ActionState, Gap, Rag, Stage
from sscb_tui.services.figures import standing as how
from sscb_tui.services.figures.decisions import decision_figures
from sscb_tui.services.figures.drawn import month_ends
from sscb_tui.services.figures.reckoned import reckoned
from sscb_tui.services.tracker_query import actions_found
from sscb_tui.services.views import ActionRow, NoticeFacts, QueueFacts
from sscb_tui.services.views.dashboard import DecisionFigures, Figures

S = ActionState
TODAY = date(2027, 6, 15)
NONE = DecisionFigures(0, 0, None, 0, 0, 0, 0)
NAMES = {"POL": "Police", "CSC": "Social care"}


def a_row(state: ActionState = S.IN_PROGRESS, due_in: int | None = 60, **more: object) -> ActionRow:
    """An action under way; every field can be another."""
    due = None if due_in is None else TODAY + timedelta(days=due_in)
    row = ActionRow(
        action_id="a",
        case_id="c",
        number=1,
        recommendation="R-1",
        also=(),
        level=None,
        origin=None,
        themes=(),
        reference="SSCB/2027/001",
        pseudonym="Child A",
        agency="POL",
        action="Do it",
        outcome="Children are safer",
        number_given="",
        due=due,
        first_due=due,
        slipped_days=0,
        moves=0,
        state=state,
        overdue=is_overdue(state, due, TODAY),
        silent=False,
        rag=Rag.RED if is_overdue(state, due, TODAY) else Rag.GREEN,
        overridden=False,
        evidence_rung=0,
        owner="A post",
        last_update=None,
        agreed_on=TODAY - timedelta(days=400),
        done_on=None,
        retest_due=None,
        gaps=(),
    )
    return replace(row, **more)  # type: ignore[arg-type]  # each test names the fields it is about


def of(*rows: ActionRow) -> Figures:
    """The dashboard of these."""
    return reckoned(rows, NONE, NAMES, TODAY)


def counted(found: Figures, name: str) -> dict[str, int]:
    """The bars of a figure that are not empty."""
    return {bar.label: bar.count for bar in found.figure(name).bars if bar.count}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (a_row(S.EMBEDDED, effect=True), how.SHOWN),
        (a_row(S.CLOSED, effect=True), how.SHOWN),
        (a_row(S.CLOSED), how.DONE),
        (a_row(S.VERIFIED), how.DONE),
        (a_row(S.DONE_UNVERIFIED, -30), how.DONE),
        (a_row(S.IN_PROGRESS, 0), how.IN_TIME),
        (a_row(S.IN_PROGRESS, -1), how.OVERDUE),
        (a_row(S.REOPENED, -1, effect=True), how.OVERDUE),
        (a_row(S.PROPOSED, None), how.UNDATED),
        (a_row(S.WITHDRAWN, -90), how.DROPPED),
        (a_row(S.SUPERSEDED), how.DROPPED),
        (a_row(S.NOT_ACCEPTED), how.DROPPED),
    ],
)
def test_an_action_stands_in_exactly_one_way(row: ActionRow, words: str) -> None:
    assert how.standing(row) == words
    assert counted(of(row), "standing") == {words: 1}


FIRST, NOW = TODAY - timedelta(days=60), TODAY - timedelta(days=30)


@pytest.mark.parametrize(
    ("done_on", "words"),
    [
        (FIRST, how.BY_FIRST),
        (FIRST + timedelta(days=1), how.BY_MOVED),
        (NOW, how.BY_MOVED),
        (NOW + timedelta(days=1), how.LATE),
    ],
)
def test_what_was_promised_first_is_told_apart_from_what_was_promised_later(done_on: date, words: str) -> None:
    row = a_row(S.DONE_UNVERIFIED, first_due=FIRST, due=NOW, done_on=done_on, moves=1, slipped_days=30)
    assert how.timed(row) == words
    assert counted(of(row), "timeliness") == {words: 1}


def test_what_nobody_called_done_was_done_when_it_was_last_spoken_of() -> None:
    spoken = datetime(2027, 5, 1, 23, 30, tzinfo=UTC)
    assert how.finished_on(a_row(S.VERIFIED, last_update=spoken)) == date(2027, 5, 2), "the day it was in England"
    assert how.finished_on(a_row(S.VERIFIED)) == TODAY - timedelta(days=400)
    assert how.timed(a_row(S.VERIFIED, None)) == how.DONE_UNDATED


@pytest.mark.parametrize(
    ("slipped", "band"),
    [
        (-5, "none"),
        (0, "none"),
        (1, "1 to 30 days"),
        (30, "1 to 30 days"),
        (31, "31 to 90 days"),
        (90, "31 to 90 days"),
        (91, "more than 90 days"),
    ],
)
def test_slips_are_told_in_bands(slipped: int, band: str) -> None:
    assert counted(of(a_row(slipped_days=slipped)), "slip") == {band: 1}


@pytest.mark.parametrize(
    ("moves", "words"), [(0, "never moved"), (1, "moved once"), (2, "moved twice or more"), (9, "moved twice or more")]
)
def test_moves_of_a_date_are_counted(moves: int, words: str) -> None:
    assert counted(of(a_row(moves=moves)), "moves") == {words: 1}


def test_what_was_given_up_neither_slips_nor_lacks_evidence() -> None:
    found = of(a_row(S.WITHDRAWN, moves=3), a_row(evidence_rung=7))
    assert counted(found, "moves") == {"never moved": 1}
    assert counted(found, "evidence") == {"7 outcome held": 1}
    assert counted(found, "standing") == {how.IN_TIME: 1, how.DROPPED: 1}


def test_the_last_twelve_months_end_today() -> None:
    ends = month_ends(date(2027, 3, 10), 12)
    assert ends[0] == date(2026, 4, 30)
    assert ends[-2:] == (date(2027, 2, 28), date(2027, 3, 10))
    assert len(ends) == 12


def test_a_month_counts_what_was_past_its_first_date_at_its_end_however_often_it_moved() -> None:
    first = date(2027, 3, 31)
    moved = a_row(first_due=first, due=TODAY + timedelta(days=90), moves=2)
    done = a_row(S.DONE_UNVERIFIED, first_due=first, due=first, done_on=date(2027, 5, 31))
    assert counted(of(moved, done), "months") == {"Apr 2027": 2, "May 2027": 1, "Jun 2027": 1}
    assert not how.past_first_date(moved, first), "a date is past the day after it"
    assert how.past_first_date(moved, first + timedelta(days=1))
    assert not how.past_first_date(a_row(S.WITHDRAWN, -300), TODAY)


@pytest.mark.parametrize(
    ("row", "red"),
    [
        (a_row(due_in=-92), False),
        (a_row(due_in=-93), True),
        (a_row(S.BLOCKED, 60, rag=Rag.RED), True),
        (a_row(S.BLOCKED, 60, rag=Rag.RED, last_update=datetime(2027, 3, 15, 12, tzinfo=UTC)), True),
        (a_row(S.BLOCKED, 60, rag=Rag.RED, last_update=datetime(2027, 3, 16, 12, tzinfo=UTC)), False),
        (a_row(due_in=-300, rag=Rag.AMBER), False),
    ],
)
def test_red_for_two_cycles_is_red_now_and_a_quarter_ago(row: ActionRow, red: bool) -> None:
    assert bool(of(row).red_for_two_cycles) is red


def test_lists_have_what_has_waited_longest_on_top() -> None:
    rows = [a_row(due_in=days, number=number) for number, days in ((1, -3), (2, -40), (3, 9))]
    assert [row.number for row in of(*rows).overdue] == [2, 1]
    quiet = [a_row(silent=True, number=1, agreed_on=date(2027, 1, 2)), a_row(silent=True, number=2)]
    assert [row.number for row in of(*quiet).silent] == [2, 1]
    tests = [a_row(S.VERIFIED, retest_due=TODAY + timedelta(days=days), number=days + 5) for days in (1, 0, -4)]
    assert [row.number for row in of(*tests).retests] == [1, 5]
    assert counted(of(*tests), "retests") == {"overdue": 1, "within a quarter": 2}


def test_tests_of_effect_are_told_by_what_they_found() -> None:
    found = of(a_row(S.VERIFIED, effect=True), a_row(S.VERIFIED), a_row(S.REOPENED, effect=False), a_row())
    assert counted(found, "tests") == {"held": 1, "verified, not shown yet": 1, "did not hold: reopened": 1}


def test_an_agencys_line_adds_up_and_nobodys_actions_have_a_line_too() -> None:
    found = of(
        a_row(due_in=-1, moves=2, slipped_days=40),
        a_row(S.VERIFIED),
        a_row(S.WITHDRAWN),
        a_row(silent=True),
        a_row(agency="", owner="", gaps=(Gap.AGENCY, Gap.OWNER)),
    )
    police, nobody = found.agencies
    assert (police.total, police.open, police.overdue, police.silent, police.red, police.done) == (4, 2, 1, 1, 1, 1)
    assert (police.moves, police.slipped_days, police.name) == (2, 40, "Police")
    assert (nobody.name, nobody.open) == ("no agency", 1)
    assert counted(found, "agency") == {"Police": 4, "no agency": 1}
    assert (found.total, found.open, found.unowned) == (5, 3, 1)


def test_a_theme_of_two_reviews_comes_back_and_says_how_the_earlier_actions_stand() -> None:
    old = a_row(S.EMBEDDED, reference="SSCB/2026/009", themes=("Communication",), effect=True)
    again = a_row(due_in=-1, reference="SSCB/2026/010", themes=("communication ", "training"))
    late = a_row(reference="SSCB/2027/001", themes=("COMMUNICATION",))
    (line,) = of(late, again, old).themes
    assert (line.theme, line.actions) == ("communication", 3)
    assert line.reviews == ("SSCB/2026/009", "SSCB/2026/010", "SSCB/2027/001")
    assert line.earlier == {how.SHOWN: 1, how.OVERDUE: 1}
    assert of(again, replace(again, number=2)).themes == (), "one review alone is no repeat"


def test_an_action_of_two_themes_counts_under_both_and_one_of_none_is_said() -> None:
    found = of(a_row(themes=("training", "Voice")), a_row())
    assert counted(found, "theme") == {"training": 1, "voice": 1, "no theme named": 1}
    assert not found.figure("theme").parts


@pytest.mark.parametrize("name", ["standing", "colour", "state", "agency", "review", "timeliness"])
def test_figures_that_are_parts_add_up_to_every_action(name: str) -> None:
    rows = [a_row(state, days, rag=colour) for state in S for days in (-400, 5, None) for colour in Rag]
    figure = of(*rows).figure(name)
    assert sum(bar.count for bar in figure.bars) == figure.of == len(rows)


def a_case(number: int, told: date, decided: date | None, by: date | None) -> QueueFacts:
    """A case of the queue with its decision clock."""
    return QueueFacts(
        case_id=f"c{number}",
        reference=f"SSCB/2027/{number:03}",
        pseudonym="Child A",
        stage=Stage.DECIDED_SCR,
        incident="2027",
        incident_on=None,
        born=None,
        estimated_age="",
        notified_on=told,
        decide_by=by,
        act_by=by,
        decided_on=decided,
        overrun_explained=False,
        returns_in=0,
        returns_asked=0,
    )


def test_decisions_are_timed_from_the_notice_and_shares_have_their_denominators() -> None:
    told, month = date(2027, 1, 4), date(2027, 2, 4)
    cases = (
        a_case(1, told, month, month),
        a_case(2, told, month + timedelta(days=1), month),
        a_case(3, told, date(2027, 1, 14), month),
        a_case(4, told, None, TODAY),
        a_case(5, told, None, TODAY - timedelta(days=1)),
        a_case(6, told, None, None),
    )
    due = date(2027, 2, 11)
    notices = (
        NoticeFacts("c1", due, due),
        NoticeFacts("c1", due, due),
        NoticeFacts("c2", due, due + timedelta(days=1)),
        NoticeFacts("c3", due, None),
        NoticeFacts("c4", TODAY, None),
        NoticeFacts("elsewhere", due, due),
    )
    found = decision_figures(cases, notices, TODAY)
    assert (found.decided, found.in_time, found.median_days) == (3, 2, 31)
    assert (found.waiting, found.waiting_late) == (2, 1)
    assert (found.told_in_time, found.to_tell) == (1, 3), "a notice whose day has not passed counts neither way"


def test_without_a_decision_there_is_no_median() -> None:
    assert decision_figures((), (), TODAY) == NONE


def test_twenty_thousand_actions_are_counted_well_within_a_second() -> None:
    states = tuple(S)
    rows = [a_row(states[number % len(states)], number % 300 - 150, number=number) for number in range(20_000)]
    begun = perf_counter()
    of(*rows)
    assert perf_counter() - begun < 2, "a busy machine may take several times as long as an idle one"


def asked(found: Figures) -> list[tuple[str, str, int, int]]:
    """Every bar that says how the tracker is asked for it: figure, question, count, and how many the tracker finds."""
    board = BoardSettings(agencies=tuple(Agency(code=code, names=(AgencyName(name=name),)) for code, name in _BODIES))
    return [
        (figure.name, bar.asks, bar.count, len(actions_found(found.rows, bar.asks, board, TODAY)))
        for figure in found.figures
        for bar in figure.bars
        if bar.asks
    ]


_BODIES = (("POL", "Exampleshire Police"), ("CSC", "Social care"))


def test_the_tracker_finds_exactly_what_a_bar_counts() -> None:
    colours, slips = tuple(Rag), (0, 1, 30, 31, 90, 91)
    rows = [
        a_row(
            state,
            days,
            number=number * 10 + place,
            action_id=f"a{number}-{place}",
            rag=colours[number % len(colours)],
            evidence_rung=number % 8,
            slipped_days=slips[number % len(slips)],
            silent=number % 3 == 0,
            agency="CSC" if number % 2 else "POL",
            themes=("voice of the child",) if number % 2 else ("Training",),
            reference=f"SSCB/2027/00{number % 2 + 1}",
            retest_due=TODAY + timedelta(days=number * 30 - 90) if state is S.VERIFIED else None,
        )
        for number, state in enumerate(S)
        for place, days in enumerate((-400, -1, 0, 5, 300, None))
    ]
    rows.append(a_row(agency="", owner="", gaps=(Gap.AGENCY, Gap.OWNER), number=999, silent=True))
    told = asked(of(*rows))
    assert len(told) > 40
    assert [each for each in told if each[2] != each[3]] == []
