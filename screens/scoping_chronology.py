"""The merged chronology in the middle of the scoping screen: shown in the questions' place, filtered, read whole."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from screens.dialogs.choose import Choose
from screens.dialogs.chronology_row import row_words
from screens.dialogs.passage import Passage
from screens.scoping_page import ScopingPage
from screens.widgets.lanes import Lanes
from screens.widgets.lanes_filter import Wanted
from screens.widgets.lanes_layout import NO_DATE
from screens.widgets.lanes_pane import LanesPane
from screens.widgets.side_by_side import SideBySideGrid
from screens.words import count
from screens.working import begin
from sscb_tui.domain.decision import Evidence

if TYPE_CHECKING:
    from screens.base import Context
    from screens.scoping_sitting import Sitting
    from sscb_tui.services.views import MergedChronology

TOGGLES = {"key": "key events", "recent": "last 90 days before the incident", "differs": "only differences"}

QUESTIONS = {"person": ("Which person?", "anybody"), "agency": ("Which agency?", "every agency")}


class ChronologyDeeds(ScopingPage):
    """Questions or chronology, and what of the chronology."""

    BINDINGS = [
        Binding(
            "x",
            "exchange",
            "Chronology",
            show=False,
            id="scoping.exchange",
            tooltip="Show the merged chronology in place of the questions, or the questions again",
        ),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing has been merged yet."""
        super().__init__(context, argument)
        self._merged: tuple[tuple[object, ...], MergedChronology] | None = None

    @property
    def middle(self) -> SideBySideGrid | Lanes:
        """The chronology while it is shown, otherwise the questions."""
        return self.query_one(Lanes) if self.query_one(LanesPane).display else self.query_one(SideBySideGrid)

    def action_exchange(self) -> None:
        """The one for the other; each keeps its cursor, and the focus goes to the one that was asked for."""
        if self.sitting is not None:
            self._put_in_the_middle(chronology=not self.query_one(LanesPane).display)
            self.middle.focus()

    def show_questions(self) -> None:
        """The questions in the chronology's place; the focus is left to whoever asked."""
        self._put_in_the_middle(chronology=False)

    def show_row(self, entry_id: str) -> None:
        """The row under the cursor, among all rows where a filter leaves it out."""
        begin(self, partial(self._show_row, entry_id), group="chronology", exclusive=True)

    async def _show_row(self, entry_id: str) -> None:
        self._swap(chronology=True)
        await self.draw_chronology()
        lanes = self.query_one(Lanes)
        if not lanes.to_row(entry_id):
            self.notify("That row is no longer held.", markup=False)
        self.screen.set_focus(lanes)

    def row_here(self) -> Evidence | None:
        """Whose the row is with its date as typed, and what it tells."""
        entry = self.query_one(Lanes).current() if self.query_one(LanesPane).display else None
        if entry is None or not entry.event.strip():
            return None
        return Evidence(source="chronology", ref=f"{entry.agency} {entry.text.strip() or NO_DATE}", quote=entry.event)

    def _put_in_the_middle(self, *, chronology: bool) -> None:
        self._swap(chronology=chronology)
        if chronology:
            begin(self, self.draw_chronology, group="chronology", exclusive=True)

    def _swap(self, *, chronology: bool) -> None:
        self.query_one(LanesPane).display = chronology
        self.query_one(SideBySideGrid).display = not chronology

    async def draw_chronology(self) -> None:
        """Show the chronology of the case on show, while it is asked for."""
        sitting = self.on_record
        if sitting is not None and self.query_one(LanesPane).display:
            view = await self._read_chronology(sitting)
            self.query_one(Lanes).show(self.veil.shown(view), sitting.names)

    async def _read_chronology(self, sitting: Sitting) -> MergedChronology:
        """Merged beside the record's thread and the screen's, and anew only where a document of the case changed."""
        from sscb_tui.services.chronology_view import edition, merged_view

        now = edition(sitting.file)
        if self._merged is None or self._merged[0] != now:
            self._merged = now, await asyncio.to_thread(merged_view, sitting.file)
        return self._merged[1]

    def on_lanes_opened(self, message: Lanes.Opened) -> None:
        """The whole of one row, or of what is said of a silence."""
        lanes, entry = self.query_one(Lanes), message.entry
        if entry is None:
            self.app.push_screen(Passage("Chronology", message.words))
            return
        name = lanes.names.get(entry.agency, entry.agency)
        self.app.push_screen(Passage(f"{name} · {entry.text.strip()}", row_words(entry, lanes.view, lanes.names)))

    @work(group="dialog")
    async def on_lanes_filter_asked(self) -> None:
        """Choose what is shown; filters combine."""
        lanes = self.query_one(Lanes)
        chosen = await self.app.push_screen_wait(Choose("What is to be shown?", _options(lanes), _HINT))
        if chosen in TOGGLES:
            lanes.want(lanes.wanted.turned(chosen))
        elif chosen == "words":
            self.query_one(LanesPane).type_words()
        elif chosen == "all":
            lanes.action_clear()
        elif chosen in QUESTIONS:
            await self._one_of(chosen)

    async def _one_of(self, what: str) -> None:
        """One person or one agency, or all of them."""
        lanes = self.query_one(Lanes)
        question, everyone = QUESTIONS[what]
        among = lanes.people() if what == "person" else lanes.agencies()
        options = [(key, f"{label} · {count(rows, 'row')}") for key, label, rows in among]
        one = await self.app.push_screen_wait(Choose(question, [("", everyone), *options]))
        if one is not None:
            lanes.want(lanes.wanted.of(what, one))


_HINT = "Enter chooses; what is marked ● is in force, and filters combine; Esc leaves"


def _options(lanes: Lanes) -> list[tuple[str, str]]:
    """The filters, those in force marked, each with how many rows it would leave by itself."""
    wanted = lanes.wanted

    def line(name: str, words: str, *, on: bool) -> tuple[str, str]:
        return name, f"{'●' if on else '○'} {words}"

    def toggle(name: str, alone: Wanted) -> tuple[str, str]:
        words = f"{TOGGLES[name]} · {count(lanes.fitting(alone), 'row')}"
        return line(name, words, on=getattr(wanted, name) is True)

    found = [
        line("words", f"words{f': {wanted.words}' if wanted.words else ' …'}", on=bool(wanted.words)),
        toggle("key", Wanted(key=True)),
        line("person", f"this person: {wanted.person or '…'}", on=bool(wanted.person)),
        toggle("recent", Wanted(recent=True)),
        toggle("differs", Wanted(differs=True)),
        line("agency", f"one agency: {lanes.names.get(wanted.agency, wanted.agency) or '…'}", on=bool(wanted.agency)),
    ]
    return [*found, ("all", "  all rows")] if wanted != Wanted() else found
