"""Every clock of every case: what is owed to whom, done when and how, late and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, Problem, Violation, refuse_if
from sscb_tui.domain.local_time import local_day, local_moment
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import DutyState
from sscb_tui.services.clockwork import duty_row
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from sscb_tui.domain.duty import Duty
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import DutyRow

_ORDER = {DutyState.LATE: 0, DutyState.RUNNING: 1, DutyState.DONE_LATE: 2, DutyState.DONE: 2, DutyState.NOT_NEEDED: 3}


@dataclass(frozen=True, slots=True)
class Duties:
    """Lists the clocks and records that a duty was done."""

    room: Room

    def rows(self, case_id: str | None = None) -> tuple[DutyRow, ...]:
        """Clocks of one case or of all: late first, then by date."""
        record, today = self.room.record, self.room.today()
        duties = record.duties.of_case(case_id) if case_id else record.duties.all()
        cases = {case.id: case for case in ([record.cases.get(case_id)] if case_id else record.cases.all())}
        rows = (duty_row(duty, cases[duty.case_id], today) for duty in duties)
        return tuple(sorted(rows, key=lambda row: (_ORDER[row.state], row.due, row.reference, row.clock)))

    def record(self, actor: Actor, duty_id: str, *, done_on: date, method: str, proof: str) -> Duty:
        """Put on record that the duty was done, when, how, and what proves it."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "duty done") as now:
            duty = self.room.record.duties.get(duty_id)
            refuse_if(_still_owed(duty))
            counted_back = duty.due < duty.started_on  # to publication: any day before will do
            if done_on > now.date() or (done_on < duty.started_on and not counted_back):
                allowed = f"{'any day' if counted_back else shown(duty.started_on)} to {shown(now.date())}"
                raise InputError([Problem("done on", "lies outside the time the duty has run.", allowed)])
            worded(method, "method", "how it was done, for example secure e-mail")
            at = now if done_on == now.date() else local_moment(done_on, time(12))
            return self.room.record.duties.save(duty.but(done_at=at, method=method, proof=proof))

    def explain(self, actor: Actor, duty_id: str, reason: str) -> Duty:
        """Record why a clock is or will be overrun; the clock keeps running."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "overrun explained"):
            worded(reason, "reason", "why the date was or will be missed")
            duty = self.room.record.duties.get(duty_id)
            return self.room.record.duties.save(duty.but(overrun_reason=reason))


def _still_owed(duty: Duty) -> tuple[Violation, ...]:
    """What was done once stays as recorded; the decision clock ends with a signature and by no other road (CK-2)."""
    if duty.clock == "CK-2":
        return (Violation("CK-2", "The decision clock ends with the Chair's signed decision.", duty.source),)
    if duty.not_needed:
        return (Violation("F9-needed", f"The duty has fallen away: {duty.not_needed}."),)
    if duty.done_at is None:
        return ()
    sentence = f"This is on record as done on {shown(local_day(duty.done_at))}, {duty.method}."
    return (Violation("F9-done", sentence, "notifications (F9)"),)
