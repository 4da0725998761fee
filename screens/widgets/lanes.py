"""The merged chronology in lanes: every agency's rows in one order, beside each other where they may be one event."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.events import Resize
from textual.message import Message

from screens.widgets.lanes_filter import Wanted
from screens.widgets.lanes_view import LanesView
from sscb_tui.services.views import ChronologyEntry


class Lanes(LanesView):
    """A cursor reads, keeps, zooms and opens; moving down it comes to the rows, wherever they are."""

    DEFAULT_CSS = """
    Lanes {
        background: $surface; border: round $foreground 25%; border-title-color: $text-muted;
        border-subtitle-color: $text-warning;
        &:focus { border: round $primary; border-title-color: $text-primary; }
    }
    """
    HELP = (
        "Every agency's chronology in one order, dates and words as typed; nothing is merged. ≠ marks what accounts of "
        "what may be one event differ in; ★ is a key event; ● seen and ○ not seen are the child's. A sign and a word "
        "say how much of a date was said. Filters bring along other accounts of the same event."
    )
    BINDINGS = [
        Binding("slash", "filter", "Filter", key_display="/", id="lanes.filter", tooltip="Choose what is shown"),
        Binding("escape", "clear", "Show all", show=False, id="lanes.all", tooltip="Show every row again"),
    ]

    @dataclass
    class Opened(Message):
        """A row was opened, or a silence, to be read whole."""

        entry: ChronologyEntry | None
        words: str = ""
        """Of a silence."""

    class FilterAsked(Message):
        """The person wants to choose what is shown."""

    class AllShown(Message):
        """The person wants no filter any more."""

    # Moving

    def action_move(self, down: int) -> None:
        """Move the cursor to another row, and to an account on it."""
        self._free = False
        super().action_move(down)

    def action_across(self, across: int) -> None:
        """Move to the next account on this row, or else to the next agency; the window slides along."""
        codes = self._layout.codes
        order = [*(code for code in self.kept if code in codes), *(code for code in codes if code not in self.kept)]
        if not order:
            return
        place = order.index(self.here) if self.here in order else 0
        ahead = order[place + 1 :] if across > 0 else order[:place][::-1]
        accounts = self._on.accounts if self._on else {}
        if ahead:
            self._stand(next((code for code in ahead if code in accounts), ahead[0]))

    def bring(self, code: str) -> None:
        """Bring an agency's lane into sight; the cursor moves to it."""
        if code in self._layout.codes:
            self._stand(code)

    def to_row(self, entry_id: str) -> bool:
        """Put the cursor on a row, showing every row again where a filter leaves it out; False if nobody gave it."""
        if self._told_at(entry_id) is None and self.wanted != Wanted():
            self.action_clear()
        if (place := self._told_at(entry_id)) is None:
            return False
        self.row = place[0]
        self._stand(place[1])  # lanes that were not on show yet are laid out once they have a width
        return True

    def _told_at(self, entry_id: str) -> tuple[int, str] | None:
        """The line and the lane in which a row is told whole."""
        every = ((at, code, each) for at, line in enumerate(self._layout.lines) for code, each in line.accounts.items())
        return next(((at, code) for at, code, each in every if each.entry.entry_id == entry_id and not each.see), None)

    def _stand(self, code: str) -> None:
        """Put the cursor on a lane; the window slides when it leaves it."""
        self.lane, self._free = code, True
        if code not in self._layout.shown and not self.zoomed:
            rest = [each for each in self._layout.codes if each not in self.kept]
            width = max(1, sum(each not in self.kept for each in self._layout.shown))
            place = rest.index(code) if code in rest else 0
            self._first = place if place < self._first else place - width + 1
        self._lay_out()

    def action_slide(self, windows: int) -> None:
        """Slide the window of agencies by one; the cursor stays at its place in the window."""
        shown = self._layout.shown
        place = shown.index(self.here) if self.here in shown else 0
        self._first += windows
        self._lay_out()
        if self._layout.shown:
            self.lane, self._free = self._layout.shown[min(place, len(self._layout.shown) - 1)], False
            self._repaint()

    def action_keep(self) -> None:
        """Keep the agency under the cursor in place while others slide, or let it go."""
        code = self.here
        if code in self.kept:
            self.kept.remove(code)
        elif code:
            self.kept.append(code)
        self._lay_out()

    def action_zoom(self) -> None:
        """Give the agency under the cursor the full width with its rows whole, or go back."""
        self.lane = self.here
        super().action_zoom()

    def action_open(self) -> None:
        """Ask for the whole of the row or the silence under the cursor."""
        entry, words = self.current(), self._on.words if self._on else ""
        if entry is not None or words:
            self.post_message(self.Opened(entry, words))

    def action_filter(self) -> None:
        """Ask what is to be shown."""
        self.post_message(self.FilterAsked())

    def action_clear(self) -> None:
        """Show every row again."""
        self.want(Wanted())
        self.post_message(self.AllShown())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc shows all while something is left out; otherwise it goes back as everywhere."""
        return self.wanted != Wanted() if action == "clear" else super().check_action(action, parameters)

    # Events

    def on_resize(self, event: Resize) -> None:
        """Fit the lanes to the new width; another height only keeps the cursor in sight."""
        if self.scrollable_content_region.width != self.virtual_size.width:
            self._lay_out()
        else:
            self._repaint()
            self._reveal()

    def _put(self, row: int, column: int) -> None:
        self.row, self.lane, self._free = row, self._layout.codes[column], False
