"""Duties beside the decision: what makes an incident notifiable, extensions, days lost, the annual report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from sscb_tui.domain.base import CaseId, DutyId
from sscb_tui.domain.case import Case
from sscb_tui.domain.duty import Duty, Lost
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.local_time import local_moment
from sscb_tui.domain.lost import days_lost
from sscb_tui.domain.rules.annual import year_of, years_owed
from sscb_tui.domain.rules.clocks import duties_beside
from sscb_tui.domain.rules.completeness import may_receive
from sscb_tui.domain.rules.duties import extension_is_a_departure, letter_may_be_signed, lost_while_it_ran, still_owed
from sscb_tui.domain.rules.signing import guidance_has_changed
from sscb_tui.domain.rules.work_left import days_needed
from sscb_tui.domain.terms import Cause, DutyState, Stage, Strength, YesNo

WT2013, WT2015 = load("WT2013"), load("WT2015")
BEGAN, DUE = date(2018, 3, 29), date(2018, 4, 9)
"""A decision on Maundy Thursday: five working days end on the Monday after Easter week."""
NOON = local_moment(BEGAN, time(12))


def duty(**said: object) -> Duty:
    known = {
        "id": DutyId("duty-1"),
        "case_id": CaseId("case-1"),
        "clock": "CK-4",
        "what": "tell Ofsted of the decision",
        "to": "OFSTED",
        "rule": "5 working days after the decision",
        "source": "WT2015 ch.4",
        "strength": Strength.SHOULD,
        "who": "Business Manager",
        "started_on": BEGAN,
        "due": DUE,
        "act_by": DUE,
    }
    return Duty.model_validate(known | said)


def lost(cause: Cause, first: date, last: date) -> Lost:
    return Lost(cause=cause, first=first, last=last, note="interviews", at=NOON, by="B. Manager")


# What is notifiable (NI1 to NI4)


def about(case: Case, **said: object) -> Case:
    """The case with other answers, before any discussion."""
    child = {name: said[name] for name in said if name in type(case.child).model_fields}
    referral = {name: said[name] for name in said if name in type(case.referral).model_fields}
    return case.but(child=case.child.but(**child), referral=case.referral.but(**referral), discussion=None)


QUIET = {
    "outcome": "alive",
    "abuse_or_neglect": "not_suspected",
    "serious_harm": "no",
    "looked_after": "no",
    "regulated_setting": "no",
    "always_list": "no",
    "always_list_category": "",
}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"outcome": "died", "abuse_or_neglect": "suspected"}, "a child died, abuse"),
        ({"serious_harm": "yes", "abuse_or_neglect": "known"}, "a child was seriously harmed"),
        ({"outcome": "died", "looked_after": "yes"}, "a looked-after child died"),
        ({"outcome": "died", "regulated_setting": "yes"}, "a child died in a regulated setting"),
    ],
)
def test_each_ground_makes_the_authority_owe_its_notification(case: Case, said: dict[str, str], why: str) -> None:
    (owed,) = duties_beside(about(case, **QUIET | said), WT2015)

    assert (owed.clock, owed.who, owed.started_on) == ("CK-1", "Local authority", case.notified_on)
    assert why in owed.rule
    assert why not in owed.what


@pytest.mark.parametrize(
    "said",
    [
        {"outcome": "died"},
        {"abuse_or_neglect": "known"},
        {"serious_harm": "yes"},
        {"looked_after": "yes", "regulated_setting": "yes"},
        {"outcome": "outcome_unknown", "abuse_or_neglect": "known"},
        {"outcome": "died", "abuse_or_neglect": "undetermined", "looked_after": "undetermined"},
    ],
)
def test_what_is_not_notifiable_or_still_in_doubt_starts_no_clock(case: Case, said: dict[str, str]) -> None:
    assert duties_beside(about(case, **QUIET | said), WT2015) == ()


def test_the_guidance_of_2013_had_no_notifiable_incident(case: Case) -> None:
    assert duties_beside(about(case, **QUIET | {"outcome": "died", "looked_after": "yes"}), WT2013) == ()


def test_the_authoritys_days_run_from_the_day_it_knew(case: Case) -> None:
    """Aware on Friday 22 December 2017: five working days over Christmas end on 3 January."""
    notifiable = QUIET | {"serious_harm": "yes", "abuse_or_neglect": "known"}
    (owed,) = duties_beside(about(case, **notifiable, authority_aware_on=date(2017, 12, 22)), WT2015)

    assert owed.due == date(2018, 1, 3)


@pytest.mark.parametrize(("days", "refused"), [(0, []), (1, ["T01-aware"])])
def test_the_authority_cannot_have_known_tomorrow(file: CaseFile, days: int, refused: list[str]) -> None:
    now = file.case.referral.received_at
    aware = file.case.notified_on + timedelta(days=days)
    known = file.case.but(referral=file.case.referral.but(authority_aware_on=aware))
    assert [each.code for each in may_receive(replace(file, case=known), now)] == refused


@pytest.mark.parametrize(("category", "told"), [("AL-1", False), ("AL-2", True), ("AL-6", True), ("AL-7", False)])
def test_a_death_in_youth_custody_is_the_youth_offending_services_to_tell(
    case: Case, category: str, *, told: bool
) -> None:
    said = QUIET | {"outcome": "died", "always_list": YesNo.YES, "always_list_category": category}
    owed = [each for each in duties_beside(about(case, **said), WT2015) if each.clock == "CK-9"]

    assert bool(owed) is told
    assert all(each.due == case.notified_on + timedelta(days=1) and each.strength is Strength.MUST for each in owed)


# Late, and for information


@pytest.mark.parametrize(("days", "state"), [(0, DutyState.RUNNING), (1, DutyState.LATE)])
def test_a_clock_is_late_from_the_day_after_it_is_due(days: int, state: DutyState) -> None:
    assert duty().state(DUE + timedelta(days=days)) is state


@pytest.mark.parametrize(("days", "state"), [(0, DutyState.RUNNING), (1, DutyState.PASSED)])
def test_what_is_for_information_passes_and_is_never_late(days: int, state: DutyState) -> None:
    assert duty(strength=Strength.INFO).state(DUE + timedelta(days=days)) is state
    assert [each.code for each in still_owed(duty(strength=Strength.INFO))] == ["F9-info"]


# Extensions and days lost


@pytest.mark.parametrize(("target", "allowed"), [(DUE, False), (DUE + timedelta(days=1), True)])
def test_an_extension_aims_later_than_the_day_due(target: date, *, allowed: bool) -> None:
    assert (not extension_is_a_departure(duty(), target, BEGAN)) is allowed


def test_a_second_extension_aims_later_than_the_first_and_not_at_the_past() -> None:
    first = {"target": DUE + timedelta(days=7), "reason": "x", "approved_by": "x", "at": NOON, "by": "x"}
    extended = duty(extensions=(first,))

    assert extension_is_a_departure(extended, DUE + timedelta(days=7), BEGAN)
    assert not extension_is_a_departure(extended, DUE + timedelta(days=8), BEGAN)
    assert extension_is_a_departure(extended, DUE + timedelta(days=8), DUE + timedelta(days=9))
    assert extended.state(DUE + timedelta(days=1)) is DutyState.LATE  # the clock was not stopped


def test_nothing_that_is_over_is_extended() -> None:
    later = DUE + timedelta(days=7)

    assert extension_is_a_departure(duty(done_at=NOON, method="x"), later, BEGAN)
    assert extension_is_a_departure(duty(not_needed="superseded"), later, BEGAN)
    assert extension_is_a_departure(duty(strength=Strength.INFO), later, BEGAN)


@pytest.mark.parametrize(
    ("first", "last", "allowed"),
    [
        (BEGAN, BEGAN, True),
        (BEGAN - timedelta(days=1), BEGAN, False),
        (BEGAN, DUE, True),
        (BEGAN, DUE + timedelta(days=1), False),
        (DUE, BEGAN, False),
    ],
)
def test_days_are_lost_between_the_beginning_and_today(first: date, last: date, *, allowed: bool) -> None:
    assert (not lost_while_it_ran(duty(), first, last, DUE)) is allowed


def test_days_lost_are_working_days_and_a_day_lost_to_two_counts_once() -> None:
    """Thursday to the Tuesday after Easter is two working days; the court took the Tuesday and Wednesday."""
    tally = days_lost(
        (
            lost(Cause.POLICE, date(2018, 3, 29), date(2018, 4, 3)),
            lost(Cause.COURT, date(2018, 4, 3), date(2018, 4, 4)),
            lost(Cause.COURT, date(2018, 4, 4), date(2018, 4, 4)),
        )
    )

    assert tally.by_cause == ((Cause.POLICE, 2), (Cause.COURT, 2))
    assert tally.total == 3
    assert days_lost(()).total == 0


def test_a_letter_is_signed_while_it_is_owed_and_unsent() -> None:
    signature = {"name": "C. Chair", "post": "Independent Chair", "at": NOON}

    assert letter_may_be_signed(duty())
    assert not letter_may_be_signed(duty(to=""))
    assert not letter_may_be_signed(duty(clock="CK-6"))
    assert not letter_may_be_signed(duty(done_at=NOON))
    assert not letter_may_be_signed(duty(not_needed="superseded"))
    assert not letter_may_be_signed(duty(signed=signature))


def test_a_duty_written_before_it_knew_of_departures_still_reads() -> None:
    written = duty().model_dump_json(
        exclude={"extensions", "lost", "superseded", "signed", "done_by"}, exclude_defaults=False
    )
    read = Duty.model_validate_json(written)
    assert (read.extensions, read.lost, read.superseded, read.signed, read.done_by) == ((), (), (), None, "")


# How near a decision's clock is


@pytest.mark.parametrize(
    ("stage", "days"),
    [
        (Stage.RECEIVED, 10),
        (Stage.SCOPING_REQUESTED, 10),
        (Stage.RETURNS_COMPLETE, 5),
        (Stage.RECOMMENDATION_DRAFT, 5),
        (Stage.WITH_CHAIR, 2),
        (Stage.FURTHER_INFORMATION, 2),
    ],
)
def test_a_decision_is_near_when_less_time_is_left_than_its_work_takes(stage: Stage, days: int) -> None:
    assert days_needed(stage) == days


def test_guidance_that_changed_before_the_decision_is_shown_to_the_chair(file: CaseFile) -> None:
    received = local_moment(date(2018, 6, 20), time(12))
    case = file.case.but(framework="WT2015", referral=file.case.referral.but(received_at=received))
    told = replace(file, case=case)
    assert guidance_has_changed(told, local_moment(date(2018, 6, 28), time(12))) == ()
    (warning,) = guidance_has_changed(told, local_moment(date(2018, 7, 10), time(12)))
    assert "The case began under WT2015, whose criteria stand; WT2015-INTERIM is in force today" in warning.sentence
    assert "Child Safeguarding Practice Review Panel" in warning.sentence


# The annual report


@pytest.mark.parametrize(
    ("since", "today", "years"),
    [
        (date(2018, 4, 1), date(2018, 4, 1), [2018]),
        (date(2018, 3, 31), date(2018, 3, 31), [2017]),
        (date(2017, 6, 1), date(2018, 3, 31), [2017]),
        (date(2017, 6, 1), date(2018, 4, 1), [2017, 2018]),
    ],
)
def test_every_financial_year_since_the_record_began_owes_a_report(since: date, today: date, years: list[int]) -> None:
    assert [end.year for end in years_owed(since, today)] == years
    assert year_of(date(2018, 3, 31)) == "2017/18"
