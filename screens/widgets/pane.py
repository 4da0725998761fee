"""The pane beside a list: labelled lines about the row under the cursor, wrapped with a hanging indent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sscb_tui.domain.text import shown, shown_line

LABEL = 13
"""Cells for the words on the left."""
GAP = 2
QUIET = "$foreground-muted"
ENOUGH = 120
"""Rows made before anybody scrolls: more than the tallest screen shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line; without a label it takes the whole width. Several values are never broken within one."""

    label: str
    value: Content | tuple[Content, ...]


def plain(label: str, text: str, style: str = "") -> Line:
    """People's words, made safe to look at."""
    return Line(label, Content.styled(shown(text), style))


class Pane(VerticalScroll, can_focus=False):
    """Shows lines; scrolls when they are more than fit."""

    DEFAULT_CSS = """
    Pane {
        padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        border: round $foreground 25%; border-title-color: $text-primary;
        & > Static { height: auto; }
    }
    """

    def __init__(self, id: str | None = None) -> None:
        """Empty until a row is under the cursor."""
        super().__init__(Static(markup=False), id=id)
        self._title = ""
        self._drawn: list[Line] = []
        self._coming: Iterator[Line] = iter(())
        self._wanted, self._high = ENOUGH, 0

    def show_lines(self, title: str, lines: Iterable[Line]) -> None:
        """Show these lines under this title; the same title again is left where it was scrolled to."""
        if title != self._title:
            self._title, self._wanted = title, ENOUGH
            self.scroll_home(animate=False)
        self.border_title = Content(shown_line(title)).markup
        self._drawn, self._coming = [], iter(lines)
        self._draw()

    def on_resize(self) -> None:
        """Wrap again to the new width."""
        self._draw()

    def watch_scroll_y(self, before: float, now: float) -> None:
        """What is far below is made only when somebody scrolls that way."""
        super().watch_scroll_y(before, now)
        if now > before and now + self.size.height > self._high - ENOUGH // 2 and self._high >= self._wanted:
            self._wanted = self._high + ENOUGH
            self._draw()

    def _draw(self) -> None:
        width = max(self.scrollable_content_region.width, LABEL + 10)
        rows = [row for line in self._drawn for row in wrapped(line, width)]
        while len(rows) < self._wanted and (line := next(self._coming, None)) is not None:
            self._drawn.append(line)
            rows += wrapped(line, width)
        self._high = len(rows)
        self.query_one(Static).update(Content("\n").join(rows))


def wrapped(line: Line, width: int) -> list[Content]:
    """The line in rows of at most `width` cells, its value hanging beside the label."""
    if not line.label:
        return _rows(line.value, width)
    first, *others = _rows(line.value, width - LABEL) or [Content("")]
    label = Content.styled(line.label.ljust(LABEL), QUIET)
    return [Content.assemble(label, first), *(Content.assemble(" " * LABEL, row) for row in others)]


def _rows(value: Content | tuple[Content, ...], width: int) -> list[Content]:
    if isinstance(value, Content):
        return value.wrap(width)
    rows: list[list[Content]] = [[]]
    for part in value:
        if rows[-1] and sum(each.cell_length + GAP for each in (*rows[-1], part)) - GAP > width:
            rows.append([])
        rows[-1].append(part)
    return [Content(" " * GAP).join(row) for row in rows]
