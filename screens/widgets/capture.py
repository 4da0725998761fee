"""The capture line: type once, say what sense it has with a letter, Enter writes it into the minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, Key
from textual.message import Message
from textual.widgets import Static

from screens.widgets.form_messages import Edited
from screens.widgets.form_text import LineEditor

if TYPE_CHECKING:
    from textual.app import ComposeResult

SENSES = {
    "f": ("fact", "agreed by the meeting"),
    "a": ("action", "who does what by when"),
    "d": ("discrepancy", "who says what, and who will check"),
    "x": ("dissent", "in the agency's own words"),
    "q": ("quote", "exactly as said"),
    "p": ("park", "outside the scope of today"),
    "c": ("correction", "what should stand instead"),
    "n": ("note", "anything else"),
}
BRIEF = {"d": "differ", "c": "correct"}
"""Shorter names, so that all letters fit beside a narrow room."""
_PREFIX = re.compile(r":?(?P<letter>[a-z])\s")
_LINE = ":"


def marked(text: str) -> str:
    """The line as the minutes take it: the colon that opened the line belongs to a letter typed first."""
    found = _PREFIX.match(text)
    return f":{text}" if found and found["letter"] in SENSES and not text.startswith(":") else text


def hint(text: str) -> Content:
    """What the line will become as it stands, or the letters there are."""
    found = _PREFIX.match(text)
    if found and found["letter"] in SENSES:
        name, help_words = SENSES[found["letter"]]
        return Content.assemble((name.upper(), "bold $text-accent"), f" · {help_words} · Enter writes")
    if text:
        return Content.assemble(("NOTE", "bold"), " · Enter writes · Esc leaves it here")
    return Content("  ").join(
        Content.assemble((letter, "bold $text-accent"), f" {BRIEF.get(letter, name)}")
        for letter, (name, _) in SENSES.items()
    )


class CaptureLine(LineEditor):
    """The line itself: Enter takes its words off at that very moment, however fast the next ones follow."""

    @dataclass
    class Taken(Message):
        """A whole line was typed."""

        text: str

    async def _on_key(self, event: Key) -> None:
        if event.key != "enter":
            await super()._on_key(event)
            return
        event.prevent_default().stop()
        if self.value.strip():
            self.post_message(self.Taken(self.value))
            self.value = ""


class Capture(Vertical):
    """One line of text above its hint; Esc leaves the text in place and returns to where one was."""

    BINDINGS = [
        Binding("escape", "leave", "Leave", show=False, id="capture.leave", tooltip="Leave; the text stays in place"),
    ]

    @dataclass
    class Written(Message):
        """A line is ready for the minutes."""

        text: str

    class Typed(Message):
        """The text changed and wants keeping."""

    class Rested(Message):
        """The focus went elsewhere: what stands here wants keeping now."""

    class Left(Message):
        """The person is done with the line for now; the text stays."""

    def __init__(self) -> None:
        """Nothing is on its way yet."""
        super().__init__()
        self._sending: list[str] = []

    def on_mount(self) -> None:
        """An empty line says how to begin."""
        self.query_one(CaptureLine).placeholder = "press : to write a line of the minutes"

    def compose(self) -> ComposeResult:
        """The prompt, the editor and the hint."""
        with Horizontal():
            yield Static(":", classes="prompt", markup=False)
            yield CaptureLine(_LINE, "")
        yield Static(hint(""), classes="hint")

    @property
    def text(self) -> str:
        """What stands on the line."""
        return self.query_one(CaptureLine).value

    def put(self, text: str) -> None:
        """Put kept text back; never over something that is being typed."""
        if not self.text and text:
            self.query_one(CaptureLine).value = text

    @property
    def kept(self) -> str:
        """What must outlive a power cut: the line, and before it what is on its way into the minutes."""
        return " ".join(part for part in (*self._sending, self.text) if part)

    def sent(self, *, written: bool) -> None:
        """The first of them is in the minutes; or it was refused and stands on the line again, before newer words."""
        text = self._sending.pop(0)
        if not written:
            line = self.query_one(CaptureLine)
            line.value = " ".join(part for part in (text, line.value) if part)

    def open(self) -> None:
        """Go to the line."""
        self.query_one(CaptureLine).focus()

    def action_leave(self) -> None:
        """Back to the answers, the text staying where it is."""
        self.post_message(self.Left())

    def on_edited(self, event: Edited) -> None:
        """Say what the line will become, and keep it."""
        event.stop()
        self.query_one(".hint", Static).update(hint(str(event.value)))
        self.post_message(self.Typed())

    def on_capture_line_taken(self, event: CaptureLine.Taken) -> None:
        """Enter writes; the line is free for the next words meanwhile."""
        event.stop()
        self._sending.append(event.text)
        self.post_message(self.Written(marked(event.text)))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keep at once when the focus goes elsewhere."""
        self.post_message(self.Rested())
