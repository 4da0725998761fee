"""Something went wrong that nobody foresaw: what it was, where it is written down, and that the work is safe."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from screens.dialogs.dialog import Dialog


class Failure(Dialog[None]):
    """Shown once by the App's error net; the program goes on behind it."""

    DEFAULT_CSS = """
    Failure > .box { border: round $error; }
    """
    BINDINGS = [
        Binding("enter", "leave", "Go on", id="failure.go_on", tooltip="Close this and go on"),
        Binding("c", "copy", "Copy path", id="failure.copy", tooltip="Copy the log's path to the clipboard"),
    ]

    def __init__(self, kind: str, log: str) -> None:
        """`kind` is the error's class, `log` the file that holds its trace; neither holds words from a case."""
        super().__init__()
        self._kind, self._log = kind, log

    def compose(self) -> ComposeResult:
        """Plain words first, the path for whoever mends it second."""
        with Vertical(classes="box") as box:
            box.border_title = "Something went wrong"
            yield Static(
                "This step could not be finished. What was saved before it is safe, and drafts are kept.",
                classes="said",
                markup=False,
            )
            yield Static(f"{self._kind}\n{self._log or 'No log could be written.'}", classes="said", markup=False)
            yield Static("Enter  go on      c  copy the log's path      Ctrl+Q  quit", classes="hint", markup=False)

    def action_copy(self) -> None:
        """Put the path on the clipboard."""
        self.app.copy_to_clipboard(self._log)
        self.notify(f"Sent to the clipboard: {self._log}", markup=False)
