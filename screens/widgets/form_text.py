"""Editors for words: a line, and a page that grows with what is written. Text is kept exactly as typed."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.widgets import Input, TextArea

from screens.widgets.form_messages import Edited
from sscb_tui.domain.text import shown

UNSEEN = "\ufffd"
"""Stands on screen for a character that would draw nothing; what is stored is the character."""


def in_place(text: str) -> str:
    """The text with each invisible character shown as exactly one sign, so that a cursor still finds its place."""
    return text if shown(text) == text else "".join(_sign(each) for each in text)


def _sign(sign: str) -> str:
    visible = shown(sign)
    return visible if len(visible) == 1 else UNSEEN


class LineEditor(Input):
    """One line of text."""

    def __init__(self, path: str, value: str) -> None:
        """`value` may hold anything a draft or a record held."""
        super().__init__(value=value, compact=True, select_on_focus=False)
        self.path = path
        self._told = value

    @property
    def _value(self) -> Text:
        """What is drawn: never a raw control character."""
        return Text(in_place(self.value), no_wrap=True, overflow="ignore", end="")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the form, but not of the value it gave us itself."""
        event.stop()
        if event.value != self._told:
            self._told = event.value
            self.post_message(Edited(self.path, event.value))

    def _on_paste(self, event: events.Paste) -> None:
        """Take every line of a paste, joined by spaces: nothing pasted is dropped in silence."""
        event.prevent_default().stop()
        self.replace(" ".join(event.text.splitlines()), *self.selection)


class PageEditor(TextArea):
    """Several paragraphs, growing from three lines to ten and scrolling from there."""

    def __init__(self, path: str, value: str) -> None:
        """`value` may hold anything a draft or a record held."""
        super().__init__(value, compact=True, highlight_cursor_line=False)
        self.path = path
        self._told = value

    def get_line(self, line_index: int) -> Text:
        """What is drawn: never a raw control character."""
        return Text(in_place(self.document.get_line(line_index)), end="", no_wrap=True)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the form, but not of the value it gave us itself."""
        event.stop()
        if self.text != self._told:
            self._told = self.text
            self.post_message(Edited(self.path, self.text))

    def turned(self, by: int) -> bool:
        """Go a page on or back in the text; False where it ends there."""
        if self.cursor_at_last_line if by > 0 else self.cursor_at_first_line:
            return False
        if by > 0:
            self.action_cursor_page_down()
        else:
            self.action_cursor_page_up()
        return True
