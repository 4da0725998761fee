"""The minutes as they are written: one line each, newest at the foot, the cursor staying where the person left it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.words import uk
from sscb_tui.domain.terms import LineKind
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import MinuteLine

QUIET = (LineKind.ITEM, LineKind.ATTENDANCE, LineKind.FLOOR)
"""Lines the program writes by itself."""


class MinutesList(OptionList):
    """Lines of the minutes; `e` and Delete work on the one under the cursor."""

    HELP = "Every line with its time, its agenda item and its sense. Struck lines stay in the record."
    BINDINGS = [
        Binding("k", "cursor_up", "Up", show=False, id="minutes.up", tooltip="The line above"),
        Binding("j", "cursor_down", "Down", show=False, id="minutes.down", tooltip="The line below"),
        Binding("e", "edit", "Edit", id="minutes.edit", tooltip="Change the words of this line; history keeps the old"),
        Binding("delete", "strike", "Strike", id="minutes.strike", tooltip="Strike this line from the paper"),
    ]

    @dataclass
    class Asked(Message):
        """Something is to be done with the line under the cursor: "edit" or "strike"."""

        what: str
        line: MinuteLine

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is given lines."""
        super().__init__(id=id, markup=False)
        self.lines: tuple[MinuteLine, ...] = ()
        self._agencies: Mapping[str, str] = {}
        self.border_title = "Minutes"

    def show(self, lines: tuple[MinuteLine, ...], agencies: Mapping[str, str]) -> None:
        """Show these lines, touching only those that are new or changed."""
        following = self.highlighted is None or (not self.has_focus and self.highlighted >= len(self.lines) - 1)
        before = {line.id: line.version for line in self.lines}
        if [line.id for line in lines[: len(self.lines)]] != [line.id for line in self.lines]:
            self.clear_options()
            before = {}
        for line in lines:
            if line.id not in before:
                self.add_option(Option(line_words(line, agencies, self._width), id=line.id))
            elif before[line.id] != line.version:
                self.replace_option_prompt(line.id, line_words(line, agencies, self._width))
        self.lines, self._agencies = lines, agencies
        if following and lines:
            self.highlighted = len(lines) - 1

    @property
    def _width(self) -> int:
        """Room for a line, a scroll bar always allowed for."""
        return max(30, self.size.width - 2)

    def on_resize(self) -> None:
        """Wrap every line to the new width."""
        for line in self.lines:
            self.replace_option_prompt(line.id, line_words(line, self._agencies, self._width))

    @property
    def current(self) -> MinuteLine | None:
        """The line under the cursor."""
        place = self.highlighted
        return self.lines[place] if place is not None and place < len(self.lines) else None

    def action_edit(self) -> None:
        """Ask to change the line under the cursor."""
        self._ask("edit")

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


def line_words(line: MinuteLine, agencies: Mapping[str, str], width: int) -> Content:
    """One line: time, item, sense where it has one, agency where one spoke, and the words as typed."""
    time = uk(line.at).strftime("%H:%M")
    item = f"{line.item:>2}" if line.item is not None else "  "
    quiet = line.kind in QUIET or line.struck
    sense = "" if line.kind is LineKind.NOTE else f"{line.kind.label.upper()}  "
    agency = f"{agencies.get(line.agency, line.agency)}  " if line.agency else ""
    words = Content.assemble(
        ("STRUCK  " if line.struck else "", "$text-warning"),
        (sense, "$foreground 60%" if quiet else "bold $text-accent"),
        (shown(agency), "bold"),
        (shown(line.text), ("$foreground 60%" if quiet else "$foreground") + (" strike" if line.struck else "")),
    )
    margin = Content.styled(f"{time} {item}  ", "$foreground 60%")
    first, *others = words.wrap(max(10, width - margin.cell_length)) or [Content("")]
    return Content("\n").join([margin + first, *(Content(" " * margin.cell_length) + each for each in others)])
