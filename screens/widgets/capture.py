"""The capture line: type once, say what sense it has with a letter, Enter writes it into the minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import DescendantBlur, Key
from textual.message import Message
from textual.widgets import Static

from screens.widgets.capture_terms import OWNER, Terms
from screens.widgets.capture_words import NOWHERE, OWNED, Aside, Typed, hint, letter_of, taken
from screens.widgets.form_messages import Edited
from screens.widgets.form_text import LineEditor

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from sscb_tui.domain.owners import Owner

_LINE = ":"


class CaptureLine(LineEditor):
    """The line itself: Enter takes its words off at that very moment, however fast the next ones follow."""

    class Whose(Message):
        """Tab: whose it is, and by when."""

    async def _on_key(self, event: Key) -> None:
        capture = next(each for each in self.ancestors if isinstance(each, Capture))
        if event.key == "enter":
            event.prevent_default().stop()
            capture.take()
        elif event.key == "tab" and letter_of(self.value) in OWNED:
            event.prevent_default().stop()
            self.post_message(self.Whose())
        else:
            await super()._on_key(event)


class Capture(Vertical):
    """One line of text above its hint; Esc leaves the text in place and returns to where one was.

    A line that Enter took stands in `sending` until it is in the minutes; what was refused, or was cut off on its way
    the last time, waits and comes to the line when that is free. Whatever is here is kept as a draft.
    """

    BINDINGS = [
        Binding("escape", "leave", "Leave", show=False, id="capture.leave", tooltip="Leave; the text stays in place"),
    ]

    class Written(Message):
        """A line is ready for the minutes."""

    class Changed(Message):
        """The text changed and wants keeping."""

    class Rested(Message):
        """The focus went elsewhere: what stands here wants keeping now."""

    def __init__(self, home: Callable[[], Widget]) -> None:
        """Nothing is on its way yet; `home` is where Esc goes back to."""
        super().__init__()
        self._home = home
        self.sending: list[Typed] = []
        self._waiting: list[Typed] = []
        self.aside = NOWHERE

    def on_mount(self) -> None:
        """An empty line says how to begin."""
        self.query_one(CaptureLine).placeholder = "press : to write a line of the minutes"

    def compose(self) -> ComposeResult:
        """The prompt, the editor, and below them the hint or whose it is."""
        with Horizontal():
            yield Static(":", classes="prompt", markup=False)
            yield CaptureLine(_LINE, "")
        yield Static(hint(""), classes="hint", markup=False)
        yield Terms()

    def know(self, owners: Sequence[Owner], today: date) -> None:
        """Who may own an action, and from which day days are reckoned."""
        self.query_one(Terms).know(owners, today)

    # What stands on it

    @property
    def text(self) -> str:
        """The words on the line."""
        return self.query_one(CaptureLine).value

    @property
    def typed(self) -> Typed:
        """The line as it stands."""
        owner, due = self.query_one(Terms).values
        corrects = self.aside.line if letter_of(self.text) == "c" else ""
        return Typed(self.text, owner, due, corrects=corrects)

    def kept(self, *, but: Typed | None = None) -> dict[str, object]:
        """What must outlive a power cut: the line, and every other that is not in the minutes yet."""
        others = [each.kept() for each in (*self.sending, *self._waiting) if each is not but]
        line = {} if self.typed.blank else self.typed.kept()
        return line | ({"waiting": others} if others else {})

    def restore(self, kept: Mapping[str, object]) -> None:
        """Put kept lines back; never over something that is being typed."""
        waiting = kept.get("waiting")
        found = [Typed.again(each) for each in waiting if isinstance(each, dict)] if isinstance(waiting, list) else []
        self._waiting += [each for each in (*found, Typed.again(kept)) if not each.blank]
        self._next()

    def _next(self) -> None:
        """Put what waits on the line, once that is free."""
        if self._waiting and self.typed.blank and not self.sending:
            self._put(self._waiting.pop(0))
        self._tell()

    def _put(self, typed: Typed) -> None:
        line = self.query_one(CaptureLine)
        line.value = typed.text
        line.cursor_position = len(typed.text)
        self.query_one(Terms).put(typed.owner, typed.due)
        self.set_class(bool(typed.owner or typed.due), "-terms")
        if typed.corrects:
            self.aside = replace(self.aside, line=typed.corrects, said="the line it was begun on")

    # Writing

    def take(self) -> None:
        """Enter: the line is free for the next words at once, and what was on it is on its way."""
        if self.typed.blank:
            return
        self.sending.append(taken(self.typed, self.aside))
        self._put(Typed())
        self.screen.set_focus(self.query_one(CaptureLine))
        self.post_message(self.Written())

    def sent(self, *, written: bool) -> None:
        """The first of them is in the minutes; or it was refused, and comes back to the line when that is free."""
        line = self.sending.pop(0)
        if not written:
            self._waiting.insert(0, line)
        self._next()

    # Coming and going

    def open(self, aside: Aside) -> None:
        """Go to the line; a correction that was begun stays with the line it was begun on."""
        begun = letter_of(self.text) == "c" and self.aside.line
        self.aside = replace(aside, line=self.aside.line, said=self.aside.said) if begun else aside
        self._tell()
        self.screen.set_focus(self.query_one(CaptureLine))

    def _tell(self) -> None:
        more = len(self._waiting)
        words = hint(self.text, self.aside)
        waits = f"{more} more {'waits' if more == 1 else 'wait'} to be written · " if more else ""
        self.query_one(".hint", Static).update(words if not waits else waits + words)
        if letter_of(self.text) not in OWNED:
            self.remove_class("-terms")

    def action_leave(self) -> None:
        """Back to the answers at once, the text staying where it is: the next key is a command again."""
        self.screen.set_focus(self._home())

    def on_edited(self, event: Edited) -> None:
        """Say what the line will become, and keep it."""
        event.stop()
        if event.path == _LINE:
            self._tell()
        else:
            self.query_one(Terms).tell()
        self.post_message(self.Changed())

    def on_capture_line_whose(self, event: CaptureLine.Whose) -> None:
        """To the owner."""
        event.stop()
        self.add_class("-terms")
        self.screen.set_focus(self.query_one(Terms).line(OWNER))

    def on_terms_done(self, event: Terms.Done) -> None:
        """Enter in the owner or the day."""
        event.stop()
        self.take()

    def on_terms_back(self, event: Terms.Back) -> None:
        """Back to the words."""
        event.stop()
        self.screen.set_focus(self.query_one(CaptureLine))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keep at once when the focus goes elsewhere."""
        self.post_message(self.Rested())
