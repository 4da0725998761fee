"""The minutes as they are written: one line each, newest at the foot, the cursor staying where the person left it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.widgets.minute_words import Names, line_words
from sscb_tui.domain.minuted import with_corrections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

    from sscb_tui.domain.meeting import MinuteLine


class MinutesList(OptionList):
    """Lines of the minutes, corrections under what they correct; the keys work on the one under the cursor."""

    HELP = "Every line with its time, its agenda item and its sense. Struck lines stay in the record."
    BINDINGS = [
        Binding("k", "cursor_up", "Up", show=False, id="minutes.up", tooltip="The line above"),
        Binding("j", "cursor_down", "Down", show=False, id="minutes.down", tooltip="The line below"),
        Binding("e", "edit", "Edit", id="minutes.edit", tooltip="Change this line, its owner and day; history stays"),
        Binding("h", "history", "History", id="minutes.history", tooltip="What this line said before it was changed"),
        Binding("delete", "strike", "Strike", id="minutes.strike", tooltip="Strike this line from the paper"),
    ]

    @dataclass
    class Asked(Message):
        """Something is to be done with the line under the cursor: "edit", "history" or "strike"."""

        what: str
        line: MinuteLine

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is given lines."""
        super().__init__(id=id, markup=False)
        self.lines: tuple[MinuteLine, ...] = ()
        """The lines in the order they stand here."""
        self._under: frozenset[str] = frozenset()
        self._names = Names()
        self._wrapped = 0
        self._said: dict[str, tuple[tuple[object, ...], Content]] = {}
        self.border_title = "Minutes"

    def show(self, lines: Iterable[MinuteLine], names: Names) -> None:
        """Show these lines, touching only those that are new or changed."""
        placed = with_corrections(lines)
        ordered = tuple(each for line, corrections in placed for each in (line, *corrections))
        following = self.highlighted is None or (not self.has_focus and self.highlighted >= len(self.lines) - 1)
        before, self.lines = self.lines, ordered
        self._under = frozenset(each.id for _, corrections in placed for each in corrections)
        same_names, self._names = names.agencies == self._names.agencies, names
        if same_names and [each.id for each in before] == [each.id for each in ordered[: len(before)]]:
            self._change(before)
        else:
            self._rebuild(before)
        if following and ordered:
            self.highlighted = len(ordered) - 1

    def _change(self, before: tuple[MinuteLine, ...]) -> None:
        """Lines were changed where they stand, or added at the foot."""
        for old, new in zip(before, self.lines, strict=False):
            if old != new:
                self.replace_option_prompt(new.id, self._words(new))
        if len(self.lines) > len(before):
            self.add_options([self._option(each) for each in self.lines[len(before) :]])

    def _rebuild(self, before: tuple[MinuteLine, ...]) -> None:
        """Every line anew, the cursor on the line it was on and the view where it was."""
        here, top = self.highlighted, self.scroll_offset.y
        on = before[here].id if here is not None and here < len(before) else None
        self._wrapped = self._width
        self.set_options([self._option(each) for each in self.lines])
        if on is not None:
            self.highlighted = next((at for at, each in enumerate(self.lines) if each.id == on), None)
            self.scroll_to(y=top, animate=False)

    def _option(self, line: MinuteLine) -> Option:
        return Option(self._words(line), id=line.id)

    def _words(self, line: MinuteLine) -> Content:
        """The line's words at this width, wrapped once for each version of it."""
        key = (line.version, self._width, line.id in self._under, self._names.agencies.get(line.agency or "", ""))
        if (known := self._said.get(line.id)) is not None and known[0] == key:
            return known[1]
        words = line_words(line, self._names, self._width, under=line.id in self._under)
        self._said[line.id] = key, words
        return words

    @property
    def _width(self) -> int:
        """Room for a line, a scroll bar always allowed for."""
        return max(30, self.size.width - 2)

    def on_resize(self) -> None:
        """Wrap every line to the new width."""
        if self.lines and self._wrapped != self._width:
            self._rebuild(self.lines)

    @property
    def current(self) -> MinuteLine | None:
        """The line under the cursor."""
        place = self.highlighted
        return self.lines[place] if place is not None and place < len(self.lines) else None

    def action_edit(self) -> None:
        """Ask to change the line under the cursor."""
        self._ask("edit")

    def action_history(self) -> None:
        """Ask what the line said before."""
        self._ask("history")

    def action_strike(self) -> None:
        """Ask to strike the line under the cursor."""
        self._ask("strike")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter and a click edit."""
        event.stop()
        self._ask("edit")

    def _ask(self, what: str) -> None:
        if self.current is not None:
            self.post_message(self.Asked(what, self.current))
