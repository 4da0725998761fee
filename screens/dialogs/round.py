"""The round of views as a table: each agency, its view on every limb and on the outcome, and who has still to speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from screens.dialogs.passage import Passage
from screens.dialogs.round_words import COLUMNS, earlier_words, row, view_words
from screens.widgets.table import Table
from sscb_tui.domain.rules.rounds import owing
from sscb_tui.domain.terms import MeetingState
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from sscb_tui.domain.meeting import Meeting


ROOM = 14
"""Lines for what an agency said, the keys and the frame."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done: "state" an agency's view, "close" the round, "reopen" it."""

    deed: str
    agency: str = ""


class RoundDialog(Dialog[Asked]):
    """Enter asks an agency's view; what has been said stands in the table, its reason under it."""

    DEFAULT_CSS = """
    RoundDialog > .box { width: 116; padding: 0 1; }
    RoundDialog Table { margin-bottom: 1; }
    RoundDialog #round-view { height: auto; max-height: 9; min-height: 3; }
    """
    BINDINGS = [
        Binding("h", "earlier", "Earlier", id="round.earlier", tooltip="What this agency said before"),
        Binding("c,x", "close_round", "Close", id="round.close", tooltip="Close the round: dissent is asked for"),
        Binding("o", "reopen", "Reopen", id="round.reopen", tooltip="Open a closed round again, with a reason"),
    ]

    def __init__(self, meeting: Meeting, order: tuple[str, ...], names: Mapping[str, str], at: str = "") -> None:
        """`order` is who is asked when; `at` is the agency the cursor begins on."""
        super().__init__()
        self._meeting, self._order, self._names = meeting, order, names
        waiting = [code for code in order if code in owing(meeting)]
        self._at = at or next(iter(waiting), "")

    def compose(self) -> ComposeResult:
        """The table, what the agency under the cursor said, and the keys."""
        with Vertical(classes="box") as box:
            box.border_title = Content(f"Round of views · {self._standing()}")
            yield Table(*COLUMNS, empty="Nobody with a voice is here.")
            yield Static(id="round-view", markup=False)
            yield Static(self._keys(), classes="hint", markup=False)

    def _standing(self) -> str:
        waiting = len(owing(self._meeting))
        if self._meeting.round_closed_at is not None:
            return "closed"
        return f"{waiting} still to speak" if waiting else "everybody has spoken"

    def _keys(self) -> str:
        closed = self._meeting.round_closed_at is not None
        over = self._meeting.state is not MeetingState.IN_PROGRESS
        deeds = "" if over else "o reopens, " if closed else "Enter asks, c closes the round, "
        return f"= as the meeting found.  {deeds}h earlier views, Esc leaves"

    def on_mount(self) -> None:
        """The first who has still to speak."""
        table = self.query_one(Table)
        table.styles.height = max(4, min(len(self._order) + 1, self.app.size.height - ROOM))
        table.show(self._order, [row(code, self._meeting, self._names) for code in self._order])
        table.go_to(self._at)
        table.focus()
        self._show(table.key)

    def on_table_moved(self, message: Table.Moved) -> None:
        """The reason under the table follows the cursor."""
        message.stop()
        self._show(message.key)

    def _show(self, code: str) -> None:
        said = view_words(code, self._meeting, self._names) if code else Content("")
        self.query_one("#round-view", Static).update(said)

    def on_table_opened(self, message: Table.Opened) -> None:
        """Ask this agency."""
        message.stop()
        self._answer("state", message.key)

    def action_close_round(self) -> None:
        """Everybody has spoken."""
        self._answer("close")

    def action_reopen(self) -> None:
        """Something has to be said again."""
        self._answer("reopen")

    def _answer(self, deed: str, agency: str = "") -> None:
        if self._meeting.state is MeetingState.IN_PROGRESS:
            self.dismiss(Asked(deed, agency or self.query_one(Table).key))
        else:
            self.notify("The meeting is over; its views stand.", markup=False)

    def action_earlier(self) -> None:
        """The views this agency held before."""
        code = self.query_one(Table).key
        self.app.push_screen(
            Passage(shown_line(f"{self._names.get(code, code)} · earlier views"), earlier_words(code, self._meeting))
        )
