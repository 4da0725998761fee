"""The conflicts between the returns: a list with those to settle first, and beside it who says what in which words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.containers import Container
from textual.widgets import Static

from screens.dialogs.choose import Choose
from screens.dialogs.conflicts_words import Labels, counts, detail, place_of, state_cell
from screens.dialogs.dialog import Dialog
from screens.list_page import FIND
from screens.widgets.columns import Column
from screens.widgets.filter import Filter
from screens.widgets.pane import Pane, plain
from screens.widgets.table import Table
from sscb_tui.domain.terms import DifferenceKind

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from sscb_tui.services.views import DifferenceView

NONE = "No conflicts found."
AGREE = "The returns do not contradict one another in anything this looks for."
KEYS = "Enter settle or have checked · 1-9 to that answer · / find · f kind · Tab read · Esc"
COLUMNS = (
    Column("state", "State", width=12),
    Column("kind", "Kind", width=16, drop=1),
    Column("what", "What differs", least=36),
)
Settle = Callable[["DifferenceView"], Awaitable["Sequence[DifferenceView] | None"]]
"""Asks for an answer and records it; all conflicts as they stand then, or None where nothing was recorded."""


class WhoSaysWhat(Pane, can_focus=True):
    """The conflict under the cursor, whole."""


class Conflicts(Dialog[tuple[str, str]]):
    """Answers the agency and the question to go to, if a person went to one."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    DEFAULT_CSS = """
    Conflicts {
        & > .box { width: 180; max-width: 98%; height: 96%; max-height: 96%; padding: 0 1; }
        #conflict-panes { height: 1fr; layout: horizontal; }
        Table { width: 1fr; height: 100%; }
        WhoSaysWhat { width: 1fr; height: 100%; }
        WhoSaysWhat:focus { border: round $primary; }
        .hint { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-narrow #conflict-panes { layout: vertical; }
        &.-narrow Table { width: 100%; height: 2fr; }
        &.-narrow WhoSaysWhat { width: 100%; height: 3fr; }
        &.-narrow > .box { padding: 0; }
    }
    """
    BINDINGS = [
        Binding("s", "settle", "Settle", id="conflicts.settle", tooltip="Say how it is settled, or who checks it"),
        Binding("o", "cell(0)", "Go to", id="conflicts.cell", tooltip="To the first party's answer in the grid"),
        FIND,
        Binding("f", "kind", "Kind", id="conflicts.kind", tooltip="Show one kind of conflict alone, or all"),
        *(
            Binding(
                str(number),
                f"cell({number})",
                f"Party {number}",
                show=False,
                id=f"conflicts.cell_{number}",
                tooltip=f"To the answer of party {number}",
            )
            for number in range(1, 10)
        ),
    ]

    def __init__(
        self, found: Sequence[DifferenceView], labels: Labels, today: date, settle: Settle, *, at: str = ""
    ) -> None:
        """`at` is the id of the conflict to begin with."""
        super().__init__()
        self.found, self._labels, self._today, self._settle, self._at = tuple(found), labels, today, settle, at
        self.kind: DifferenceKind | None = None

    def compose(self) -> ComposeResult:
        """List and detail: side by side where there is room, one above the other where there is not."""
        with Container(classes="box"):
            yield Filter()
            with Container(id="conflict-panes"):
                yield Table(*COLUMNS, empty=NONE)
                yield WhoSaysWhat()
            yield Static(KEYS, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin in the list, at the conflict that was asked for."""
        self._draw()
        self.query_one(Table).go_to(self._at)
        self.query_one(Table).focus()

    @property
    def current(self) -> DifferenceView | None:
        """The conflict under the cursor."""
        key = self.query_one(Table).key
        return next((each for each in self.found if each.id == key), None)

    def _draw(self) -> None:
        shown = [each for each in self.found if self.kind in (None, each.kind)]
        rows = [(state_cell(each, self._today), each.kind.label, each.what) for each in shown]
        self.query_one(Table).show([each.id for each in shown], rows)
        only = f" · {self.kind.label} only" if self.kind else ""
        self.query_one(".box").border_title = f"Conflicts · {counts(self.found)}{only}"
        self._show()

    def _show(self) -> None:
        view = self.current
        lines = detail(view, self._labels, self._today) if view else (plain("", AGREE),)
        self.query_one(WhoSaysWhat).show_lines("Who says what" if view else "", lines)

    def action_find(self) -> None:
        """Type to narrow the list."""
        self.query_one(Filter).open()

    def on_filter_narrowed(self, message: Filter.Narrowed) -> None:
        """Narrow the list with every key."""
        self.query_one(Table).find(message.needle)

    def on_filter_left(self) -> None:
        """The person asked for the list again."""
        self.query_one(Table).focus()

    def on_table_moved(self) -> None:
        """Show the conflict under the cursor from its top."""
        self._show()
        self.query_one(WhoSaysWhat).scroll_home(animate=False)

    def on_table_opened(self) -> None:
        """Enter settles."""
        self.action_settle()

    @work(group="dialog")
    async def action_settle(self) -> None:
        """Ask how it is settled or who checks it, and show what has become of it."""
        view = self.current
        if view is not None and (found := await self._settle(view)) is not None:
            self.found = tuple(found)
            self._draw()

    @work(group="dialog")
    async def action_kind(self) -> None:
        """One kind alone, or all again."""
        held = [(kind, sum(each.kind is kind for each in self.found)) for kind in DifferenceKind]
        kinds = [(kind.value, f"{kind.label}  {number}") for kind, number in held if number]
        options = (("all", f"every kind  {len(self.found)}"), *kinds)
        answer = await self.app.push_screen_wait(Choose("Which kind of conflict?", options))
        if answer is not None:
            self.kind = None if answer == "all" else DifferenceKind(answer)
            self._draw()

    def action_cell(self, number: int) -> None:
        """To the answer of the party under that number; without one, of the first party that has an answer."""
        sayings = self.current.sayings if self.current else ()
        wanted = sayings[number - 1 : number] if number else sayings
        place = next(filter(None, map(place_of, wanted)), None)
        if place is not None:
            self.dismiss(place)
