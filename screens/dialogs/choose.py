"""One of several: people, drafts, states."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.widgets.options import Options
from sscb_tui.domain.text import shown_line


class Choose(Dialog[str]):
    """Answers the key of the chosen line."""

    DEFAULT_CSS = """
    Choose OptionList {
        height: auto; max-height: 16; border: none; padding: 0; margin-bottom: 1; background: $surface;
        &:focus { border: none; }
    }
    """

    def __init__(self, title: str, options: Sequence[tuple[str, str]], hint: str = "Enter chooses, Esc leaves") -> None:
        """Each option is a key and the words people read."""
        super().__init__()
        self._title, self._options, self._hint = title, tuple(options), hint

    def compose(self) -> ComposeResult:
        """The options under their question."""
        with Vertical(classes="box"):
            yield Static(shown_line(self._title), classes="said", markup=False)
            yield Options(*(Option(Content(shown_line(words))) for _, words in self._options))
            yield Static(self._hint, classes="hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the key."""
        event.stop()
        self.dismiss(self._options[event.option_index][0])
