"""Painting every agency's answer beside every other's: only the lines and columns on show are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.side_by_side_layout import EMPTY, Layout, Window, Wrapped, heading
from sscb_tui.domain.text import shown
from sscb_tui.services.views import CellView


class SideBySideCanvas(ScrollView, can_focus=True):
    """Questions down, agencies across, both headings frozen; knows which cell the cursor is on and paints it."""

    DEFAULT_CSS = """
    SideBySideCanvas {
        height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .side-by-side--header { background: $panel; color: $foreground; text-style: bold; }
        & > .side-by-side--question { color: $text-muted; }
        & > .side-by-side--stripe { background: $foreground 6%; }
        & > .side-by-side--bar { color: $panel-lighten-2; }
        & > .side-by-side--silence { color: $text-muted; text-style: italic; }
        & > .side-by-side--more { color: $text-accent; }
        & > .side-by-side--cursor { background: $primary 8%; }
        &:focus > .side-by-side--cursor { background: $primary 20%; }
        & > .side-by-side--mark { color: $primary; }
    }
    """
    COMPONENT_CLASSES = {
        "side-by-side--header",
        "side-by-side--question",
        "side-by-side--stripe",
        "side-by-side--bar",
        "side-by-side--silence",
        "side-by-side--more",
        "side-by-side--cursor",
        "side-by-side--mark",
    }

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is given a view."""
        super().__init__(id=id)
        self.view = EMPTY
        self.row = 0
        self.column = 0
        self.zoomed = False
        self.kept: list[int] = []
        self.note = ""
        self._first = 0
        self._wrapped: dict[tuple[int, ...], Wrapped] = {}
        self._layout = Layout(EMPTY, 80, Window(), self._wrapped)
        self._lines: dict[int, Strip] = {}

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

    def _reveal(self) -> None:
        """Scroll just enough that the row under the cursor is in sight."""
        if len(self._layout.starts) < 2:
            return
        top, bottom = self._layout.starts[self.row], self._layout.starts[self.row + 1]
        page = max(1, self.size.height - 1)
        if top < self.scroll_offset.y or bottom - top >= page:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + page:
            self.scroll_to(y=bottom - page, animate=False, force=True)

    def _repaint(self) -> None:
        self._lines.clear()
        self.border_title = Content(self._title())
        self.refresh()

    def _title(self) -> str:
        total = len(self.view.agencies)
        if not total:
            return "Side by side · nobody has been asked"
        window = [column for column in self._layout.columns.shown if column not in self.kept] or list(
            self._layout.columns.shown
        )
        span = f"{window[0] + 1}" if len(window) == 1 else f"{window[0] + 1}-{window[-1] + 1}"
        kept = f" · {len(self.kept)} kept" if self.kept else ""
        note = f" · {self.note}" if self.note else ""
        return f"Side by side · {'agency' if len(window) == 1 else 'agencies'} {span} of {total}{kept}{note}"

    # Painting

    def _look(self, name: str) -> Style:
        whole = self.get_component_rich_style(f"side-by-side--{name}")
        if name in ("stripe", "cursor", "header"):
            return Style(bgcolor=whole.bgcolor, bold=whole.bold)
        return Style(color=whole.color, bold=whole.bold, italic=whole.italic)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the frozen heading, or a line of answers from the cache."""
        line = y + self.scroll_offset.y - 1 if y else -1
        if line not in self._lines:
            self._lines[line] = self._heading() if line < 0 else self._answer_line(line)
        return self._lines[line]

    def _heading(self) -> Strip:
        look = self.rich_style + self._look("header")
        parts = [Segment(set_cell_size(" Question", self._layout.columns.question), look)]
        for column in self._layout.columns.shown:
            mark = "= " if column in self.kept else ""
            note = self.view.notes[column] if column < len(self.view.notes) else ""
            under = Style(underline=True) if column == self.column else Style()
            named = heading(f"{mark}{shown(self.view.agencies[column][1])}", self._layout.columns.words, shown(note))
            parts += [Segment("│ ", look), Segment(named, look + under), Segment(" ", look)]
        return Strip(parts).adjust_cell_length(self.size.width, look)

    def _answer_line(self, line: int) -> Strip:
        base = self.rich_style
        if line >= self._layout.starts[-1]:
            return Strip.blank(self.size.width, base)
        row = self._layout.row_at(line)
        base += self._look("stripe") if row % 2 else Style()
        number = line - self._layout.starts[row]
        parts = [self._question_part(row, number, base)]
        for column in self._layout.columns.shown:
            parts += self._cell_parts(row, column, number, base)
        return Strip(parts).adjust_cell_length(self.size.width, base)

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
        bar = Segment("▌", look + self._look("mark")) if here else Segment("│", base + self._look("bar"))
        return (
            bar,
            Segment(" ", look),
            Segment(cell.line(number, self._layout.columns.words), words),
            Segment(" ", look),
        )

    def _refresh_rows(self, *rows: int) -> None:
        for row in rows:
            first, last = self._layout.starts[row], self._layout.starts[row + 1]
            for line in range(first, last):
                self._lines.pop(line, None)
            self.refresh(Region(0, first + 1 - self.scroll_offset.y, self.size.width, last - first))

    def notify_style_update(self) -> None:
        """Repaint in the new theme's colours."""
        super().notify_style_update()
        self._lines.clear()
