"""Turning the rules' clocks into duties on record: started, recomputed, ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.base import DutyId
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.terms import DutyState
from sscb_tui.domain.working_days import working_days_between
from sscb_tui.services.views import DutyRow

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.rules.clocks import Owed
    from sscb_tui.services.room import Room


def duty_of(case: Case, owed: Owed, id: str) -> Duty:
    """What the rules say is owed, as a duty of this case."""
    return Duty(
        id=DutyId(id),
        case_id=case.id,
        clock=owed.clock,
        what=owed.what,
        to=owed.to,
        rule=owed.rule,
        source=owed.source,
        strength=owed.strength,
        who=owed.who,
        started_on=owed.started_on,
        due=owed.due,
        act_by=owed.act_by,
    )


def start(room: Room, case: Case, owed: Iterable[Owed]) -> None:
    """Start these clocks; inside a transaction."""
    for each in owed:
        room.record.duties.save(duty_of(case, each, room.new_id()))


def finish(room: Room, case_id: str, clock: str, at: datetime, method: str, overrun_reason: str = "") -> None:
    """End the running clocks of this kind; inside a transaction."""
    for duty in room.record.duties.of_case(case_id):
        if duty.clock == clock and duty.done_at is None and not duty.not_needed:
            reason = overrun_reason or duty.overrun_reason
            room.record.duties.save(duty.but(done_at=at, method=method, overrun_reason=reason))


def explain(room: Room, case_id: str, clock: str, reason: str) -> None:
    """Say why a running clock will be overrun; it runs on all the same."""
    for duty in room.record.duties.of_case(case_id):
        if duty.clock == clock and duty.done_at is None and not duty.not_needed:
            room.record.duties.save(duty.but(overrun_reason=reason))


def restart(room: Room, case: Case, owed: Iterable[Owed]) -> None:
    """Recompute running clocks after their trigger was corrected; the superseded date stays in the journal."""
    new = {(each.clock, each.to): each for each in owed}
    for duty in room.record.duties.of_case(case.id):
        fresh = new.get((duty.clock, duty.to))
        if fresh is not None and duty.done_at is None and fresh.started_on != duty.started_on:
            room.record.duties.save(duty.but(started_on=fresh.started_on, due=fresh.due, act_by=fresh.act_by))


def drop(room: Room, case_id: str, why: str) -> None:
    """Duties of a decision that is superseded fall away, with the reason; what was sent stays sent."""
    for duty in room.record.duties.of_case(case_id):
        if duty.done_at is None and not duty.not_needed and duty.clock != "CK-2":
            room.record.duties.save(duty.but(not_needed=why))


def duty_row(duty: Duty, case: Case, today: date) -> DutyRow:
    """A duty as the Duties screen lists it on a day."""
    return DutyRow(
        duty_id=duty.id,
        case_id=case.id,
        reference=case.reference,
        pseudonym=case.pseudonym,
        clock=duty.clock,
        what=duty.what,
        to=duty.to,
        rule=duty.rule,
        source=duty.source,
        strength=duty.strength,
        who=duty.who,
        due=duty.due,
        act_by=duty.act_by,
        working_days=working_days_left(duty, today),
        state=duty.state(today),
        overrun_reason=duty.overrun_reason,
    )


def working_days_left(duty: Duty, today: date) -> int:
    """Working days to the day to act by; negative when the guidance date has passed."""
    if duty.state(today) is DutyState.LATE:
        return -working_days_between(duty.due, today)
    return working_days_between(today, duty.act_by)
