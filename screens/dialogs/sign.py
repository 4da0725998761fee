"""Signing: what will be sealed, what starts when it is, and the case reference typed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Sign(Dialog[str]):
    """Answers the reference as typed; the service compares it."""

    DEFAULT_CSS = """
    Sign > .box { border: round $warning; border-title-color: $text-warning; }
    Sign Input { margin: 1 0; }
    """

    def __init__(self, reference: str, summary: Content) -> None:
        """`reference` is what must be typed; `summary` what is about to be signed."""
        super().__init__()
        self.reference, self.summary = reference, summary

    def compose(self) -> ComposeResult:
        """The summary, the line for the reference, and the keys."""
        with Vertical(classes="box") as frame:
            frame.border_title = Content("Sign the decision")
            yield Static(self.summary, markup=False)
            yield Static(Content.assemble("\nType ", (shown_line(self.reference), "bold"), " and press Enter to sign."))
            yield Input(compact=False)
            yield Static("", classes="wrong", markup=False)
            yield Static(
                Content.styled("Signing is final; a later change is a new decision. Esc cancels.", "$foreground 60%")
            )

    def on_mount(self) -> None:
        """Ready for the reference."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Signs only what was meant."""
        event.stop()
        if event.value.strip().upper() == self.reference:
            self.dismiss(event.value)
        else:
            wrong = self.query_one(".wrong", Static)
            wrong.update("That is not this case's reference. Nothing has been signed.")
            wrong.add_class("-shown")
