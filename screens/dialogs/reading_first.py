"""The record before it is signed: what stands in the way, what deserves a second thought, then the paper itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from screens.dialogs.dialog import Dialog
from screens.dialogs.passage import reasons
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from sscb_tui.domain.errors import Violation


class ReadingFirst(Dialog[None]):
    """Reading changes nothing and signs nothing."""

    DEFAULT_CSS = """
    ReadingFirst > .box { width: 110; height: auto; padding: 0 2; scrollbar-size-vertical: 1; }
    ReadingFirst Static { height: auto; margin: 1 0; }
    ReadingFirst Markdown { padding: 0; margin: 0; }
    """
    BINDINGS = [
        Binding("enter,q", "leave", "Close", id="reading.close", tooltip="Back to the decision"),
        Binding("j", "scroll(1)", "Down", show=False, id="reading.down", tooltip="A line down"),
        Binding("k", "scroll(-1)", "Up", show=False, id="reading.up", tooltip="A line up"),
        Binding("space", "page", "Page", show=False, id="reading.page", tooltip="A page down"),
    ]

    def __init__(self, barred: Iterable[Violation], warned: Iterable[Violation], paper: str) -> None:
        """`paper` is empty while too much is missing to print it."""
        super().__init__()
        self._barred, self._warned, self._paper = tuple(barred), tuple(warned), paper

    def compose(self) -> ComposeResult:
        """Reasons, then the paper as it would print."""
        with VerticalScroll(classes="box") as frame:
            frame.border_title = Content(self._heading)
            frame.border_subtitle = Content("Esc closes; nothing is signed here")
            yield Static(self._said())
            if self._paper:
                yield Markdown(shown(self._paper), open_links=False)

    @property
    def _heading(self) -> str:
        if not self._barred:
            return "Ready to sign · as it will print"
        return "Not ready to sign · as it would print" if self._paper else "Not ready to sign"

    def _said(self) -> Content:
        """What stands in the way, and what does not but deserves a second thought."""
        parts = []
        if self._barred:
            parts += [Content.styled("In the way", "bold $text-error"), reasons(self._barred)]
        else:
            parts.append(Content.styled("✓ Nothing stands in the way. g signs.", "bold $text-success"))
        if self._warned:
            parts += [Content.styled("Worth a second thought", "bold $text-warning"), reasons(self._warned, "△")]
        return Content("\n\n").join(parts)

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        """A line up or down."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self) -> None:
        """A page down."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=max(1, box.size.height - 2), animate=False)
