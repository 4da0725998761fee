"""The demonstration's review is half-way: something is done, something late, somebody told and somebody not yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Effect, Move, Stage, ToldOf
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import child_m
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill
from sscb_tui.services.views.reviews import ReviewView

DAYS = [date(2026, 11, 23), date(2027, 1, 4), date(2027, 3, 31), date(2027, 7, 1)]
"""A Monday, and days whose weeks before hold Christmas, the end of a year, of a month and a bank holiday."""


@pytest.fixture(scope="module", params=DAYS, ids=str)
def shown(request: pytest.FixtureRequest) -> Iterator[Services]:
    """The whole demonstration, ending on that day."""
    now = datetime.combine(request.param, datetime.min.time(), UTC).replace(hour=14)
    clock = SetClock(now)
    services = open_record(None, clock=clock)
    fill(services, clock, now)
    yield services
    services.close()


@pytest.fixture(scope="module")
def file(shown: Services) -> CaseFile:
    return shown.desk.file(next(row.case_id for row in shown.desk.queue() if row.pseudonym == "Child M"))


@pytest.fixture(scope="module")
def view(shown: Services, file: CaseFile) -> ReviewView:
    return shown.review_desk.view(file.case.id)


def test_the_review_is_under_way_and_its_report_may_come(file: CaseFile, view: ReviewView) -> None:
    assert file.case.stage is Stage.REVIEW_IN_PROGRESS
    assert (view.next.move, view.next.reasons) == (Move.RECEIVE_REPORT, ())
    assert file.review is not None
    assert file.review.approved_terms is not None


def test_two_milestones_are_reached_and_the_third_is_late(view: ReviewView) -> None:
    assert [item.mark for item in view.part("timetable").items] == ["✓", "✓", "!", "○", "○"]


def test_a_reviewer_with_a_tie_stood_down_and_another_was_appointed(file: CaseFile) -> None:
    tied, free = file.reviewers
    assert "RF-15" in tied.stood_down
    assert free.appointed is not None
    assert free.panel_told_on is not None


def test_of_three_proceedings_one_has_let_go_and_one_keeps_the_report_waiting(file: CaseFile, view: ReviewView) -> None:
    police, _, inquest = file.proceedings
    assert [hold.ended_on is not None for hold in police.form.holds] == [True]
    assert [hold.effect for hold in inquest.holding] == [Effect.NO_PUBLICATION]
    assert "to look at" not in view.part("proceedings").state


def test_the_mother_is_told_of_each_step_and_of_the_father_it_says_why_not_yet(file: CaseFile) -> None:
    mother, father = file.family_contacts
    assert [each.of for each in mother.told if each.on] == [ToldOf.INCIDENT, ToldOf.DECISION, ToldOf.TERMS]
    assert {each.not_yet for each in father.told} == {child_m.FATHER_NOT_FOUND}
