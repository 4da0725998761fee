"""A passage to be read whole: an agency's answer, or the reasons why something was refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sscb_tui.domain.errors import Violation


class Passage(Dialog[None]):
    """Words in a frame of their own; reading changes nothing."""

    DEFAULT_CSS = """
    Passage > .box { width: 90; scrollbar-size-vertical: 1; }
    """
    BINDINGS = [
        Binding("enter,q", "leave", "Close", id="passage.close", tooltip="Back to where you were"),
        Binding("j", "scroll(1)", "Down", show=False, id="passage.down", tooltip="A line down"),
        Binding("k", "scroll(-1)", "Up", show=False, id="passage.up", tooltip="A line up"),
    ]

    def __init__(self, heading: str, text: str | Content) -> None:
        """`text` is shown as it is, control characters made visible."""
        super().__init__()
        self.heading = heading
        self.text = Content(shown(text)) if isinstance(text, str) else text

    def compose(self) -> ComposeResult:
        """The frame and the words."""
        with VerticalScroll(classes="box") as frame:
            frame.border_title = Content(shown_line(self.heading))
            frame.border_subtitle = Content("Esc closes")
            yield Static(self.text, markup=False)

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        """A line up or down."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


BRIEF = 60
"""A sentence and its source up to this long share a line."""


def reasons(violations: Iterable[Violation], mark: str = "✗") -> Content:
    """Every reason in a sentence of its own, its source and code after it; brief ones line by line.

    `mark` is ✗ for what refuses, △ for what deserves a second thought.
    """
    told = tuple(violations)
    brief = all(len(each.sentence) + len(each.source) < BRIEF for each in told)
    return Content("\n" if brief else "\n\n").join(_reason(each, "  " if brief else "\n  ", mark) for each in told)


def _reason(violation: Violation, between: str, mark: str) -> Content:
    source = " · ".join(part for part in (violation.code, shown_line(violation.source)) if part)
    style = "$text-error" if mark == "✗" else "$text-warning"
    return Content.assemble((f"{mark} ", style), shown(violation.sentence), (between + source, "$foreground 60%"))
