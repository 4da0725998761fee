"""A table whose rows can be marked, so that one deed is done to several."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message

from screens.widgets.table import Table


class MarkedTable(Table):
    """Marks stay with their rows, whatever the filter hides."""

    BINDINGS = [
        Binding("space", "mark", "Mark", id="table.mark", tooltip="Mark the row, or fold the group", show=False),
        Binding("asterisk", "mark_all", "Mark all", id="table.mark_all", tooltip="Mark every row on show", show=False),
        Binding("escape", "unmark", "Unmark", id="table.unmark", tooltip="Take every mark away", show=False),
    ]

    @dataclass
    class Marked(Message):
        """Other rows are marked than before."""

        table: MarkedTable

        @property
        def control(self) -> MarkedTable:
            """The table it came from."""
            return self.table

    _marks: frozenset[str] = frozenset()

    @property
    def marked(self) -> tuple[str, ...]:
        """Keys of the marked rows that are still held, in the order of the list."""
        return tuple(dict.fromkeys(key for key in self.lines.keys if key in self._marks)) if self._marks else ()

    @property
    def marked_unseen(self) -> int:
        """How many of them are not found by what the list is narrowed to."""
        return len(set(self.marked).difference(self.lines.keys[place] for place in self.lines.found))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without marks Esc is not ours: it goes back."""
        return bool(self._marks) if action == "unmark" else super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Mark the row and go on to the next, or take its mark away; a group's head folds it."""
        if (run := self.lines.run_at(self.cursor)) is not None:
            self.turn(run)
        elif self.key:
            self.mark(self.key)
            self.cursor = self.lines.near(self.cursor + 1)

    def mark(self, key: str) -> None:
        """Mark a row, or take its mark away."""
        self._mark_these(self._marks ^ {key})

    def action_mark_all(self) -> None:
        """Mark every row that is found, or where all are, take their marks away."""
        found = frozenset(self.lines.keys[place] for place in self.lines.found)
        self._mark_these(self._marks - found if found <= self._marks else self._marks | found)

    def action_unmark(self) -> None:
        """Take every mark away."""
        self._mark_these(frozenset())

    def _mark_these(self, keys: frozenset[str]) -> None:
        self._marks = keys
        self.post_message(self.Marked(self))
        self.refresh()

    def _mark(self, place: int, under: bool) -> str:
        if self.lines.keys[place] not in self._marks:
            return super()._mark(place, under)
        return "◆" if under else "●"
