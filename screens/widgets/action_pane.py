"""The pane beside the tracker: what an action is for, where it stands and why, and everything said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.widgets import action_words as words
from screens.widgets.pane import Pane

if TYPE_CHECKING:
    from sscb_tui.services.views import ActionRow
    from sscb_tui.services.views.whole import ActionWhole


class ActionPane(Pane):
    """One action whole."""

    def show(self, row: ActionRow, whole: ActionWhole) -> None:
        """Show the action; the longest part, everything said, comes last and only as far as somebody scrolls."""
        carried = ", ".join((row.recommendation, *row.also))
        self.show_lines(f"A-{row.number} · {carried} · {row.pseudonym}", words.whole(row, whole))
