"""The tracker: every action of every recommendation, how far it is, and what shows it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from screens.base import THREAD, Place, Subject
from screens.list_page import LIST_KEYS
from screens.thread import orphans
from screens.tracker_board import BOARD_KEYS, TrackerBoard
from screens.tracker_files import FILES, files
from screens.tracker_keys import DEED_KEYS, TrackerDeeds
from screens.tracker_words import pane_of
from screens.widgets.action_pane import ActionPane
from screens.working import begin
from sscb_tui.domain.rules.rag import KEY
from sscb_tui.domain.terms import Paper
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import ActionRow, OpenEnd

if TYPE_CHECKING:
    from sscb_tui.services.tracker_lines import Line

PAPER_KEYS = (
    Binding("p", "plan", "Plan", id="tracker.plan", tooltip="The action plan of the case, as a paper"),
    THREAD,
    Binding("w", "loose", "Loose", id="tracker.loose", tooltip="What hangs loose from the thread, in every case"),
    FILES,
)
HELP = (
    "/ finds words in any order and terms: agency:police due:<30d due:none state:blocked overdue silent theme:fathers "
    "owner:nurse review:004 under:R-3 evidence:<3 rag:red slip:>0 level:board is:finding needs:owner,date retest:due; "
    "a comma means either, a minus before it not. Space marks rows (●), * all on show, Esc takes the marks away. "
    "R and F rows wait for an action. u writes a note at the row, or on all marked: Enter records, Tab goes to the "
    "state, Esc keeps the words. z takes back what you did last. m lists what can be done, and what bars the rest. "
    "Colours: " + "; ".join(f"{colour.letter} {meaning}" for colour, meaning in KEY.items()) + "."
)
PAUSE = 0.03


class Tracker(TrackerBoard, TrackerDeeds):
    """Actions on the left, the one under the cursor whole on the right."""

    TITLE = "Tracker"
    CSS_PATH = "tracker.tcss"
    HELP = HELP
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide"), (160, "-projector")]
    BINDINGS = [*DEED_KEYS, *BOARD_KEYS, *PAPER_KEYS, *LIST_KEYS]

    # The action under the cursor

    def read_pane(self) -> None:
        """Read the action once the cursor rests."""
        begin(self, partial(self._read_pane, self.current), group="pane", exclusive=True)

    async def _read_pane(self, line: Line | None) -> None:
        pane = self.query_one(ActionPane)
        if line is None:
            pane.show_lines("", ())
        elif isinstance(line.thing, OpenEnd):
            pane.show_lines(f"{line.label} · {line.thing.pseudonym}", pane_of(line.thing))
        else:
            await self._read_action(line.thing)

    async def _read_action(self, row: ActionRow) -> None:
        await asyncio.sleep(PAUSE)
        whole = await self.ask(lambda services: services.action_desk.whole(row.action_id))
        if whole is not None:
            self.query_one(ActionPane).show(row, whole)

    async def subject(self) -> Subject | None:
        """The line under the cursor."""
        if (line := self.current) is None:
            return None
        at = line.thing.at if isinstance(line.thing, OpenEnd) else Address("actions", line.key)
        return Subject(line.thing.case_id, at)

    async def show_at(self, at: Address) -> None:
        """What somebody came for: an action, or the first that carries the recommendation out, else that itself."""
        actions = await self.ask(lambda services: services.tracker.carrying_out(at.id)) or ()
        self.uncover(at.id if at.kind == "actions" else next(iter(actions), f"{at.id} {at.part}".strip()))

    # Deeds

    def on_table_opened(self) -> None:
        """Enter opens the case file of the action."""
        self._of_case(Place.CASE, "")

    def on_board_opened(self) -> None:
        """Enter on a card does the same."""
        self._of_case(Place.CASE, "")

    def action_plan(self) -> None:
        """The plan of the action's case as a paper."""
        self._of_case(Place.PAPER, Paper.PLAN.value)

    def _of_case(self, place: Place, argument: str) -> None:
        if (case_id := self._case_id()) is not None:
            self.go(place, case_id, argument)

    def _case_id(self) -> str | None:
        """The case of the line under the cursor, else the case in hand."""
        return line.thing.case_id if (line := self.current) is not None else self.context.case_id

    def action_files(self) -> None:
        """What comes to the tracker in files, and leaves it."""
        begin(self, partial(files, self, self.context.case_id), group="deed", exclusive=True)

    def action_loose(self) -> None:
        """What hangs loose from the thread."""
        begin(self, partial(orphans, self), group="dialog", exclusive=True)

    # What the deeds are done to

    def meant(self) -> tuple[ActionRow, ...]:
        """The marked actions, else the one under the cursor."""
        return self.chosen

    def in_hand(self) -> ActionRow | None:
        """The action under the cursor."""
        return self.current.action if self.current else None

    def why_none(self) -> str:
        """What is under the cursor instead."""
        if (waits := self.waiting()) is None:
            return super().why_none()
        what = "is a question for the Board: V answers it" if waits.is_finding else "has no action yet: a adds one"
        return f"{waits.label} {what}."

    def waiting(self) -> OpenEnd | None:
        """The recommendation or finding under the cursor that waits for an action."""
        line = self.current
        return line.thing if line is not None and isinstance(line.thing, OpenEnd) else None

    def case_here(self) -> str | None:
        """The case in hand, else that of the line under the cursor."""
        return self.context.case_id or self._case_id()
