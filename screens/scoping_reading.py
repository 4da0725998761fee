"""Reading the returns: one agency's answer whole."""

from __future__ import annotations

from screens.dialogs.passage import Passage
from screens.scoping_page import ScopingPage
from screens.widgets.side_by_side import SideBySideGrid


class ReadingDeeds(ScopingPage):
    """What reading needs; nothing here changes the record."""

    def on_side_by_side_grid_opened(self, message: SideBySideGrid.Opened) -> None:
        """The whole of one agency's answer."""
        cell = message.cell
        words = "\n\n".join(part for part in (cell.silence, cell.text) if part)
        self.app.push_screen(Passage(f"{message.agency[1]} · {message.question[1]}", words))
