"""Every agency's answer beside every other's: a cell cursor reads, keeps, zooms and opens."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.events import Resize
from textual.message import Message

from screens.widgets.side_by_side_canvas import SideBySideCanvas
from sscb_tui.services.views import CellView, SideBySide


class SideBySideGrid(SideBySideCanvas):
    """Questions down, agencies across; the window of agencies slides, and the cursor stays where it was put."""

    HELP = (
        "Rows are questions, columns are agencies. A dim word with a sign says why a cell has no answer. ! another "
        "account differs; + pinned, ≠ its words changed since; ± sent again; ≡ only repeats; v another form."
    )
    BINDINGS = [
        Binding("slash", "ask('filter')", "Show", key_display="/", id="side.filter", tooltip="Which questions to show"),
        Binding("n", "ask('new')", "New", id="side.new", tooltip="Only what is new: fold what repeats another agency"),
        Binding(
            "exclamation_mark",
            "ask('conflict')",
            "Conflict",
            key_display="!",
            id="side.conflict",
            tooltip="To the next answer that another account contradicts",
        ),
        Binding(
            "q",
            "ask('changes')",
            "Again",
            show=False,
            id="side.changes",
            tooltip="What this agency changed when it sent its return again",
        ),
    ]

    @dataclass
    class Opened(Message):
        """A cell was opened, to be read whole."""

        question: tuple[str, str]
        agency: tuple[str, str]
        cell: CellView

    @dataclass
    class Asked(Message):
        """Something is wanted of the answers: "filter", "new", "conflict" or "changes"."""

        what: str

    @dataclass
    class Sought(Message):
        """Somebody wants to read an answer to a question that is not among those shown."""

        agency: str
        question: str

    def show(self, view: SideBySide, note: str = "") -> None:
        """Show these answers, noting in the title what of all is shown; cursor and kept agencies stay put."""
        if view == self.view and note == self.note:
            return
        self.note = note
        codes = [code for code, _ in view.agencies]
        kept = [self.view.agencies[column][0] for column in self.kept]
        current = self.current()
        self.kept = [codes.index(code) for code in kept if code in codes]
        self.view = view
        self._wrapped.clear()
        self.row = max(0, min(_place(view.questions, current and current[0], self.row), len(view.questions) - 1))
        self.column = max(0, min(_place(view.agencies, current and current[1], self.column), len(codes) - 1))
        self._lay_out()

    def to_cell(self, agency: str, question: str) -> None:
        """Put the cursor on one agency's answer to one question, in view; where it is filtered out, ask for it."""
        codes, asked = [code for code, _ in self.view.agencies], [each for each, _ in self.view.questions]
        if agency in codes and question not in asked:
            self.post_message(self.Sought(agency, question))
        elif agency in codes:
            order = [*self.kept, *(column for column in range(len(codes)) if column not in self.kept)]
            across = order.index(codes.index(agency)) - order.index(self.column)
            self.row = asked.index(question)
            self.action_across(across)

    # Moving

    def action_move(self, down: int) -> None:
        """Move the cursor to another question, once there are answers."""
        if self.current() is not None:
            super().action_move(down)

    def action_across(self, across: int) -> None:
        """Move the cursor to another agency; the window slides when the cursor leaves it."""
        if self.current() is None:
            return
        order = [*self.kept, *(c for c in range(len(self.view.agencies)) if c not in self.kept)]
        place = max(0, min(order.index(self.column) + across, len(order) - 1))
        self.column = order[place]
        if self.column not in self._layout.columns.shown and not self.zoomed:
            window = place - len(self.kept)
            width = max(1, len(self._layout.columns.shown) - len(self.kept))
            self._first = window if across < 0 else window - width + 1
        self._lay_out()

    def to_agency(self, code: str) -> None:
        """Bring an agency's column into view, with the cursor on it; nothing where it has none."""
        codes = [each for each, _ in self.view.agencies]
        if code in codes:
            order = [*self.kept, *(column for column in range(len(codes)) if column not in self.kept)]
            self.action_across(order.index(codes.index(code)) - order.index(self.column))

    def action_slide(self, windows: int) -> None:
        """Slide the window of agencies by one; the cursor stays at its place in the window."""
        place = self._layout.columns.shown.index(self.column) if self.column in self._layout.columns.shown else 0
        self._first += windows
        self._lay_out()
        if self._layout.columns.shown:
            self.column = self._layout.columns.shown[min(place, len(self._layout.columns.shown) - 1)]
            self._repaint()

    def action_keep(self) -> None:
        """Keep the agency under the cursor in place while others slide, or let it go."""
        if self.column in self.kept:
            self.kept.remove(self.column)
        elif self.view.agencies:
            self.kept.append(self.column)
        self._lay_out()

    def next_conflict(self) -> bool:
        """To the next answer, row by row and round again, that another account contradicts; False if there is none."""
        columns = len(self.view.agencies)
        here, total = self.row * columns + self.column, len(self.view.questions) * columns
        for step in range(1, total + 1):
            row, column = divmod((here + step) % total, columns)
            if self.view.cells[row][column].conflicts:
                self.to_cell(self.view.agencies[column][0], self.view.questions[row][0])
                return True
        return False

    def action_ask(self, what: str) -> None:
        """Whoever knows the case answers."""
        self.post_message(self.Asked(what))

    def action_open(self) -> None:
        """Ask for the whole text of the answer under the cursor."""
        if (current := self.current()) is not None:
            self.post_message(self.Opened(*current))

    # Events

    def on_resize(self, event: Resize) -> None:
        """Fit the columns to the new width."""
        self._lay_out()

    def _put(self, row: int, column: int) -> None:
        self.row, self.column = row, column


def _place(among: tuple[tuple[str, str], ...], wanted: tuple[str, str] | None, otherwise: int) -> int:
    """Where the same question or agency stands now, whatever it is called."""
    codes = [code for code, _ in among]
    return codes.index(wanted[0]) if wanted is not None and wanted[0] in codes else otherwise
