"""One order for rows whose dates say more or less: a range stands at its earliest day, and nothing is guessed.

A row without a date of its own ("two days later", "?") stays behind the row it follows in its agency's document; where
it follows none, it goes to the end, since nobody has said when it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sscb_tui.domain.merge.entries import Entry

_Key = tuple[date, date, str, str, int, int]


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Every entry in order: by earliest day, then latest, then agency; whatever order they were given in."""
    rows = tuple(entries)
    followed = anchors(rows)
    return tuple(sorted(rows, key=lambda entry: _key(entry, followed[entry.id])))


def anchors(entries: Iterable[Entry]) -> Mapping[str, Entry | None]:
    """By id, the dated row each row stands with: itself, the last one above it of its agency, or None."""
    last: dict[tuple[str, str], Entry] = {}
    found: dict[str, Entry | None] = {}
    for entry in sorted(entries, key=lambda each: (each.document, each.place)):
        lane = (entry.document, entry.agency)
        if entry.span is not None:
            last[lane] = entry
        found[entry.id] = last.get(lane)
    return found


def _key(entry: Entry, anchor: Entry | None) -> _Key:
    earliest, latest = (anchor.span if anchor else None) or (date.max, date.max)
    return earliest, latest, entry.agency, entry.document, anchor.place if anchor else entry.place, entry.place
