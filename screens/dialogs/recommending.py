"""A form whose words are looked at as they are typed: how strong, what is left out, who is loaded, what went before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from screens.widgets.form_dialog import FormDialog
from screens.widgets.form_field import FieldRow
from screens.widgets.form_messages import Edited
from screens.widgets.form_text import LineEditor, PageEditor
from screens.widgets.wording import Earlier, Wording
from screens.working import begin

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from screens.forms.spec import Entry, Field, Section, Values
    from sscb_tui.services.views import Nearest

ALIKE = (Content.styled("Said before: ↓ goes there, = says that this reiterates it", "italic $foreground 60%"),)
SOON = 0.08
"""Seconds after the last key: soon enough to be of use, and out of the way of whoever types fast."""


@dataclass(frozen=True, slots=True)
class Help:
    """What looks at the words of one field, given the others."""

    under: str
    """The field below which it speaks."""
    words: Callable[[Values], Sequence[Content]]
    """What can be said of the words by themselves."""
    read: Callable[[Values], Awaitable[tuple[Sequence[Content], Sequence[Nearest]] | None]]
    """What the record has to say: loads, and earlier ones alike."""


class WordedForm(FormDialog):
    """A form with a quiet word about its words."""

    DEFAULT_CSS = """
    WordedForm > Vertical { width: 100; }
    """
    BINDINGS = [
        Binding(
            "down",
            "alike",
            "Alike",
            show=False,
            priority=True,
            id="dialog.alike",
            tooltip="From the end of the words to earlier ones alike",
        ),
    ]

    def __init__(
        self,
        section: Section,
        values: Values,
        *,
        help: Help,
        done: str = "keep",
        typed: Values | None = None,
        changed: Callable[[Entry], None] | None = None,
    ) -> None:
        """`help` says what it looks at."""
        super().__init__(section, values, done=done, typed=typed, changed=changed)
        self._help = help
        self._looking: Timer | None = None

    def beneath(self, field: Field) -> ComposeResult:
        """The advice stands under the words it is about."""
        if field.path == self._help.under:
            yield Wording()
            yield Earlier()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Down leaves the words only from their very end, and only where there is something below."""
        if action == "alike":
            words = self.screen.focused
            ended = isinstance(words, PageEditor) and words.path == self._help.under and words.cursor_at_end_of_text
            return ended and any(alike.held for alike in self.query(Earlier))
        return super().check_action(action, parameters)

    def action_alike(self) -> None:
        """To the earlier ones."""
        self.query_one(Earlier).focus()

    def on_mount(self) -> None:
        """Words that were left here are looked at again."""
        super().on_mount()
        self._look()

    @on(Edited)
    def _look_soon(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(SOON, self._look)

    def _look(self) -> None:
        begin(self, partial(self._read, dict(self.values)), group="wording", exclusive=True)

    async def _read(self, values: Entry) -> None:
        told = tuple(self._help.words(values))
        self._show(told)
        if (read := await self._help.read(values)) is not None:
            loads, earlier = read
            self._show((*told, *loads, *(ALIKE if earlier else ())), earlier)

    def _show(self, told: Sequence[Content], earlier: Sequence[Nearest] | None = None) -> None:
        """What was looked up may come when the form has been closed: then it is for nobody."""
        for advice in self.query(Wording):
            advice.tell(told)
        for alike in self.query(Earlier):
            alike.tell(alike.held if earlier is None else earlier)

    @on(Earlier.Linked)
    def _reiterate(self, event: Earlier.Linked) -> None:
        """It says an earlier one again: why did that one not work?"""
        rows = {row.field.path: row for row in self.query(FieldRow)}
        said, why = rows.get("reiterates"), rows.get("why_not_before")
        if said is None or why is None or not isinstance(said.editor, LineEditor):
            return
        said.editor.value = f"R-{event.number}"
        self._take({"reiterates": said.editor.value})
        editor: Widget = why.editor
        self.call_after_refresh(editor.focus)
