"""Cards in columns: the same rows as a list's, each under its state; draws only the lines on show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

from screens.widgets.columns import fit
from screens.widgets.table_lines import Cell, words

if TYPE_CHECKING:
    from textual import events

HEADER, TALL = 1, 2
"""Lines of the column titles, and of a card."""
LEAST = 24
"""Cells a column needs to say something."""
Cards = Callable[[str], tuple[Cell, Cell]]
"""The two lines of a card, by its key."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One column: its title, and the keys of its cards from the top."""

    title: str
    keys: Sequence[str]


class Board(ScrollView, can_focus=True):
    """The cursor stays on its card, whichever column that moves to; columns that do not fit slide."""

    COMPONENT_CLASSES = {
        *("board--title", "board--card", "board--odd", "board--cursor", "board--blurred"),
        *("board--late", "board--near", "board--good", "board--dim"),
    }
    DEFAULT_CSS = """
    Board {
        background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden;
        & > .board--title { color: $text-primary; text-style: bold; background: $surface; }
        & > .board--card { background: $surface; }
        & > .board--odd { background: $surface-lighten-1 40%; }
        & > .board--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        & > .board--blurred { background: $foreground 6%; text-style: bold; }
        & > .board--late { color: $text-error; text-style: bold; }
        & > .board--near { color: $text-warning; }
        & > .board--good { color: $text-success; }
        & > .board--dim { color: $foreground-muted; }
    }
    """
    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", id="board.up", tooltip="One card up", show=False),
        Binding("down,j", "move(1)", "Down", id="board.down", tooltip="One card down", show=False),
        Binding("left,h", "side(-1)", "Left", id="board.left", tooltip="To the column on the left", show=False),
        Binding("right,l", "side(1)", "Right", id="board.right", tooltip="To the column on the right", show=False),
        Binding("pageup", "page(-1)", "Page up", id="board.page_up", tooltip="One page up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="board.page_down", tooltip="One page down", show=False),
        Binding("home,g", "end(-1)", "First", id="board.first", tooltip="To the first card", show=False),
        Binding("end,G", "end(1)", "Last", id="board.last", tooltip="To the last card", show=False),
        Binding("space", "mark", "Mark", id="board.mark", tooltip="Mark the card, or take its mark away", show=False),
        Binding("enter", "open", "Open", id="board.open", tooltip="Open the card under the cursor", key_display="⏎"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to another card; `key` is empty where there is none."""

        board: Board
        key: str

    @dataclass
    class Opened(Message):
        """Enter or a double click on a card."""

        board: Board
        key: str

    @dataclass
    class Marking(Message):
        """The card is to be marked, or its mark taken away; whoever keeps the marks says which are."""

        board: Board
        key: str

    marks: reactive[frozenset[str]] = reactive(frozenset())
    """Keys of the marked cards."""

    def __init__(self, empty: str = "Nothing here yet.") -> None:
        """`empty` is the sentence shown where cards would be."""
        super().__init__()
        self.empty = empty
        self.lanes: Sequence[Lane] = ()
        self.at = (0, 0)
        """The lane and the card in it under the cursor."""
        self._cards: Cards = lambda key: (key, "")
        self._key = ""
        self._first = 0

    @property
    def key(self) -> str:
        """The key of the card under the cursor; empty where there is none."""
        return self._key

    # What is shown

    def show(self, lanes: Sequence[Lane], cards: Cards) -> None:
        """Show these cards; the cursor goes where its card went, or stays near."""
        self.lanes, self._cards = lanes, cards
        self.go_to(self._key)

    def go_to(self, key: str) -> None:
        """Put the cursor on that card, if it is on show."""
        spots = [(lane, held.keys.index(key)) for lane, held in enumerate(self.lanes) if key in held.keys]
        self._go(*(spots[0] if spots else self._near()))

    def _near(self) -> tuple[int, int]:
        """Where the cursor was, or the first column that has a card."""
        lane, row = self.at
        if lane < len(self.lanes) and self.lanes[lane].keys:
            return lane, row
        return next((at for at, held in enumerate(self.lanes) if held.keys), 0), 0

    def _go(self, lane: int, row: int) -> None:
        lane = max(0, min(lane, len(self.lanes) - 1))
        keys = self.lanes[lane].keys if self.lanes else ()
        row = max(0, min(row, len(keys) - 1))
        self.at, key = (lane, row), keys[row] if keys else ""
        if self.size.width:
            self._slide(lane)
            self._reveal(row)
            self.refresh()
        if key != self._key:
            self._key = key
            self.post_message(self.Moved(self, key))

    def _slide(self, lane: int) -> None:
        """Show the column, moving the others no more than it takes."""
        self._first = max(lane - self.fitting + 1, min(self._first, lane, max(0, len(self.lanes) - self.fitting)))

    def _reveal(self, row: int) -> None:
        tallest = max((len(lane.keys) for lane in self.lanes), default=0)
        self.virtual_size = Size(self.size.width, HEADER + tallest * TALL)
        top, page = self.scroll_offset.y, max(TALL, self.size.height - HEADER)
        if row * TALL < top:
            self.scroll_to(y=row * TALL, animate=False, force=True)
        elif (row + 1) * TALL > top + page:
            self.scroll_to(y=(row + 1) * TALL - page, animate=False, force=True)

    @property
    def fitting(self) -> int:
        """How many columns fit beside each other."""
        return max(1, min(len(self.lanes), self.size.width // LEAST))

    # Moving

    def action_move(self, step: int) -> None:
        """One card up or down."""
        self._go(self.at[0], self.at[1] + step)

    def action_page(self, step: int) -> None:
        """One page up or down."""
        self.action_move(step * max(1, (self.size.height - HEADER) // TALL))

    def action_end(self, side: int) -> None:
        """To the first or the last card of the column."""
        self._go(self.at[0], len(self.lanes[self.at[0]].keys) - 1 if side > 0 and self.lanes else 0)

    def action_side(self, step: int) -> None:
        """To the next column on that side that has a card."""
        lane = self.at[0] + step
        while 0 <= lane < len(self.lanes):
            if self.lanes[lane].keys:
                return self._go(lane, self.at[1])
            lane += step
        return None

    def action_open(self) -> None:
        """Say that the card under the cursor was opened."""
        if self._key:
            self.post_message(self.Opened(self, self._key))

    def action_mark(self) -> None:
        """Ask for the card to be marked, and go on to the next."""
        if self._key:
            self.post_message(self.Marking(self, self._key))
            self.action_move(1)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens."""
        at = event.get_content_offset(self)
        if at is None or at.y < HEADER or not self.lanes:
            return
        lane = self._first + at.x // max(1, self.size.width // self.fitting)
        row = (at.y - HEADER + self.scroll_offset.y) // TALL
        if lane < len(self.lanes) and row < len(self.lanes[lane].keys):
            self._go(lane, row)
            if event.chain == 2:
                self.action_open()

    # Drawing

    def on_resize(self) -> None:
        """Let as many columns stand as fit."""
        self._go(*self.at)

    def notify_style_update(self) -> None:
        """A new theme repaints every line."""
        super().notify_style_update()
        self.refresh()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is drawn quietly while something else is in hand."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of every column on show."""
        if not any(lane.keys for lane in self.lanes):
            said = f"  {self.empty}" if y == 2 else ""
            return Strip([Segment(said, self._style("dim"))]).adjust_cell_length(self.size.width, self.rich_style)
        row, part = divmod(y - HEADER + self.scroll_offset.y, TALL)
        shown = range(self._first, min(len(self.lanes), self._first + self.fitting))
        parts = [self._title(lane) if y == 0 else self._part(lane, row, part) for lane in shown]
        return Strip([segment for each in parts for segment in each]).adjust_cell_length(
            self.size.width, self.rich_style
        )

    @property
    def _width(self) -> int:
        """Cells of a column without the blank after it."""
        return max(1, self.size.width // self.fitting - 1)

    def _title(self, lane: int) -> list[Segment]:
        """The column's name and how many cards it has; arrows where more columns lie beyond."""
        before = "‹ " if lane == self._first > 0 else ""
        after = " ›" if lane == self._first + self.fitting - 1 < len(self.lanes) - 1 else ""
        held = self.lanes[lane]
        said = fit(f" {before}{held.title}  {len(held.keys):,}", self._width - len(after)) + after
        return [Segment(said, self._style("title")), Segment(" ", self.rich_style)]

    def _part(self, lane: int, row: int, part: int) -> list[Segment]:
        keys = self.lanes[lane].keys
        blank = Segment(" ", self.rich_style)
        if row >= len(keys):
            return [Segment(" " * self._width, self.rich_style), blank]
        cell = self._cards(keys[row])[part]
        under = self.at == (lane, row)
        marked = keys[row] in self.marks
        sign = ("◆" if marked else "▸") if under else ("●" if marked else " ")
        mark = sign if part == 0 else " "
        return [Segment(fit(f"{mark}{words(cell)}", self._width), self._dress(cell, row, under)), blank]

    def _dress(self, cell: Cell, row: int, under: bool) -> Style:
        """A card's own look; under the cursor its words and signs carry the sense alone."""
        if under:
            return self._style("cursor" if self.has_focus else "blurred")
        style = self._style("odd" if row % 2 else "card")
        look = "" if isinstance(cell, str) else cell[1]
        if not look:
            return style
        whole = self._style(look)  # without the ground it was reckoned on
        return style + Style(color=whole.color, bold=whole.bold)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"board--{name}")
