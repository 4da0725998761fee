"""Choices in a line: every answer in sight, the arrows move, the chosen one marked by a sign as well as a colour."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from screens.forms.spec import Options, Value
from screens.widgets.form_messages import Edited
from sscb_tui.domain.text import shown_line

GAP = 3
MANY = 9
"""Answers from which letters jump instead of hjkl moving."""


class ChoiceEditor(Widget, can_focus=True):
    """One or several of a few answers."""

    BINDINGS = [
        Binding(
            "right,down",
            "move(1)",
            "Next",
            show=False,
            priority=True,  # done when it is pressed: where the Tab behind it leads may turn on this answer
            id="choice.next",
            tooltip="The next answer",
        ),
        Binding(
            "left,up",
            "move(-1)",
            "Previous",
            show=False,
            priority=True,
            id="choice.previous",
            tooltip="The answer before",
        ),
        Binding("l,j", "move(1)", "Next", show=False, id="choice.next_too", tooltip="The next answer"),
        Binding("h,k", "move(-1)", "Previous", show=False, id="choice.previous_too", tooltip="The answer before"),
        Binding(
            "space",
            "pick",
            "Choose",
            show=False,
            priority=True,
            id="choice.pick",
            tooltip="Choose this answer, or take it back",
        ),
        Binding(
            "delete,backspace",
            "clear",
            "Clear",
            show=False,
            priority=True,
            id="choice.clear",
            tooltip="Take the answer back",
        ),
    ]
    chosen: reactive[frozenset[str]] = reactive(frozenset(), layout=False)
    cursor = reactive(0)

    def __init__(self, path: str, options: Options, chosen: frozenset[str], *, several: bool = False) -> None:
        """`options` are (value, label); `chosen` may hold a value that is no longer offered, which is kept."""
        super().__init__()
        self.path, self.options, self.several = path, options, several
        self.set_reactive(ChoiceEditor.chosen, chosen)
        self.set_reactive(ChoiceEditor.cursor, next((at for at, each in enumerate(options) if each[0] in chosen), 0))

    @property
    def value(self) -> Value:
        """The answer as a form holds it: one value a line, in the order offered."""
        return "\n".join(value for value, _ in self.options if value in self.chosen)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the answers take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Each answer with its sign."""
        lines = self._lines(self.size.width)
        return Content("\n").join(Content(" " * GAP).join(self._option(at) for at in line) for line in lines)

    def _option(self, at: int) -> Content:
        value, label = self.options[at]
        on = value in self.chosen
        sign = ("☑" if on else "☐") if self.several else ("◉" if on else "○")
        style = "bold $text-primary" if on else "$foreground 75%"
        under = " underline" if self.has_focus and at == self.cursor else ""
        return Content.assemble((f"{sign} ", style), (shown_line(label), style + under))

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        used = 0
        for at in range(len(self.options)):
            wide = self._wide(at)
            if lines[-1] and used + GAP + wide > width:
                lines.append([])
                used = 0
            used += wide + (GAP if lines[-1] else 0)
            lines[-1].append(at)
        return lines

    def _wide(self, at: int) -> int:
        return 2 + cell_len(shown_line(self.options[at][1]))

    def on_key(self, event: events.Key) -> None:
        """Among many answers a letter goes to the next that begins with it; where none is chosen yet, to the first."""
        if len(self.options) <= MANY or not (event.character or "").isalnum():
            return
        event.prevent_default().stop()
        first = 0 if not self.several and not self.chosen else 1
        ahead = [(self.cursor + step) % len(self.options) for step in range(first, len(self.options) + first)]
        letter = str(event.character).casefold()
        at = next((at for at in ahead if self.options[at][1].casefold().startswith(letter)), self.cursor)
        self.cursor = at
        if not self.several:
            self._choose(frozenset({self.options[at][0]}))

    def action_move(self, by: int) -> None:
        """Along the answers; where only one can be chosen, moving chooses."""
        if not self.options:
            return
        first = not self.several and not self.chosen
        self.cursor = self.cursor if first else max(0, min(len(self.options) - 1, self.cursor + by))
        if not self.several:
            self._choose(frozenset({self.options[self.cursor][0]}))

    def action_pick(self) -> None:
        """Choose the answer under the cursor; among several, a second time takes it back."""
        if self.options:
            value = frozenset({self.options[self.cursor][0]})
            self._choose(self.chosen ^ value if self.several else value)

    def action_clear(self) -> None:
        """No answer."""
        self._choose(frozenset())

    def on_click(self, event: events.Click) -> None:
        """Choose what was pointed at."""
        lines = self._lines(self.size.width)
        across = 0
        for at in lines[event.y] if event.y < len(lines) else []:
            if across <= event.x < across + self._wide(at):
                self.cursor = at
                self.action_pick()
            across += self._wide(at) + GAP

    def _choose(self, chosen: frozenset[str]) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.post_message(Edited(self.path, self.value))


class TickEditor(ChoiceEditor):
    """Yes or no, where "no" is what an untouched form says."""

    def __init__(self, path: str, value: bool) -> None:
        """`value` is the tick."""
        super().__init__(path, (("yes", "yes"), ("no", "no")), frozenset({"yes" if value else "no"}))

    @property
    def value(self) -> bool:
        """Whether it is ticked."""
        return "yes" in self.chosen

    def action_clear(self) -> None:
        """Back to no."""
        self._choose(frozenset({"no"}))
