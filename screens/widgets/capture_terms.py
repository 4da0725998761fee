"""Whose an action is and by when: the second row of the capture line, reached by Tab and completed by Tab."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.widgets.form_text import LineEditor
from screens.words import day as said_day
from sscb_tui.domain.due import ALLOWED, due_day
from sscb_tui.domain.owners import Owner, matching, named
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

OWNER, DUE = "owner", "due"


class TermLine(LineEditor):
    """An owner or a day; Enter takes the whole line, wherever in it the cursor stands."""

    class Entered(Message):
        """Enter was pressed here."""

    class Tabbed(Message):
        """Tab was pressed here."""

    class Cycled(Message):
        """An arrow asks for the next who may be meant."""

        def __init__(self, by: int) -> None:
            """`by` is 1 for the next, -1 for the one before."""
            super().__init__()
            self.by = by

    async def _on_key(self, event: Key) -> None:
        told: dict[str, Message] = {
            "enter": self.Entered(),
            "tab": self.Tabbed(),
            "down": self.Cycled(1),
            "up": self.Cycled(-1),
        }
        if event.key not in told:
            await super()._on_key(event)
            return
        event.prevent_default().stop()
        self.post_message(told[event.key])


class Terms(Horizontal):
    """Owner and day, and what was understood of them."""

    class Done(Message):
        """Enter writes the line."""

    class Back(Message):
        """Tab after the day: to the words again."""

    def __init__(self) -> None:
        """Nobody is known before the screen says who is in the room."""
        super().__init__(classes="terms")
        self._owners: Sequence[Owner] = ()
        self._today = date.min
        self._stem = ""

    def compose(self) -> ComposeResult:
        """Two short lines and the words beside them."""
        yield Static("owner", classes="label", markup=False)
        yield TermLine(OWNER, "")
        yield Static("by", classes="label", markup=False)
        yield TermLine(DUE, "")
        yield Static(classes="told", markup=False)

    def know(self, owners: Sequence[Owner], today: date) -> None:
        """Who may be named, and from which day days are reckoned."""
        self._owners, self._today = owners, today

    def line(self, path: str) -> TermLine:
        """The line of one of the two."""
        return next(each for each in self.query(TermLine) if each.path == path)

    @property
    def values(self) -> tuple[str, str]:
        """Owner and day as typed."""
        return self.line(OWNER).value, self.line(DUE).value

    def put(self, owner: str, due: str) -> None:
        """Put kept words back, or clear them; the next letters go behind them."""
        for path, words in ((OWNER, owner), (DUE, due)):
            self.line(path).value = words
            self.line(path).cursor_position = len(words)

    def tell(self) -> None:
        """Say what is understood of the line in hand."""
        in_due = self.line(DUE).has_focus
        words = self._told_day(self.line(DUE).value) if in_due else self._told_owner(self.line(OWNER).value)
        self.query_one(".told", Static).update(words)

    def _told_owner(self, typed: str) -> Content:
        found = matching(typed, self._owners)
        if typed.strip() and not found:
            return Content.styled("nobody here goes by that", "$text-warning")
        if typed.strip() and (one := named(typed, self._owners)) is not None and one.words == typed:
            return Content.styled("✓ Tab: by when", "$text-success")
        return Content(shown_line("Tab: " + " · ".join(each.words for each in found[:4])))

    def _told_day(self, typed: str) -> Content:
        if not typed.strip():
            return Content(ALLOWED)
        if (meant := due_day(typed, self._today)) is None:
            return Content.styled(f"no day in that: {ALLOWED}", "$text-warning")
        words = f"{meant:%a} {said_day(meant)}"
        if meant < self._today:
            return Content.styled(f"{words} has passed", "$text-warning")
        return Content.styled(f"✓ {words}", "$text-success")

    def on_term_line_tabbed(self, event: TermLine.Tabbed) -> None:
        """Complete the owner and go on to the day; once that is written, back to the words.

        Who nobody goes by stays in hand; so does a day not yet written, so that a Tab too many leads nowhere else.
        """
        event.stop()
        due, owner = self.line(DUE), self.line(OWNER)
        if due.has_focus:
            if due.value.strip():
                self.post_message(self.Back())
            return
        found = matching(owner.value, self._owners)
        if owner.value.strip() and found:
            self._complete(found[0])
        if found or not owner.value.strip():
            self.screen.set_focus(due)
        self.tell()

    def on_term_line_cycled(self, event: TermLine.Cycled) -> None:
        """The next of those the typed letters may mean."""
        event.stop()
        owner = self.line(OWNER)
        if not owner.has_focus:
            return
        if owner.value not in {each.words for each in self._owners}:
            self._stem = owner.value
        found = matching(self._stem, self._owners)
        words = [each.words for each in found]
        if found:
            at = words.index(owner.value) + event.by if owner.value in words else 0
            self._complete(found[at % len(found)])
        self.tell()

    def _complete(self, owner: Owner) -> None:
        line = self.line(OWNER)
        line.value = owner.words
        line.cursor_position = len(owner.words)

    def on_term_line_entered(self, event: TermLine.Entered) -> None:
        """The line is whole."""
        event.stop()
        self.post_message(self.Done())

    def on_descendant_focus(self) -> None:
        """Say what belongs into the line that was come to."""
        self.tell()
