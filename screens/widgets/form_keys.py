"""Keys that leave a field, which has then taken all that was typed into it: which fields are asked may turn on that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from screens.widgets.form_choice import ChoiceEditor
from screens.widgets.form_field import FieldRow
from screens.widgets.form_messages import Edited
from screens.widgets.form_text import LineEditor

if TYPE_CHECKING:
    from screens.forms.spec import Entry


class FieldKeys(Widget):
    """Whatever holds fields: a form, or a dialog with a few of them."""

    BINDINGS = [
        Binding("tab", "step(1)", "Next", show=False, priority=True, id="field.next", tooltip="To the next field"),
        Binding(
            "shift+tab", "step(-1)", "Before", show=False, priority=True, id="field.back", tooltip="To the field before"
        ),
        Binding("enter", "onward", "Next", show=False, priority=True, id="field.onward", tooltip="On, from a line"),
    ]
    values: Entry
    """The answers so far."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes on from a line and from answers to choose from; elsewhere it is a letter, or opens something."""
        if action == "onward":
            return isinstance(self.screen.focused, LineEditor | ChoiceEditor)
        return super().check_action(action, parameters)

    async def action_step(self, by: int) -> None:
        """To the next field, or the one before."""
        self.gather()
        rows = [row for row in self.query(FieldRow) if row.display]
        here = next((at for at, row in enumerate(rows) if row.has_focus_within), None)
        if here is not None and 0 <= here + by < len(rows):
            self.screen.set_focus(rows[here + by].editor)  # a field that is asked from now on is not in Tab's order yet
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    async def action_onward(self) -> None:
        """To the next field."""
        await self.action_step(1)

    def heard(self, event: Edited) -> None:
        """An answer has changed."""
        event.stop()
        for row in self.query(FieldRow):
            if row.field.path == event.path:
                row.told = event.value
        self._take({event.path: event.value})

    def gather(self) -> None:
        """Take what stands in the fields, even where the message that says so is still on its way."""
        self._take({row.field.path: row.value for row in self.query(FieldRow) if row.untold})

    def _take(self, answers: Entry) -> None:
        """Hold these answers, and show the fields that are asked now."""
        self.values.update(answers)
        for row in self.query(FieldRow):
            row.display = row.field.asked(self.values)
