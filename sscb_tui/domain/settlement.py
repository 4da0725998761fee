"""What became of a difference between accounts: settled in words, or given to somebody to check by a day (F6.11)."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from sscb_tui.domain.base import Aggregate, CaseId, MeetingId, Moment, Said, SettlementId
from sscb_tui.domain.terms import DifferenceKind


class Settlement(Aggregate):
    """The answer to one difference; the agencies' own words stay beside it, unaltered."""

    id: SettlementId
    case_id: CaseId
    meeting_id: MeetingId | None = None
    difference: Said
    """The id of the difference, which names its matter and stays when the parties' words change."""
    kind: DifferenceKind
    what: Said
    rests_on: str = ""
    """A digest of the words the parties had used; where they use others now, the answer no longer answers them."""
    settled: str = ""
    """How it was settled; empty while somebody still has to check."""
    owner: str = ""
    due: date | None = None
    by: Said
    at: Moment

    @model_validator(mode="after")
    def _settled_or_owned(self) -> Settlement:
        if not self.settled.strip() and not (self.owner.strip() and self.due):
            raise ValueError("say how it is settled, or who will check it and by what day")
        return self
