"""What the lanes show, and where the cursor stands: kept on its row whatever is filtered, slid or read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content
from textual.geometry import Size

from screens.widgets.lanes_filter import Chooser, Wanted, choose
from screens.widgets.lanes_layout import LanesLayout, Told
from screens.widgets.lanes_paint import LanesCanvas
from screens.widgets.lanes_rows import Line, arranged, lines_of
from screens.widgets.side_by_side_layout import Window, span
from screens.words import count
from sscb_tui.domain.text import shown_line
from sscb_tui.services.views import ChronologyEntry, ChronologyGap, MergedChronology

NOTHING = MergedChronology((), ())
NONE_GIVEN = (
    "No agency has given a chronology yet. Returns bring their own rows; sscb chronology import takes a spreadsheet."
)
NONE_FITS = "No row fits. Esc shows all."


class LanesView(LanesCanvas):
    """Lines, lanes, filters and the cell under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is given a view."""
        super().__init__(id=id)
        self.view = NOTHING
        self.wanted = Wanted()
        self._free = False
        """The person moved across, so that the cursor may stand where a lane has no row."""
        self._every: tuple[Line, ...] = ()
        self._chooser = Chooser(NOTHING, {})
        self._wrapped: dict[tuple[object, ...], Told] = {}
        self.border_title = "Chronology · being put in order"

    def show(self, view: MergedChronology, names: Mapping[str, str]) -> None:
        """Show these rows; the cursor stays on its row, and kept agencies and filters stay."""
        if view is self.view and names == self.names:
            return
        self.view, self.names = view, dict(names)
        self._chooser = Chooser(view, names)
        self._every = lines_of(view)
        self._wrapped.clear()
        self._narrow()

    def want(self, wanted: Wanted) -> None:
        """Show the rows that fit; the cursor stays on its row where that is among them."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._narrow()

    def current(self) -> ChronologyEntry | None:
        """The row under the cursor; None on a silence or an empty cell."""
        line = self._on
        account = line.accounts.get(self.here) if line else None
        return account.entry if account else None

    def fitting(self, wanted: Wanted) -> int:
        """How many rows a filter would leave."""
        rows = self._chooser.rows(wanted)
        return len(self.view.rows) if rows is None else len(rows)

    def people(self) -> Iterable[tuple[str, str, int]]:
        """Whom rows may be about, and how many are."""
        return ((label, label, len(rows)) for label, rows in self.view.people)

    def agencies(self) -> Iterable[tuple[str, str, int]]:
        """Agencies with rows, whatever is filtered, by code and name, and how many rows they gave."""
        given = Counter(row.agency for row in self.view.rows)
        known = [code for code in self.names if code in given]
        return (
            (code, self.names.get(code, code), given[code]) for code in (*known, *sorted(given.keys() - set(known)))
        )

    @property
    def here(self) -> str:
        """The chosen lane, or the nearest that has a row on this line, those in sight first."""
        line = self._on
        if line is None or self._free or not line.accounts or self.lane in line.accounts:
            return self.lane
        codes, chosen = self._layout.codes, self._place(self.lane)
        held = [(code not in self._layout.shown, abs(codes.index(code) - chosen), code) for code in line.accounts]
        return min(held)[2]

    @property
    def _on(self) -> Line | None:
        lines = self._layout.lines
        return lines[self.row] if self.row < len(lines) else None

    def _place(self, code: str) -> int:
        return self._layout.codes.index(code) if code in self._layout.codes else 0

    # Layout

    def _narrow(self) -> None:
        """Choose the lines again and put the cursor back on its row, at the same height of the screen."""
        before, above = self._on, self._above()
        chosen = self._chooser.rows(self.wanted)
        kept = choose(self._every, chosen, self.wanted.agency)
        lines = arranged(kept, self._silences()) or (
            Line("none", None, words=NONE_FITS if self._every else NONE_GIVEN),
        )
        self.row = _same_row(lines, before, self.row)
        self._lay_out(lines, above)

    def _silences(self) -> Iterable[ChronologyGap]:
        if not self.wanted.silences:
            return ()
        recent = self.view.recent
        return (gap for gap in self.view.gaps if not self.wanted.recent or not gap.before_id or gap.before_id in recent)

    def _lanes(self, lines: Iterable[Line]) -> Mapping[str, str]:
        """Agencies with a row on these lines, in the Board's order, so that what is compared stands close."""
        told = {code for line in lines for code in line.accounts}
        return {code: name for code, name, _ in self.agencies() if code in told}

    def _above(self) -> int:
        """Lines of the screen above the row under the cursor."""
        starts = self._layout.starts
        return starts[min(self.row, len(starts) - 1)] - self.scroll_offset.y

    def _lay_out(self, lines: Sequence[Line] | None = None, above: int | None = None) -> None:
        width = self.scrollable_content_region.width
        lines = self._layout.lines if lines is None else lines
        lanes = self._lanes(lines)
        codes = tuple(lanes)
        above = self._above() if above is None else above
        self.lane = self.lane if self.lane in codes else next(iter(codes), "")
        zoomed = codes.index(self.lane) if self.zoomed and codes else None
        window = Window(self._first, tuple(codes.index(code) for code in self.kept if code in codes), zoomed)
        self._layout = LanesLayout(lines, lanes, max(width, 40), window)
        if not width:
            return
        self._first = self._layout.first if zoomed is None else self._first
        self._layout.measure(self._wrapped)
        self.virtual_size = Size(width, self._layout.starts[-1] + 1)
        self._titles()
        self._repaint()
        self.scroll_to(
            y=self._layout.starts[min(self.row, len(self._layout.starts) - 1)] - above, animate=False, force=True
        )
        self._reveal()

    def _titles(self) -> None:
        total, told = len(self.view.rows), sum(len(line.whole) for line in self._layout.lines)
        rows = count(total, "row") if told == total else f"{told:,} of {count(total, 'row')}"
        parts = ("Chronology", rows if total else "no agency has given one", *self._window())
        self.border_title = Content(" · ".join(parts))
        filters = " + ".join(shown_line(label) for label in self.wanted.labels(self.names))
        self.border_subtitle = Content(f"only {filters} · Esc shows all") if filters else ""

    def _window(self) -> tuple[str, ...]:
        lanes, total = self._layout.columns.shown, len(self._layout.codes)
        slid = [lane for lane in lanes if self._layout.codes[lane] not in self.kept] or lanes
        if not total:
            return ()
        kept = (f"{held} kept",) if (held := len(lanes) - len(slid)) else ()
        return span(slid, total), *kept


def _same_row(lines: tuple[Line, ...], before: Line | None, otherwise: int) -> int:
    """Where a line stands now: the line itself, or where its first row is told, or the same height."""
    last = max(0, len(lines) - 1)
    if before is None:
        return 0
    places = {line.key: place for place, line in enumerate(lines)}
    if before.key in places:
        return places[before.key]
    told = {entry.entry_id: place for place, line in enumerate(lines) for entry in line.whole}
    return next((told[each.entry_id] for each in before.whole if each.entry_id in told), min(otherwise, last))
