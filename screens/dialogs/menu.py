"""Everything that can be done here; what is not possible now stands in its place, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.widgets.options import Options
from screens.words import cut
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

QUIET = "$foreground 60%"
LABEL, WIDE = 38, 68
"""Cells for the words of a line, and for these with their reason."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: what it answers, its words, the letter that does it elsewhere, and why not."""

    name: str
    label: str
    letter: str = ""
    why_not: str = ""


class Menu(Dialog[str]):
    """Answers the name of the chosen line; a line that is barred says why and stays."""

    DEFAULT_CSS = """
    Menu > .box { width: 88; max-height: 100%; }
    Menu .why { min-height: 2; }
    Menu OptionList {
        height: auto; max-height: 16; border: none; padding: 0; margin-bottom: 1; background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    """

    def __init__(self, title: str, items: Sequence[Item]) -> None:
        """Lines keep their places, so that hands learn them."""
        super().__init__()
        self._title, self._items = title, tuple(items)

    def compose(self) -> ComposeResult:
        """The lines under what they are about."""
        with Vertical(classes="box") as box:
            box.border_title = Content(shown_line(self._title)).markup
            yield Options(*(Option(_line(item)) for item in self._items))
            yield Static(classes="why hint", markup=False)
            yield Static("Enter or the letter does it · Esc leaves", classes="hint", markup=False)

    def on_key(self, event: events.Key) -> None:
        """The letters that do it without the menu do it here as well."""
        for item in self._items:
            if item.letter and event.character == item.letter:
                event.stop()
                self._choose(item)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What bars the line under the cursor, in full."""
        self._tell(self._items[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do it, or say why not."""
        event.stop()
        self._choose(self._items[event.option_index])

    def _choose(self, item: Item) -> None:
        if not item.why_not:
            self.dismiss(item.name)
            return
        self.query_one(Options).highlighted = self._items.index(item)
        self._tell(item)
        self.app.bell()

    def _tell(self, item: Item) -> None:
        why = self.query_one(".why", Static)
        why.update(Content(shown_line(f"Not now: {item.why_not}" if item.why_not else "")))


def _line(item: Item) -> Content:
    """A barred line is quiet, and begins with a sign; of its reason the part that says what would help."""
    mark = "✗" if item.why_not else " "
    look = QUIET if item.why_not else ""
    label = f"{mark} {item.label}".ljust(LABEL)
    why = cut(shown_line(item.why_not.rpartition("; ")[2]), WIDE - LABEL)
    return Content.assemble((f"{item.letter or ' '} ", "bold"), (label, look), (why, QUIET))
