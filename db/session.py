"""One connection and the transaction open on it: every statement of the record goes through here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from db.driver import Cell, sqlite3
from db.errors import explained

if TYPE_CHECKING:
    from db.toolkit import Database
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.ports import Clock

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """On whose behalf, by which move and when the open transaction writes."""

    actor: Actor
    move: str
    at: datetime


class Session:
    """Runs statements with failures explained, and nests transactions under the name of who acts."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock) -> None:
        """The connection belongs to the thread that opened it."""
        self.connection = connection
        self._clock = clock
        self._signed: list[Signed] = []

    @cached_property
    def database(self) -> Database:
        """The toolkit over the connection, loaded with the first thing written."""
        from db.toolkit import over

        return over(self.connection)

    def now(self) -> datetime:
        """The injected clock's time in UTC, as the record keeps it."""
        return self._clock().astimezone(UTC)

    @property
    def signed(self) -> Signed:
        """Who acts in the open transaction; saving outside one is a programming error."""
        if not self._signed:
            raise RuntimeError("a record is saved only inside `atomic`, so that it is journalled")
        return self._signed[-1]

    @property
    def writing_since(self) -> datetime | None:
        """When the open transaction began; None where nothing is being written."""
        return self._signed[-1].at if self._signed else None

    def rows(self, sql: str, parameters: Sequence[Cell] = ()) -> list[Row]:
        """Every row of a query."""
        with explained():
            return self.connection.execute(sql, tuple(parameters)).fetchall()

    def row(self, sql: str, parameters: Sequence[Cell] = ()) -> Row | None:
        """The first row of a query, if any."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def stream(self, sql: str, parameters: Sequence[Cell] = ()) -> Iterator[Row]:
        """Rows one at a time, for reading more than should be held at once."""
        with explained():
            yield from self.connection.execute(sql, tuple(parameters))

    def columns(self, table: str) -> tuple[str, ...]:
        """The names of a table's columns, in the order `*` gives them."""
        return tuple(str(name) for (name,) in self.rows("SELECT name FROM pragma_table_info(?)", (table,)))

    def write(self, sql: str, parameters: Sequence[Cell] = ()) -> int:
        """Run a statement that writes; the number of rows it touched. Commits unless a transaction is open."""
        with explained():
            return self.database.execute(sql, tuple(parameters)).rowcount

    @contextmanager
    def atomic(self, actor: Actor, move: str) -> Iterator[None]:
        """All or nothing. An inner one belongs to the outer transaction but is journalled under its own move."""
        with self._undone_on_error():
            self._signed.append(Signed(actor, move, self.now()))
            try:
                yield
            finally:
                self._signed.pop()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one moment, whatever other windows commit meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.write("BEGIN")
        try:
            yield
        finally:
            self._undo("ROLLBACK")

    @contextmanager
    def _undone_on_error(self) -> Iterator[None]:
        # IMMEDIATE takes the write lock at once: a deferred transaction that reads first fails when another writes.
        inner = bool(self._signed)
        begin, end = ("SAVEPOINT inner_move", "RELEASE inner_move") if inner else ("BEGIN IMMEDIATE", "COMMIT")
        undo = ("ROLLBACK TO inner_move", "RELEASE inner_move") if inner else ("ROLLBACK",)
        self.write(begin)
        try:
            yield
            self.write(end)
        except BaseException:
            self._undo(*undo)
            raise

    def _undo(self, *statements: str) -> None:
        for statement in statements:
            if self.connection.in_transaction:  # a full disk has ended the transaction already
                self.write(statement)
