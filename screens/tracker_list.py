"""The list half of the tracker: finding with terms, order, groups, views and marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container, Vertical

from screens.list_page import ListPage, Order
from screens.tracker_sort import GROUPS, ORDERS, Arranged, arrange, counts
from screens.tracker_terms import Terms, below
from screens.tracker_views import STOCK, View, Views, kept, recalled
from screens.tracker_words import COLUMNS, KEY_LINE, cells
from screens.widgets.action_pane import ActionPane
from screens.widgets.filter import Filter, Hint
from screens.widgets.made import Made
from screens.widgets.marked_table import MarkedTable
from screens.words import count
from screens.working import begin
from sscb_tui.services.tracker_lines import Line, lines
from sscb_tui.services.tracker_query import read
from sscb_tui.services.views import ActionRow

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.events import DescendantBlur, DescendantFocus
    from textual.widget import Widget

    from screens.base import Context
    from screens.widgets.table import Row
    from sscb_tui.domain.query import Query

EMPTY = "No actions yet. n adds a recommendation, a an action, for the case in hand."
LOOK_KEYS = (
    Binding("f", "views", "Views", id="tracker.views", tooltip="Choose a view, or keep this one under a name"),
    Binding("b", "group", "By", id="tracker.group", tooltip="Group by agency, review, theme, owner …", show=False),
)
"""The keys that change what is looked at, apart from those of every list."""


class TrackerList(ListPage[Line]):
    """Holds every line; a screen adds what can be done with one."""

    today: date | None = None
    group = 0
    typed = ""
    """What the list is narrowed to, as it stands in the filter."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing read yet."""
        super().__init__(context, argument)
        self.arranged = Arranged(())
        self.known: dict[str, Line] = {}
        """Every line by its key."""
        self._told = ""
        self._did = False
        self._before: frozenset[str] = frozenset()
        self._recommended: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """List and pane, side by side where there is room."""
        with Container(id="desk"):
            with Vertical(id="actions") as actions:
                actions.border_title, actions.border_subtitle = "Actions", KEY_LINE
                yield Filter(Terms())
                yield Hint()
                yield MarkedTable(*COLUMNS, empty="Reading the tracker …")
                yield from self.beside()
            yield ActionPane()

    def beside(self) -> ComposeResult:
        """What may take the place of the list."""
        yield from ()

    async def reload(self) -> None:
        """Read every line."""
        held = await self.ask(
            lambda services: (
                lines(services.tracker.rows(), services.tracker.open_ends(), services.board.settings()),
                {f"R-{each.number}": each.text for each in services.tracker.recommendations()},
                services.desk.today(),
            )
        )
        if held is not None:
            left = self.current
            self.rows, self._recommended, self.today = held
            self.known = {line.key: line for line in self.rows}
            self._told = self._count()
            self.table.empty = EMPTY
            self.draw()
            self._tell_of(left)
            self._go_to_made()
            self.read_pane()

    def _tell_of(self, left: Line | None) -> None:
        """A row that went from under the cursor, because it is no longer what is looked for, does not go unsaid."""
        if left is not None and self.typed.strip() and left.key in self.known and self.table.key != left.key:
            self.notify(f"{left.label} is no longer among what is looked for.", markup=False)

    def on_screen_suspend(self) -> None:
        """Remember what was there before anything is asked for."""
        self._before = frozenset(self.known)

    def made(self) -> None:
        """Something new was put on the tracker here: it is what one goes on with."""
        self._did = True

    def _go_to_made(self) -> None:
        """The cursor goes to a line that was made here, never to what another window added meanwhile."""
        did, self._did = self._did, False
        if did and (added := [line.key for line in self.rows if line.key not in self._before]):
            self.table.go_to(added[-1])

    def read_pane(self) -> None:
        """Show what is under the cursor whole."""

    def key_of(self, row: Line) -> str:
        """Actions are known by their id, what waits for one by its place."""
        return row.key

    def cells(self, row: Line) -> Row:
        """One line of the list."""
        return cells(row, self.today)

    def orders(self) -> tuple[Order[Line], ...]:
        """What is overdue first, then by slip, agency, weakest evidence, number or state."""
        return ORDERS

    # What is under the cursor

    @property
    def marks(self) -> MarkedTable:
        """The list itself, which knows what is marked."""
        return self.query_one(MarkedTable)

    @property
    def current(self) -> Line | None:
        """The line under the cursor."""
        return self.known.get(self.table.key)

    @property
    def chosen(self) -> tuple[ActionRow, ...]:
        """The actions a deed is meant for: those marked, else the one under the cursor."""
        keys = self.marks.marked or ((self.current.key,) if self.current else ())
        held = (self.known[key].action for key in keys if key in self.known)
        return tuple(action for action in held if action is not None)

    def on_marked_table_marked(self) -> None:
        """The title counts the marks."""
        self.draw_counts()

    async def action_back(self) -> None:
        """Marks are taken away before anything else, wherever the cursor is."""
        if self.marks.marked:
            self.marks.action_unmark()
        else:
            await super().action_back()

    def on_table_moved(self) -> None:
        """Show the action under the cursor."""
        self.read_pane()

    # What is shown

    def draw(self) -> None:
        """Show the lines in the chosen order, under the heads of their groups, narrowed as before."""
        if self.today is None:
            return
        self.arranged, asked = arrange(self.rows, ORDERS[self.order], GROUPS[self.group]), self._asked(self.today)
        held = self.arranged.lines
        self.table.ask(asked.words, self._narrowing(asked), self.typed.strip())
        self.table.show(
            [line.key for line in held],
            Made(held, self.cells),
            texts=[line.text for line in held],
            groups=self.arranged.groups,
            heads=self._head,
        )
        self.draw_found(asked)

    def _head(self, name: str, places: Sequence[int]) -> str:
        said = counts([self.arranged.lines[place] for place in places])
        return f"{name:<14}  {said}  {self._recommended.get(name, '')}".rstrip()

    def narrow(self, typed: str) -> None:
        """Show the lines that were asked for; what cannot be read is said below the filter."""
        self.typed = typed
        if self.today is not None:
            asked = self._asked(self.today)
            self.table.find(asked.words, self._narrowing(asked), typed.strip())
            self.draw_found(asked)

    def _asked(self, today: date) -> Query[Line]:
        return read(self.typed, today, typing=self.query_one(Filter).has_focus)

    def draw_found(self, asked: Query[Line]) -> None:
        """Whatever else shows what was found."""
        self.query_one(Hint).say(below(self.typed, asked, typing=self.query_one(Filter).has_focus))
        self.draw_counts()

    def _narrowing(self, asked: Query[Line]) -> Callable[[Sequence[int]], Sequence[int]] | None:
        held, tests = self.arranged.lines, asked.tests

        def narrow(places: Sequence[int]) -> Sequence[int]:
            for test in tests:
                places = [place for place in places if test(held[place])]
            return places

        return narrow if tests else None

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Whoever begins to type is told the terms."""
        self._read_again(event.widget)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """What was typed is whole now: a word that might have become a term is a word."""
        self._read_again(event.widget)

    def _read_again(self, left: Widget) -> None:
        if isinstance(left, Filter):
            self.narrow(self.typed)

    # Counts

    def counted(self) -> str:
        """How many, how many overdue, how many nobody speaks of, and what waits for an action."""
        return self._told

    def _count(self) -> str:
        actions = [line.action for line in self.rows if line.action is not None]
        overdue, silent = sum(each.overdue for each in actions), sum(each.silent for each in actions)
        parts = ((overdue, "overdue"), (silent, "silent"), (len(self.rows) - len(actions), "waiting"))
        return " · ".join((count(len(actions), "action"), *(f"{number:,} {word}" for number, word in parts if number)))

    def draw_counts(self) -> None:
        """The view by its name, counts, groups and order where they are not the usual ones, and marks."""
        shown, total = self.table.count
        view, marked, unseen = self.view, len(self.marks.marked), self.marks.marked_unseen
        grouped = f"by {view.group}" if view.group else ""
        parts = (
            view.name if view.name.lower() not in (STOCK[0].name.lower(), grouped) else "",
            f"{shown:,} of {total:,} found" if shown != total else self.counted(),
            grouped,
            f"{view.order} first" if self.order else "",
            f"{marked} marked" + (f", {unseen} not on show" if unseen else "") if marked else "",
        )
        self.sub_title = " · ".join(part for part in parts if part)

    # Groups and views

    def action_group(self) -> None:
        """The next way of grouping, none again after the last."""
        self.group = (self.group + 1) % len(GROUPS)
        self.draw()

    @property
    def view(self) -> View:
        """What is shown now, under the name it is known by, if by any."""
        order, group = ORDERS[self.order].label, GROUPS[self.group].label
        known = (*STOCK, *recalled(self.context.views))
        name = next((each.name for each in known if (each.query, each.group) == (self.typed.strip(), group)), "")
        return View(name, self.typed.strip(), order, group)

    def action_views(self) -> None:
        """Choose a view, or keep this one."""
        begin(self, self._views, group="dialog", exclusive=True)

    async def _views(self) -> None:
        chosen = await self.app.push_screen_wait(Views(self.view, recalled(self.context.views)))
        if chosen is not None:
            self.context.keep_views(kept(chosen.own))
            if chosen.view is not None:
                self.look(chosen.view)

    def look(self, view: View) -> None:
        """Show a view; its terms stand in the filter, where they can be changed."""
        self.order = next(at for at, each in enumerate(ORDERS) if each.label == view.order)
        self.group = next(at for at, each in enumerate(GROUPS) if each.label == view.group)
        self.typed = view.query
        self.query_one(Filter).stand(view.query)
        self.draw()

    def find(self, asks: str) -> None:
        """What somebody came for, in the usual order, under no heads."""
        self.look(View("", asks))

    def uncover(self, key: str) -> None:
        """Put the cursor on a line, giving up the filter where that hides it."""
        if key and key in self.known and key not in {self.arranged.lines[at].key for at in self.table.lines.found}:
            self.query_one(Filter).stand("")
            self.narrow("")
        self.table.go_to(key)
