"""Agencies asked how far their actions are: who answered, who is silent, and what came of each row of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sscb_tui.domain.base import ProgressRoundId
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.terms import Letter


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One agency asked before one meeting, as it stands today."""

    round_id: ProgressRoundId
    agency: str
    meeting_on: date
    asked_on: date
    due: date
    asked: int
    answered_at: datetime | None
    silent_on: tuple[int, ...]
    """Actions nothing was said of, by number."""
    late: int
    """Working days since an answer was due that has not come."""
    missed_before: int
    """Rounds in a row that the agency missed before this one."""
    letter: Letter | None
    """What to write next; None while nobody is late."""
    challenged: bool
    """Whether the Board's challenge log should say so: the agency has missed twice."""


@dataclass(frozen=True, slots=True)
class TakenRow:
    """What came of one action's answer."""

    number: int
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgressTaken:
    """Proof of an agency's answer: the receipt, every row of it, and the actions it says nothing of."""

    agency: str
    receipt: Receipt
    rows: tuple[TakenRow, ...]
    silent_on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """Another date an agency asks for, which nobody has answered yet."""

    number: int
    agency: str
    due: date | None
    proposed: date
    reason: str
    asked_at: datetime
