"""Rows of a chronology (form F5): dates as stated, events in the agency's own words."""

from __future__ import annotations

from sscb_tui.domain.base import Model, Said
from sscb_tui.domain.dates import StatedDate
from sscb_tui.domain.terms import YesNo


class ChronologyRow(Model):
    """One contact or event: F5.D1 to D11; the agency is that of the return it stands in."""

    on: StatedDate
    source: str = ""
    people: str = ""
    event: Said
    kind: str = ""
    child_seen: YesNo = YesNo.UNDETERMINED
    shared_with: str = ""
    action: str = ""
    comment: str = ""
    key: bool = False
    """Significance: only key events show in the meeting by default."""
