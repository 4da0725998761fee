"""One line of text: a reason, a name, a path."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.text import shown


class Entry(Dialog[str]):
    """Asks for a line and says at once why an answer will not do."""

    DEFAULT_CSS = """
    Entry Input { margin-bottom: 1; }
    """

    def __init__(self, question: str, value: str = "", *, check: Callable[[str], str] | None = None) -> None:
        """`check` answers a sentence where the text will not do, and nothing where it will."""
        super().__init__()
        self._question, self._value, self._check = question, value, check or something

    def compose(self) -> ComposeResult:
        """The question, the line, and room for what is wrong with it."""
        with Vertical(classes="box"):
            yield Static(shown(self._question), classes="said", markup=False)
            yield Input(self._value, compact=True, select_on_focus=False)
            yield Static(classes="wrong", markup=False)
            yield Static("Enter accepts, Esc leaves", classes="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the text, or say why not."""
        event.stop()
        wrong = self._check(event.value)
        note = self.query_one(".wrong", Static)
        note.update(shown(wrong))
        note.set_class(bool(wrong), "-shown")
        if not wrong:
            self.dismiss(event.value)


def something(text: str) -> str:
    """Blank is not an answer."""
    return "" if text.strip() else "Please write something, or leave with Esc."
