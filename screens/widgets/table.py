"""A list of any length that draws only the lines on show, with its cursor on a row and not on a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.columns import GAP, Column, fit, share
from sscb_tui.domain.text import folded, shown_line

if TYPE_CHECKING:
    from textual import events

Cell = str | tuple[str, str]
"""Words, or words with one of the table's classes: late, near, good, dim, strong."""
Row = Sequence[Cell]
HEADER = 1


def words(cell: Cell) -> str:
    """What the cell says, without its class."""
    return cell if isinstance(cell, str) else cell[0]


class Table(ScrollView, can_focus=True):
    """Rows under a frozen header; reloading keeps the cursor on the same row, wherever it has moved to."""

    COMPONENT_CLASSES = {
        *("table--header", "table--row", "table--odd", "table--cursor", "table--blurred", "table--empty"),
        *("table--late", "table--near", "table--good", "table--dim", "table--strong"),
    }
    DEFAULT_CSS = """
    Table {
        background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden;
        & > .table--header { color: $text-muted; text-style: bold; background: $surface; }
        & > .table--row { background: $surface; }
        & > .table--odd { background: $surface-lighten-1 40%; }
        & > .table--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        & > .table--blurred { background: $foreground 6%; text-style: bold; }
        & > .table--empty { color: $text-muted; }
        & > .table--late { color: $text-error; text-style: bold; }
        & > .table--near { color: $text-warning; }
        & > .table--good { color: $text-success; }
        & > .table--dim { color: $foreground-muted; }
        & > .table--strong { text-style: bold; }
    }
    """
    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", id="table.up", tooltip="One row up", show=False),
        Binding("down,j", "move(1)", "Down", id="table.down", tooltip="One row down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="table.page_up", tooltip="One page up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="table.page_down", tooltip="One page down", show=False),
        Binding("home,g", "end(-1)", "First", id="table.first", tooltip="To the first row", show=False),
        Binding("end,G", "end(1)", "Last", id="table.last", tooltip="To the last row", show=False),
        Binding("enter", "open", "Open", id="table.open", tooltip="Open the row under the cursor", key_display="⏎"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """Which of the rows on show the cursor is on."""

    @dataclass
    class Moved(Message):
        """The cursor came to another row; `key` is empty where there is none."""

        table: Table
        key: str

        @property
        def control(self) -> Table:
            """The table it came from."""
            return self.table

    @dataclass
    class Opened(Message):
        """Enter or a double click on a row."""

        table: Table
        key: str

        @property
        def control(self) -> Table:
            """The table it came from."""
            return self.table

    def __init__(self, *columns: Column, empty: str = "Nothing here yet.", id: str | None = None) -> None:
        """`empty` is the sentence shown where rows would be."""
        super().__init__(id=id)
        self.columns, self.empty = columns, empty
        self._keys: Sequence[str] = ()
        self._rows: Sequence[Row] = ()
        self._folded: list[str] | None = None
        self._order: Sequence[int] = ()
        self._needle = ""
        self._key = ""
        self._layout_of: tuple[tuple[int, int], ...] = ()

    # What is shown

    def show(self, keys: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on its row, at the same height on the screen if it can."""
        self._keys, self._rows, self._folded = keys, rows, None
        self._settle()

    def find(self, needle: str) -> None:
        """Show only rows that contain every word of `needle`, whatever capitals and accents."""
        self._needle = folded(needle).strip()
        self._settle()

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty where there is none."""
        return self._key

    @property
    def count(self) -> tuple[int, int]:
        """How many rows are on show, and of how many."""
        return len(self._order), len(self._rows)

    def go_to(self, key: str) -> None:
        """Put the cursor on that row, if it is on show."""
        position = self._position(key)
        if position is not None:
            self.cursor = position

    def _settle(self) -> None:
        height = self.cursor - self.scroll_offset.y
        self._order = self._matching()
        position = self._position(self._key)
        landed = self.cursor if position is None else position
        self.virtual_size = Size(self.size.width, len(self._order) + HEADER)
        self.set_reactive(Table.cursor, max(0, min(landed, len(self._order) - 1)))
        self.scroll_to(y=max(0, self.cursor - height), animate=False, force=True)
        self._announce()
        self.refresh()

    def _matching(self) -> Sequence[int]:
        """Rows with all the words, or where some cell has them side by side, only such rows."""
        if not self._needle:
            return range(len(self._rows))
        if self._folded is None:
            self._folded = [folded("\n".join(map(words, row))) for row in self._rows]
        first, *others = self._needle.split()
        found = [position for position, text in enumerate(self._folded) if first in text]
        for other in others:
            found = [position for position in found if other in self._folded[position]]
        together = " ".join((first, *others))  # "Child B" is one child, not every child with a b somewhere
        return [position for position in found if together in self._folded[position]] or found

    def _position(self, key: str) -> int | None:
        if not key:
            return None
        keys = self._keys
        return next((at for at, row in enumerate(self._order) if keys[row] == key), None)

    def _announce(self) -> None:
        key = self._keys[self._order[self.cursor]] if self._order else ""
        if key != self._key:
            self._key = key
            self.post_message(self.Moved(self, key))

    # Moving

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the cursor in sight, and draw no more than the two lines it left and reached."""
        top, page = self.scroll_offset.y, self._page
        if now < top:
            self.scroll_to(y=now, animate=False, force=True)
        elif now >= top + page:
            self.scroll_to(y=now - page + 1, animate=False, force=True)
        self.refresh_line(before + HEADER)
        self.refresh_line(now + HEADER)
        self._announce()

    def validate_cursor(self, wanted: int) -> int:
        """There is nowhere to go beyond the first and the last row."""
        return max(0, min(wanted, len(self._order) - 1))

    @property
    def _page(self) -> int:
        return max(1, self.size.height - HEADER)

    def action_move(self, step: int) -> None:
        """One row up or down."""
        self.cursor += step

    def action_page(self, step: int) -> None:
        """One page up or down."""
        self.cursor += step * self._page

    def action_end(self, side: int) -> None:
        """To the first or the last row."""
        self.cursor = len(self._order) - 1 if side > 0 else 0

    def action_open(self) -> None:
        """Say that the row under the cursor was opened."""
        if self._key:
            self.post_message(self.Opened(self, self._key))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens."""
        at = event.get_content_offset(self)
        if at is None or at.y < HEADER:
            return
        row = at.y - HEADER + self.scroll_offset.y
        if row < len(self._order):
            self.cursor = row
            if event.chain == 2:
                self.action_open()

    # Drawing

    def on_resize(self) -> None:
        """Share the new width between the columns."""
        self._layout_of = share(self.columns, max(1, self.size.width - 2))
        self.virtual_size = Size(self.size.width, len(self._order) + HEADER)

    def notify_style_update(self) -> None:
        """A new theme repaints every line."""
        super().notify_style_update()
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is drawn quietly while something else is in hand."""
        super().watch_has_focus(has_focus)
        self.refresh_line(self.cursor + HEADER)

    def render_line(self, y: int) -> Strip:
        """One line: the header, a row, or nothing."""
        if y == 0:
            return self._line([column.title for column in self.columns], self._style("header"), "")
        position = y - HEADER + self.scroll_offset.y
        if position >= len(self._order):
            return self._below(position)
        row = self._rows[self._order[position]]
        if position != self.cursor:
            return self._line(row, self._style("odd" if position % 2 else "row"), "")
        return self._line(row, self._style("cursor" if self.has_focus else "blurred"), "▸")

    def _line(self, row: Row, style: Style, mark: str) -> Strip:
        segments = [Segment(mark or " ", style)]
        for at, (position, width) in enumerate(self._layout_of):
            cell, column = row[position], self.columns[position]
            look = style if isinstance(cell, str) else self._look(cell[1], style, mark)
            segments.append(Segment(fit(words(cell), width, column.align), look))
            segments.append(Segment(" " * (GAP if at < len(self._layout_of) - 1 else 1), style))
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def _below(self, position: int) -> Strip:
        if self._order or position != 1:
            return Strip.blank(self.size.width, self.rich_style)
        said = f"Nothing matches “{self._needle}”." if self._needle and self._rows else self.empty
        line = Strip([Segment(f"  {shown_line(said)}", self._style("empty"))])
        return line.adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"table--{name}")

    def _look(self, name: str, style: Style, mark: str) -> Style:
        """A cell's own look; under the cursor its words and signs carry the sense alone."""
        if not name or mark:
            return style
        whole = self._style(name)  # colours that are reckoned from what they lie on are right only here
        return style + Style(color=whole.color, bold=whole.bold)
