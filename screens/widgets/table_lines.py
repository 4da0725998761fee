"""Which lines a table shows: the rows that are found, each group of them under a head of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sscb_tui.domain.query import with_words
from sscb_tui.domain.text import folded

Cell = str | tuple[str, str]
"""Words, or words with one of the table's classes: late, near, good, dim, strong."""
Row = Sequence[Cell]
Narrow = Callable[[Sequence[int]], Sequence[int]]
"""Which of these places a test from outside leaves."""


def words(cell: Cell) -> str:
    """What the cell says, without its class."""
    return cell if isinstance(cell, str) else cell[0]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor is, whatever else comes and goes: a row in a group, or the head of one where `key` is empty."""

    group: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of one group, from `start` up to `end`."""

    name: str
    start: int
    end: int


class Lines:
    """Rows by their places, and what of them is on show; a head is the complement of its run's place."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        self.keys: Sequence[str] = ()
        self.rows: Sequence[Row] = ()
        self.runs: tuple[Run, ...] = ()
        self.closed: set[str] = set()
        """Groups folded away."""
        self.needle = ""
        self.narrow: Narrow | None = None
        self.found: Sequence[int] = ()
        self.shown: Sequence[int] = ()
        self._texts: Sequence[str] | None = None
        self._distinct = 0

    def hold(self, keys: Sequence[str], rows: Sequence[Row], groups: Sequence[str], texts: Sequence[str]) -> None:
        """Take other rows; those of one group stand together. Without `texts` the words of the cells are found."""
        self.keys, self.rows, self._texts = keys, rows, texts or None
        self.runs = _runs(groups)
        self._distinct = len(set(keys)) if groups else len(keys)
        self.find()

    def find(self) -> None:
        """Look again for what is asked for."""
        found = with_words(self._folded(), self.needle) if self.needle.strip() else range(len(self.rows))
        self.found = self.narrow(found) if self.narrow else found
        self.fold()

    def fold(self) -> None:
        """Put what was found under the heads of its groups, and leave out what is folded away."""
        if not self.runs:
            self.shown = self.found
            return
        lines: list[int] = []
        for place, run in enumerate(self.runs):
            members = self.members(run)
            if members:
                lines.append(~place)
                lines += () if run.name in self.closed else members
        self.shown = lines

    def _folded(self) -> Sequence[str]:
        if self._texts is None:
            self._texts = [folded("\n".join(map(words, row))) for row in self.rows]
        return self._texts

    def members(self, run: Run) -> Sequence[int]:
        """Rows of the run that are found, whether folded away or not."""
        return self.found[bisect_left(self.found, run.start) : bisect_left(self.found, run.end)]

    @property
    def count(self) -> tuple[int, int]:
        """How many rows are found, and of how many; one that stands in several groups counts once."""
        if self._distinct == len(self.keys):
            return len(self.found), len(self.keys)
        return len({self.keys[at] for at in self.found}), self._distinct

    def run_at(self, line: int) -> Run | None:
        """The group whose head stands on that line."""
        return self.runs[~self.shown[line]] if 0 <= line < len(self.shown) and self.shown[line] < 0 else None

    def spot_at(self, line: int) -> Spot:
        """What stands on that line."""
        if not 0 <= line < len(self.shown):
            return Spot()
        place = self.shown[line]
        if place < 0:
            return Spot(self.runs[~place].name)
        run = self._run_of(place)
        return Spot(run.name if run else "", self.keys[place])

    def near(self, line: int) -> int:
        """The line to land on where the row is gone: as near as can be, on a row rather than on the head before it."""
        line = max(0, min(line, len(self.shown) - 1))
        return line + 1 if self.run_at(line) and line + 1 < len(self.shown) and self.shown[line + 1] >= 0 else line

    def line_of(self, spot: Spot) -> int | None:
        """The line of a row: in its group, else elsewhere, else its head; None if it is not found."""
        if not spot.key:
            heads = [~place for place, run in enumerate(self.runs) if run.name == spot.group]
            return next((line for head in heads if (line := self._line(head)) is not None), None)
        places = self._places(spot)
        lines = [line for place in places if (line := self._line(place)) is not None]
        return lines[0] if lines else next((line for each in places if (line := self._head(each)) is not None), None)

    def _places(self, spot: Spot) -> list[int]:
        """Where the row stands, its own group first."""
        if self._distinct == len(self.keys):
            try:
                return [self.keys.index(spot.key)]
            except ValueError:
                return []
        places = [place for place, key in enumerate(self.keys) if key == spot.key]
        return sorted(places, key=lambda place: (run := self._run_of(place)) is None or run.name != spot.group)

    def _line(self, place: int) -> int | None:
        try:
            return self.shown.index(place)
        except ValueError:
            return None

    def _head(self, place: int) -> int | None:
        """The head a row is folded under, if it is found at all."""
        run, at = self._run_of(place), bisect_left(self.found, place)
        is_found = at < len(self.found) and self.found[at] == place
        return self._line(~self.runs.index(run)) if run and is_found else None

    def _run_of(self, place: int) -> Run | None:
        if not self.runs:
            return None
        return self.runs[bisect_left([run.end for run in self.runs], place + 1)]


def _runs(groups: Sequence[str]) -> tuple[Run, ...]:
    if not groups:
        return ()
    starts = [0]
    for _, members in groupby(groups):
        starts.append(starts[-1] + sum(1 for _ in members))
    return tuple(Run(groups[start], start, end) for start, end in pairwise(starts))
