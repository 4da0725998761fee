"""What every grid of agencies shares: rows down, agencies across, a cursor, and only what is on show is drawn."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.side_by_side_layout import Arrangement

GROUNDS = ("stripe", "cursor", "header")
"""Looks that lie under words; the others are looks of the words."""


class AgencyGrid(ScrollView, can_focus=True):
    """Frozen headings above and to the left; a window of agencies that slides; one row and one agency in hand."""

    DEFAULT_CSS = """
    AgencyGrid {
        height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .grid--header { background: $panel; color: $foreground; text-style: bold; }
        & > .grid--stripe { background: $foreground 6%; }
        & > .grid--bar { color: $panel-lighten-2; }
        & > .grid--more { color: $text-accent; }
        & > .grid--cursor { background: $primary 8%; }
        &:focus > .grid--cursor { background: $primary 20%; }
        & > .grid--mark { color: $primary; }
    }
    """
    COMPONENT_CLASSES = {"grid--header", "grid--stripe", "grid--bar", "grid--more", "grid--cursor", "grid--mark"}
    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False, id="grid.up", tooltip="The row above"),
        Binding("down,j", "move(1)", "Down", show=False, id="grid.down", tooltip="The row below"),
        Binding("left,h", "across(-1)", "Left", show=False, id="grid.left", tooltip="The agency to the left"),
        Binding("right,l", "across(1)", "Right", show=False, id="grid.right", tooltip="The agency to the right"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="grid.page_up", tooltip="A screen of rows up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="grid.page_down", tooltip="A screen of rows down"),
        Binding("home", "move(-1000000)", "First", show=False, id="grid.first", tooltip="The first row"),
        Binding("end", "move(1000000)", "Last", show=False, id="grid.last", tooltip="The last row"),
        Binding("right_square_bracket", "slide(1)", "Slide", id="grid.next", tooltip="Slide to the next agencies"),
        Binding("left_square_bracket", "slide(-1)", "Back", show=False, id="grid.back", tooltip="Slide back"),
        Binding("equals_sign", "keep", "Keep", id="grid.keep", tooltip="Keep this agency in place while others slide"),
        Binding("z", "zoom", "Zoom", id="grid.zoom", tooltip="Give this agency the full width, or go back"),
        Binding("enter", "open", "Open", show=False, id="grid.open", tooltip="The whole of what is under the cursor"),
    ]
    CORNER: ClassVar[str] = ""
    """What the frozen column is headed with."""
    _layout: Arrangement

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to paint yet."""
        super().__init__(id=id)
        self.row = 0
        self.zoomed = False
        self._first = 0
        self._painted: dict[int, Strip] = {}
        self._looks: dict[str, Style] = {}

    # What each grid says for itself

    @abstractmethod
    def action_across(self, across: int) -> None:
        """Move to another agency."""

    @abstractmethod
    def action_open(self) -> None:
        """Ask for the whole of what is under the cursor."""

    @abstractmethod
    def _lay_out(self) -> None:
        """Arrange everything in the width there is."""

    @abstractmethod
    def _put(self, row: int, column: int) -> None:
        """Put the cursor where somebody clicked."""

    @abstractmethod
    def _heads(self) -> Iterable[tuple[str, bool]]:
        """The heading of each agency on show, and whether the cursor is under it."""

    @abstractmethod
    def _parts(self, row: int, number: int, base: Style) -> Iterable[Segment]:
        """One line of a row, from its label to its last cell."""

    # Moving

    def action_move(self, down: int) -> None:
        """Move the cursor to another row."""
        if (rows := len(self._layout.starts) - 1) > 0:
            before = self.row
            self.row = max(0, min(self.row + down, rows - 1))
            self._repaint_rows(before, self.row)
            self._reveal()

    def action_page(self, pages: int) -> None:
        """Move the cursor by a screen of rows."""
        if len(self._layout.starts) > 1:
            target = self._layout.starts[self.row] + pages * max(1, self.size.height - 2)
            self.action_move(self._layout.row_at(max(0, min(target, self._layout.starts[-1] - 1))) - self.row)

    def action_zoom(self) -> None:
        """Give the agency under the cursor the full width with its words whole, or go back."""
        self.zoomed = not self.zoomed
        self._lay_out()

    def on_click(self, event: Click) -> None:
        """A click moves the cursor; a second one opens."""
        line = event.y - 1 + self.scroll_offset.y
        column = self._layout.columns.at(event.x)
        if event.y < 1 or column is None or line >= self._layout.starts[-1]:
            return
        self._put(self._layout.row_at(line), column)
        self._repaint()
        if event.chain > 1:
            self.action_open()

    def _reveal(self) -> None:
        """Scroll just enough that the row under the cursor is in sight."""
        if len(self._layout.starts) < 2:
            return
        top, bottom = self._layout.starts[self.row], self._layout.starts[self.row + 1]
        page = max(1, self.size.height - 1)
        if top < self.scroll_offset.y or bottom - top >= page:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + page:
            self.scroll_to(y=bottom - page, animate=False, force=True)

    # Painting

    def _look(self, name: str) -> Style:
        """How a part looks, asked of the style sheet once; "" is what everything lies on, "words" are plain."""
        if name not in self._looks:
            self._looks[name] = self._styled(name)
        return self._looks[name]

    def _styled(self, name: str) -> Style:
        if name in ("", "words"):
            return Style() if name else self.rich_style
        whole = self.get_component_rich_style(f"grid--{name}")
        if name in GROUNDS:
            return Style(bgcolor=whole.bgcolor, bold=whole.bold)
        return Style(color=whole.color, bold=whole.bold, italic=whole.italic)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the frozen heading, or a line of a row from the cache."""
        line = y + self.scroll_offset.y - 1 if y else -1
        if line not in self._painted:
            self._painted[line] = self._heading() if line < 0 else self._line(line)
        return self._painted[line]

    def _heading(self) -> Strip:
        look = self._look("") + self._look("header")
        parts = [Segment(set_cell_size(self.CORNER, self._layout.columns.question), look)]
        for named, here in self._heads():
            under = Style(underline=True) if here else Style()
            parts += [Segment("│ ", look), Segment(named, look + under), Segment(" ", look)]
        return Strip(parts).adjust_cell_length(self.size.width, look)

    def _line(self, line: int) -> Strip:
        base = self._look("")
        if line >= self._layout.starts[-1]:
            return Strip.blank(self.size.width, base)
        row = self._layout.row_at(line)
        base += self._look("stripe") if row % 2 else Style()
        return Strip(self._parts(row, line - self._layout.starts[row], base)).adjust_cell_length(self.size.width, base)

    def _bar(self, look: Style, base: Style, *, here: bool) -> Segment:
        """What stands before a cell; a mark where the cursor is."""
        return Segment("▌", look + self._look("mark")) if here else Segment("│", base + self._look("bar"))

    def _repaint(self) -> None:
        self._painted.clear()
        self.refresh()

    def _repaint_rows(self, *rows: int) -> None:
        for row in rows:
            first, last = self._layout.starts[row], self._layout.starts[row + 1]
            for line in range(first, last):
                self._painted.pop(line, None)
            self.refresh(Region(0, first + 1 - self.scroll_offset.y, self.size.width, last - first))

    def notify_style_update(self) -> None:
        """Repaint in the new theme's colours."""
        super().notify_style_update()
        self._painted.clear()
        self._looks.clear()
