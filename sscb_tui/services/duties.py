"""Every clock of every case: what is owed to whom, done when and how, late and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import DutyState
from sscb_tui.services.clockwork import duty_row

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
            if not duty.started_on <= done_on <= now.date():
                allowed = f"{duty.started_on:%-d %b %Y} to {now.date():%-d %b %Y}"
                raise InputError([Problem("done on", "lies outside the time the duty has run.", allowed)])
            if not method.strip():
                raise InputError([Problem("method", "is blank.", "how it was done, for example secure e-mail")])
            at = now if done_on == now.date() else datetime.combine(done_on, time(12), now.tzinfo)
            return self.room.record.duties.save(duty.but(done_at=at, method=method, proof=proof))

    def explain(self, actor: Actor, duty_id: str, reason: str) -> Duty:
        """Record why a clock is or will be overrun; the clock keeps running."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "overrun explained"):
            if not reason.strip():
                raise InputError([Problem("reason", "is blank.", "why the date was or will be missed")])
            duty = self.room.record.duties.get(duty_id)
            return self.room.record.duties.save(duty.but(overrun_reason=reason))
