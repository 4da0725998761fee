"""The list of a form's sections: where one is, and how much each still needs, in a sign and a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Progress:
    """One section's state."""

    title: str
    to_do: int
    """Questions that must be answered and are not."""
    wrong: int
    begun: bool

    @property
    def state(self) -> tuple[str, str, str]:
        """Sign, words and style."""
        if self.wrong:
            return "✗", f"{self.wrong} to mend", "$text-error"
        if self.to_do:
            return (
                ("◐" if self.begun else "○"),
                f"{self.to_do} to do",
                "$text-warning" if self.begun else "$foreground-muted",
            )
        return ("✓", "done", "$text-success") if self.begun else ("·", "if any", "$foreground-muted")


class SectionList(Widget):
    """Sections by name; a click goes there, PageUp and PageDown go from one to the next."""

    DEFAULT_CSS = """
    SectionList { width: 26; padding: 1 1; background: $panel 50%; }
    """
    sections: reactive[Sequence[Progress]] = reactive((), layout=True)
    current = reactive(0)

    @dataclass
    class Chosen(Message):
        """A section was pointed at."""

        at: int

    def render(self) -> Content:
        """Two columns: the name, and what it still needs."""
        return Content("\n").join(self._line(at, each) for at, each in enumerate(self.sections))

    def _line(self, at: int, each: Progress) -> Content:
        sign, words, style = each.state
        here = at == self.current
        room = max(6, self.size.width - 3 - len(words))
        name = each.title if len(each.title) <= room else each.title[: room - 1] + "…"
        return Content.assemble(
            (f"{sign} ", style),
            (name.ljust(room + 1), "bold $text-primary" if here else ""),
            (words, style),
        )

    def on_click(self, event: events.Click) -> None:
        """Go to the section pointed at."""
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self.sections):
            self.post_message(self.Chosen(at.y))
