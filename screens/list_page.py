"""A screen that is one list: read, sorted, filtered as one types, with the cursor kept on its row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.binding import Binding

from screens.base import Context, Page
from screens.widgets.filter import Filter
from screens.widgets.table import Row, Table

R = TypeVar("R")

FIND = Binding("slash", "find", "Find", id="list.find", key_display="/", tooltip="Filter the list as you type")
LIST_KEYS = (
    FIND,
    Binding("o", "sort", "Sort", id="list.sort", tooltip="Sort the list another way", show=False),
)
"""Every list's keys; a screen puts them after its own, so that the footer begins with what it is for."""


@dataclass(frozen=True, slots=True)
class Order(Generic[R]):
    """One way to sort a list: what it is called, and what it compares."""

    label: str
    by: Callable[[R], tuple[int | str, ...]]


class ListPage(Page, Generic[R]):
    """Holds rows of one kind; a screen says how a row is keyed, shown, sorted and counted."""

    AUTO_FOCUS = "Table"

    def __init__(self, context: Context, argument: str = "") -> None:
        """Start with nothing read and the first way of sorting."""
        super().__init__(context, argument)
        self.rows: tuple[R, ...] = ()
        self.order = 0

    def key_of(self, row: R) -> str:
        """What the row is known by while it moves about."""
        raise NotImplementedError

    def cells(self, row: R) -> Row:
        """The row as the list shows it."""
        raise NotImplementedError

    def orders(self) -> tuple[Order[R], ...]:
        """The ways of sorting, the usual one first."""
        raise NotImplementedError

    def counted(self) -> str:
        """The counts for the title bar."""
        return ""

    @property
    def table(self) -> Table:
        """The list itself."""
        return self.query_one(Table)

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return next((row for row in self.rows if self.key_of(row) == self.table.key), None)

    def draw(self) -> None:
        """Show the rows in the chosen order."""
        rows = sorted(self.rows, key=self.orders()[self.order].by)
        self.table.show([self.key_of(row) for row in rows], [self.cells(row) for row in rows])
        self.draw_counts()

    def draw_counts(self) -> None:
        """Counts, and the order where it is not the usual one."""
        shown, total = self.table.count
        found = f"{shown:,} of {total:,} found" if shown != total else self.counted()
        order = f"by {self.orders()[self.order].label}" if self.order else ""
        self.sub_title = " · ".join(part for part in (found, order) if part)

    def action_find(self) -> None:
        """Type to narrow the list."""
        self.query_one(Filter).open()

    def action_sort(self) -> None:
        """The next way of sorting."""
        self.order = (self.order + 1) % len(self.orders())
        self.draw()

    def uncover(self, key: str) -> None:
        """Put the cursor on a row, giving up the filter where that hides it."""
        self.table.go_to(key)
        if key and self.table.key != key and any(self.key_of(row) == key for row in self.rows):
            self.query_one(Filter).action_clear()
            self.narrow("")
            self.table.go_to(key)

    def on_filter_narrowed(self, message: Filter.Narrowed) -> None:
        """Narrow the list with every key."""
        self.narrow(message.needle)

    def narrow(self, typed: str) -> None:
        """Show only what was asked for."""
        self.table.find(typed)
        self.draw_counts()

    def on_filter_left(self) -> None:
        """The person asked for the list again."""
        self.to_list()

    def to_list(self) -> None:
        """Give the keys back to the list."""
        self.table.focus()
