"""How the merged chronology is laid out: which lanes fit, and how dates, accounts and silences wrap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content

from screens.widgets.lanes_rows import Account, Line
from screens.widgets.side_by_side_layout import CAP, MARGINS, MORE, ZOOM_CAP, Columns, Window, fit, heading
from sscb_tui.domain.terms import Precision, YesNo
from sscb_tui.domain.text import shown, shown_line
from sscb_tui.services.views import ChronologyEntry

KEY, DIFFERS, ALIKE = "★", "≠", "="
SIGNS = {
    Precision.EXACT: "•",
    Precision.APPROXIMATE: "≈",
    Precision.MONTH: "▍",
    Precision.SEASON: "▋",
    Precision.YEAR: "█",
    Precision.RANGE: "↔",
    Precision.UNDATED: "?",
}
"""How much of a date was said; each stands beside its word."""
BRIEF = {Precision.APPROXIMATE: "approx."}
"""Words that a narrow column breaks, cut as people cut them."""
SEEN = {YesNo.YES: "● seen", YesNo.NO: "○ not seen"}
NO_DATE = "(no date typed)"
BLANK = ("", "words")
_NAMED = 16
"""Cells for an agency's name and its marks before words that are out of sight."""
_ACROSS = 3
"""Most lines of a silence's words."""


@dataclass(frozen=True, slots=True)
class Told:
    """Lines of one cell, each with how it looks; `spare` is shown where there is room for it anyway."""

    lines: tuple[tuple[str, str], ...]
    spare: tuple[str, str] = BLANK

    def line(self, number: int) -> tuple[str, str]:
        """One line; blank below the last."""
        if number < len(self.lines):
            return self.lines[number]
        return self.spare if number == len(self.lines) else BLANK


def wrapped(text: str, width: int, cap: int, look: str) -> list[tuple[str, str]]:
    """Words wrapped by terminal cells, the last line marked where they go on."""
    head = text[: (cap + 1) * width]
    if len(head) <= width and head.isascii() and head.isprintable():
        return [(head, look)]
    lines = [line.plain for line in Content(shown(head)).wrap(max(1, width))]
    told = [(line, look) for line in lines[:cap]]
    if len(lines) > cap or len(head) < len(text):
        told[-1] = (heading(told[-1][0], max(1, width - len(MORE))).rstrip("…") + MORE[-width:], "more")
    return told


def date_told(line: Line, width: int) -> Told:
    """The date as typed, how much of it was said, and what accounts of one event differ in."""
    told, spare = _stated(line, width)
    if line.after:
        told += wrapped(f"after {line.after}", width, CAP, "quiet")
    if (count := len(line.accounts)) > 1 or line.differs:
        return Told((*told, *_compared(line, count, width)))
    return Told(tuple(told), spare)


def _stated(line: Line, width: int) -> tuple[list[tuple[str, str]], tuple[str, str]]:
    """The date and its precision, on one line where they fit; an exact day takes no second line for itself."""
    said = f"{SIGNS[line.precision]} {BRIEF.get(line.precision, line.precision.label)}"
    if line.on.strip() == SIGNS[line.precision]:
        said = line.precision.label
    if not line.on.strip():
        return [*wrapped(NO_DATE, width, CAP, "quiet"), (said, "quiet")], BLANK
    told = wrapped(line.on, width, CAP, "date")
    if len(told) == 1 and cell_len(told[0][0]) + len(said) + 2 <= width:
        return [(f"{told[0][0]}  {said}", "date")], BLANK
    if line.precision is Precision.EXACT:
        return told, (said, "quiet")
    return [*told, *wrapped(said, width, 2, "quiet")], BLANK


def _compared(line: Line, count: int, width: int) -> list[tuple[str, str]]:
    accounts = f"{count} accounts" if count > 1 else "other accounts"
    if not line.differs:
        return wrapped(f"{ALIKE} {accounts} alike", width, 2, "quiet")
    return wrapped(f"{DIFFERS} {accounts}: {', '.join(line.differs)}", width, CAP, "differs")


def account_told(line: Line, account: Account, width: int, cap: int) -> Told:
    """One agency's row in its own words; what differs from the other accounts stands on a line of its own."""
    entry = account.entry
    told = [] if entry.text == line.on else wrapped(f"{DIFFERS} {entry.text.strip() or NO_DATE}", width, 3, "differs")
    if account.see:
        return Told((*told, *wrapped(account.see, width, 3, "quiet")))
    told += wrapped(f"{KEY} {entry.event}" if entry.key else entry.event, width, cap, "key" if entry.key else "words")
    for text, look in _notes(line, entry):
        told += wrapped(text, width, 2, look)
    return Told(tuple(told))


