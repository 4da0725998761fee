"""The lines of the merged chronology: accounts of what may be one event side by side, silences as lines of their own.

A line of several accounts stands where the one that says its date most closely stands; an account too vague to stand
there keeps a line at its own place, which says where its words are. Nothing is merged and nothing is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from screens.words import day
from sscb_tui.domain.terms import Precision
from sscb_tui.services.views import ChronologyEntry, ChronologyGap, MergedChronology

UNSEEN = "◌"
NO_CONTACT = "…"
LOOSE = "Nobody has said when: no date, and no dated row of the same agency above"
_BESIDE = timedelta(days=1)
"""How far an account may stand from its own day without a line there that says so."""


@dataclass(frozen=True, slots=True)
class Account:
    """One agency's row on a line; `see` where its words are on another."""

    entry: ChronologyEntry
    see: str = ""
    """The date of the line that tells it whole, with an arrow towards it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of lanes: accounts by agency, or words across all of them."""

    key: str
    """The same as long as the row it stands at is the same."""
    stands: date | None
    """Where it is in time; None at the end."""
    on: str = ""
    """The date as typed by the account it stands at."""
    precision: Precision = Precision.UNDATED
    after: str = ""
    """For a row that says no day: the date, as typed, of the row it follows."""
    accounts: Mapping[str, Account] = field(default_factory=dict)
    differs: tuple[str, ...] = ()
    words: str = ""
    """Of a silence or a heading, which has no accounts."""
    silence: bool = False

    @property
    def whole(self) -> tuple[ChronologyEntry, ...]:
        """The rows told here."""
        return tuple(each.entry for each in self.accounts.values() if not each.see)


def lines_of(view: MergedChronology) -> tuple[Line, ...]:
    """Every row on a line of its own or beside those it may be one with, in the order of the chronology."""
    placed = _Placed(view)
    found = [(placed.order(line), line) for line in (*placed.events(), *placed.single(), *placed.vague())]
    return tuple(line for _, line in sorted(found, key=lambda each: each[0]))


def arranged(lines: Sequence[Line], gaps: Iterable[ChronologyGap] = ()) -> tuple[Line, ...]:
    """The lines with silences between them, and a heading over those that nobody has dated."""
    dated = [line for line in lines if line.stands is not None]
    days = [line.stands for line in dated]
    found: dict[int, list[Line]] = defaultdict(list)
    for gap in gaps:
        found[bisect_right(days, gap.first, key=lambda on: on or date.max)].append(_silence(gap))
    between = [line for place in range(len(dated) + 1) for line in (*found[place], *dated[place : place + 1])]
    loose = [line for line in lines if line.stands is None]
    return (*between, *([Line("loose", None, words=LOOSE)] if loose else ()), *loose)


def _silence(gap: ChronologyGap) -> Line:
    sign = UNSEEN if gap.kind == "unseen" else NO_CONTACT
    words = f"{sign} {gap.words}" if gap.undated else f"{sign} {gap.words} · {day(gap.first)} to {day(gap.last)}"
    return Line(f"{gap.kind}.{gap.after_id}.{gap.before_id}", gap.first, words=words, silence=True)


class _Placed:
    """Where each row of a view is told."""

    def __init__(self, view: MergedChronology) -> None:
        """Events first, since a row that may be one with others is told beside them."""
        self._rows = view.rows
        self._place = {row.entry_id: place for place, row in enumerate(view.rows)}
        self._events: list[tuple[ChronologyEntry, tuple[ChronologyEntry, ...], tuple[str, ...]]] = []
        self._home: dict[str, int] = {}
        for event in view.events:
            members = tuple(view.rows[self._place[each]] for each in event.entry_ids if each in self._place)
            if len(members) > 1:
                self._events.append((min(members, key=self._closeness), members, event.differs))
        self._events.sort(key=lambda event: self._place[event[0].entry_id])
        for number, (_, members, _) in enumerate(self._events):
            for member in members:
                self._home.setdefault(member.entry_id, number)

    def _closeness(self, row: ChronologyEntry) -> tuple[timedelta, int]:
        """Those that say their date most closely first, then the earlier."""
        span = row.latest - row.earliest if row.earliest and row.latest else timedelta.max
        return span, self._place[row.entry_id]

    def order(self, line: Line) -> tuple[int, int, str]:
        """By the row a line stands at; a line of its own before those it stands in with others."""
        return self._place[line.key.split("/")[0]], line.key.count("/"), line.key

    def events(self) -> Iterable[Line]:
        """A line for what may be one event."""
        for number, (stands, members, differs) in enumerate(self._events):
            accounts = {each.agency: Account(each, self._see(each, number)) for each in members}
            line = self._line(stands, accounts)
            yield replace(line, key=f"{line.key}/{number:06}", differs=differs)

    def single(self) -> Iterable[Line]:
        """A line for each row that stands beside no other."""
        for row in self._rows:
            if row.entry_id not in self._home:
                yield self._line(row, {row.agency: Account(row)})

    def vague(self) -> Iterable[Line]:
        """A line at its own place for each row that is told far from it."""
        for row in self._rows:
            home = self._home.get(row.entry_id)
            if home is not None and _apart(row, self._events[home][0]):
                yield self._line(row, {row.agency: Account(row, f"↓ see {_on(self._events[home][0])}")})

    def _see(self, row: ChronologyEntry, number: int) -> str:
        home = self._home[row.entry_id]
        return "" if home == number else f"↑ see {_on(self._events[home][0])}"

    def _line(self, row: ChronologyEntry, accounts: Mapping[str, Account]) -> Line:
        follows = self._rows[self._place[row.follows]] if row.follows in self._place else None
        stands = row.earliest or (follows.earliest if follows else None)
        after = _on(follows) if follows else ""
        return Line(row.entry_id, stands, row.text, row.precision, after, accounts)


def _on(row: ChronologyEntry) -> str:
    return " ".join(row.text.split())


def _apart(row: ChronologyEntry, stands: ChronologyEntry) -> bool:
    return bool(row.earliest and stands.earliest and stands.earliest - row.earliest > _BESIDE)
