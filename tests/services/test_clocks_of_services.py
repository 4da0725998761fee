"""Days as England counts them, and clocks that end only as they should."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.local_time import local, local_day, local_moment
from sscb_tui.domain.terms import DutyState
from sscb_tui.services.demonstration import referrals
from sscb_tui.services.views import DutyRow
from tests.services.doors import stage
from tests.services.office import MANAGER, Office

MIDNIGHT = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
"""Half past midnight on 1 July by clocks in England."""


@pytest.mark.parametrize("offset", [-8, 0, 1, 14])
def test_a_call_after_midnight_in_summer_belongs_to_the_new_day(office: Office, offset: int) -> None:
    office.clock.set(date(2026, 7, 2))
    moment = MIDNIGHT.astimezone(timezone(timedelta(hours=offset)))
    form = referrals.child_n(office.clock())
    case = office.services.referrals.receive(MANAGER, form.but(referral=form.referral.but(received_at=moment)))
    assert case.notified_on == date(2026, 7, 1)
    stored = office.services.desk.file(case.id).case.referral.received_at
    assert (stored, stored.utcoffset()) == (moment, moment.utcoffset())
    clock = of_clock(office, case.id, "CK-2")
    assert clock.due == date(2026, 8, 1)


def test_local_time_is_what_the_tables_of_zones_say() -> None:
    london = ZoneInfo("Europe/London")
    moment = datetime(2013, 1, 1, tzinfo=UTC)
    while moment.year < 2031:
        assert local(moment).replace(tzinfo=None) == moment.astimezone(london).replace(tzinfo=None), moment
        moment += timedelta(hours=5, minutes=59)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
@pytest.mark.parametrize("at", [time(0, 59), time(2, 0), time(12), time(23, 59)])
def test_a_time_on_a_day_is_that_time_on_that_day_when_clocks_change_too(day: date, at: time) -> None:
    assert (local_day(local_moment(day, at)), local_moment(day, at).time()) == (day, at)


def of_clock(office: Office, case_id: str, clock: str) -> DutyRow:
    return next(row for row in office.services.duties.rows(case_id) if row.clock == clock)


def _first_notice(office: Office) -> tuple[str, date, date]:
    case_id = stage(office, "decided")
    row = next(row for row in office.services.duties.rows(case_id) if row.clock == "CK-4")
    duty = office.services.record.duties.get(row.duty_id)
    return duty.id, duty.started_on, duty.due


@pytest.mark.parametrize(("days", "state"), [(-1, DutyState.DONE), (0, DutyState.DONE), (1, DutyState.DONE_LATE)])
def test_a_duty_done_on_its_day_is_not_late(office: Office, days: int, state: DutyState) -> None:
    duty_id, _, due = _first_notice(office)
    done = due + timedelta(days=days)
    office.clock.set(due + timedelta(days=10))
    duty = office.services.duties.record(MANAGER, duty_id, done_on=done, method="e-mail", proof="receipt")
    assert duty.state(office.clock().date()) is state


def test_a_duty_is_done_between_its_start_and_today(office: Office) -> None:
    duty_id, started, _ = _first_notice(office)
    for done in (started - timedelta(days=1), office.clock().date() + timedelta(days=1)):
        with pytest.raises(InputError, match="lies outside"):
            office.services.duties.record(MANAGER, duty_id, done_on=done, method="e-mail", proof="receipt")


def test_a_duty_is_done_once(office: Office) -> None:
    duty_id, started, _ = _first_notice(office)
    office.services.duties.record(MANAGER, duty_id, done_on=started, method="e-mail", proof="receipt")
    with pytest.raises(RuleError) as refused:
        office.services.duties.record(MANAGER, duty_id, done_on=started, method="letter", proof="other")
    assert refused.value.violations[0].code == "F9-done"


def test_the_decision_clock_is_ended_by_no_hand(office: Office) -> None:
    clock = of_clock(office, office.received().id, "CK-2")
    with pytest.raises(RuleError, match="signed decision"):
        office.services.duties.record(
            MANAGER, clock.duty_id, done_on=office.clock().date(), method="telephone", proof="note"
        )


def test_a_referral_cannot_be_corrected_into_the_future(office: Office) -> None:
    case = office.received()
    form = office.services.referrals.form_of(case.id)
    later = form.but(referral=form.referral.but(received_at=office.clock() + timedelta(days=2)))
    with pytest.raises(RuleError) as refused:
        office.services.referrals.amend(MANAGER, case.id, case.version, later)
    assert refused.value.violations[0].code == "T01-received"


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, False), (13, False), (40, True)])
def test_an_extension_lies_ahead_and_before_the_meeting(office: Office, days: int, *, refused: bool) -> None:
    case_id = stage(office, "asked")
    request = office.services.desk.file(case_id).requests[0]
    new_due = office.clock().date() + timedelta(days=days)
    if not refused:
        assert office.services.scoping.chase(MANAGER, request.id, "Rang.", new_due).due == new_due
        return
    with pytest.raises(RuleError) as caught:
        office.services.scoping.chase(MANAGER, request.id, "Rang.", new_due)
    assert caught.value.violations[0].code == "T11-date"
