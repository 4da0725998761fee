"""The floors: the least Textual program that does the same thing. `python -m bench.floors NAME [ROWS]` runs one."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, Label

MARK = "bare floor"


class Bare(App[None]):
    """Header, label and footer: nothing less is a Textual program."""

    def compose(self) -> ComposeResult:
        """Three widgets."""
        yield Header()
        yield Label(MARK)
        yield Footer()


class Table(App[None]):
    """A DataTable of rows like those of the queue, and nothing else."""

    def __init__(self, rows: int) -> None:
        """Remember how many rows to show."""
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """One table that moves its cursor by rows."""
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        """Fill the table at once."""
        table = self.query_one(DataTable)
        table.add_columns("Ref", "Child", "Age", "Incident", "Stage", "Decide by")
        for number in range(1, self._rows + 1):
            table.add_row(f"SSCB/2026/{number:03}", f"Child {number}", "4 m", "2 Nov 2026", "Scoping", "3 Dec 8 wd")
        table.focus()


class Other(Screen[None]):
    """A screen with one widget."""

    BINDINGS = [Binding("b", "app.pop_screen", "Back")]

    def compose(self) -> ComposeResult:
        """One label and a footer."""
        yield Label("the other screen")
        yield Footer()


class Screens(Bare):
    """Opens an empty screen with `o` and comes back from it with `b`."""

    BINDINGS = [Binding("o", "open", "Open")]

    def action_open(self) -> None:
        """Push a fresh empty screen."""
        self.push_screen(Other())


def main(name: str, rows: int = 30) -> None:
    """Run the floor of that name."""
    apps: dict[str, App[None]] = {"bare": Bare(), "table": Table(rows), "screens": Screens()}
    apps[name].run()


if __name__ == "__main__":
    main(sys.argv[1], *(int(rows) for rows in sys.argv[2:3]))
