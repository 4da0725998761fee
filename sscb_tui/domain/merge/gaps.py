"""Silences between contacts: how long nobody is recorded as seeing the child, or as being in touch at all.

Only what is certain is counted: from the last day one row may mean to the first day the next may. A row as vague as a
season ends no gap, since that would hide it, and neither does an undated row that follows a dated one; both are named
as what may fall inside. Rows that follow nothing are left aside: nobody has said where they belong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sscb_tui.domain.merge.entries import Entry
from sscb_tui.domain.merge.order import anchors, merged
from sscb_tui.domain.terms import YesNo

LEAST_GAP = 28
"""Days a silence must last to be named: four weeks."""
_VAGUE = timedelta(days=31)
"""A row that may mean more days than a month's is too vague to end a gap."""


class GapKind(StrEnum):
    """What did not happen."""

    UNSEEN = "unseen"
    NO_CONTACT = "without contact"


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence after one row and before another, or before the incident where `before` is None."""

    kind: GapKind
    after: Entry
    before: Entry | None
    first: date
    last: date
    unless: tuple[Entry, ...] = ()
    """Vague and undated rows that may fall inside."""

    @property
    def days(self) -> int:
        """How many days lie between, at the least."""
        return (self.last - self.first).days

    @property
    def label(self) -> str:
        """For example "94 days unseen", with what may fall inside."""
        ends = (self.after.span, self.before.span if self.before else None)
        least = "at least " if any(span and span[0] != span[1] for span in ends) else ""
        days = f"{least}{self.days} day{'' if self.days == 1 else 's'} {self.kind.value}"
        days += "" if self.before else ", up to the incident"
        vague = ", ".join(f"{each.row.on.text} ({each.agency})" for each in self.unless)
        return f"{days}, unless {vague}" if vague else days


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row and the days it, or the row it follows, may mean."""

    entry: Entry
    earliest: date
    latest: date

    @property
    def firm(self) -> bool:
        """Whether it says itself when it was, and closely enough to end a gap."""
        return self.entry.span is not None and self.latest - self.earliest < _VAGUE


def gaps(entries: Iterable[Entry], until: date | None, least: int = LEAST_GAP) -> tuple[Gap, ...]:
    """Silences of at least so many days, earliest first; the last ends at `until`, the day of the incident."""
    rows = merged(entries)
    stand = anchors(rows)
    spans = [(entry, anchor.span) for entry in rows if (anchor := stand[entry.id]) and anchor.span]
    placed = [_Placed(entry, *span) for entry, span in spans if until is None or span[0] <= until]
    seen = [each for each in placed if each.entry.row.child_seen is YesNo.YES]
    found = (*_between(GapKind.UNSEEN, seen, until), *_between(GapKind.NO_CONTACT, placed, until))
    long = (gap for gap in found if gap.days >= max(1, least))
    return tuple(sorted(long, key=lambda gap: (gap.first, gap.last, gap.kind)))


def _between(kind: GapKind, contacts: Sequence[_Placed], until: date | None) -> Iterator[Gap]:
    loose = [each for each in contacts if not each.firm]
    last: _Placed | None = None
    for each in contacts:
        if not each.firm:
            continue
        if last is not None and each.earliest > last.latest:
            yield Gap(kind, last.entry, each.entry, last.latest, each.earliest, _inside(loose, last, each.earliest))
        if last is None or each.latest >= last.latest:
            last = each
    if last is not None and until is not None and until > last.latest:
        yield Gap(kind, last.entry, None, last.latest, until, _inside(loose, last, until))


def _inside(loose: Sequence[_Placed], after: _Placed, until: date) -> tuple[Entry, ...]:
    return tuple(each.entry for each in loose if each.earliest < until and each.latest >= after.latest)
