"""What must be on record before a case may move, each guard on both sides of its boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sscb_tui.domain.agency import Quorum
from sscb_tui.domain.case import InitialDiscussion, InvolvedAgency, ScopingPlan
from sscb_tui.domain.dates import stated
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.meeting import Attendee, Meeting
from sscb_tui.domain.rules.completeness import (
    both_chairs_agreed,
    may_call_scoping,
    may_close_meeting,
    may_forgo_scoping,
    may_open_discussion,
    may_receive,
    may_start_meeting,
    may_submit,
    quorum,
    returns_accounted_for,
)
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.scoping import AgencyRequest, Chase
from sscb_tui.domain.terms import Capacity, Fact, Mode, ReturnState

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def codes(violations: tuple[Violation, ...]) -> list[str]:
    assert all(violation.sentence.endswith((".", '".')) for violation in violations)
    return [violation.code for violation in violations]


def discussed(file: CaseFile, **changes: object) -> CaseFile:
    assert file.case.discussion is not None
    return replace(file, case=file.case.but(discussion=file.case.discussion.but(**changes)))


def planned(file: CaseFile, plan: ScopingPlan, **changes: object) -> CaseFile:
    return discussed(file, plan=plan.but(**changes))


def met(file: CaseFile, **changes: object) -> CaseFile:
    assert file.meeting is not None
    return replace(file, meeting=file.meeting.but(**changes))


def test_a_referral_cannot_arrive_tomorrow(file: CaseFile) -> None:
    told = file.case.referral.received_at

    assert codes(may_receive(file, told)) == []
    assert codes(may_receive(file, told - timedelta(seconds=1))) == ["T01-received"]


@pytest.mark.parametrize(
    ("searched", "found"), [("Nothing found.", []), ("", ["T04-duplicates"]), (" ", ["T04-duplicates"])]
)
def test_a_discussion_opens_once_duplicates_were_looked_for(searched: str, found: list[str], file: CaseFile) -> None:
    assert codes(may_open_discussion(replace(file, case=file.case.but(duplicate_check=searched)), NOW)) == found


def test_both_chairs_sign_the_discussion(file: CaseFile) -> None:
    assert codes(both_chairs_agreed(file, NOW)) == []
    assert codes(both_chairs_agreed(discussed(file, agreed_by_chair=None), NOW)) == ["F2-chair"]
    assert codes(both_chairs_agreed(discussed(file, agreed_by_liip_chair=None), NOW)) == ["F2-liip-chair"]
    assert codes(both_chairs_agreed(replace(file, case=file.case.but(discussion=None)), NOW)) == ["F2-discussion"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"outcome": "alive", "serious_harm": "no"}, []),
        ({"age_under_18": "no"}, []),
        ({"outcome": "died"}, ["T09-criteria"]),
        ({"outcome": "died", "abuse_or_neglect": "undetermined"}, ["T09-criteria"]),
        ({"normally_resident": "no"}, ["T09-criteria"]),
    ],
)
def test_scoping_is_forgone_only_where_the_criteria_leave_a_choice(
    facts: dict[str, str], found: list[str], file: CaseFile, discussion: InitialDiscussion
) -> None:
    known = discussion.facts.but(**facts)
    assessment = assess(known, Mode.PROVISIONAL, load("WT2015"))

    assert codes(may_forgo_scoping(discussed(file, facts=known, assessment=assessment), NOW)) == found


def test_scoping_is_called_on_a_whole_plan(file: CaseFile) -> None:
    assert codes(may_call_scoping(file, NOW)) == []
    assert codes(may_call_scoping(discussed(file, plan=None), NOW)) == ["T07-plan"]
    assert codes(may_call_scoping(discussed(file, agreed_by_chair=None), NOW)) == ["F2-chair"]


@pytest.mark.parametrize(("day", "found"), [(30, []), (1, ["T07-meeting-date"]), (2, ["T07-meeting-date"])])
def test_the_meeting_leaves_the_chair_two_working_days(
    day: int, found: list[str], file: CaseFile, plan: ScopingPlan
) -> None:
    month = 11 if day == 30 else 12  # told on 2 Nov 2026: the decision is due on Wednesday 2 Dec
    later = planned(file, plan, meeting_at=datetime(2026, month, day, 9, 0, tzinfo=UTC))

    assert codes(may_call_scoping(later, NOW)) == found


def test_a_later_meeting_is_held_with_its_reason_because_the_month_is_normal_and_no_more(
    file: CaseFile, plan: ScopingPlan
) -> None:
    later = planned(file, plan, meeting_at=datetime(2026, 12, 9, 9, 0, tzinfo=UTC), overrun_reason="Two moved.")

    assert may_call_scoping(later, NOW) == ()


def test_every_agency_known_to_be_involved_is_asked(file: CaseFile) -> None:
    known = (*file.case.agencies, InvolvedAgency(agency="HSG"))
    (found,) = may_call_scoping(replace(file, case=file.case.but(agencies=known)), NOW)

    assert found.code == "T07-agencies"
    assert "not asked: HSG" in found.sentence


@pytest.mark.parametrize(
    ("happened", "found"),
    [("3 Nov 2026", []), ("4 Nov 2026", ["T07-period"]), ("November 2026", []), ("?", [])],
)
def test_the_scoping_period_reaches_the_incident(happened: str, found: list[str], file: CaseFile) -> None:
    incident = file.incident.but(happened_on=stated(happened))

    assert codes(may_call_scoping(replace(file, incident=incident), NOW)) == found


CHASED = (Chase(at=datetime(2026, 11, 19, 9, 0, tzinfo=UTC), by="B. Manager", note="Rang the lead."),)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"state": ReturnState.NIL_RETURN}, []),
        ({"state": ReturnState.SUBMITTED}, ["T10-return"]),
        ({"state": ReturnState.RETURNED_FOR_COMPLETION, "due": date(2026, 11, 20)}, ["T10-return"]),
        ({"returned": None, "state": ReturnState.ESCALATED}, []),
        ({"returned": None, "state": ReturnState.REFUSED, "refusal_reason": "Legal advice awaited."}, []),
        ({"returned": None, "state": ReturnState.REFUSED}, ["T10-return"]),
        ({"returned": None, "state": ReturnState.VERBAL_ONLY, "chases": CHASED}, ["T10-return"]),
        ({"returned": None, "state": ReturnState.REQUESTED}, ["T10-return"]),
        ({"returned": None, "state": ReturnState.REQUESTED, "chases": CHASED}, []),
        (
            {"returned": None, "state": ReturnState.REQUESTED, "chases": CHASED, "due": date(2026, 11, 20)},
            ["T10-return"],
        ),
    ],
)
def test_every_agency_has_answered_or_its_silence_is_explained(
    changes: dict[str, object], found: list[str], file: CaseFile
) -> None:
    *others, last = file.requests
    request: AgencyRequest = last.but(**changes)

    assert codes(returns_accounted_for(replace(file, requests=(*others, request)), NOW)) == found


def test_nobody_asked_is_nobody_accounted_for(file: CaseFile) -> None:
    assert codes(returns_accounted_for(replace(file, requests=()), NOW)) == ["T10-requests"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"confidentiality_read": False}, ["T12-confidentiality"]),
        ({"interests_asked": False}, ["T12-interests"]),
        ({"attendance": ()}, ["T12-attendance"]),
        ({"attendance": (Attendee(name="A. Pologies"),)}, ["T12-attendance"]),
    ],
)
def test_a_meeting_starts_once_the_room_is_ready(changes: dict[str, object], found: list[str], file: CaseFile) -> None:
    assert codes(may_start_meeting(met(file, **changes), NOW)) == found


def test_a_meeting_closes_once_everything_is_answered(file: CaseFile) -> None:
    assert codes(may_close_meeting(file, NOW)) == []


@pytest.mark.parametrize("safety", ["", " \n"])
def test_a_meeting_does_not_close_before_the_safety_of_children(safety: str, file: CaseFile) -> None:
    assert codes(may_close_meeting(met(file, other_children_safety=safety), NOW)) == ["T13-safety"]


@pytest.mark.parametrize("fact", list(Fact))
def test_a_meeting_does_not_close_without_every_finding(fact: Fact, file: CaseFile, meeting: Meeting) -> None:
    kept = tuple(limb for limb in meeting.findings if limb.fact is not fact)
    found = may_close_meeting(met(file, findings=kept), NOW)

    assert [(violation.code, violation.field) for violation in found] == [("T13-finding", fact.value)]


def test_every_agency_with_a_voice_gives_a_view_even_if_it_left(file: CaseFile, meeting: Meeting) -> None:
    first, *others = meeting.attendance
    left = first.but(left_at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    guest = Attendee(
        name="G. Uest", agencies=("HSG",), capacity=Capacity.INFORMATION_GIVER, arrived_at=meeting.started_at
    )
    silent = met(file, attendance=(left, *others, guest), views=meeting.views[1:])
    found = may_close_meeting(silent, NOW)

    assert [(violation.code, violation.field) for violation in found] == [("T13-view", "CSC")]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"quorate": False}, ["T15-quorum"]),
        ({"quorate": False, "inquorate_reason": "Health sent written views."}, []),
        ({"dissent_answered": False}, ["T15-dissent"]),
        ({"limbs": ()}, ["T15-limb"] * len(Fact)),
    ],
)
def test_a_recommendation_is_submitted_whole(changes: dict[str, object], found: list[str], file: CaseFile) -> None:
    assert file.advice is not None

    assert codes(may_submit(replace(file, advice=file.advice.but(**changes)), NOW)) == found


def test_without_meeting_or_advice_nothing_starts_closes_or_is_submitted(file: CaseFile) -> None:
    bare = replace(file, meeting=None, advice=None)

    assert codes(may_start_meeting(bare, NOW)) == ["T12-meeting"]
    assert codes(may_close_meeting(bare, NOW)) == ["T13-meeting"]
    assert codes(may_submit(bare, NOW)) == ["T15-advice"]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (Quorum(), 0),
        (Quorum(agencies=4), 1),
        (Quorum(core=("CSC", "HSG")), 1),
        (Quorum(health=("NTW",)), 1),
        (Quorum(agencies=3, core=(), health=()), 0),
        (Quorum(agencies=4, core=("HSG",), health=("NTW",)), 3),
    ],
)
def test_quorum_is_counted_by_agency(rule: Quorum, found: int, meeting: Meeting) -> None:
    assert len(quorum(meeting, rule)) == found


def test_one_person_may_carry_several_agencies_and_an_observer_none(meeting: Meeting) -> None:
    both = Attendee(name="A. Worker", agencies=("CSC", "POL", "CHS"), arrived_at=meeting.started_at)

    assert quorum(meeting.but(attendance=(both,)), Quorum()) == ()
    assert len(quorum(meeting.but(attendance=(both.but(capacity=Capacity.OBSERVER),)), Quorum())) == 3


def test_quorum_counts_who_is_there_now_and_after_the_close_who_was_there_then(meeting: Meeting) -> None:
    closed = meeting.closed_at
    assert closed is not None
    nurse_left = tuple(
        who.but(left_at=closed - timedelta(minutes=10)) if who.name == "C. Nurse" else who for who in meeting.attendance
    )
    all_left = tuple(who.but(left_at=closed) for who in meeting.attendance)

    assert quorum(meeting.but(closed_at=None, attendance=nurse_left), Quorum()) != ()
    assert quorum(meeting.but(attendance=nurse_left), Quorum()) != ()
    assert quorum(meeting.but(attendance=all_left), Quorum()) == ()
