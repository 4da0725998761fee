"""The invented year of a tracker holds everything that a real one does, and is the same every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.action import Action
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.rules.wording import linter
from sscb_tui.domain.terms import Accepted, ActionState, Gap, Level, Rag, Shown, Stage
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.year.story import fill_year
from sscb_tui.services.views import ActionRow

DAYS = [date(2026, 11, 26), date(2027, 1, 4)]
"""A Thursday, and the first working day after a Christmas."""


def lived(today: date) -> Services:
    """The year, ending on that day."""
    now = datetime.combine(today, datetime.min.time(), UTC).replace(hour=14)
    clock = SetClock(now)
    services = open_record(None, clock=clock)
    fill_year(services, clock, now)
    return services


@pytest.fixture(scope="module", params=DAYS, ids=str)
def year(request: pytest.FixtureRequest) -> Iterator[Services]:
    services = lived(request.param)
    yield services
    services.close()


@pytest.fixture(scope="module")
def rows(year: Services) -> tuple[ActionRow, ...]:
    return year.tracker.rows()


@pytest.fixture(scope="module")
def actions(year: Services, rows: tuple[ActionRow, ...]) -> list[Action]:
    return [year.tracker.action(row.action_id) for row in rows]


@pytest.fixture(scope="module")
def recommendations(year: Services) -> tuple[Recommendation, ...]:
    return year.tracker.recommendations()


def told(services: Services) -> list[tuple[object, ...]]:
    """Everything a list says, without the ids that differ from record to record."""
    return [
        (row.number, row.agency, row.action, row.owner, row.due, row.state, row.rag, row.last_update)
        for row in services.tracker.rows()
    ]


def test_three_reviews_have_sixty_recommendations_and_a_hundred_and_fifty_actions(
    year: Services, rows: tuple[ActionRow, ...], recommendations: tuple[Recommendation, ...]
) -> None:
    assert {row.pseudonym: row.stage for row in year.desk.queue()} == {
        "Child U": Stage.IMPLEMENTATION,
        "Child Y": Stage.RESPONSE_AGREED,
        "Child Z": Stage.REVIEW_IN_PROGRESS,
    }
    assert Counter(row.pseudonym for row in rows) == {"Child U": 66, "Child Y": 57, "Child Z": 27}
    assert len(recommendations) == 60


def test_the_oldest_report_was_published_a_year_ago(year: Services) -> None:
    case = next(row for row in year.desk.queue() if row.pseudonym == "Child U")
    public = year.desk.file(case.case_id).reviews[-1].publication
    assert public is not None
    assert abs(year.desk.today() - timedelta(days=365) - public.on) < timedelta(days=10)


def test_the_same_year_is_told_every_time() -> None:
    assert told(lived(DAYS[0])) == told(lived(DAYS[0]))


def test_actions_stand_in_every_state_colour_and_rung(rows: tuple[ActionRow, ...]) -> None:
    never = {ActionState.PROPOSED, ActionState.NOT_ACCEPTED}
    assert {row.state for row in rows} == set(ActionState) - never
    assert {row.rag for row in rows} == set(Rag)
    assert {row.evidence_rung for row in rows} >= {0, 1, 3, 4, 5, 6}


def test_dates_were_moved_once_and_twice_with_reasons_and_the_first_is_kept(actions: list[Action]) -> None:
    moved = [each for each in actions if each.moves]
    assert {len(each.moves) for each in moved} == {1, 2}
    assert all(each.first_due == each.moves[0].was for each in moved)
    assert all(move.reason and move.approved_by for each in moved for move in each.moves)


def test_one_agency_has_not_said_a_word_for_a_quarter(rows: tuple[ActionRow, ...]) -> None:
    assert [row.silent for row in rows if row.agency == "NEAS"] == [True] * 3
    assert len({row.agency for row in rows if row.silent}) > 3


def test_nobody_verified_their_own_and_every_verification_had_evidence(actions: list[Action]) -> None:
    verified = [each for each in actions if each.verified_by]
    assert len(verified) > 40
    assert not any(same_person(each.verified_by, name) for each in verified for name in (each.owner, each.owner_name))
    assert all(each.rung > 1 for each in verified)


def test_some_changes_held_some_in_part_and_some_fell_back(year: Services, actions: list[Action]) -> None:
    shown = Counter(each.impacts[-1].shown for each in actions if each.impacts)
    assert set(shown) == set(Shown)
    assert shown[Shown.HELD] > shown[Shown.NOT_SHOWN] > 1
    assert {each.state for each in actions if each.impacts and each.impacts[-1].shown is Shown.NOT_SHOWN} == {
        ActionState.REOPENED,
        ActionState.IN_PROGRESS,
    }
    assert sum(row.retest_due is not None and row.retest_due <= year.desk.today() for row in year.tracker.rows()) > 5


def test_the_board_closes_on_an_impact_or_by_its_minute(actions: list[Action]) -> None:
    closed = [each for each in actions if each.state is ActionState.CLOSED]
    assert [bool(each.impacts) for each in closed if not each.board_minute] == [True] * 10
    assert [bool(each.impacts) for each in closed if each.board_minute] == [False] * 2


def test_what_was_not_accepted_has_no_action_and_what_was_has_one(
    year: Services, recommendations: tuple[Recommendation, ...]
) -> None:
    answers = {
        answer.to: answer.accepted
        for row in year.desk.queue()
        for review in year.desk.file(row.case_id).reviews
        for answer in review.answers
    }
    without = {f"R-{each.number}" for each in recommendations if not year.tracker.carrying_out(each.id)}
    assert {number for number, said in answers.items() if said is Accepted.NOT} == without & set(answers)
    assert set(answers.values()) == set(Accepted)
    assert without - set(answers), "one recommendation of the review under way waits for an action"


def test_reviews_repeat_each_other_and_say_it_well_and_badly(recommendations: tuple[Recommendation, ...]) -> None:
    said = {(theme, each.case_id) for each in recommendations for theme in each.themes}
    reviews = Counter(theme for theme, _ in said)
    assert len(reviews) == 10
    assert len([theme for theme, count in reviews.items() if count > 1]) > 6
    badly = [each for each in recommendations if linter(each.text)]
    assert 3 < len(badly) < 20
    assert {each.level for each in recommendations} == set(Level)


def test_actions_are_worded_as_plans_word_them(rows: tuple[ActionRow, ...]) -> None:
    assert len({row.action for row in rows}) > 140
    assert 20 < sum(bool(linter(row.action)) for row in rows) < 75


def test_some_actions_lack_what_they_need_and_most_do_not(rows: tuple[ActionRow, ...]) -> None:
    assert {gap for row in rows for gap in row.gaps} == set(Gap)
    assert sum(not row.gaps for row in rows) > 120


def test_an_action_may_carry_out_two_recommendations_and_one_may_say_another_again(
    actions: list[Action], recommendations: tuple[Recommendation, ...]
) -> None:
    assert len([each for each in actions if each.also]) > 5
    again = [each for each in recommendations if each.reiterates]
    assert len(again) > 10
    assert all(each.why_not_before for each in again)


def test_no_childs_name_stands_anywhere_on_the_tracker(year: Services, rows: tuple[ActionRow, ...]) -> None:
    names = [word for row in year.desk.queue() for word in year.desk.file(row.case_id).case.child.name.split()]
    words = " ".join(f"{row.action} {row.outcome} {row.owner} {row.pseudonym}" for row in rows)
    assert len(names) == 6
    assert [name for name in names if name in words] == []


def test_the_journal_is_whole_and_every_deed_is_dated_in_its_time(year: Services, actions: list[Action]) -> None:
    assert year.record.journal.verify() is None
    said = [local_day(update.at) for each in actions for update in each.updates]
    assert max(said) < year.desk.today()
    assert min(said) < year.desk.today() - timedelta(days=300)
    assert all(local_day(each.updates[0].at) >= each.agreed_on for each in actions if each.updates)
