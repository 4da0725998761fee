"""Duties: every clock of every case, what is owed to whom, under which rule, and how long is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical

from screens import duties_deeds as deeds
from screens.base import THREAD, Place, Subject
from screens.list_page import LIST_KEYS, ListPage, Order
from screens.paper import LETTER
from screens.widgets.columns import Column
from screens.widgets.duty_pane import DutyPane
from screens.widgets.filter import Filter
from screens.widgets.table import Cell, Row, Table
from screens.words import day, days_left
from screens.working import begin
from sscb_tui.domain.terms import DutyState
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import DutyRow

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import date

P = ParamSpec("P")
EMPTY = "No clocks are running. The first starts when a referral is received."
COLUMNS = (
    Column("reference", "Ref", width=13),
    Column("pseudonym", "Child", width=8, drop=3),
    Column("clock", "Clock", width=5, drop=2),
    Column("what", "What, to whom", least=24, weight=4),
    Column("rule", "Rule", least=26, weight=3, drop=5),
    Column("source", "Source", least=12, weight=1, drop=7),
    Column("strength", "Strength", width=8, drop=6),
    Column("due", "Due", width=11),
    Column("left", "Left", width=8, align="right"),
    Column("state", "State", width=11),
    Column("who", "Who", width=17, drop=4),
)
LOOKS = {
    DutyState.LATE: ("late ✗", "late"),
    DutyState.DONE: ("done ✓", "good"),
    DutyState.DONE_LATE: ("done late", "near"),
    DutyState.NOT_NEEDED: ("not needed", "dim"),
    DutyState.RUNNING: ("running", ""),
    DutyState.PASSED: ("passed", "dim"),
}
RETURNS = "CK-3"
"""Read off the requests; an agency is chased on its case file."""

OF_A_ROW = ("done", "why", "extend", "lose", "letter", "tell", "sign")
"""Keys for the clock under the cursor, which may have no use for them."""


class Duties(ListPage[DutyRow]):
    """The list of clocks, and the rule behind the one under the cursor."""

    TITLE = "Duties"
    CSS_PATH = "duties.tcss"
    BINDINGS = [
        Binding("x", "done", "Done", id="duties.done", tooltip="Record that the duty was done, how, and the proof"),
        Binding("w", "why", "Why late", id="duties.why", tooltip="Explain why the date was or will be missed"),
        Binding("e", "extend", "Extend", id="duties.extend", tooltip="Record a later day to aim at; the clock runs on"),
        Binding(
            "l", "lose", "Days lost", id="duties.lose", tooltip="Record days lost to police, courts, family, others"
        ),
        Binding("p", "letter", "Letter", id="duties.letter", tooltip="Preview and save the letter that does the duty"),
        Binding("n", "tell", "Tell", id="duties.tell", tooltip="Owe a notice to somebody else whose business it is"),
        Binding("s", "sign", "Sign", id="duties.sign", tooltip="As Chair, sign the letters of the case"),
        Binding(
            "i", "calendar", "Calendar", id="duties.calendar", tooltip="Save the open clocks for your diary (.ics)"
        ),
        Binding(
            "space",
            "whole",
            "Whole",
            id="duties.whole",
            tooltip="Read all about one clock, or see the list",
            show=False,
        ),
        Binding("f", "open_only", "Open", id="duties.open_only", tooltip="Open duties only, or all", show=False),
        Binding("c", "case", "Case", id="duties.case", tooltip="Open the case file"),
        THREAD,
        *LIST_KEYS,
    ]
    today: date | None = None
    open_only = False

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
            rows, self.today = read
            self.rows = tuple(row for row in rows if row.is_open) if self.open_only else rows
            self.table.empty = EMPTY
            self.draw()
            self.show_rule()

    def key_of(self, row: DutyRow) -> str:
        """Clocks are known by their duty's id."""
        return row.duty_id

    def cells(self, row: DutyRow) -> Row:
        """One clock on one line; late has its word, its sign and its days as well as a colour."""
        left = days_left(row.working_days, row.near) if row.is_open else ("", "")
        due = (day(row.due, self.today), left[1])
        return (
            *(row.reference, row.pseudonym, row.clock, row.what, row.rule, row.source, row.strength.label),
            *(due, left, self._state(row), row.who),
        )

    def _state(self, row: DutyRow) -> Cell:
        """A late clock asks why until somebody has said; an extended one says that it is."""
        explicable = bool(row.case_id) and row.clock != RETURNS
        if row.state is DutyState.LATE and explicable and not row.overrun_reason:
            return ("late ✗ why?", "late")
        if row.state is DutyState.RUNNING and row.extensions:
            return ("extended →", "near")
        return LOOKS[row.state] if row.is_open or row.state is not DutyState.RUNNING else ("for info", "dim")

    def orders(self) -> tuple[Order[DutyRow], ...]:
        """Late first, then by case, clock or date."""
        return (
            Order("urgency", lambda row: (not row.is_open, row.due.toordinal(), row.reference)),
            Order("case", lambda row: (row.reference, row.due.toordinal())),
            Order("clock", lambda row: (int("0" + "".join(filter(str.isdigit, row.clock))), row.due.toordinal())),
            Order("date due", lambda row: (row.due.toordinal(), row.reference)),
            Order("who", lambda row: (row.who, row.due.toordinal())),
        )

    def counted(self) -> str:
        """How many run, how many are late."""
        running = sum(row.is_open for row in self.rows)
        late = sum(row.state is DutyState.LATE for row in self.rows)
        narrowed = "open only" if self.open_only else ""
        return " · ".join(filter(None, (f"{running} running", f"{late} late" if late else "", narrowed)))

    # The clock under the cursor

    def on_table_moved(self) -> None:
        """Show the rule behind the clock under the cursor."""
        self.show_rule()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are dimmed where they could do nothing: what has been done, what nobody ends by hand."""
        row = self.current
        if row is None or action not in OF_A_ROW:
            return super().check_action(action, parameters)
        derived = not row.case_id or row.clock == RETURNS
        may = {
            "done": row.is_open and not row.ends_with,
            "why": not derived,
            "extend": row.is_open and not derived,
            "lose": not derived,
            "letter": row.by_letter,
            "tell": row.by_letter,
            "sign": row.by_letter and row.is_open and not row.signed_by,
        }
        return True if may[action] else None

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
        """The case of the clock under the cursor; the Board's own duties have none."""
        if (row := self.current) is not None and row.case_id:
            self.go(Place.CASE, row.case_id)

    def action_whole(self) -> None:
        """Room for all that is on record about one clock, or for the list again."""
        self.toggle_class("-whole")

    def action_open_only(self) -> None:
        """Open duties only, or all."""
        self.open_only = not self.open_only
        self.refresh_record()

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
            self._do(deeds.done, self, row, self.today)

    def action_why(self) -> None:
        """Explain an overrun."""
        if (row := self.current) is not None:
            self._do(deeds.why, self, row)

    def action_extend(self) -> None:
        """Record a later day to aim at."""
        if (row := self.current) is not None:
            self._do(deeds.extend, self, row)

    def action_lose(self) -> None:
        """Record days lost."""
        if (row := self.current) is not None and self.today is not None:
            self._do(deeds.lose, self, row, self.today)

    def action_letter(self) -> None:
        """The letter that does the duty, as a paper."""
        if (row := self.current) is not None:
            self.go(Place.PAPER, row.case_id, f"{LETTER}{row.duty_id}")

    def action_calendar(self) -> None:
        """Save the open clocks for a diary."""
        self._do(deeds.calendar, self)

    def action_tell(self) -> None:
        """Tell somebody else of the decision."""
        if (row := self.current) is not None:
            self._do(deeds.tell, self, row)

    def action_sign(self) -> None:
        """Sign the letters of the case."""
        if (row := self.current) is not None:
            self._do(deeds.sign, self, row)

    def _do(self, deed: Callable[P, Coroutine[None, None, bool]], *given: P.args, **named: P.kwargs) -> None:
        begin(self, partial(deed, *given, **named), group="deed", exclusive=True)
