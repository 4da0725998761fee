"""The pane of the Review screen: the line under the cursor in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.pane import LABEL, QUIET, Line, Pane, plain
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from sscb_tui.services.views.reviews import ReviewItem

_WARNS = ("In the way", "To mend", "Think of")


class ReviewPane(Pane):
    """Heading and words, short ones side by side."""

    def show(self, item: ReviewItem | None) -> None:
        """Everything the line says."""
        if item is None:
            self.show_lines("", ())
            return
        self.show_lines(item.label, [line for label, words in item.words for line in _lines(label, words)])


def _lines(label: str, words: str) -> tuple[Line, ...]:
    style = "$text-warning" if label in _WARNS else ""
    if len(label) < LABEL and "\n" not in words:
        return (plain(label, words, style),)
    head = Line("", Content.styled(shown_line(label), QUIET))
    return (head, *(Line("", Content.styled(shown(each), style)) for each in words.split("\n")))