def _notes(line: Line, entry: ChronologyEntry) -> list[tuple[str, str]]:
    """Whether the child was seen, and people and kind where accounts differ in them."""
    notes = []
    if seen := SEEN.get(entry.child_seen):
        differs = "child seen" in line.differs
        notes.append((f"{DIFFERS} {seen}" if differs else seen, "differs" if differs else "quiet"))
    for name, value in (("people", entry.people), ("kind", entry.kind)):
        if name in line.differs and value.strip():
            notes.append((f"{DIFFERS} {name}: {value}", "differs"))
    return notes


class LanesLayout:
    """One arrangement of lines in a width: lanes on show, heights of lines, cells wrapped on first sight."""

    def __init__(
        self,
        lines: Sequence[Line],
        lanes: Mapping[str, str],
        width: int,
        window: Window,
    ) -> None:
        """`lanes` are the agencies' names by code, from left to right."""
        self.lines, self._names, self.codes = lines, lanes, tuple(lanes)
        self._cap = CAP if window.zoomed is None else ZOOM_CAP
        count = len(lanes)
        question, cell, fitting = fit(width, 1 if window.zoomed is not None else max(1, count))
        self.first = window.start(count, fitting)
        self.columns = Columns(question, cell, window.choose(count, fitting))
        self.shown = tuple(self.codes[column] for column in self.columns.shown)
        self.area = cell * max(1, len(self.shown)) - MARGINS
        """Cells for words across all lanes."""
        self._cache: dict[tuple[object, ...], Told] = {}
        self.starts: tuple[int, ...] = (0,)
        """The line each row begins at; the last entry is the number of lines."""

    def measure(self, cache: dict[tuple[object, ...], Told]) -> None:
        """Find the heights; `cache` outlives the layout, so that sliding wraps only what comes into sight."""
        self._cache = cache
        self.starts = tuple(accumulate(map(self._height, range(len(self.lines))), initial=0))

    def date(self, row: int) -> Told:
        """The date column of one line."""
        line, width = self.lines[row], self.columns.question - 2
        return self._kept((line.key, line.on, len(line.accounts), width), lambda: date_told(line, width))

    def account(self, row: int, code: str) -> Told | None:
        """One agency's cell; None where it has no row here."""
        line, width, cap = self.lines[row], self.columns.words, self._cap
        account = line.accounts.get(code)
        if account is None:
            return None
        return self._kept((line.key, line.on, code, width, cap), lambda: account_told(line, account, width, cap))

    def across(self, row: int) -> Told | None:
        """Words over all lanes: a silence, or where the accounts are that no lane on show has."""
        line = self.lines[row]
        if line.words:
            look = "gap" if line.silence else "aside"
            return self._kept((line.key, self.area), lambda: Told(tuple(wrapped(line.words, self.area, _ACROSS, look))))
        if not self._out_of_sight(line):
            return None
        words = " · ".join(self._elsewhere(line.accounts[code]) for code in self.codes if code in line.accounts)
        return Told(tuple(wrapped(words, self.area, self._room(row), "quiet")))

    def _elsewhere(self, account: Account) -> str:
        entry = account.entry
        mark = "◂" if self._before(entry.agency) else "▸"
        told = account.see or f"{KEY if entry.key else ''} {entry.event[:500]}".strip()
        return shown_line(f"{mark} {self._names.get(entry.agency, entry.agency)}: {told}")

    def _before(self, code: str) -> bool:
        """Whether a lane that is out of sight lies to the left."""
        return code in self.codes and self.codes.index(code) < self.codes.index(self.shown[-1])

    def _kept(self, key: tuple[object, ...], make: Callable[[], Told]) -> Told:
        if key not in self._cache:
            self._cache[key] = make()
        return self._cache[key]

    def _out_of_sight(self, line: Line) -> bool:
        return bool(line.accounts) and not any(code in line.accounts for code in self.shown)

    def _room(self, row: int) -> int:
        """Lines for accounts out of sight, reckoned and not wrapped: there are many; two where one is not enough."""
        cells = sum(cell_len(each.see or each.entry.event) + _NAMED for each in self.lines[row].accounts.values())
        return max(2 if cells > self.area else 1, len(self.date(row).lines))

    def _height(self, row: int) -> int:
        line = self.lines[row]
        if line.words:
            return len((self.across(row) or Told(())).lines)
        if self._out_of_sight(line):
            return self._room(row)
        told = (self.account(row, code) for code in self.shown if code in line.accounts)
        return max(1, len(self.date(row).lines), *(len(each.lines) for each in told if each))

    def row_at(self, line: int) -> int:
        """The row a line of the screen belongs to."""
        return bisect_right(self.starts, line, hi=max(1, len(self.starts) - 1)) - 1
