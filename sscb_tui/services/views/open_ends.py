"""What waits for an action: a recommendation nobody carries out yet, a finding that led to no recommendation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import Rag

if TYPE_CHECKING:
    from datetime import date, datetime

    from sscb_tui.domain.terms import Level, Origin
    from sscb_tui.domain.thread import Address


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """One line of the tracker that is no action; what it has in common with one goes by the same name."""

    at: Address
    """The recommendation, or the finding as part of its review."""
    label: str
    """R-7 or F-2."""
    number: int
    case_id: str
    reference: str
    pseudonym: str
    action: str
    """The words of the recommendation or the finding."""
    is_finding: bool
    answered: str = ""
    """The Board's answer to it, where there is one: accepted, or in part."""
    recommendation: str = ""
    agency: str = ""
    level: Level | None = None
    origin: Origin | None = None
    themes: tuple[str, ...] = ()
    outcome: str = ""
    also: tuple[str, ...] = ()
    owner: str = ""
    number_given: str = ""
    due: date | None = None
    retest_due: date | None = None
    last_update: datetime | None = None
    slipped_days: int = 0
    evidence_rung: int = 0
    overdue: bool = False
    silent: bool = False
    rag: Rag = Rag.GREY

    @property
    def key(self) -> str:
        """What lists know it by."""
        return f"{self.at.id} {self.at.part}".strip()

    @property
    def waits_for(self) -> str:
        """What stands where an action has its state."""
        return "question for the Board" if self.is_finding else "no action yet"
