"""The tracker: every action of every recommendation, how far it is, and what shows it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from screens import early
from screens import tracker_deeds as deeds
from screens.base import THREAD, Page, Place, Subject
from screens.list_page import LIST_KEYS
from screens.thread import orphans
from screens.tracker_board import BOARD_KEYS, TrackerBoard
from screens.tracker_words import pane_of
from screens.widgets.action_pane import ActionPane
from screens.working import begin
from sscb_tui.domain.terms import Paper
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import ActionRow, OpenEnd

if TYPE_CHECKING:
    from sscb_tui.services.tracker_lines import Line

DEED_KEYS = (
    Binding("u", "update", "Update", id="tracker.update", tooltip="Say where the action stands, with a note"),
    Binding("e", "evidence", "Evidence", id="tracker.evidence", tooltip="Put evidence on record, with its rung"),
    Binding("v", "verify", "Verify", id="tracker.verify", tooltip="Say, as a second person, that it was done"),
    Binding("n", "recommend", "New", id="tracker.recommend", tooltip="New recommendation for the case in hand"),
    Binding("a", "act", "Action", id="tracker.act", tooltip="New action for the case in hand"),
    Binding("y", "early", "Early", id="tracker.early", tooltip="New early action: what was learned, acted on now"),
    Binding("s", "outcome", "Outcome", id="tracker.outcome", tooltip="State the outcome an early action left open"),
)
"""What is done with actions."""
PAPER_KEYS = (
    Binding("p", "plan", "Plan", id="tracker.plan", tooltip="The action plan of the case, as a paper"),
    THREAD,
    Binding("w", "loose", "Loose", id="tracker.loose", tooltip="What hangs loose from the thread, in every case"),
)
HELP = (
    "/ finds words in any order and terms: agency:police due:<30d due:none state:blocked overdue silent theme:fathers "
    "owner:nurse review:004 under:R-3 evidence:<3 rag:red slip:>0 level:board is:finding needs:owner,date retest:due; "
    "a comma means either, a minus before it not. Space marks rows (●), * all on show, Esc takes the marks away. "
    "R and F rows wait for an action."
)
PAUSE = 0.03


class Tracker(TrackerBoard):
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
        read = await self.ask(
            lambda services: (services.tracker.action(row.action_id), services.tracker.recommendations())
        )
        if read is not None:
            action, recommendations = read
            found = next((each for each in recommendations if each.id == action.recommendation_id), None)
            self.query_one(ActionPane).show(row, action, found)

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

    def action_update(self) -> None:
        """Say where the action stands."""
        self._do(deeds.update)

    def action_evidence(self) -> None:
        """Put evidence on record."""
        self._do(deeds.evidence)

    def action_verify(self) -> None:
        """A second person says that it was done."""
        self._do(deeds.verify)

    def action_outcome(self) -> None:
        """State what will be different for children, where an early action has left that open."""
        self._do(deeds.outcome)

    def action_loose(self) -> None:
        """What hangs loose from the thread."""
        begin(self, partial(orphans, self), group="dialog", exclusive=True)

    def action_recommend(self) -> None:
        """A new recommendation for the case in hand."""
        begin(self, partial(self._new, deeds.recommend), group="deed", exclusive=True)

    def action_act(self) -> None:
        """A new action for the case in hand."""
        begin(self, partial(self._new, deeds.act), group="deed", exclusive=True)

    def action_early(self) -> None:
        """An early action for the case in hand, from what agencies told of learning."""
        begin(self, partial(self._new, early.act), group="deed", exclusive=True)

    def _do(self, deed: Callable[[Page, ActionRow], Coroutine[None, None, bool]]) -> None:
        line = self.current
        if line is None:
            self.notify("There is no action under the cursor.", markup=False)
        elif (row := line.action) is None:
            self.notify(f"{line.label} has no action yet: a adds one to the case in hand.", markup=False)
        else:
            begin(self, partial(deed, self, row), group="deed", exclusive=True)

    async def _new(self, deed: Callable[[Page, str], Awaitable[object]]) -> None:
        case_id = self.context.case_id or self._case_id()
        if case_id is None:
            self.notify("No case is in hand. Choose one in the queue: R shows it.", markup=False)
        else:
            await deed(self, case_id)
