"""One case from every side: overview, family, returns, decision, duties, papers, history."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, ParamSpec

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from screens import case_file_returns as deeds
from screens import case_file_tables as tables
from screens import case_file_thread as whereabouts
from screens import case_file_whose as whose
from screens import case_file_words as words
from screens import early
from screens.base import THREAD, Context, Place, Subject
from screens.case_file_words import Dossier
from screens.desk_page import DeskPage
from screens.dialogs.told import Told
from screens.narrowing import Narrowing
from screens.widgets.filter import Filter
from screens.widgets.pane import Pane
from screens.widgets.table import Table
from screens.working import begin
from sscb_tui.domain.terms import Paper

if TYPE_CHECKING:
    from sscb_tui.domain.thread import Address
    from sscb_tui.services.views import ReturnRow

P = ParamSpec("P")
TABS = ("overview", "family", "returns", "decision", "duties", "papers", "history")
CHASE = "chase"
"""The argument that begins with a reminder to whoever has not answered."""
ON_RETURNS = ("issue", "take", "chase", "refuse", "complete")
"""What can be done only while the returns are in front."""
WITH_NAMES = ("family", "history")
"""Where names may be shown."""


class Sheet(Pane, can_focus=True):
    """A page of the file that scrolls by keys."""


def _tab(number: int) -> Binding:
    name = TABS[number - 1]
    return Binding(
        str(number), f"tab('{name}')", name.capitalize(), show=False, id=f"case.{name}", tooltip=f"Show {name}"
    )


class CaseFile(Narrowing, DeskPage):
    """Shows one case; names stay hidden until they are asked for."""

    TITLE = "Case file"
    CSS_PATH = "case_file.tcss"
    BINDINGS = [
        *(_tab(number) for number in range(1, len(TABS) + 1)),
        Binding("right_square_bracket,right,l", "turn(1)", "Next", show=False, id="case.next", tooltip="The next side"),
        Binding(
            "left_square_bracket,left,h", "turn(-1)", "Before", show=False, id="case.back", tooltip="The side before"
        ),
        Binding("i", "issue", "Issue", id="case.issue", tooltip="Write scoping templates to files for agencies"),
        Binding("f", "take", "Import", id="case.take", tooltip="Import returned files, each whole or not at all"),
        Binding("c", "chase", "Chase", id="case.chase", tooltip="Record a reminder or more time for this agency"),
        Binding(
            "x", "refuse", "Refused", show=False, id="case.refuse", tooltip="Record that this agency refuses, and why"
        ),
        Binding(
            "m", "complete", "Meeting", id="case.complete", tooltip="Every return is accounted for: on to the meeting"
        ),
        Binding("v", "names", "Names", id="case.names", tooltip="Show the family's names, or hide them again"),
        THREAD,
        Binding("n", "early", "Early", id="case.early", tooltip="A new early action: lessons are not kept waiting"),
        Binding("e", "edit", "Edit", id="case.edit", tooltip="Correct the referral"),
        Binding("d", "discuss", "Discuss", id="case.discuss", tooltip="The initial discussion"),
        Binding("a", "advise", "Recommend", id="case.advise", tooltip="Write the recommendation to the Chair"),
        Binding(
            "w", "whose", "Whose?", id="case.whose", tooltip="Ask whether the case is another Board's, or hand it over"
        ),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """The argument may name the side to begin with."""
        super().__init__(context, argument)
        self.case_id = context.case_id or ""
        self.read: Dossier | None = None
        self._names = False
        self._chasing = False

    def body(self) -> ComposeResult:
        """The names of the sides, and the one in front."""
        yield Static(id="sides", markup=False)
        yield Filter()
        with ContentSwitcher(initial=self._first()):
            yield Sheet(id="overview")
            yield Sheet(id="family")
            yield Table(*tables.RETURNS, id="returns", empty="Nobody has been asked yet. i issues templates.")
            yield Sheet(id="decision")
            yield Table(*tables.DUTIES, id="duties", empty="No clock is running.")
            yield Table(*tables.PAPERS, id="papers")
            yield Table(*tables.HISTORY, id="history", empty="Nothing is on record yet.")

    def _first(self) -> str:
        wanted = "returns" if self.argument == CHASE else self.argument
        return wanted if wanted in TABS else TABS[0]

    def on_mount(self) -> None:
        """Begin in front."""
        self._chasing = self.argument == CHASE
        self._front()

    async def reload(self) -> None:
        """Read the file again."""
        read = await self.ask(partial(words.dossier, case_id=self.case_id))
        if read is not None:
            self.read = read
            self._draw(read)
            self.refresh_bindings()
            self._chase_first(read)

    def _draw(self, read: Dossier) -> None:
        case = read.file.case
        self.title = f"{case.pseudonym} · {case.reference}"
        self.sub_title = case.stage.label
        self.query_one("#overview", Sheet).show_lines("", words.overview(read))
        self.query_one("#family", Sheet).show_lines("", words.family(read.file, names=self._names))
        self.query_one("#decision", Sheet).show_lines("", words.decision(read))
        self.query_one("#returns", Table).show(*tables.returns(read))
        self.query_one("#duties", Table).show(*tables.duties(read))
        self.query_one("#papers", Table).show(*tables.papers(read))
        self.query_one("#history", Table).show(*tables.history(read, names=self._names))

    # The sides

    @property
    def side(self) -> str:
        """The side in front."""
        return self.query_one(ContentSwitcher).current or TABS[0]

    def action_tab(self, name: str) -> None:
        """Bring a side to the front."""
        self.widen()
        self.query_one(ContentSwitcher).current = name
        self._front()

    def list_in_hand(self) -> Table | None:
        """The side in front, where it is a list."""
        front = self.query_one(f"#{self.side}")
        return front if isinstance(front, Table) else None

    def action_turn(self, by: int) -> None:
        """The next side, or the one before."""
        self.action_tab(TABS[(TABS.index(self.side) + by) % len(TABS)])

    def _front(self) -> None:
        side = self.side
        parts = [
            Content.styled(
                f" {number} {name.capitalize()} ",
                "bold $text-primary underline" if name == side else "$foreground-muted",
            )
            for number, name in enumerate(TABS, start=1)
        ]
        self.query_one("#sides", Static).update(Content("").join(parts))
        self.query_one(f"#{side}").focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that belong to one side work there."""
        if action in ON_RETURNS:
            return self.is_mounted and self.side == "returns"
        if action == "names":
            return self.is_mounted and self.side in WITH_NAMES
        if action == "whose":
            return self.read is not None and self.read.file.case.stage in whose.OPEN
        return super().check_action(action, parameters)

    def action_names(self) -> None:
        """Show the names, or hide them."""
        self._names = not self._names
        if self.read is not None:
            self._draw(self.read)

    # The golden thread

    async def subject(self) -> Subject | None:
        """The return, the duty or the entry under the cursor; the decision; else the referral."""
        at = whereabouts.here(self.read, self.side, self._key()) if self.read is not None else None
        return Subject(self.case_id, at) if at is not None else None

    def _key(self) -> str:
        """The key of the row under the cursor, on a side that is a list."""
        front = self.list_in_hand()
        return front.key if front is not None else ""

    async def show_at(self, at: Address) -> None:
        """The return somebody came for."""
        requests = self.read.file.requests if self.read is not None else ()
        for each in filter(lambda request: request.id == at.id, requests):
            self.widen()
            self.query_one("#returns", Table).go_to(each.agency)

    # Elsewhere

    def action_edit(self) -> None:
        """Correct the referral."""
        self.go(Place.REFERRAL_FORM, self.case_id, f"case:{self.case_id}")

    def action_discuss(self) -> None:
        """The initial discussion."""
        self.go(Place.DISCUSSION, self.case_id)

    def action_advise(self) -> None:
        """The recommendation."""
        self.go(Place.ADVICE, self.case_id)

    def action_early(self) -> None:
        """An action that waits for no review."""
        self._do(early.act, self, self.case_id)

    def action_whose(self) -> None:
        """Another Board's case, perhaps."""
        if self.read is not None:
            self._do(whose.ask, self, self.read.file.case)

    @on(Table.Opened, "#papers")
    def _paper(self, event: Table.Opened) -> None:
        if self.read is not None and not tables.printable(Paper(event.key), self.read.file):
            self.notify("There is nothing to print yet.", markup=False)
        else:
            self.go(Place.PAPER, self.case_id, event.key)

    @on(Table.Opened, "#duties")
    def _duty(self) -> None:
        self.go(Place.DUTIES)

    @on(Table.Opened, "#history")
    def _entry(self, event: Table.Opened) -> None:
        entry = next((each for each in self.read.history if str(each.seq) == event.key), None) if self.read else None
        if entry is not None:
            self.app.push_screen(Told(f"Entry {entry.seq} · {entry.entity}", words.entry(entry, names=self._names)))

    @on(Table.Opened, "#returns")
    def _return(self, event: Table.Opened) -> None:
        self._do(self._show_return, event.key)

    async def _show_return(self, agency: str) -> None:
        paper = await self.ask(lambda services: services.scoping.filled(self.case_id, agency))
        if paper is not None:
            await self.app.push_screen_wait(Told(paper.title, paper.markdown))

    # Returns

    def _do(self, deed: Callable[P, Coroutine[None, None, object]], *given: P.args, **named: P.kwargs) -> None:
        begin(self, partial(deed, *given, **named), group="deed")

    def action_issue(self) -> None:
        """Templates out."""
        if self.read is not None:
            self._do(deeds.issue, self, self.read)

    def action_take(self) -> None:
        """Files in."""
        self._do(deeds.take, self)

    def action_chase(self) -> None:
        """A reminder to the agency under the cursor."""
        if (row := self._row()) is not None:
            self._do(deeds.chase, self, row)

    def _chase_first(self, read: Dossier) -> None:
        """Where the case was opened to chase, begin with the agency that is latest."""
        if not self._chasing:
            return
        self._chasing = False
        if (row := deeds.latest(read)) is None:
            self.notify("Nobody has to be chased: no return is awaited.", markup=False)
        else:
            self.query_one("#returns", Table).go_to(row.agency)
            self._do(deeds.chase, self, row)

    def action_refuse(self) -> None:
        """The agency under the cursor refuses."""
        if (row := self._row()) is not None:
            self._do(deeds.refuse, self, row)

    def action_complete(self) -> None:
        """The end of waiting."""
        if self.read is not None:
            self._do(deeds.complete, self, self.read)

    def _row(self) -> ReturnRow | None:
        key = self.query_one("#returns", Table).key
        return next((row for row in self.read.returns if row.agency == key), None) if self.read is not None else None
