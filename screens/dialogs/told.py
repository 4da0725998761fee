"""Something to read and close: a receipt, a list of problems, a return as it came."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.text import shown, shown_line


class Told(Dialog[None]):
    """A text that scrolls; Esc or Enter closes it."""

    DEFAULT_CSS = """
    Told > .box { width: 92%; max-width: 110; }
    Told VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    Told VerticalScroll Static { height: auto; }
    Told .hint { dock: bottom; }
    """
    BINDINGS = [Binding("enter,q", "leave", "Close", show=False, id="told.close", tooltip="Close")]

    def __init__(self, title: str, text: Content | str) -> None:
        """A plain text is shown with its control characters visible, and never as markup."""
        super().__init__()
        self._title = title
        self._text = Content(shown(text)) if isinstance(text, str) else text

    def compose(self) -> ComposeResult:
        """The text under its title."""
        with Vertical(classes="box") as box:
            box.border_title = Content(shown_line(self._title)).markup
            box.border_subtitle = "Esc closes"
            with VerticalScroll():
                yield Static(self._text)

    def on_resize(self) -> None:
        """A long text scrolls inside the box."""
        self.query_one(VerticalScroll).styles.max_height = max(4, int(self.size.height * 0.9) - 4)

    def on_mount(self) -> None:
        """Ready to scroll."""
        self.query_one(VerticalScroll).focus()
