"""What a meeting asks to see of the chronology: filters that combine, each in words for the border."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from screens.widgets.lanes_rows import Account, Line
from sscb_tui.domain.text import folded
from sscb_tui.services.views import ChronologyEntry, MergedChronology


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything asked for; all of it must fit. Accounts of the same event come along, unless one agency is wanted."""

    key: bool = False
    differs: bool = False
    recent: bool = False
    person: str = ""
    """The label of a person of the view."""
    agency: str = ""
    words: str = ""

    def turned(self, name: str) -> Wanted:
        """One of the plain filters on or off: "key", "differs" or "recent"."""
        ways = {
            "key": replace(self, key=not self.key),
            "differs": replace(self, differs=not self.differs),
            "recent": replace(self, recent=not self.recent),
        }
        return ways[name]

    def of(self, what: str, one: str) -> Wanted:
        """Of one "person" or one "agency"; of all where it is empty."""
        return replace(self, person=one) if what == "person" else replace(self, agency=one)

    def labels(self, names: Mapping[str, str]) -> tuple[str, ...]:
        """The filters in force, as the border names them."""
        found = (
            "key events" if self.key else "",
            "differences" if self.differs else "",
            "last 90 days" if self.recent else "",
            self.person,
            names.get(self.agency, self.agency),
            f"“{self.words.strip()}”" if self.words.strip() else "",
        )
        return tuple(filter(None, found))

    @property
    def silences(self) -> bool:
        """Silences are those of all rows; among rows chosen by what they say they would mislead."""
        return not (self.differs or self.person or self.agency or self.words.strip())


class Chooser:
    """The rows of one view, ready to be chosen from with every key."""

    def __init__(self, view: MergedChronology, names: Mapping[str, str]) -> None:
        """Nothing is folded before words are looked for."""
        self._view, self._names = view, names
        self._said: dict[str, str] = {}

    def rows(self, wanted: Wanted) -> frozenset[str] | None:
        """Ids of the rows that fit; None for all of them."""
        sets = tuple(self._sets(wanted))
        return reduce(frozenset.intersection, sets) if sets else None

    def _sets(self, wanted: Wanted) -> Iterable[frozenset[str]]:
        rows = self._view.rows
        if wanted.key:
            yield frozenset(row.entry_id for row in rows if row.key)
        if wanted.differs:
            yield frozenset(row.entry_id for row in rows if row.differs)
        if wanted.recent:
            yield self._view.recent
        if wanted.person:
            yield dict(self._view.people).get(wanted.person, frozenset())
        if wanted.agency:
            yield frozenset(row.entry_id for row in rows if row.agency == wanted.agency)
        if needles := folded(wanted.words).split():
            said = self._folded()
            yield frozenset(row_id for row_id, words in said.items() if all(needle in words for needle in needles))

    def _folded(self) -> Mapping[str, str]:
        """Everything each row says, as searching compares it."""
        if not self._said:
            self._said = {row.entry_id: folded("\n".join(self._words(row))) for row in self._view.rows}
        return self._said

    def _words(self, row: ChronologyEntry) -> tuple[str, ...]:
        agency = self._names.get(row.agency, row.agency)
        told = (row.event, row.people, row.source, row.kind, row.shared_with, row.action, row.comment)
        return row.text, row.agency, agency, *told


def choose(lines: Iterable[Line], rows: frozenset[str] | None, agency: str = "") -> tuple[Line, ...]:
    """The lines on which a chosen row stands; of one agency alone where one is wanted."""
    if rows is None:
        return tuple(lines)
    kept = (_alone(line, agency) if agency else line for line in lines)
    return tuple(line for line in kept if any(each.entry.entry_id in rows for each in line.accounts.values()))


def _alone(line: Line, agency: str) -> Line:
    """One agency's account under its own date, as it stands without the others."""
    account = line.accounts.get(agency)
    if account is None:
        return replace(line, accounts={})
    entry = account.entry
    mine: dict[str, Account] = {agency: account}
    return replace(line, on=entry.text, precision=entry.precision, accounts=mine)
