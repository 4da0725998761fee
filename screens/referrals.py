"""The queue: every case, how long is left, and for the one under the cursor where it stands and what comes next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.message import Message

from screens.base import THREAD, Place, Subject
from screens.list_page import LIST_KEYS, ListPage, Order
from screens.widgets.case_pane import CasePane
from screens.widgets.columns import Column
from screens.widgets.filter import Filter
from screens.widgets.table import Row, Table
from screens.words import day, days_left
from screens.working import begin

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from sscb_tui.services.views import QueueRow

OPENING = "Opening the record …"
EMPTY = "No referrals yet. n logs the first."
COLUMNS = (
    Column("reference", "Ref", width=13),
    Column("pseudonym", "Child", least=9, weight=3),
    Column("age", "Age", width=5, drop=1),
    Column("incident", "Incident", width=12, drop=2),
    Column("stage", "Stage", least=12, weight=2),
    Column("decide_by", "Decide by", width=10),
    Column("left", "Left", width=8, align="right"),
)
WEEK = 5
"""Working days."""
PAUSE = 0.03
"""Seconds the cursor must rest before the pane is read: a held-down arrow reads nothing."""


class Referrals(ListPage["QueueRow"]):
    """The first screen, and the one every other screen goes back to."""

    TITLE = "Referrals"
    CSS_PATH = "referrals.tcss"
    BINDINGS = [
        Binding("n", "new", "New", id="referrals.new", tooltip="Log a new referral"),
        Binding("d", "discuss", "Discuss", id="referrals.discuss", tooltip="Record the initial discussion"),
        Binding("s", "scope", "Scope", id="referrals.scope", tooltip="Issue scoping templates and see the returns"),
        Binding("c", "chase", "Chase", id="referrals.chase", tooltip="Remind an agency that has not answered"),
        Binding("r", "resume", "Resume", id="referrals.resume", tooltip="Go on with a form left half-filled"),
        replace(THREAD, show=False),
        *LIST_KEYS,
        Binding("q", "app.quit", "Quit", id="referrals.quit", tooltip="Leave the program; drafts are kept", show=False),
    ]

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide"), (160, "-projector")]

    today: date | None = None

    @dataclass
    class Listed(Message):
        """The queue is on the screen: what is slow to load may load now."""

    def body(self) -> ComposeResult:
        """The list on the left, the case under the cursor on the right; one above the other where it is narrow."""
        with Container(id="desk"):
            with Vertical(id="queue") as queue:
                queue.border_title = "Queue"
                yield Filter()
                yield Table(*COLUMNS, empty=OPENING)
            yield CasePane()

    async def reload(self) -> None:
        """Read the queue and the day."""
        read = await self.ask(lambda services: (services.desk.queue(), services.desk.today()))
        if read is not None:
            self.rows, self.today = read
            self.table.empty = EMPTY
            self.draw()
            if self.context.case_id:
                self.table.go_to(self.context.case_id)
            self.context.case_id = self.table.key or None
            self.read_pane()
            self.call_after_refresh(self.post_message, self.Listed())

    def key_of(self, row: QueueRow) -> str:
        """Cases are known by their id; references are for people."""
        return row.case_id

    def cells(self, row: QueueRow) -> Row:
        """One case on one line."""
        left = days_left(row.working_days, row.near)
        due = day(row.decide_by, self.today) if row.working_days is not None else "decided"
        return (row.reference, row.pseudonym, row.age, row.incident, row.stage.label, (due, left[1]), left)

    def orders(self) -> tuple[Order[QueueRow], ...]:
        """What is due first, then by reference, child or stage."""
        return (
            Order("due", lambda row: (_urgency(row), row.reference)),
            Order("reference", lambda row: (row.reference,)),
            Order("child", lambda row: (row.pseudonym.casefold(), row.reference)),
            Order("stage", lambda row: (list(type(row.stage)).index(row.stage), _urgency(row))),
        )

    def counted(self) -> str:
        """How many wait for a decision, and how soon."""
        clocks = [row.working_days for row in self.rows if row.working_days is not None]
        late, soon = sum(left < 0 for left in clocks), sum(0 <= left <= WEEK for left in clocks)
        parts = (f"{len(clocks)} open", f"{soon} decide this week" if soon else "", f"{late} late" if late else "")
        return " · ".join(part for part in parts if part) if self.rows else ""

    # The case under the cursor

    def on_table_moved(self, message: Table.Moved) -> None:
        """The case under the cursor is the case in hand: S and C mean it."""
        self.context.case_id = message.key or None
        self.read_pane()

    def read_pane(self) -> None:
        """Read the case under the cursor once the cursor rests."""
        begin(self, partial(self._read_pane, self.table.key), group="pane", exclusive=True)

    async def _read_pane(self, case_id: str) -> None:
        pane = self.query_one(CasePane)
        if not case_id:
            pane.show(None)
            return
        await asyncio.sleep(PAUSE)
        summary = await self.ask(lambda services: services.desk.summary(case_id))
        if summary is not None:
            pane.show(summary)

    async def subject(self) -> Subject | None:
        """The referral of the case under the cursor."""
        from sscb_tui.domain.thread import Address

        return Subject(self.table.key, Address("cases", self.table.key, "referral")) if self.table.key else None

    # What this screen is for

    def on_table_opened(self, message: Table.Opened) -> None:
        """Enter opens the case file."""
        self.go(Place.CASE, message.key)

    def action_new(self) -> None:
        """Log a referral."""
        self.go(Place.REFERRAL_FORM)

    def action_discuss(self) -> None:
        """The initial discussion of the case under the cursor."""
        self._take(Place.DISCUSSION)

    def action_scope(self) -> None:
        """Templates and returns of the case under the cursor."""
        self._take(Place.SCOPING)

    def action_chase(self) -> None:
        """A reminder to the agency of this case that is latest."""
        self._take(Place.CASE, "chase")

    def _take(self, place: Place, argument: str = "") -> None:
        if self.table.key:
            self.go(place, self.table.key, argument)
        else:
            self.notify("There is no case under the cursor yet. n logs one.", markup=False)

    def action_resume(self) -> None:
        """Choose a form left half-filled."""
        begin(self, self._resume, group="resume", exclusive=True)

    async def _resume(self) -> None:
        from screens.drafts import resume

        await resume(self)


def _urgency(row: QueueRow) -> int:
    """Late first, decided last."""
    return 10_000 if row.working_days is None else row.working_days
