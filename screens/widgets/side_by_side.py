"""Every agency's answer beside every other's: one scroll view that draws only the lines and columns on show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.widgets.side_by_side_layout import EMPTY, Layout, Window, Wrapped, heading
from sscb_tui.domain.text import shown
from sscb_tui.services.views import CellView, SideBySide


class SideBySideGrid(ScrollView, can_focus=True):
    """Questions down, agencies across, both headings frozen; a cell cursor reads, keeps, zooms and opens."""

    DEFAULT_CSS = """
    SideBySideGrid {
        height: 1fr; overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .side-by-side--header { background: $panel; color: $foreground; text-style: bold; }
        & > .side-by-side--question { color: $text-muted; }
        & > .side-by-side--stripe { background: $boost; }
        & > .side-by-side--bar { color: $panel-lighten-2; }
        & > .side-by-side--silence { color: $text-muted; text-style: italic; }
        & > .side-by-side--more { color: $text-accent; }
        & > .side-by-side--cursor { background: $primary 15%; }
        &:focus > .side-by-side--cursor { background: $primary 35%; }
        & > .side-by-side--mark { color: $primary; }
    }
    """
    COMPONENT_CLASSES = {
        "side-by-side--header",
        "side-by-side--question",
        "side-by-side--stripe",
        "side-by-side--bar",
        "side-by-side--silence",
        "side-by-side--more",
        "side-by-side--cursor",
        "side-by-side--mark",
    }
    HELP = "Rows are questions, columns are agencies. A dim word with a sign says why a cell has no answer."
    BINDINGS = [
        Binding("up,k", "move(-1, 0)", "Up", show=False, id="side.up", tooltip="The question above"),
        Binding("down,j", "move(1, 0)", "Down", show=False, id="side.down", tooltip="The question below"),
        Binding("left,h", "move(0, -1)", "Left", show=False, id="side.left", tooltip="The agency to the left"),
        Binding("right,l", "move(0, 1)", "Right", show=False, id="side.right", tooltip="The agency to the right"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="side.page_up", tooltip="A screen of questions up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="side.page_down", tooltip="A screen down"),
        Binding("home", "move(-10000, 0)", "First", show=False, id="side.first", tooltip="The first question"),
        Binding("end", "move(10000, 0)", "Last", show=False, id="side.last", tooltip="The last question"),
        Binding("right_square_bracket", "slide(1)", "Slide", id="side.next", tooltip="Slide to the next agencies"),
        Binding("left_square_bracket", "slide(-1)", "Back", show=False, id="side.back", tooltip="Slide back"),
        Binding("equals_sign", "keep", "Keep", id="side.keep", tooltip="Keep this agency in place while others slide"),
        Binding("z", "zoom", "Zoom", id="side.zoom", tooltip="Give this agency the full width, or go back"),
        Binding("enter", "open", "Open", show=False, id="side.open", tooltip="The whole text of this answer"),
    ]

    @dataclass
    class Opened(Message):
        """A cell was opened, to be read whole."""

        question: tuple[str, str]
        agency: tuple[str, str]
        cell: CellView

    def __init__(self, *, id: str | None = None) -> None:
        """Empty until `show` is given a view."""
        super().__init__(id=id)
        self.view = EMPTY
        self.row = 0
        self.column = 0
        self.zoomed = False
        self.kept: list[int] = []
        self._first = 0
        self._wrapped: dict[tuple[int, ...], Wrapped] = {}
        self._layout = Layout(EMPTY, 80, Window(), self._wrapped)
        self._lines: dict[int, Strip] = {}

    def show(self, view: SideBySide) -> None:
        """Show these answers; the cursor and kept agencies stay where they were."""
        if view == self.view:
            return
        codes = [code for code, _ in view.agencies]
        kept = [self.view.agencies[column][0] for column in self.kept]
        current = self.current()
        self.kept = [codes.index(code) for code in kept if code in codes]
        self.view = view
        self._wrapped.clear()
        self.row = max(0, min(_place(view.questions, current and current[0], self.row), len(view.questions) - 1))
        self.column = max(0, min(_place(view.agencies, current and current[1], self.column), len(codes) - 1))
        self._lay_out()

    def current(self) -> tuple[tuple[str, str], tuple[str, str], CellView] | None:
        """Question, agency and cell under the cursor; None while nothing was asked."""
        if not self.view.questions or not self.view.agencies:
            return None
        return self.view.questions[self.row], self.view.agencies[self.column], self.view.cells[self.row][self.column]

    # Layout

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        window = Window(self._first, tuple(self.kept), self.column if self.zoomed else None)
        self._layout = Layout(self.view, width, window, self._wrapped)
        self._first = self._layout.first
        self._repaint()
        self.virtual_size = Size(width, self._layout.starts[-1] + 1)
        self._reveal()

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

    def _repaint(self) -> None:
        self._lines.clear()
        self.border_title = Content(self._title())
        self.refresh()

    def _title(self) -> str:
        total = len(self.view.agencies)
        if not total:
            return "Side by side · nobody has been asked"
        window = [column for column in self._layout.columns.shown if column not in self.kept] or list(
            self._layout.columns.shown
        )
        span = f"{window[0] + 1}" if len(window) == 1 else f"{window[0] + 1}-{window[-1] + 1}"
        kept = f" · {len(self.kept)} kept" if self.kept else ""
        return f"Side by side · {'agency' if len(window) == 1 else 'agencies'} {span} of {total}{kept}"

    # Painting

    def _look(self, name: str) -> Style:
        whole = self.get_component_rich_style(f"side-by-side--{name}")
        if name in ("stripe", "cursor", "header"):
            return Style(bgcolor=whole.bgcolor, bold=whole.bold)
        return Style(color=whole.color, bold=whole.bold, italic=whole.italic)

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the frozen heading, or a line of answers from the cache."""
        line = y + self.scroll_offset.y - 1 if y else -1
        if line not in self._lines:
            self._lines[line] = self._heading() if line < 0 else self._answer_line(line)
        return self._lines[line]

    def _heading(self) -> Strip:
        look = self.rich_style + self._look("header")
        parts = [Segment(set_cell_size(" Question", self._layout.columns.question), look)]
        for column in self._layout.columns.shown:
            mark = "= " if column in self.kept else ""
            name = f"{mark}{shown(self.view.agencies[column][1])}"
            under = Style(underline=True) if column == self.column else Style()
            named = heading(name, self._layout.columns.words)
            parts += [Segment("│ ", look), Segment(named, look + under), Segment(" ", look)]
        return Strip(parts).adjust_cell_length(self.size.width, look)

    def _answer_line(self, line: int) -> Strip:
        base = self.rich_style
        if line >= self._layout.starts[-1]:
            return Strip.blank(self.size.width, base)
        row = self._layout.row_at(line)
        base += self._look("stripe") if row % 2 else Style()
        number = line - self._layout.starts[row]
        parts = [self._question_part(row, number, base)]
        for column in self._layout.columns.shown:
            parts += self._cell_parts(row, column, number, base)
        return Strip(parts).adjust_cell_length(self.size.width, base)

    def _question_part(self, row: int, number: int, base: Style) -> Segment:
        words = self._layout.label(row).line(number, self._layout.columns.question - 2)
        here = Style(bold=True) if row == self.row else self._look("question")
        return Segment(f" {words} ", base + here)

    def _cell_parts(self, row: int, column: int, number: int, base: Style) -> Iterable[Segment]:
        here = (row, column) == (self.row, self.column)
        cell = self._layout.cell(row, column)
        look = base + (self._look("cursor") if here else Style())
        words = look + (self._look("silence") if cell.silence else Style())
        if cell.more and number == len(cell.lines) - 1:
            words += self._look("more")
        bar = Segment("▌", look + self._look("mark")) if here else Segment("│", base + self._look("bar"))
        return (
            bar,
            Segment(" ", look),
            Segment(cell.line(number, self._layout.columns.words), words),
            Segment(" ", look),
        )

    # Moving

    def action_move(self, down: int, across: int) -> None:
        """Move the cursor; the window slides when the cursor leaves it."""
        if self.current() is None:
            return
        before = self.row
        self.row = max(0, min(self.row + down, len(self.view.questions) - 1))
        if across:
            self._move_across(across)
        else:
            self._refresh_rows(before, self.row)
            self._reveal()

    def _move_across(self, across: int) -> None:
        order = [*self.kept, *(c for c in range(len(self.view.agencies)) if c not in self.kept)]
        place = max(0, min(order.index(self.column) + across, len(order) - 1))
        self.column = order[place]
        if self.column not in self._layout.columns.shown and not self.zoomed:
            window = place - len(self.kept)
            width = max(1, len(self._layout.columns.shown) - len(self.kept))
            self._first = window if across < 0 else window - width + 1
        self._lay_out()

    def _refresh_rows(self, *rows: int) -> None:
        for row in rows:
            first, last = self._layout.starts[row], self._layout.starts[row + 1]
            for line in range(first, last):
                self._lines.pop(line, None)
            self.refresh(Region(0, first + 1 - self.scroll_offset.y, self.size.width, last - first))

    def action_page(self, pages: int) -> None:
        """Move the cursor by a screen of questions."""
        target = self._layout.starts[self.row] + pages * max(1, self.size.height - 2)
        self.action_move(self._layout.row_at(max(0, min(target, self._layout.starts[-1] - 1))) - self.row, 0)

    def action_slide(self, windows: int) -> None:
        """Slide the window of agencies by one; the cursor stays at its place in the window."""
        place = self._layout.columns.shown.index(self.column) if self.column in self._layout.columns.shown else 0
        self._first += windows
        self._lay_out()
        if self._layout.columns.shown:
            self.column = self._layout.columns.shown[min(place, len(self._layout.columns.shown) - 1)]
            self._repaint()

    def action_keep(self) -> None:
        """Keep the agency under the cursor in place while others slide, or let it go."""
        if self.column in self.kept:
            self.kept.remove(self.column)
        elif self.view.agencies:
            self.kept.append(self.column)
        self._lay_out()

    def action_zoom(self) -> None:
        """Give the agency under the cursor the full width with its answers whole, or go back."""
        self.zoomed = not self.zoomed
        self._lay_out()

    def action_open(self) -> None:
        """Ask for the whole text of the answer under the cursor."""
        if (current := self.current()) is not None:
            self.post_message(self.Opened(*current))

    # Events

    def on_resize(self, event: Resize) -> None:
        """Fit the columns to the new width."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Repaint in the new theme's colours."""
        super().notify_style_update()
        self._lines.clear()

    def on_click(self, event: Click) -> None:
        """A click moves the cursor; a second one opens."""
        line = event.y - 1 + self.scroll_offset.y
        column = self._layout.columns.at(event.x)
        if event.y < 1 or column is None or line >= self._layout.starts[-1]:
            return
        self.row, self.column = self._layout.row_at(line), column
        self._repaint()
        if event.chain > 1:
            self.action_open()


def _place(among: tuple[tuple[str, str], ...], wanted: tuple[str, str] | None, otherwise: int) -> int:
    """Where the same question or agency stands now, whatever it is called."""
    codes = [code for code, _ in among]
    return codes.index(wanted[0]) if wanted is not None and wanted[0] in codes else otherwise
