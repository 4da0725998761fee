"""A list with keys: who is here, what was parked. A key closes it with what is to be done to which row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.widgets.options import Options
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be done, and the key of the row under the cursor; empty where there is no row."""

    what: str
    row: str


class Listing(Dialog[Chosen]):
    """Rows, each with a key of its own, and a foot that names what can be done."""

    DEFAULT_CSS = """
    Listing > .box { width: 100; }
    Listing OptionList {
        height: auto; max-height: 18; border: none; padding: 0; margin-bottom: 1; background: $surface;
        &:focus { border: none; }
    }
    """
    FOOT = ""
    """What the keys do."""

    def __init__(self, title: str, rows: Sequence[tuple[str, Content]], at: str = "") -> None:
        """`at` is the row to begin on."""
        super().__init__()
        self._title, self._rows, self._at = title, tuple(rows), at

    def compose(self) -> ComposeResult:
        """The rows under their title."""
        with Vertical(classes="box") as box:
            box.border_title = Content(shown_line(self._title))
            rows = Options(*(Option(words) for _, words in self._rows))
            keys = [key for key, _ in self._rows]
            rows.highlighted = keys.index(self._at) if self._at in keys else 0 if keys else None
            yield rows
            yield Static(self.FOOT, classes="hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter does what is done most."""
        event.stop()
        self.action_choose("open")

    def action_choose(self, what: str) -> None:
        """Close with it; what needs a row does nothing without one."""
        place = self.query_one(OptionList).highlighted
        row = self._rows[place][0] if place is not None and self._rows else ""
        if row or what in self.WITHOUT_ROW:
            self.dismiss(Chosen(what, row))

    WITHOUT_ROW: tuple[str, ...] = ()
    """What can be done where there is no row."""


class AttendanceList(Listing):
    """Who is at the meeting."""

    FOOT = "Enter edits · a adds · l left · r returned · p apologies · Esc closes"
    WITHOUT_ROW = ("add", "apologies")
    BINDINGS = [
        Binding("a", "choose('add')", "Add", id="attendance.add", tooltip="Put somebody on the list"),
        Binding("l", "choose('left')", "Left", id="attendance.left", tooltip="This person has left"),
        Binding("r", "choose('back')", "Returned", id="attendance.back", tooltip="This person has come back"),
        Binding("p", "choose('apologies')", "Apologies", id="attendance.apologies", tooltip="Who sent apologies"),
    ]


class ParkingList(Listing):
    """What was set aside."""

    FOOT = "Enter answers · Delete strikes · Esc closes"
    BINDINGS = [
        Binding("delete", "choose('strike')", "Strike", id="parking.strike", tooltip="Take this off the list"),
    ]
