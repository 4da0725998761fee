"""The Chair's reasons, section by section; every key is kept in the draft, so that leaving loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from screens.decision_form import SPEC
from screens.dialogs.dialog import Dialog
from screens.forms.spec import Entry
from screens.widgets.form import Form

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Reasons(Dialog[None]):
    """A form over the decision; `changed` hears every change with all that stands in the form."""

    DEFAULT_CSS = """
    Reasons > .box { width: 100; height: 90%; padding: 0 1; }
    Reasons Form { height: 1fr; }
    """
    BINDINGS = [
        Binding("ctrl+r", "leave", "Done", id="reasons.done", tooltip="Back to the decision; all is kept"),
    ]

    def __init__(self, values: Entry, changed: Callable[[Entry], None]) -> None:
        """`values` are what has been typed so far."""
        super().__init__()
        self._values, self._changed = values, changed

    def compose(self) -> ComposeResult:
        """The form in its frame."""
        with Vertical(classes="box") as frame:
            frame.border_title = Content("Reasons and record")
            frame.border_subtitle = Content("Ctrl+R or Esc: back, everything kept")
            yield Form(SPEC, self._values, done="Back to the decision")

    def on_form_changed(self) -> None:
        """Kept as it is typed."""
        self._changed(dict(self.query_one(Form).values))

    def on_form_done(self) -> None:
        """Back to the decision."""
        self.action_leave()

    def action_leave(self) -> None:
        """Back to the decision, with the last key as well."""
        form = self.query_one(Form)
        form.gather()
        self._changed(dict(form.values))
        self.dismiss(None)
