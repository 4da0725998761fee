"""Duties: every clock of every case, what is owed to whom, under which rule, and how long is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical

from screens.asking import carry_out
from screens.base import THREAD, Place, Subject
from screens.forms import duties as asked
from screens.forms.when import day as read_day
from screens.list_page import LIST_KEYS, ListPage, Order
from screens.widgets.columns import Column
from screens.widgets.duty_pane import DutyPane
from screens.widgets.filter import Filter
from screens.widgets.table import Row, Table
from screens.words import day, days_left
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import DutyState
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import DutyRow

if TYPE_CHECKING:
    from datetime import date

    from screens.forms.spec import Entry
    from sscb_tui.domain.duty import Duty
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

EMPTY = "No clocks are running. The first starts when a referral is received."
COLUMNS = (
    Column("reference", "Ref", width=13),
    Column("pseudonym", "Child", width=10, drop=3),
    Column("clock", "Clock", width=5, drop=4),
    Column("what", "What", least=18, weight=4),
    Column("to", "To", width=8, drop=2),
    Column("rule", "Rule", least=20, weight=3, drop=6),
    Column("strength", "Strength", width=8, drop=1),
    Column("due", "Due", width=11),
    Column("left", "Left", width=9, align="right"),
    Column("state", "State", width=10),
    Column("who", "Who", width=17, drop=5),
)
LOOKS = {
    DutyState.LATE: ("late ✗", "late"),
    DutyState.DONE: ("done ✓", "good"),
    DutyState.DONE_LATE: ("done late", "near"),
    DutyState.NOT_NEEDED: ("not needed", "dim"),
    DutyState.RUNNING: ("running", ""),
}
STILL_OPEN = (DutyState.RUNNING, DutyState.LATE)
DECISION_CLOCK = "CK-2"
"""Ends with the Chair's signature and by no other road."""


class Duties(ListPage[DutyRow]):
    """The list of clocks, and the rule behind the one under the cursor."""

    TITLE = "Duties"
    CSS_PATH = "duties.tcss"
    BINDINGS = [
        Binding("x", "done", "Done", id="duties.done", tooltip="Record that the duty was done, how, and the proof"),
        Binding("w", "why", "Why late", id="duties.why", tooltip="Explain why the date was or will be missed"),
        Binding("c", "case", "Case", id="duties.case", tooltip="Open the case file"),
        THREAD,
        *LIST_KEYS,
    ]
    today: date | None = None

    def body(self) -> ComposeResult:
        """The clocks above, the rule below."""
        with Container(id="desk"):
            with Vertical(id="clocks") as clocks:
                clocks.border_title = "Clocks"
                yield Filter()
                yield Table(*COLUMNS, empty="Reading the clocks …")
            yield DutyPane()

    async def reload(self) -> None:
        """Read every clock."""
        read = await self.ask(lambda services: (services.duties.rows(), services.desk.today()))
        if read is not None:
            self.rows, self.today = read
            self.table.empty = EMPTY
            self.draw()
            self.show_rule()

    def key_of(self, row: DutyRow) -> str:
        """Clocks are known by their duty's id."""
        return row.duty_id

    def cells(self, row: DutyRow) -> Row:
        """One clock on one line."""
        still = row.state in STILL_OPEN
        left = days_left(row.working_days) if still else ("", "")
        due = (day(row.due, self.today), left[1])
        return (
            *(row.reference, row.pseudonym, row.clock, row.what, row.to, row.rule, row.strength.label),
            *(due, left, LOOKS[row.state], row.who),
        )

    def orders(self) -> tuple[Order[DutyRow], ...]:
        """Late first, then by case, clock or date."""
        return (
            Order("urgency", lambda row: (row.state not in STILL_OPEN, row.due.toordinal(), row.reference)),
            Order("case", lambda row: (row.reference, row.due.toordinal())),
            Order("clock", lambda row: (int("0" + "".join(filter(str.isdigit, row.clock))), row.due.toordinal())),
            Order("date due", lambda row: (row.due.toordinal(), row.reference)),
        )

    def counted(self) -> str:
        """How many run, how many are late."""
        running = sum(row.state in STILL_OPEN for row in self.rows)
        late = sum(row.state is DutyState.LATE for row in self.rows)
        return " · ".join(part for part in (f"{running} running", f"{late} late" if late else "") if part)

    # The clock under the cursor

    def on_table_moved(self) -> None:
        """Show the rule behind the clock under the cursor."""
        self.show_rule()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Done is dimmed where it has been, and on the clock that only the Chair's signature ends."""
        if action != "done" or (row := self.current) is None:
            return super().check_action(action, parameters)
        return True if row.state in STILL_OPEN and row.clock != DECISION_CLOCK else None

    def show_rule(self) -> None:
        """The rule, or nothing."""
        if (row := self.current) is not None:
            self.query_one(DutyPane).show(row)
        else:
            self.query_one(DutyPane).show_lines("", ())

    def on_table_opened(self) -> None:
        """Enter opens the case file."""
        self.action_case()

    def action_case(self) -> None:
        """The case of the clock under the cursor."""
        if (row := self.current) is not None:
            self.go(Place.CASE, row.case_id)

    async def subject(self) -> Subject | None:
        """The clock under the cursor."""
        row = self.current
        return Subject(row.case_id, Address("duties", row.duty_id)) if row else None

    async def show_at(self, at: Address) -> None:
        """The clock somebody came for."""
        self.uncover(at.id)

    # Deeds

    def action_done(self) -> None:
        """Record that the duty was done."""
        if (row := self.current) is not None and self.today is not None:
            section = asked.done(self.today)
            self.run_worker(
                carry_out(
                    self,
                    section,
                    lambda services, actor, given: _record(services, actor, row.duty_id, given),
                    about=row.duty_id,
                ),
                group="deed",
                exclusive=True,
            )

    def action_why(self) -> None:
        """Explain an overrun."""
        if (row := self.current) is not None:
            section = asked.overrun(row.overrun_reason)
            self.run_worker(
                carry_out(
                    self,
                    section,
                    lambda services, actor, given: services.duties.explain(actor, row.duty_id, str(given["reason"])),
                    about=row.duty_id,
                ),
                group="deed",
                exclusive=True,
            )


def _record(services: Services, actor: Actor, duty_id: str, given: Entry) -> Duty:
    done_on = read_day(str(given["done_on"]))
    if done_on is None:
        raise InputError([Problem("done on", "is not a day.", "for example 9 Nov 2026")])
    return services.duties.record(
        actor, duty_id, done_on=done_on, method=str(given["method"]), proof=str(given["proof"])
    )
