"""Painting the merged chronology: one scroll view that draws only the lines and lanes on show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.lanes_layout import LanesLayout, Told
from screens.widgets.side_by_side_layout import Window, heading
from sscb_tui.domain.text import shown_line


class LanesCanvas(ScrollView, can_focus=True):
    """Dates down, agencies across, both frozen; knows which cell the cursor is on and paints it."""

    DEFAULT_CSS = """
    LanesCanvas {
        height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .lanes--header { background: $panel; color: $foreground; text-style: bold; }
        & > .lanes--date { color: $foreground; }
        & > .lanes--quiet, & > .lanes--aside { color: $text-muted; text-style: italic; }
        & > .lanes--key { text-style: bold; }
        & > .lanes--differs { color: $text-warning; }
        & > .lanes--gap { color: $text-warning; text-style: italic; }
        & > .lanes--more { color: $text-accent; }
        & > .lanes--stripe { background: $foreground 6%; }
        & > .lanes--bar { color: $panel-lighten-2; }
        & > .lanes--cursor { background: $primary 8%; }
        &:focus > .lanes--cursor { background: $primary 20%; }
        & > .lanes--mark { color: $primary; }
    }
    """
    COMPONENT_CLASSES = {
        "lanes--header",
        "lanes--date",
        "lanes--quiet",
        "lanes--aside",
        "lanes--key",
        "lanes--differs",
        "lanes--gap",
        "lanes--more",
        "lanes--stripe",
        "lanes--bar",
        "lanes--cursor",
        "lanes--mark",
    }

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing to paint yet."""
        super().__init__(id=id)
        self.names: Mapping[str, str] = {}
        self.kept: list[str] = []
        self.row = 0
        self.lane = ""
        """The lane the person chose; the cursor comes back to it where it has a row."""
        self._layout = LanesLayout((), {}, 80, Window())
        self._painted: dict[int, Strip] = {}
        self._looks: dict[str, Style] = {}

    @property
    def here(self) -> str:
        """The lane under the cursor."""
        return self.lane

    def _look(self, name: str) -> Style:
        """How a part looks, asked of the style sheet once; "" is what everything lies on."""
        if name not in self._looks:
            self._looks[name] = self._styled(name)
        return self._looks[name]

    def _styled(self, name: str) -> Style:
        if name in ("", "words"):
            return Style() if name else self.rich_style
        whole = self.get_component_rich_style(f"lanes--{name}")
        if name in ("stripe", "cursor", "header"):
            return Style(bgcolor=whole.bgcolor, bold=whole.bold)
        return Style(color=whole.color, bold=whole.bold, italic=whole.italic)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the frozen heading, or a line of the chronology from the cache."""
        line = y + self.scroll_offset.y - 1 if y else -1
        if line not in self._painted:
            self._painted[line] = self._heading() if line < 0 else self._line(line)
        return self._painted[line]

    def _heading(self) -> Strip:
        look = self._look("") + self._look("header")
        parts = [Segment(set_cell_size(" As stated", self._layout.columns.question), look)]
        for code in self._layout.shown:
            name = f"{'= ' if code in self.kept else ''}{shown_line(self.names.get(code, code))}"
            under = Style(underline=True) if code == self.here else Style()
            named = heading(name, self._layout.columns.words)
            parts += [Segment("│ ", look), Segment(named, look + under), Segment(" ", look)]
        return Strip(parts).adjust_cell_length(self.size.width, look)

    def _line(self, line: int) -> Strip:
        base = self._look("")
        if line >= self._layout.starts[-1]:
            return Strip.blank(self.size.width, base)
        row = self._layout.row_at(line)
        base += self._look("stripe") if row % 2 else Style()
        number = line - self._layout.starts[row]
        parts = [self._date(row, number, base)]
        across = self._layout.across(row)
        if across is not None:
            parts += self._cell(across, number, self._layout.area, here=row == self.row, base=base)
        else:
            parts += self._cells(row, number, base)
        return Strip(parts).adjust_cell_length(self.size.width, base)

    def _date(self, row: int, number: int, base: Style) -> Segment:
        words, look = ("", "words") if self._layout.lines[row].words else self._layout.date(row).line(number)
        style = base + self._look(look)
        if row == self.row and look == "date":
            style += Style(bold=True)
        return Segment(f" {set_cell_size(words, self._layout.columns.question - 2)} ", style)

    def _cells(self, row: int, number: int, base: Style) -> Iterable[Segment]:
        for code in self._layout.shown:
            told = self._layout.account(row, code) or Told(())
            here = row == self.row and code == self.here
            yield from self._cell(told, number, self._layout.columns.words, here=here, base=base)

    def _cell(self, told: Told, number: int, width: int, *, here: bool, base: Style) -> Iterable[Segment]:
        words, name = told.line(number)
        look = base + (self._look("cursor") if here else Style())
        bar = Segment("▌", look + self._look("mark")) if here else Segment("│", base + self._look("bar"))
        return bar, Segment(f" {set_cell_size(words, width)} ", look + self._look(name))

    def _repaint(self) -> None:
        self._painted.clear()
        self.refresh()

    def _repaint_rows(self, *rows: int) -> None:
        for row in rows:
            first, last = self._layout.starts[row], self._layout.starts[row + 1]
            for line in range(first, last):
                self._painted.pop(line, None)
            self.refresh(Region(0, first + 1 - self.scroll_offset.y, self.size.width, last - first))
        self._painted.pop(-1, None)
        self.refresh(Region(0, 0, self.size.width, 1))

    def notify_style_update(self) -> None:
        """Repaint in the new theme's colours."""
        super().notify_style_update()
        self._painted.clear()
        self._looks.clear()
