"""A list of any length that draws only the lines on show, with its cursor on a row and not on a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
from screens.widgets.table_lines import Cell, Lines, Narrow, Row, Run, Spot, words
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual import events

__all__ = ["Cell", "Row", "Table", "words"]

HEADER = 1
Heads = Callable[[str, Sequence[int]], str]
"""What the head of a group says, of the places of its rows that are found."""


class Table(ScrollView, can_focus=True):
    """Rows under a frozen header; reloading keeps the cursor on the same row, wherever it has moved to."""

    COMPONENT_CLASSES = {
        *("table--header", "table--row", "table--odd", "table--cursor", "table--blurred", "table--empty"),
        *("table--late", "table--near", "table--good", "table--dim", "table--strong", "table--head"),
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
        & > .table--head { color: $text-primary; text-style: bold; background: $surface; }
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
        self.lines = Lines()
        self._heads: Heads = lambda name, rows: f"{name}  {len(rows)}"
        self._spot = Spot()
        self._said = ""
        self._layout_of: tuple[tuple[int, int], ...] = ()

    # What is shown

    def show(
        self,
        keys: Sequence[str],
        rows: Sequence[Row],
        *,
        texts: Sequence[str] = (),
        groups: Sequence[str] = (),
        heads: Heads | None = None,
    ) -> None:
        """Show these rows; the cursor stays on its row, at the same height on the screen if it can.

        `texts` are each row's words folded, where more than the cells can be found. With `groups`, one name for each
        row, rows that stand together under one name get a head, which says what `heads` makes of them.
        """
        self._heads = heads or self._heads
        with self._keeping_the_cursor():
            self.lines.hold(keys, rows, groups, texts)

    def find(self, needle: str, narrow: Narrow | None = None, said: str = "") -> None:
        """Show only rows with every word of `needle`, whatever capitals and accents, that `narrow` leaves.

        `said` is what was asked for in whole, if there is more to it than the words.
        """
        self.ask(needle, narrow, said)
        with self._keeping_the_cursor():
            self.lines.find()

    def ask(self, needle: str, narrow: Narrow | None = None, said: str = "") -> None:
        """The same of rows that are still to come, with `show`."""
        self.lines.needle, self.lines.narrow, self._said = needle.strip(), narrow, said or needle.strip()

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty where there is none, as on the head of a group."""
        return self._spot.key

    @property
    def count(self) -> tuple[int, int]:
        """How many rows are found, and of how many."""
        return self.lines.count

    @property
    def found(self) -> list[int]:
        """The places of the rows that are found, whether folded away or not."""
        return list(self.lines.found)

    def go_to(self, key: str) -> None:
        """Put the cursor on that row, if it is found; its group is unfolded for it."""
        wanted = Spot(self._spot.group, key)
        line = self.lines.line_of(wanted) if key else None
        if line is not None and (run := self.lines.run_at(line)) is not None:
            self.turn(run)
            line = self.lines.line_of(wanted)
        if line is not None:
            self.cursor = line

    @contextmanager
    def _keeping_the_cursor(self) -> Iterator[None]:
        height = self.cursor - self.scroll_offset.y
        yield
        line = self.lines.line_of(self._spot)
        landed = self.lines.near(self.cursor) if line is None else line
        self.virtual_size = Size(self.size.width, len(self.lines.shown) + HEADER)
        self.set_reactive(Table.cursor, landed)
        if height <= 0 < landed and self.lines.run_at(landed - 1):
            height = 1  # so that the head above is seen
        self.scroll_to(y=max(0, self.cursor - height), animate=False, force=True)
        self._announce()
        self.refresh()

    def _announce(self) -> None:
        before, self._spot = self._spot, self.lines.spot_at(self.cursor)
        if self._spot.key != before.key:
            self.post_message(self.Moved(self, self._spot.key))

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
        return max(0, min(wanted, len(self.lines.shown) - 1))

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
        self.cursor = len(self.lines.shown) - 1 if side > 0 else 0

    def action_open(self) -> None:
        """Say that the row under the cursor was opened; the head of a group folds it away, or unfolds it."""
        if (run := self.lines.run_at(self.cursor)) is not None:
            self.turn(run)
        elif self.key:
            self.post_message(self.Opened(self, self.key))

    def turn(self, run: Run) -> None:
        """Fold a group away, or show its rows again."""
        self.lines.closed ^= {run.name}
        with self._keeping_the_cursor():
            self.lines.fold()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens."""
        at = event.get_content_offset(self)
        if at is None or at.y < HEADER:
            return
        row = at.y - HEADER + self.scroll_offset.y
        if row < len(self.lines.shown):
            self.cursor = row
            if event.chain == 2:
                self.action_open()

    # Drawing

    def on_resize(self) -> None:
        """Share the new width between the columns."""
        self._layout_of = share(self.columns, max(1, self.size.width - 2))
        self.virtual_size = Size(self.size.width, len(self.lines.shown) + HEADER)

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
        if position >= len(self.lines.shown):
            return self._below(position)
        under = position == self.cursor
        shade = "odd" if position % 2 else "row"
        style = self._style(("cursor" if self.has_focus else "blurred") if under else shade)
        if (run := self.lines.run_at(position)) is not None:
            return self._head(run, style if under else self._style("head"), under)
        place = self.lines.shown[position]
        return self._line(self.lines.rows[place], style, self._mark(place, under), under)

    def _mark(self, place: int, under: bool) -> str:
        """The sign before a row."""
        return "▸" if under else ""

    def _head(self, run: Run, style: Style, under: bool) -> Strip:
        """The head of a group: whether it is folded away, and what is said of it."""
        sign = "▹" if run.name in self.lines.closed else "▾"
        said = fit(f"{sign} {self._heads(run.name, self.lines.members(run))}", max(1, self.size.width - 2))
        segments = [Segment("▸" if under else " ", style), Segment(said, style)]
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def _line(self, row: Row, style: Style, mark: str, under: bool = False) -> Strip:
        segments = [Segment(mark or " ", style)]
        for at, (position, width) in enumerate(self._layout_of):
            cell, column = row[position], self.columns[position]
            look = style if isinstance(cell, str) or under else self._look(cell[1], style)
            segments.append(Segment(fit(words(cell), width, column.align), look))
            segments.append(Segment(" " * (GAP if at < len(self._layout_of) - 1 else 1), style))
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def _below(self, position: int) -> Strip:
        if self.lines.shown or position != 1:
            return Strip.blank(self.size.width, self.rich_style)
        said = f"Nothing matches “{self._said}”." if self._said and self.lines.rows else self.empty
        line = Strip([Segment(f"  {shown_line(said)}", self._style("empty"))])
        return line.adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"table--{name}")

    def _look(self, name: str, style: Style) -> Style:
        """A cell's own look; under the cursor its words and signs carry the sense alone."""
        if not name:
            return style
        whole = self._style(name)  # colours that are reckoned from what they lie on are right only here
        return style + Style(color=whole.color, bold=whole.bold)
