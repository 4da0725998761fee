"""Turning the rules' clocks into duties on record: started, recomputed, ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.base import DutyId
from sscb_tui.domain.duty import Duty, Superseded
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.lost import NOTHING_LOST, DaysLost, days_lost
from sscb_tui.domain.rules.work_left import USUAL
from sscb_tui.domain.terms import DutyState
from sscb_tui.domain.working_days import working_days_between
from sscb_tui.services.views import DutyRow, ExtensionView, LostView, SupersededView

OF_OTHERS = ("CK-1", "CK-9")
"""Duties of the local authority and of the youth offending service: watched here, and no decision ends them."""
ENDS_WITH = {
    "CK-2": "the Chair's signed decision",
    "CK-3": "the agency's return, or its refusal",
    "CK-10": "the passing of its time",
}
"""Clocks that nobody ends by hand, and what ends them."""

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
    """Recompute running clocks after their trigger was corrected; the superseded date stays with the duty."""
    new = {(each.clock, each.to): each for each in owed}
    for duty in room.record.duties.of_case(case.id):
        fresh = new.get((duty.clock, duty.to))
        if fresh is not None and duty.done_at is None and fresh.started_on != duty.started_on:
            room.record.duties.save(_counted_anew(duty, fresh, room.now()))


def _counted_anew(duty: Duty, fresh: Owed, now: datetime) -> Duty:
    """The duty from its right trigger, what it was counted from before beside it."""
    before = Superseded(started_on=duty.started_on, due=duty.due, until=now)
    return duty.but(
        started_on=fresh.started_on, due=fresh.due, act_by=fresh.act_by, superseded=(*duty.superseded, before)
    )


def watch(room: Room, case: Case, owed: Iterable[Owed]) -> None:
    """Begin, recompute and end others' duties as the facts of the case now have them; inside a transaction."""
    now_owed = {each.clock: each for each in owed}
    running = [duty for duty in room.record.duties.of_case(case.id) if duty.clock in OF_OTHERS and not duty.not_needed]
    for duty in running:
        if duty.clock not in now_owed and duty.done_at is None:
            room.record.duties.save(duty.but(not_needed="the facts of the case no longer call for it"))
    restart(room, case, now_owed.values())
    known = {duty.clock for duty in running}
    start(room, case, (each for each in now_owed.values() if each.clock not in known))


def drop(room: Room, case_id: str, why: str) -> None:
    """Duties of a decision that is superseded fall away, with the reason; what was sent stays sent."""
    for duty in room.record.duties.of_case(case_id):
        if duty.done_at is None and not duty.not_needed and duty.clock not in ("CK-2", *OF_OTHERS):
            room.record.duties.save(duty.but(not_needed=why))


def duty_row(duty: Duty, case: Case, today: date) -> DutyRow:
    """A duty of a case as the Duties screen lists it on a day."""
    return row_of(duty, case.reference, case.pseudonym, today)


def row_of(
    duty: Duty, reference: str, pseudonym: str, today: date, *, lost_in_case: DaysLost = NOTHING_LOST, near: int = USUAL
) -> DutyRow:
    """The same, from what lists know of the case."""
    return DutyRow(
        duty_id=duty.id,
        case_id=duty.case_id,
        reference=reference,
        pseudonym=pseudonym,
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
        started_on=duty.started_on,
        done_on=local_day(duty.done_at) if duty.done_at else None,
        done_by=duty.done_by,
        method=duty.method,
        proof=duty.proof,
        not_needed=duty.not_needed,
        ends_with=ENDS_WITH.get(duty.clock, ""),
        by_letter=duty.by_letter,
        signed_by=duty.signed.name if duty.signed else "",
        extensions=_extensions(duty),
        lost=days_lost(duty.lost),
        lost_in_case=lost_in_case,
        near=near,
        losses=tuple(LostView(each.cause, each.first, each.last, each.note, each.withdrawn) for each in duty.lost),
        superseded=tuple(SupersededView(each.started_on, each.due) for each in duty.superseded),
    )


def _extensions(duty: Duty) -> tuple[ExtensionView, ...]:
    return tuple(
        ExtensionView(each.target, each.reason, each.approved_by, local_day(each.at)) for each in duty.extensions
    )


def working_days_left(duty: Duty, today: date) -> int:
    """Working days to the day to act by; negative when the guidance date has passed."""
    if duty.state(today) is DutyState.LATE:
        return -working_days_between(duty.due, today)
    return working_days_between(today, duty.act_by)
