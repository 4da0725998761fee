"""What a meeting asks to see of a chronology: each filter keeps the order and changes no word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from sscb_tui.domain.merge.entries import Entry
from sscb_tui.domain.merge.order import anchors
from sscb_tui.domain.merge.same import candidates
from sscb_tui.domain.text import folded


def key_events(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Rows their agency marked as key (F5.D11)."""
    return tuple(entry for entry in entries if entry.row.key)


def about(entries: Iterable[Entry], *names: str) -> tuple[Entry, ...]:
    """Rows that name a person, by any of their names, as concerned or in the event; whole words: P1 is not P12."""
    called = {folded(" ".join(name.split())) for name in names} - {""}
    if not called:
        return ()
    word = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(called)))})(?!\w)")
    said = ((entry, f"{entry.row.people}\n{entry.row.event}") for entry in entries)
    return tuple(entry for entry, text in said if word.search(folded(" ".join(text.split()))))


def within(entries: Iterable[Entry], first: date, last: date = date.max) -> tuple[Entry, ...]:
    """Rows that may fall on these days, and undated rows that follow one; rows nobody has dated are left out."""
    rows = tuple(entries)
    stand = anchors(rows)
    return tuple(entry for entry in rows if _overlaps(stand[entry.id], first, last))


def last_days(entries: Iterable[Entry], incident: date, days: int = 90) -> tuple[Entry, ...]:
    """Rows of the last days before the incident, and of the day itself."""
    return within(entries, incident - timedelta(days=days), incident)


def differing(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Rows that may tell of an event another agency tells otherwise."""
    rows = tuple(entries)
    told = {entry.id for candidate in candidates(rows) if candidate.differs for entry in candidate.entries}
    return tuple(entry for entry in rows if entry.id in told)


def _overlaps(anchor: Entry | None, first: date, last: date) -> bool:
    span = anchor.span if anchor else None
    return span is not None and span[0] <= last and span[1] >= first
