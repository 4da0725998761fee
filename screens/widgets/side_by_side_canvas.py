"""Painting every agency's answer beside every other's: only the lines and columns on show are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Size

from screens.widgets.agency_grid import AgencyGrid
from screens.widgets.side_by_side_layout import EMPTY, Layout, Window, Wrapped, heading, span
from sscb_tui.domain.text import shown
from sscb_tui.services.views import CellView


class SideBySideCanvas(AgencyGrid):
    """Questions down, agencies across, both headings frozen; knows which cell the cursor is on and paints it."""

    DEFAULT_CSS = """
    SideBySideCanvas {
        & > .grid--question { color: $text-muted; }
        & > .grid--silence { color: $text-muted; text-style: italic; }
    }
    """
    COMPONENT_CLASSES = {"grid--question", "grid--silence"}
    CORNER = " Question"

    _layout: Layout

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is given a view."""
        super().__init__(id=id)
        self.view = EMPTY
        self.column = 0
        self.kept: list[int] = []
        self.note = ""
        self._wrapped: dict[tuple[int, ...], Wrapped] = {}
        self._layout = Layout(EMPTY, 80, Window(), self._wrapped)

    def current(self) -> tuple[tuple[str, str], tuple[str, str], CellView] | None:
        """Question, agency and cell under the cursor; None while nothing was asked."""
        if not self.view.questions or not self.view.agencies:
            return None
        return self.view.questions[self.row], self.view.agencies[self.column], self.view.cells[self.row][self.column]

    # Layout

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        window = Window(self._first, tuple(self.kept), self.column if self.zoomed else None)
        self._layout = Layout(self.view, width, window, self._wrapped)
        self._first = self._layout.first
        self._repaint()
        self.virtual_size = Size(width, self._layout.starts[-1] + 1)
        self._reveal()

    def _repaint(self) -> None:
        self.border_title = Content(self._title())
        super()._repaint()

    def _title(self) -> str:
        total = len(self.view.agencies)
        if not total:
            return "Side by side · nobody has been asked"
        columns = self._layout.columns.shown
        window = [column for column in columns if column not in self.kept] or columns
        kept = f" · {len(self.kept)} kept" if self.kept else ""
        note = f" · {self.note}" if self.note else ""
        return f"Side by side · {span(window, total)}{kept}{note}"

    # Painting

    def _heads(self) -> Iterable[tuple[str, bool]]:
        for column in self._layout.columns.shown:
            mark = "= " if column in self.kept else ""
            note = self.view.notes[column] if column < len(self.view.notes) else ""
            name = f"{mark}{shown(self.view.agencies[column][1])}"
            yield heading(name, self._layout.columns.words, shown(note)), column == self.column

    def _parts(self, row: int, number: int, base: Style) -> Iterable[Segment]:
        yield self._question_part(row, number, base)
        for column in self._layout.columns.shown:
            yield from self._cell_parts(row, column, number, base)

    def _question_part(self, row: int, number: int, base: Style) -> Segment:
        words = self._layout.label(row).line(number, self._layout.columns.question - 2)
        here = Style(bold=True) if row == self.row else self._look("question")
        return Segment(f" {words} ", base + here)

    def _cell_parts(self, row: int, column: int, number: int, base: Style) -> Iterable[Segment]:
        here = (row, column) == (self.row, self.column)
        cell = self._layout.cell(row, column)
        look = base + (self._look("cursor") if here else Style())
        words = look + (self._look("silence") if cell.silence else Style())
        if cell.marks and number == 0:
            words = look + self._look("more")
        if cell.more and number == len(cell.lines) - 1:
            words += self._look("more")
        return (
            self._bar(look, base, here=here),
            Segment(" ", look),
            Segment(cell.line(number, self._layout.columns.words), words),
            Segment(" ", look),
        )
