"""What the merged chronology shows: rows, what may be one event, and silences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscb_tui.domain.terms import Precision, YesNo


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """One row of the merged chronology, its date and words as typed."""

    entry_id: str
    text: str
    """The date as typed."""
    earliest: date | None
    """What the date may mean at the earliest; None where it says no day."""
    latest: date | None
    precision: Precision
    agency: str
    event: str
    source: str
    people: str
    kind: str
    child_seen: YesNo
    key: bool
    came_in: str
    """"return" or "file"."""
    same: tuple[int, ...]
    """Numbers of the groups of rows that may tell of one event, from 1."""
    differs: tuple[str, ...]
    """What the accounts of those groups disagree in."""
    shared_with: str = ""
    action: str = ""
    comment: str = ""
    follows: str = ""
    """Of a row that says no day: the dated row of its agency it stands behind; empty where it follows none."""


@dataclass(frozen=True, slots=True)
class SameEvent:
    """Rows that may tell of one event, at most one of an agency, and what they disagree in."""

    number: int
    entry_ids: tuple[str, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChronologyGap:
    """A silence named: after one row and before another, or before the incident."""

    kind: str
    days: int
    first: date
    last: date
    words: str
    after_id: str
    before_id: str
    undated: bool = False
    """Its days are not to be shown: one of them is somebody's date of birth, and the screen is masked."""


@dataclass(frozen=True, slots=True)
class MergedChronology:
    """Every agency's rows in one order, and the silences between them."""

    rows: tuple[ChronologyEntry, ...]
    gaps: tuple[ChronologyGap, ...]
    events: tuple[SameEvent, ...] = ()
    people: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each person asked about, as a projected screen may call them, with the ids of the rows that name them."""
    recent: frozenset[str] = frozenset()
    """Ids of the rows of the last 90 days before the incident."""
