"""Under the words of a recommendation: what they are like, and earlier ones like them. Advice, and never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.widgets.options import Options
from screens.words import cut
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscb_tui.services.views import Nearest

QUIET = "$foreground 60%"
LONG = 64
"""Signs shown of an earlier recommendation."""


class Wording(Static):
    """A few quiet lines; nothing where nothing is to be said."""

    DEFAULT_CSS = """
    Wording { height: auto; margin: 0 0 1 1; display: none; }
    Wording.-shown { display: block; }
    """

    def tell(self, lines: Sequence[Content]) -> None:
        """Say these, or nothing."""
        self.update(Content("\n").join(lines))
        self.set_class(bool(lines), "-shown")


class Earlier(Options):
    """Earlier recommendations like this one, and what became of them; `=` links the one under the cursor."""

    DEFAULT_CSS = """
    Earlier {
        height: auto; max-height: 6; margin: 0 0 1 1; padding: 0; border: none; background: transparent;
        display: none; scrollbar-size-vertical: 1;
        &.-shown { display: block; }
        &:focus { border: none; }
        & > .option-list--option-highlighted { background: transparent; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary 15%; text-style: bold; }
    }
    """
    BINDINGS = [
        Binding("equals_sign", "link", "Again", key_display="=", id="earlier.link", tooltip="It says this one again"),
    ]

    @dataclass
    class Linked(Message):
        """The recommendation being written says this one again."""

        number: int

    def __init__(self) -> None:
        """Nothing alike yet."""
        super().__init__()
        self.held: tuple[Nearest, ...] = ()

    def tell(self, held: Sequence[Nearest]) -> None:
        """Show these; the cursor stays on its line where that is still there."""
        if tuple(held) == self.held:
            return
        before = self._here
        self.held = tuple(held)
        self.clear_options()
        self.add_options([Option(_line(each)) for each in held])
        numbers = [each.number for each in held]
        self.highlighted = numbers.index(before) if before in numbers else (0 if held else None)
        self.set_class(bool(held), "-shown")

    @property
    def _here(self) -> int | None:
        at = self.highlighted
        return self.held[at].number if at is not None and at < len(self.held) else None

    def action_link(self) -> None:
        """Say which one is said again."""
        if (number := self._here) is not None:
            self.post_message(self.Linked(number))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter links as well."""
        event.stop()
        self.action_link()


def _line(each: Nearest) -> Content:
    """What became of it, then its words."""
    words = cut(" ".join(shown_line(each.text).split()), LONG)
    head = Content.assemble((f"R-{each.number} {shown_line(each.pseudonym)}", "bold"), f" → {each.standing}")
    return Content.assemble(head, (f"\n  {words}", QUIET))
