"""The tracker as cards in columns by state: the lines the list has found, and the same one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from screens.tracker_list import LOOK_KEYS, TrackerList
from screens.tracker_words import card, lanes
from screens.widgets.board import Board

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from screens.widgets.table_lines import Cell
    from sscb_tui.domain.query import Query
    from sscb_tui.services.tracker_lines import Line

BOARD_KEYS = (
    *LOOK_KEYS,
    Binding("c", "board", "Cards", id="tracker.board", tooltip="Cards in columns by state, or the list", show=False),
)
"""The keys that change what is looked at, apart from those of every list."""


class TrackerBoard(TrackerList):
    """List or cards, whichever was asked for."""

    def beside(self) -> ComposeResult:
        """The cards, until they are asked for unseen."""
        yield Board("Nothing to show here.")

    @property
    def board(self) -> Board:
        """The cards."""
        return self.query_one(Board)

    @property
    def on_board(self) -> bool:
        """Whether the cards are shown instead of the list."""
        return self.has_class("-board")

    @property
    def current(self) -> Line | None:
        """The line under the cursor, of the list or of the cards."""
        return self.known.get(self.board.key) if self.on_board else super().current

    def action_board(self) -> None:
        """Cards instead of the list, or the list again, the cursor on the same line."""
        key = self.current.key if self.current else ""
        self.toggle_class("-board")
        self._deal()
        if self.on_board:
            self.board.go_to(key)
            self.board.focus()
        else:
            self.table.go_to(key)
            self.table.focus()
        self.read_pane()

    def draw_found(self, asked: Query[Line]) -> None:
        """The cards are what the list has found."""
        super().draw_found(asked)
        self._deal()

    def _deal(self) -> None:
        if self.on_board:
            held = self.arranged.lines
            self.board.show(lanes([held[place] for place in self.table.lines.found]), self._card)

    def _card(self, key: str) -> tuple[Cell, Cell]:
        return card(self.known[key], self.today)

    def on_board_marking(self, message: Board.Marking) -> None:
        """The list keeps the marks, also those made on cards."""
        self.marks.mark(message.key)

    def on_marked_table_marked(self) -> None:
        """Cards show the marks of the list."""
        self.board.marks = frozenset(self.marks.marked)

    def on_board_moved(self) -> None:
        """Show the action on the card."""
        self.read_pane()

    def to_list(self) -> None:
        """Give the keys back to the list, or to the cards."""
        super().to_list()
        if self.on_board:
            self.board.focus()

    def uncover(self, key: str) -> None:
        """Put the cursor on a line, wherever it is shown."""
        super().uncover(key)
        self.board.go_to(key)
