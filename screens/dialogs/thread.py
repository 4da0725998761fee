"""The golden thread of one thing: what it came from above, what it led to below, a line for each thing on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.words import cut
from sscb_tui.domain.text import shown, shown_line
from sscb_tui.domain.thread import Address

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sscb_tui.services.views import ThreadBranch, ThreadThing, ThreadView

BACK: Literal["back"] = "back"
"""The answer of somebody who wants to be where they were before."""
QUIET = "$foreground 60%"
NOTHING = "nothing is on record"
MOST = 600
"""Characters of a thing's words shown under the tree; its own place shows them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the tree on a line, or a heading, which is no thing."""

    depth: int
    sign: str
    thing: ThreadThing | None
    note: str


class ThreadDialog(Dialog["Address | Literal['back']"]):
    """Answers the thing to go to, or that one wants to go back."""

    DEFAULT_CSS = """
    ThreadDialog > .box { width: 140; padding: 0 1; }
    ThreadDialog OptionList {
        height: auto; max-height: 50vh; border: none; padding: 0; background: $surface;
        scrollbar-size-vertical: 1; &:focus { border: none; }
    }
    ThreadDialog #whole { height: auto; max-height: 4; margin: 1 0; }
    """
    BINDINGS = [
        Binding("j", "down", "Down", show=False, id="thread.down", tooltip="The next thing"),
        Binding("k", "up", "Up", show=False, id="thread.up", tooltip="The thing above"),
        Binding("backspace", "retrace", "Return", id="thread.back", tooltip="Back to where one was before"),
        Binding("t", "leave", "Close", show=False, id="thread.leave", tooltip="Close the tree"),
    ]

    def __init__(self, view: ThreadView, cursor: Address | None = None, *, back: bool = False) -> None:
        """`cursor` is the thing to begin at; `back` says whether one came along the thread."""
        super().__init__()
        self._view, self._cursor, self._back = view, cursor, back
        self._rows = tuple(_rows(view))

    def compose(self) -> ComposeResult:
        """The tree, the words of what is under its cursor, and the keys."""
        with Vertical(classes="box") as box:
            box.border_title = Content(shown_line(f"Thread · {self._view.reference} · {self._view.pseudonym}"))
            yield OptionList(*(Option("", disabled=row.thing is None) for row in self._rows), markup=False)
            yield Static(id="whole", markup=False)
            back = ", Backspace returns to where you were" if self._back else ""
            yield Static(f"Enter goes there{back}, Esc closes", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin where one was, else at the thing itself."""
        places = {row.thing.at: place for place, row in reversed(tuple(enumerate(self._rows))) if row.thing}
        start = places.get(self._cursor or self._view.thing.at, places[self._view.thing.at])
        self.query_one(OptionList).highlighted = start

    def on_resize(self) -> None:
        """Cut every line to the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        lines = self.query_one(OptionList)
        width = max(20, lines.scrollable_content_region.width - 2)
        for place, row in enumerate(self._rows):
            lines.replace_option_prompt_at_index(place, _line(row).truncate(width, ellipsis=True))
        lines.scroll_to_highlight()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """All the words of the thing under the cursor."""
        event.stop()
        thing = self._rows[event.option_index].thing
        words = thing.words if thing else ""
        self.query_one("#whole", Static).update(Content(shown(cut(words, MOST))))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the thing."""
        event.stop()
        thing = self._rows[event.option_index].thing
        self.dismiss(thing.at if thing else None)

    def action_retrace(self) -> None:
        """Answer that one wants to go back, where one came along the thread."""
        if self._back:
            self.dismiss(BACK)

    def action_down(self) -> None:
        """The next thing."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The thing above."""
        self.query_one(OptionList).action_cursor_up()


def _rows(view: ThreadView) -> Iterator[Row]:
    yield Row(0, "", None, "Came from" if view.came_from else f"Came from: {NOTHING}")
    yield from _hung(view.came_from, 1, "←")
    yield Row(0, "●", view.thing, "")
    yield Row(0, "", None, "Led to" if view.led_to else f"Led to: {NOTHING}")
    yield from _hung(view.led_to, 1, "→")


def _hung(branches: tuple[ThreadBranch, ...], depth: int, sign: str) -> Iterator[Row]:
    for each in branches:
        yield Row(depth, sign, each.thing, f"{each.why}{', shown above' if each.again else ''}")
        yield from _hung(each.branches, depth + 1, sign)


def _line(row: Row) -> Content:
    """A thing by its name, why it hangs there, and the beginning of its words."""
    if row.thing is None:
        return Content.styled(row.note, QUIET)
    note = f"  {row.note}" if row.note else ""
    words = f"  “{shown_line(cut(row.thing.words))}”" if row.thing.words else ""
    name = (f"{row.sign} {shown_line(row.thing.name)}", "bold")
    return Content.assemble("  " * row.depth, name, (shown_line(note), QUIET), words)
