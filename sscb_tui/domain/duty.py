"""Duties with clocks (2.5): what is owed to whom, by which rule, by when, and when it was done."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import Aggregate, CaseId, DutyId, Moment, Said
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import DutyState, Strength


class Duty(Aggregate):
    """One clock of one case; an extension is a recorded departure, never a stopped clock."""

    id: DutyId
    case_id: CaseId
    clock: Said
    """CK-1 to CK-13."""
    what: Said
    to: str = ""
    """Recipient code, where the duty is to tell somebody."""
    rule: Said
    """For example "5 working days from the decision"."""
    source: Said
    strength: Strength
    who: Said
    started_on: date
    due: date
    act_by: date
    """The working day before, where `due` is not a working day; never later than `due`."""
    done_at: Moment | None = None
    method: str = ""
    proof: str = ""
    overrun_reason: str = ""
    not_needed: str = ""
    """Why the duty fell away (a superseding decision), if it did."""

    def state(self, today: date) -> DutyState:
        """Derived on the day it is read; late is never stored."""
        if self.not_needed:
            return DutyState.NOT_NEEDED
        if self.done_at is not None:
            return DutyState.DONE_LATE if local_day(self.done_at) > self.due else DutyState.DONE
        return DutyState.LATE if today > self.due else DutyState.RUNNING
