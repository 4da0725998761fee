"""What a search found: a heading for each case or kind, under it the places and enough of the words to show the hit.

Only the lines on show are drawn, since with every key there are others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from screens.words import capital, day
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual import events

    from sscb_tui.services.views import Hit

LINES = 2
"""Of one hit: its place, then its words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, or one of the lines of a hit."""

    heading: str = ""
    hit: int = -1
    words: bool = False


class FoundList(ScrollView, can_focus=True):
    """Keeps the cursor on its hit while more letters narrow the rest."""

    COMPONENT_CLASSES = {"found--heading", "found--note", "found--cursor", "found--blurred"}
    DEFAULT_CSS = """
    FoundList {
        background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden;
        & > .found--heading { color: $text-primary; text-style: bold; }
        & > .found--note { color: $text-muted; }
        & > .found--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
        & > .found--blurred { background: $foreground 6%; }
    }
    """
    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", id="found.up", tooltip="The thing found before", show=False),
        Binding("down,j", "move(1)", "Down", id="found.down", tooltip="The next thing found", show=False),
        Binding("pageup", "page(-1)", "Page up", id="found.page_up", tooltip="One page up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="found.page_down", tooltip="One page down", show=False),
        Binding("home,g", "end(-1)", "First", id="found.first", tooltip="To the best hit", show=False),
        Binding("end,G", "end(1)", "Last", id="found.last", tooltip="To the last hit", show=False),
        Binding("enter", "open", "Open", id="found.open", tooltip="Go to where it stands", key_display="⏎"),
    ]

    @dataclass
    class Opened(Message):
        """Enter or a double click on a hit."""

        hit: Hit

    def __init__(self, id: str | None = None) -> None:
        """Nothing found yet; by case."""
        super().__init__(id=id)
        self._hits: Sequence[Hit] = ()
        self._plan: tuple[Line, ...] = ()
        self._empty = ""
        self._by_kind = False
        self._cursor = 0

    # What is shown

    @property
    def hit(self) -> Hit | None:
        """The thing under the cursor."""
        return self._hits[self._cursor] if self._cursor < len(self._hits) else None

    def show(self, hits: Sequence[Hit], empty: str) -> None:
        """Show these, best first within their groups and the groups by their best; `empty` where there are none."""
        before, self._empty = self.hit, empty
        groups = _grouped(hits, self._heading)
        self._hits = [hit for group in groups.values() for hit in group]
        self._plan = tuple(_planned(groups))
        stays = (at for at, hit in enumerate(self._hits) if before and _same(hit, before))
        self._cursor = next(stays, 0)
        self.virtual_size = Size(self.size.width, len(self._plan))
        self._uncover()
        self.refresh()

    def regroup(self) -> None:
        """By kind where they were by case, and the other way round."""
        self._by_kind = not self._by_kind
        self.show(self._hits, self._empty)

    def _heading(self, hit: Hit) -> str:
        return capital(hit.sort.label) if self._by_kind else f"{hit.reference} · {hit.pseudonym}"

    # Moving

    def action_move(self, hits: int) -> None:
        """To the next hit, or the one before."""
        self._cursor = max(0, min(self._cursor + hits, len(self._hits) - 1))
        self._uncover()
        self.refresh()

    def action_page(self, side: int) -> None:
        """As many hits on as there is room for."""
        self.action_move(side * max(1, self.size.height // (LINES + 1)))

    def action_end(self, side: int) -> None:
        """To the first or the last hit."""
        self.action_move(side * len(self._hits))

    def action_open(self) -> None:
        """Say that the hit under the cursor was opened."""
        if (hit := self.hit) is not None:
            self.post_message(self.Opened(hit))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens."""
        at = event.get_content_offset(self)
        line = self._plan[at.y + self.scroll_offset.y] if at and at.y + self.scroll_offset.y < len(self._plan) else None
        if line is not None and line.hit >= 0:
            self.action_move(line.hit - self._cursor)
            if event.chain == 2:
                self.action_open()

    def _uncover(self) -> None:
        """Keep the hit under the cursor in sight, with its heading where it is the first of its group."""
        lines = [place for place, line in enumerate(self._plan) if line.hit == self._cursor]
        if not lines:
            self.scroll_to(y=0, animate=False, force=True)
            return
        first = lines[0] - 1 if self._plan[lines[0] - 1].heading else lines[0]
        if first < self.scroll_offset.y:
            self.scroll_to(y=first, animate=False, force=True)
        elif lines[-1] >= self.scroll_offset.y + self.size.height:
            self.scroll_to(y=lines[-1] - self.size.height + 1, animate=False, force=True)

    # Drawing

    def on_resize(self) -> None:
        """The width of what can be scrolled is the width there is."""
        self.virtual_size = Size(self.size.width, len(self._plan))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is drawn quietly while the line is in hand."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def notify_style_update(self) -> None:
        """A new theme repaints every line."""
        super().notify_style_update()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A heading, a place, words, or nothing."""
        at, plain = y + self.scroll_offset.y, self.rich_style
        if at >= len(self._plan):
            said = f" {self._empty}" if at == 0 else ""
            return self._strip([Segment(said, plain + self._look("note"))], plain)
        line = self._plan[at]
        if line.hit < 0:
            return self._strip([Segment(shown_line(line.heading), plain + self._look("heading"))], plain)
        style = plain
        if line.hit == self._cursor:
            style = plain + self.get_component_rich_style("found--cursor" if self.has_focus else "found--blurred")
        hit = self._hits[line.hit]
        return self._strip(self._words(hit, style) if line.words else self._place(hit, line.hit, style), style)

    def _place(self, hit: Hit, place: int, style: Style) -> list[Segment]:
        """Where it stands, of what kind or case, and when."""
        kind = "" if hit.sort.label.casefold() in hit.label.casefold() else hit.sort.label
        about = f"{hit.reference} {hit.pseudonym}" if self._by_kind else kind
        note = " · ".join(filter(None, (about, day(date.fromisoformat(hit.on)) if hit.on else "")))
        quiet = style if place == self._cursor and self.has_focus else style + self._look("note")
        mark = "▸" if place == self._cursor else " "
        name = Segment(f"{mark} {shown_line(hit.label)}", style + Style(bold=True))
        return [name, Segment(f"  {shown_line(note)}", quiet)]

    def _words(self, hit: Hit, style: Style) -> list[Segment]:
        """The words, with what was looked for marked so that it is seen without any colour."""
        marked = style + Style(bold=True, underline=True)
        words = [Segment(shown_line(words), marked if found else style) for words, found in hit.parts]
        return [Segment("    ", style), *words]

    def _look(self, name: str) -> Style:
        """A colour of its own on whatever it lies on."""
        whole = self.get_component_rich_style(f"found--{name}")
        return Style(color=whole.color, bold=whole.bold)

    def _strip(self, segments: list[Segment], style: Style) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width, style)


def _grouped(hits: Iterable[Hit], heading: Callable[[Hit], str]) -> dict[str, list[Hit]]:
    """The hits by their headings, in the order in which those come first."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(heading(hit), []).append(hit)
    return groups


def _planned(groups: dict[str, list[Hit]]) -> Iterable[Line]:
    """Every line there is, from top to bottom."""
    at = 0
    for heading, hits in groups.items():
        yield Line(heading=f"{heading}  {len(hits)}")
        for _ in hits:
            yield from (Line(hit=at), Line(hit=at, words=True))
            at += 1


def _same(one: Hit, other: Hit) -> bool:
    """One place of the record, whatever of it is shown."""
    return (one.at, one.label) == (other.at, other.label)
