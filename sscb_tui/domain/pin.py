"""Passages pinned to criteria: what speaks for a limb, against it, or sets it in context, and who said so."""

from __future__ import annotations

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, MeetingId, Moment, PinId, Said
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.terms import Fact


class Pin(Aggregate):
    """One passage held against one criterion, in the words it had when it was pinned."""

    id: PinId
    case_id: CaseId
    meeting_id: MeetingId | None = None
    fact: Fact
    evidence: Evidence
    agency: AgencyCode | None = None
    """Whose words they are; None for a minute or the referral."""
    pinned_by: Said
    pinned_at: Moment
    withdrawn: str = ""
    """Why it was taken off again; empty while it stands."""

    @property
    def stands(self) -> bool:
        """Not withdrawn."""
        return not self.withdrawn
