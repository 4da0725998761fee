"""The demonstration's meeting shows what the program is for: nine returns, at odds in every way that is looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.novelty import Told, repeats
from sscb_tui.domain.terms import DifferenceKind, MeetingState, Precision, ReturnState, Silence
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import child_f
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill, fill_before_a_meeting

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)


@pytest.fixture(scope="module")
def shown() -> Iterator[Services]:
    """The whole demonstration."""
    clock = SetClock(NOW)
    services = open_record(None, clock=clock)
    fill(services, clock, NOW)
    yield services
    services.close()


@pytest.fixture(scope="module")
def file(shown: Services) -> CaseFile:
    """The case whose meeting is on."""
    row = next(row for row in shown.desk.queue() if row.pseudonym == "Child F")
    return shown.desk.file(row.case_id)


def test_nine_agencies_answered_and_a_tenth_refused(file: CaseFile) -> None:
    assert sum(request.returned is not None for request in file.requests) == 9
    states = Counter(request.state for request in file.requests)
    assert states[ReturnState.NIL_RETURN] == 1
    assert states[ReturnState.REFUSED] == 1


def test_one_came_late_and_one_was_sent_again_in_other_words(file: CaseFile) -> None:
    late = [each.agency for each in file.requests if each.receipts and each.receipts[0].at.date() > each.due]
    assert late == [child_f.LATE]
    assert [each.agency for each in file.requests if len(each.receipts) > 1] == ["POL"]


def test_there_is_a_conflict_of_every_kind_and_no_more_than_a_meeting_can_hear(shown: Services, file: CaseFile) -> None:
    kinds = Counter(each.kind for each in shown.differences.of_case(file.case.id))
    assert set(kinds) == set(DifferenceKind)
    assert sum(kinds.values()) <= 12


def test_the_chronologies_state_days_in_every_way(file: CaseFile) -> None:
    rows = [row for each in file.requests if each.returned for row in each.returned.chronology]
    assert {row.on.precision for row in rows} == set(Precision)


def test_one_text_is_copied_from_another_agency_and_one_passage_is_withheld(file: CaseFile) -> None:
    returned = {each.agency: each for each in file.requests if each.returned}
    told = [
        Told(code, answer.question, answer.text, each.receipts[-1].at)
        for code, each in returned.items()
        if each.returned
        for answer in each.returned.answers
    ]
    assert repeats(told) == {("CCG", "F4.C1"): ("STFT", "F4.C1")}
    police = returned["POL"].returned
    assert police is not None
    assert [each.question for each in police.answers if each.silence is Silence.WITHHELD] == ["F4.B3"]


def test_the_same_case_can_be_had_before_anybody_has_met() -> None:
    clock = SetClock(NOW)
    services = open_record(None, clock=clock)
    fill_before_a_meeting(services, clock, NOW)
    row = next(row for row in services.desk.queue() if row.pseudonym == "Child F")
    assert row.returns_in == row.returns_asked - 1 == 9
    assert services.meetings.of_case(row.case_id) is None
    services.close()


def test_its_meeting_is_on(file: CaseFile) -> None:
    assert file.meeting is not None
    assert file.meeting.state is MeetingState.IN_PROGRESS


def test_who_is_at_risk_is_offered_as_an_early_action_before_what_was_done_already(
    shown: Services, file: CaseFile
) -> None:
    offered = [each.ref for each in shown.learning.prompts(file.case.id)]
    assert offered == ["POL F4.J3", "CHS F4.J2", "CSC F4.J2", "CCG F4.J2", "HSG F4.J2"]
