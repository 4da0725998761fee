"""What lists of clocks show: each with its rule, its departures, and the days that were lost to others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscb_tui.domain.lost import NOTHING_LOST, DaysLost
from sscb_tui.domain.rules.work_left import USUAL
from sscb_tui.domain.terms import Cause, DutyState, ReturnState, Strength


@dataclass(frozen=True, slots=True)
class ExtensionView:
    """A recorded departure: the day aimed at instead, why, and who agreed."""

    target: date
    reason: str
    approved_by: str
    on: date


@dataclass(frozen=True, slots=True)
class LostView:
    """A stretch of days lost, to what, and in whose words."""

    cause: Cause
    first: date
    last: date
    note: str
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class SupersededView:
    """A date due that no longer counts, and what it was counted from."""

    started_on: date
    due: date


BEFORE_A_DECISION = ("CK-1", "CK-2", "CK-3", "CK-9")
"""Clocks that a decision does not begin."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One clock on the Duties screen."""

    duty_id: str
    case_id: str
    """Empty for a duty of the Board as a whole."""
    reference: str
    pseudonym: str
    clock: str
    what: str
    to: str
    rule: str
    source: str
    strength: Strength
    who: str
    due: date
    act_by: date
    working_days: int
    state: DutyState
    overrun_reason: str
    started_on: date | None = None
    done_on: date | None = None
    done_by: str = ""
    method: str = ""
    proof: str = ""
    not_needed: str = ""
    ends_with: str = ""
    """What alone ends it, where nobody may call it done by hand."""
    by_letter: bool = False
    """Whether a letter about the decision does it."""
    signed_by: str = ""
    extensions: tuple[ExtensionView, ...] = ()
    lost: DaysLost = NOTHING_LOST
    lost_in_case: DaysLost = NOTHING_LOST
    """Over all duties of the case; a day that several of them lost counts once."""
    losses: tuple[LostView, ...] = ()
    superseded: tuple[SupersededView, ...] = ()
    near: int = USUAL
    """Working days the work still to do takes: with fewer left, the clock is near."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do about it."""
        return self.state is DutyState.LATE or (self.state is DutyState.RUNNING and self.strength is not Strength.INFO)

    @property
    def follows_decision(self) -> bool:
        """Whether a decision began it: notices, the aim for a review, the time to challenge it."""
        return self.clock not in BEFORE_A_DECISION


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the record holds for one notice of a decision (CK-4): when it was due, and when it went."""

    case_id: str
    due: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class WaitingFacts:
    """What the record holds for a request that an agency has not answered; the services make a clock of it (CK-3)."""

    request_id: str
    case_id: str
    reference: str
    pseudonym: str
    framework: str
    agency: str
    issued_on: date
    due: date
    state: ReturnState
