"""The tracker: every action of every recommendation, how far it is, and what shows it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical

from screens.base import THREAD, Place, Subject
from screens.forms.tracker import RUNG_WORDS
from screens.list_page import LIST_KEYS, ListPage, Order
from screens.thread import orphans
from screens.tracker_keys import DEED_KEYS, TrackerDeeds
from screens.widgets.action_pane import ActionPane
from screens.widgets.columns import Column
from screens.widgets.filter import Filter
from screens.widgets.marked_table import MarkedTable
from screens.widgets.table import Row, Table
from screens.words import count, day
from screens.working import begin
from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.domain.terms import ActionState, Paper, Rag
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import ActionRow

if TYPE_CHECKING:
    from datetime import date

EMPTY = "No actions yet. n adds a recommendation, a an action, for the case in hand."
COLUMNS = (
    Column("number", "No", width=5),
    Column("agency", "Agency", width=7),
    Column("action", "Action", least=16),
    Column("due", "Due", width=11),
    Column("slip", "Slip", width=5, align="right", drop=2),
    Column("state", "State", width=14),
    Column("evidence", "Evidence", width=11, drop=1),
)
RAG_CLASSES = {Rag.RED: "late", Rag.AMBER: "near", Rag.GREEN: "good", Rag.BLUE: "good", Rag.SILENT: "near"}
BRIEFLY = {ActionState.DONE_UNVERIFIED: "unverified"}
"""States too long for their column; the pane has them in full."""
PAUSE = 0.03


class Tracker(ListPage[ActionRow], TrackerDeeds):
    """Actions on the left, the one under the cursor whole on the right."""

    TITLE = "Tracker"
    CSS_PATH = "tracker.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide"), (160, "-projector")]
    BINDINGS = [
        *DEED_KEYS,
        Binding("f", "open_only", "Open", id="tracker.open_only", tooltip="Open actions only, or all", show=False),
        Binding("p", "plan", "Plan", id="tracker.plan", tooltip="The action plan of the case, as a paper"),
        THREAD,
        Binding("w", "loose", "Loose", id="tracker.loose", tooltip="What hangs loose from the thread, in every case"),
        *LIST_KEYS,
    ]
    today: date | None = None
    open_only = False

    def body(self) -> ComposeResult:
        """List and pane, side by side where there is room."""
        with Container(id="desk"):
            with Vertical(id="actions") as actions:
                actions.border_title = "Actions"
                yield Filter()
                yield MarkedTable(*COLUMNS, empty="Reading the tracker …")
            yield ActionPane()

    async def reload(self) -> None:
        """Read every action."""
        read = await self.ask(lambda services: (services.tracker.rows(), services.desk.today()))
        if read is not None:
            rows, self.today = read
            self.rows = tuple(row for row in rows if row.state in OPEN) if self.open_only else rows
            self.table.empty = EMPTY
            self.draw()
            self.read_pane()

    def key_of(self, row: ActionRow) -> str:
        """Actions are known by their id."""
        return row.action_id

    def cells(self, row: ActionRow) -> Row:
        """One action on one line; its colour has a letter and a word."""
        look = "late" if row.overdue else RAG_CLASSES.get(row.rag, "")
        state = f"{row.rag.letter} {'overdue' if row.overdue else BRIEFLY.get(row.state, row.state.label)}"
        slip = f"{row.slipped_days} d" if row.slipped_days else "—"
        rung = f"{row.evidence_rung} {RUNG_WORDS[row.evidence_rung - 1]}" if row.evidence_rung else "—"
        due = (day(row.due, self.today), "late" if row.overdue else "")
        return (f"A-{row.number}", row.agency, row.action, due, slip, (state, look), rung)

    def orders(self) -> tuple[Order[ActionRow], ...]:
        """What is overdue first, then by number, agency or state."""
        return (
            Order("due", lambda row: (row.state not in OPEN, row.due.toordinal(), row.number)),
            Order("number", lambda row: (row.number,)),
            Order("agency", lambda row: (row.agency, row.due.toordinal(), row.number)),
            Order("state", lambda row: (list(ActionState).index(row.state), row.due.toordinal(), row.number)),
        )

    def counted(self) -> str:
        """How many, how many overdue, how many nobody speaks of."""
        overdue = sum(row.overdue for row in self.rows)
        silent = sum(row.rag is Rag.SILENT for row in self.rows)
        late, mute = f"{overdue} overdue" if overdue else "", f"{silent} silent" if silent else ""
        narrowed = "open only" if self.open_only else ""
        return " · ".join(part for part in (count(len(self.rows), "action"), late, mute, narrowed) if part)

    # The action under the cursor

    def on_table_moved(self) -> None:
        """Show the action under the cursor."""
        self.read_pane()

    def read_pane(self) -> None:
        """Read the action once the cursor rests."""
        begin(self, partial(self._read_pane, self.current), group="pane", exclusive=True)

    async def _read_pane(self, row: ActionRow | None) -> None:
        if row is None:
            self.query_one(ActionPane).show_lines("", ())
            return
        await asyncio.sleep(PAUSE)
        whole = await self.ask(lambda services: services.action_desk.whole(row.action_id))
        if whole is not None:
            self.query_one(ActionPane).show(row, whole)

    async def subject(self) -> Subject | None:
        """The action under the cursor."""
        row, case_id = self.current, await self._case_id() if self.current else None
        return Subject(case_id, Address("actions", row.action_id)) if row and case_id else None

    async def show_at(self, at: Address) -> None:
        """The action somebody came for, or the first that carries the recommendation out; no filter hides it."""
        actions = await self.ask(lambda services: services.tracker.carrying_out(at.id)) or ()
        wanted = at.id if at.kind == "actions" else next(iter(actions), "")
        if self.open_only and wanted not in {row.action_id for row in self.rows}:
            self.open_only = False
            await self.reload()
        self.uncover(wanted)

    # Deeds

    def on_table_opened(self, message: Table.Opened) -> None:
        """Enter opens the case file of the action."""
        self._of_case(Place.CASE, "")

    def action_plan(self) -> None:
        """The plan of the action's case as a paper."""
        self._of_case(Place.PAPER, Paper.PLAN.value)

    def _of_case(self, place: Place, argument: str) -> None:
        begin(self, partial(self._go_to_case, place, argument), group="go", exclusive=True)

    async def _go_to_case(self, place: Place, argument: str) -> None:
        if (case_id := await self._case_id()) is not None:
            self.go(place, case_id, argument)

    async def _case_id(self) -> str | None:
        """The case of the action under the cursor, else the case in hand."""
        if (row := self.current) is not None:
            case = await self.ask(lambda services: services.desk.case(row.reference))
            return case.id if case else None
        return self.context.case_id

    def action_open_only(self) -> None:
        """Open actions only, or all."""
        self.open_only = not self.open_only
        self.refresh_record()

    def action_loose(self) -> None:
        """What hangs loose from the thread."""
        begin(self, partial(orphans, self), group="dialog", exclusive=True)

    def meant(self) -> tuple[ActionRow, ...]:
        """The action under the cursor."""
        return (self.current,) if self.current else ()

    def in_hand(self) -> ActionRow | None:
        """The action under the cursor."""
        return self.current
