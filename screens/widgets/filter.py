"""The line that `/` opens: what is typed narrows the list at once, Enter keeps it, Esc shows all again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual.suggester import Suggester


class Filter(Input):
    """Hidden until asked for; gives the focus back to the list it filters."""

    DEFAULT_CSS = """
    Filter {
        display: none; height: 1; border: none; padding: 0 1 !important; background: $foreground 6%;
        &:focus { border: none; background-tint: $foreground 5%; }
        &.-open { display: block; }
    }
    """
    BINDINGS = [
        Binding("escape", "clear", "Show all", id="filter.clear", tooltip="Show every row again", show=False),
        Binding("down", "keep", "To list", id="filter.list", tooltip="Back to the list, still filtered", show=False),
    ]

    @dataclass
    class Narrowed(Message):
        """Other words are being looked for; empty shows everything."""

        needle: str

    @dataclass
    class Left(Message):
        """The person is done typing: the list should have the focus again."""

    def __init__(self, suggester: Suggester | None = None) -> None:
        """A single compact line; what the suggester adds is taken with the right arrow."""
        said = "find: words in any order, Enter to keep, Esc to show all"
        super().__init__(placeholder=said, compact=True, suggester=suggester)

    def open(self) -> None:
        """Show the line and type into it."""
        self.add_class("-open")
        self.focus()

    def stand(self, text: str) -> None:
        """Let these words stand, as if they had been typed and kept."""
        self.value = text
        self.set_class(bool(text), "-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list with every key."""
        event.stop()
        self.post_message(self.Narrowed(self.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes back to the narrowed list."""
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Leave the words standing and go back to the list."""
        self.set_class(bool(self.value), "-open")
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Forget the words and go back to the whole list."""
        self.value = ""
        self.remove_class("-open")
        self.post_message(self.Left())


class Hint(Static):
    """One quiet line under a filter; away while there is nothing to say."""

    DEFAULT_CSS = "Hint { display: none; height: 1; padding: 0 1; color: $text-muted; }"

    def __init__(self) -> None:
        """Nothing to say yet."""
        super().__init__(markup=False)
        self._said = ""

    def say(self, words: str) -> None:
        """Say this; the screen is laid out anew only where the line comes or goes."""
        if words != self._said:
            self.display = bool(words)
            self._said = words
            self.update(Content(shown_line(words)), layout=False)
