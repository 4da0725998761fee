"""Duties with clocks (2.5): what is owed to whom, by which rule, by when, and when it was done."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from sscb_tui.domain.base import Aggregate, CaseId, DutyId, Model, Moment, Said
from sscb_tui.domain.case import Signature
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import Cause, DutyState, Strength

TELLING = ("CK-4", "CK-4a", "N-LA", "N-BRD", "N-REF", "N-FAM", "N-OTH")
"""Clocks that end with a letter about the Chair's decision (F9)."""


class Extension(Model):
    """A departure on record: the day now aimed at. The date due stays, and its clock runs on."""

    target: date
    reason: Said
    approved_by: Said
    at: Moment
    by: Said


class Lost(Model):
    """Days on which a duty could not be worked on, and what stood in the way."""

    cause: Cause
    first: date
    last: date
    note: Said
    at: Moment
    by: Said
    withdrawn: str = ""
    """Why it counts no longer; what was written by mistake stays and says so."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Lost:
        if self.last < self.first:
            raise ValueError("the last day lost lies before the first")
        return self


class Superseded(Model):
    """A date due as it was counted before its trigger was corrected."""

    started_on: date
    due: date
    until: Moment
    """When it was counted anew."""


class Duty(Aggregate):
    """One clock of one case; an extension is a recorded departure, never a stopped clock."""

    id: DutyId
    case_id: CaseId
    clock: Said
    """CK-1 to CK-13; for a notice with no clock in guidance, the notice's own code (F9)."""
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
    done_by: str = ""
    """Who put it on record."""
    method: str = ""
    proof: str = ""
    overrun_reason: str = ""
    not_needed: str = ""
    """Why the duty fell away (a superseding decision), if it did."""
    extensions: tuple[Extension, ...] = ()
    lost: tuple[Lost, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    """Dates due that no longer count, oldest first."""
    signed: Signature | None = None
    """The Chair's signature under the letter that does it (F9)."""

    def state(self, today: date) -> DutyState:
        """Derived on the day it is read; late is never stored."""
        if self.not_needed:
            return DutyState.NOT_NEEDED
        if self.done_at is not None:
            return DutyState.DONE_LATE if local_day(self.done_at) > self.due else DutyState.DONE
        if today <= self.due:
            return DutyState.RUNNING
        return DutyState.PASSED if self.strength is Strength.INFO else DutyState.LATE

    @property
    def by_letter(self) -> bool:
        """Whether a letter about the decision does it, or did."""
        return self.clock in TELLING and bool(self.to) and not self.not_needed

    @property
    def target(self) -> date | None:
        """The day now aimed at, where an extension is on record."""
        return self.extensions[-1].target if self.extensions else None
