"""The editor for rows that repeat: each in a line, opened, added and taken out by keys."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.forms.spec import Entry, Field, Kind, Section, Value, Values
from screens.forms.values import lines
from screens.forms.verdict import row_fault
from screens.widgets.form_messages import Edited
from sscb_tui.domain.text import shown_line

SHOWN = 4
"""Answers of a row that make up its line."""


class ListEditor(OptionList):
    """The rows of one list; the form opens the dialog for a row."""

    BINDINGS = [
        Binding("a", "add", "Add", id="rows.add", tooltip="Add a row"),
        Binding("x", "remove", "Remove", id="rows.remove", tooltip="Take out the row under the cursor, after asking"),
        Binding(
            "left_square_bracket", "shift(-1)", "Up", show=False, id="rows.earlier", tooltip="Move this row up by one"
        ),
        Binding(
            "right_square_bracket", "shift(1)", "Down", show=False, id="rows.later", tooltip="Move this row down by one"
        ),
    ]

    @dataclass
    class Open(Message):
        """Somebody wants to edit a row; -1 is a new one."""

        editor: ListEditor
        row: int

    @dataclass
    class Remove(Message):
        """Somebody wants to take out a row."""

        editor: ListEditor
        row: int

    def __init__(self, field: Field, rows: list[Entry]) -> None:
        """`field` must have the fields of a row."""
        if field.of is None:
            raise ValueError(f"{field.path} is a list of nothing")
        super().__init__(compact=True, markup=False)
        self.field, self.of, self.rows = field, field.of, rows
        self.path = field.path

    def on_mount(self) -> None:
        """Show the rows there are."""
        self._show(0)

    @property
    def value(self) -> Value:
        """The rows."""
        return list(self.rows)

    def _show(self, at: int) -> None:
        self.clear_options()
        self.add_options(Option(self._line(row)) for row in self.rows)
        self.add_option(Option(Content.styled(f"+ add {self.of.title}", "$foreground-muted")))
        self.highlighted = max(0, min(at, len(self.rows)))

    def _line(self, row: Entry) -> Content:
        line = Content(summary(self.of, row))
        if said := row_fault(self.field, row):
            line = line + Content.styled(f"   ✗ {said}", "$text-error")
        return line

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the row, or adds one on the last line."""
        event.stop()
        self.post_message(self.Open(self, event.option_index if event.option_index < len(self.rows) else -1))

    def action_add(self) -> None:
        """A new row."""
        self.post_message(self.Open(self, -1))

    def action_remove(self) -> None:
        """Ask for the row under the cursor to be taken out."""
        if self.highlighted is not None and self.highlighted < len(self.rows):
            self.post_message(self.Remove(self, self.highlighted))

    def action_shift(self, by: int) -> None:
        """Move the row under the cursor up or down; the cursor goes with it."""
        here = self.highlighted
        if here is None or not (0 <= here + by < len(self.rows) and here < len(self.rows)):
            return
        rows = list(self.rows)
        rows.insert(here + by, rows.pop(here))
        self._change(rows, here + by)

    def put(self, row: int, entry: Entry) -> None:
        """Keep what the dialog answered; after a new row the cursor is ready for another."""
        if row < 0:
            self._change([*self.rows, entry], len(self.rows) + 1)
        else:
            self._change([*self.rows[:row], entry, *self.rows[row + 1 :]], row)

    def hold(self, row: int, entry: Entry) -> None:
        """Tell the form of a row while it is still being typed, so that a power cut does not take it."""
        rows = [*self.rows, entry] if row < 0 else [*self.rows[:row], entry, *self.rows[row + 1 :]]
        self.post_message(Edited(self.path, rows))

    def let_go(self) -> None:
        """Nothing of it is to be kept: the form has the rows that stand here."""
        self.post_message(Edited(self.path, list(self.rows)))

    def take_out(self, row: int) -> None:
        """Without this row."""
        self._change([*self.rows[:row], *self.rows[row + 1 :]], row)

    def _change(self, rows: list[Entry], at: int) -> None:
        self.rows = rows
        self._show(at)
        self.post_message(Edited(self.path, list(rows)))


def summary(of: Section, row: Values) -> str:
    """A row in a line: its first few answers, in the words people read."""
    said = [_said(field, row.get(field.path, "")) for field in of.fields]
    return " · ".join([each for each in said if each][:SHOWN]) or "(empty)"


def _said(field: Field, value: Value) -> str:
    if isinstance(value, bool):
        return field.label.lower() if value else ""
    if isinstance(value, list):
        return ""
    labels = dict(field.options)
    chosen = lines(value) if field.kind is Kind.MULTI else [value.strip()]
    return shown_line(", ".join(labels.get(each, each) for each in chosen)[:80])
