"""Painting the merged chronology: one scroll view that draws only the lines and lanes on show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region

from screens.widgets.agency_grid import AgencyGrid
from screens.widgets.lanes_layout import LanesLayout, Told
from screens.widgets.side_by_side_layout import Window, heading
from sscb_tui.domain.text import shown_line


class LanesCanvas(AgencyGrid):
    """Dates down, agencies across, both frozen; knows which cell the cursor is on and paints it."""

    DEFAULT_CSS = """
    LanesCanvas {
        & > .grid--date { color: $foreground; }
        & > .grid--quiet, & > .grid--aside { color: $text-muted; text-style: italic; }
        & > .grid--key { text-style: bold; }
        & > .grid--differs { color: $text-warning; }
        & > .grid--gap { color: $text-warning; text-style: italic; }
    }
    """
    COMPONENT_CLASSES = {"grid--date", "grid--quiet", "grid--aside", "grid--key", "grid--differs", "grid--gap"}
    CORNER = " As stated"

    _layout: LanesLayout

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to paint yet."""
        super().__init__(id=id)
        self.names: Mapping[str, str] = {}
        self.kept: list[str] = []
        self.lane = ""
        """The lane the person chose; the cursor comes back to it where it has a row."""
        self._layout = LanesLayout((), {}, 80, Window())

    @property
    def here(self) -> str:
        """The lane under the cursor."""
        return self.lane

    def _heads(self) -> Iterable[tuple[str, bool]]:
        for code in self._layout.shown:
            name = f"{'= ' if code in self.kept else ''}{shown_line(self.names.get(code, code))}"
            yield heading(name, self._layout.columns.words), code == self.here

    def _parts(self, row: int, number: int, base: Style) -> Iterable[Segment]:
        yield self._date(row, number, base)
        across = self._layout.across(row)
        if across is not None:
            yield from self._cell(across, number, self._layout.area, here=row == self.row, base=base)
        else:
            yield from self._cells(row, number, base)

    def _date(self, row: int, number: int, base: Style) -> Segment:
        words, look = ("", "words") if self._layout.lines[row].words else self._layout.date(row).line(number)
        style = base + self._look(look)
        if row == self.row and look == "date":
            style += Style(bold=True)
        return Segment(f" {set_cell_size(words, self._layout.columns.question - 2)} ", style)

    def _cells(self, row: int, number: int, base: Style) -> Iterable[Segment]:
        for code in self._layout.shown:
            told = self._layout.account(row, code) or Told(())
            here = row == self.row and code == self.here
            yield from self._cell(told, number, self._layout.columns.words, here=here, base=base)

    def _cell(self, told: Told, number: int, width: int, *, here: bool, base: Style) -> Iterable[Segment]:
        words, name = told.line(number)
        look = base + (self._look("cursor") if here else Style())
        bar = self._bar(look, base, here=here)
        return bar, Segment(f" {set_cell_size(words, width)} ", look + self._look(name))

    def _repaint_rows(self, *rows: int) -> None:
        """The heading as well: which lane the cursor is in may change with the row."""
        super()._repaint_rows(*rows)
        self._painted.pop(-1, None)
        self.refresh(Region(0, 0, self.size.width, 1))
