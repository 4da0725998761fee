"""How the side-by-side view is laid out: which agencies fit, and how one answer wraps into its cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from sscb_tui.domain.text import shown
from sscb_tui.services.views import CellView, SideBySide

LEAST = 23
"""Narrowest column that still reads as prose, its bar and margins included."""
MARGINS = 3
"""A bar and a space before the words, a space after them."""
MORE = " … more"
CAP = 6
"""Most lines of one answer before "… more"."""
QUIET_CAP = 2
"""Most lines of one silence: a nil return keeps the same one in every row."""
ZOOM_CAP = 400
EMPTY = SideBySide((), (), ())


@dataclass(frozen=True, slots=True)
class Columns:
    """Which agencies are on show and how wide: kept ones first, then the window that slides."""

    question: int
    cell: int
    shown: tuple[int, ...]

    @property
    def words(self) -> int:
        """Cells left for words in one column."""
        return self.cell - MARGINS

    def at(self, x: int) -> int | None:
        """The agency under that cell of a line; None over the questions."""
        place = (x - self.question) // self.cell
        return self.shown[place] if x >= self.question and place < len(self.shown) else None


def fit(width: int, wanted: int) -> tuple[int, int, int]:
    """Widths of the question column and of a cell, and how many cells fit beside the questions."""
    question = max(14, min(30, width // 6))
    count = max(1, min(wanted, (width - question) // LEAST))
    cell = max(MARGINS + 1, (width - question) // count)
    return width - count * cell, cell, count


def heading(name: str, width: int, note: str = "") -> str:
    """An agency's name in its column with a note on its return; where room is short, cut with signs for both."""
    whole = f"{name} ({note})" if note else name
    if cell_len(whole) <= width:
        return set_cell_size(whole, width)
    signs = "".join(sign for word, sign in NOTED.items() if word in note)
    room = width - (cell_len(signs) + 1 if signs else 0)
    cut = name if cell_len(name) <= room else f"{set_cell_size(name, room - 1)}…"
    return set_cell_size(f"{cut} {signs}", width)


NOTED = {"sent again": "±", "template": "v"}
"""What stands for a note on a return where its words do not fit."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """One cell as lines; `more` where its last line is not its end."""

    lines: tuple[str, ...]
    more: bool
    silence: bool
    marks: bool = False
    """Whether the first line says what bears on the words below it."""

    def line(self, number: int, width: int) -> str:
        """One line padded to the column, the last one of a cut cell marked."""
        if number >= len(self.lines):
            return " " * width
        if self.more and number == len(self.lines) - 1:
            return set_cell_size(self.lines[number], max(0, width - len(MORE))) + MORE[-width:]
        return set_cell_size(self.lines[number], width)


def wrap(cell: CellView, width: int, cap: int) -> Wrapped:
    """A cell wrapped by terminal cells; only as much of a long text is read as can be shown."""
    quiet = cell.silence or (cell.folded and f"≡ {cell.folded}")
    text = quiet or cell.text
    cap = min(cap, QUIET_CAP) if quiet and cap == CAP else cap
    head = text[: (cap + 1) * width]
    lines = [line.plain for line in Content(shown(head)).wrap(max(1, width))]
    more = len(lines) > cap or len(head) < len(text)
    marks = marks_of(cell, width)
    return Wrapped((*marks, *lines[:cap]), more, bool(quiet), bool(marks))


def marks_of(cell: CellView, width: int) -> tuple[str, ...]:
    """What bears on an answer, in one line: signs with their words, or signs alone where there is no room."""
    marks = (
        ("!", "differs", cell.conflicts),
        ("+", f"{cell.pins} pinned", cell.pins),
        ("≠", "words changed since pinned", cell.moved),
        ("±", cell.change, bool(cell.change)),
    )
    worded = " · ".join(f"{sign} {word}" for sign, word, holds in marks if holds)
    if cell_len(worded) <= width:
        return (worded,) if worded else ()
    return (" ".join(f"{sign}{count if sign == '+' else ''}" for sign, _, count in marks if count),)


@dataclass(frozen=True, slots=True)
class Window:
    """What the person asked to see: agencies kept in place, the first of those that slide, one agency zoomed."""

    first: int = 0
    kept: tuple[int, ...] = ()
    zoomed: int | None = None

    def choose(self, agencies: int, count: int) -> tuple[int, ...]:
        """The agencies on show: those kept, leaving one place to slide, then the window."""
        if self.zoomed is not None:
            return (self.zoomed,) if agencies else ()
        kept = self.kept[: max(0, count - 1)]
        rest = [column for column in range(agencies) if column not in kept]
        first = self.start(agencies, count)
        return (*kept, *rest[first : first + count - len(kept)])

    def start(self, agencies: int, count: int) -> int:
        """Where the window may begin without running off either end."""
        return max(0, min(self.first, agencies - count))


def span(columns: Sequence[int], total: int) -> str:
    """Which agencies the window shows, in words: "agencies 3-5 of 9"."""
    first, last = columns[0] + 1, columns[-1] + 1
    return f"agency {first} of {total}" if len(columns) == 1 else f"agencies {first}-{last} of {total}"


class Arrangement(Protocol):
    """How rows and agencies lie in a width."""

    @property
    def columns(self) -> Columns:
        """The agencies on show."""

    @property
    def starts(self) -> tuple[int, ...]:
        """The line each row begins at; the last entry is the number of lines."""

    def row_at(self, line: int) -> int:
        """The row a line belongs to."""


class Layout:
    """One arrangement of a view in a width: columns, row heights, and cells wrapped on first sight."""

    def __init__(self, view: SideBySide, width: int, window: Window, cache: dict[tuple[int, ...], Wrapped]) -> None:
        """`cache` outlives the layout, so that sliding wraps only what comes into sight."""
        self.view = view
        self._cap = CAP if window.zoomed is None else ZOOM_CAP
        self._cache = cache
        agencies = len(view.agencies)
        question, cell, count = fit(width, 1 if window.zoomed is not None else max(1, agencies))
        self.first = window.start(agencies, count)
        self.columns = Columns(question, cell, window.choose(agencies, count))
        self.starts = tuple(accumulate((self._height(row) for row in range(len(view.questions))), initial=0))
        """The line each row begins at; the last entry is the number of lines."""

    def cell(self, row: int, column: int) -> Wrapped:
        """One answer, wrapped."""
        key = (row, column, self.columns.words, self._cap)
        if key not in self._cache:
            self._cache[key] = wrap(self.view.cells[row][column], self.columns.words, self._cap)
        return self._cache[key]

    def label(self, row: int) -> Wrapped:
        """One question, wrapped into its frozen column."""
        width = self.columns.question - 2
        key = (row, -1, width, CAP)
        if key not in self._cache:
            self._cache[key] = wrap(CellView(self.view.questions[row][1]), width, CAP)
        return self._cache[key]

    def _height(self, row: int) -> int:
        cells = (len(self.cell(row, column).lines) for column in self.columns.shown)
        return max(1, len(self.label(row).lines), *cells)

    def row_at(self, line: int) -> int:
        """The row a line belongs to."""
        return bisect_right(self.starts, line, hi=max(1, len(self.starts) - 1)) - 1
