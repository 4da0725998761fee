"""What every dialog shares: a quiet box in the middle, Esc to leave without an answer."""

from __future__ import annotations

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

A = TypeVar("A")


class Dialog(ModalScreen[A | None]):
    """A question over the screen; its answer, or None when it was left."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle; background: $background 60%;
        & > .box {
            width: 72; max-width: 95%; height: auto; max-height: 90%; padding: 1 2;
            background: $surface; border: round $primary; border-title-color: $text-primary;
            border-subtitle-color: $text-muted;
        }
        .said { height: auto; margin-bottom: 1; }
        .hint { height: auto; color: $text-muted; }
        .wrong { height: auto; color: $text-error; display: none; }
        .wrong.-shown { display: block; }
        OptionList > .option-list--option-highlighted { background: $foreground 6%; color: $foreground; }
        OptionList:focus > .option-list--option-highlighted {
            background: $primary 15%; color: $foreground; text-style: bold;
        }
    }
    """
    BINDINGS = [
        Binding("escape", "leave", "Leave", id="question.leave", tooltip="Close without an answer", show=False),
    ]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
