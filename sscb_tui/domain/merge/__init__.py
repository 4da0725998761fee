"""The merged chronology (F5): every agency's rows in one order, each in its own words, nothing merged away.

Rows that may tell of one event are set side by side for people to judge; silences between contacts are named.
"""

from __future__ import annotations

from sscb_tui.domain.merge.entries import Entry, entries
from sscb_tui.domain.merge.filters import about, differing, key_events, last_days, within
from sscb_tui.domain.merge.gaps import LEAST_GAP, Gap, GapKind, gaps
from sscb_tui.domain.merge.order import anchors, merged
from sscb_tui.domain.merge.same import Candidate, candidates

__all__ = [
    "LEAST_GAP",
    "Candidate",
    "Entry",
    "Gap",
    "GapKind",
    "about",
    "anchors",
    "candidates",
    "differing",
    "entries",
    "gaps",
    "key_events",
    "last_days",
    "merged",
    "within",
]
