"""One kind of record in one table: its body whole, its version, and the columns that keys and lists need."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from db import statements
from db.driver import Cell
from db.found import PassageTable
from db.journal import JournalBook, Saved
from db.links import LinkTable
from db.session import Row, Session
from sscb_tui.domain.base import Aggregate
from sscb_tui.domain.errors import NotFoundError, StaleError
from sscb_tui.domain.passage import Passage
from sscb_tui.domain.thread import Address, Refers

T = TypeVar("T", bound=Aggregate)


def _of_nothing(record: Aggregate) -> Iterable[Refers]:
    """Most kinds speak of no other record."""
    return ()


def _unsaid(record: Aggregate) -> Iterable[Passage]:
    """What is privileged, and the Board's own settings, are never found."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What tells one kind of record from another; everything else they share."""

    name: str
    """One of them in a sentence."""
    table: str
    """Its table, and the journal's word for the kind."""
    model: type[T]
    columns: Callable[[T], Mapping[str, Cell]]
    """The columns beside id, version and body, each a function of the record and of nothing else."""
    title: Callable[[T], str]
    """What people call one such record."""
    refers: Callable[[T], Iterable[Refers]] = _of_nothing
    """What it says of other records, part by part; the links of the record are made from this alone."""
    says: Callable[[T], Iterable[Passage]] = _unsaid
    """The words that can be found, passage by passage; what the search knows of the record is made from this alone."""

    def read(self, version: int, body: str) -> T:
        """The record as stored."""
        return self.model.model_validate(json.loads(body) | {"version": version})

    def saying(self, version: int, body: str) -> tuple[str, tuple[Refers, ...]]:
        """What people call a stored record, and what it says of others."""
        record = self.read(version, body)
        return self.title(record), tuple(self.refers(record))

    def passages(self, version: int, body: str) -> tuple[str, tuple[Passage, ...]]:
        """What people call a stored record, and the words of it that can be found."""
        record = self.read(version, body)
        return self.title(record), tuple(self.says(record))

    def cells(self, record: T, body: str | None = None) -> dict[str, Cell]:
        """Every column of the record's row; `body` where its canonical form is known already."""
        return {
            "id": record.id,
            "version": record.version,
            "body": record.canonical() if body is None else body,
            **self.columns(record),
        }


class Table(Generic[T]):
    """The repository of one kind of record."""

    def __init__(self, kind: Kind[T], session: Session, journal: JournalBook) -> None:
        """Saving goes to the table and the journal in one transaction of the session."""
        self.kind = kind
        self._session = session
        self._journal = journal
        self._links = LinkTable(session)
        self._passages = PassageTable(session)

    def get(self, id: str) -> T:
        """The record; NotFoundError if there is none."""
        record = self.find(id)
        if record is None:
            raise NotFoundError(f"No {self.kind.name} is held under {id}.")
        return record

    def find(self, id: str) -> T | None:
        """The record, or None."""
        return self._one("id", id)

    def all(self) -> Sequence[T]:
        """Every record, in the order first saved."""
        return self._read(self._session.rows(statements.select(self.kind.table)))

    def save(self, record: T) -> T:
        """Store and journal it; answers the record at its new version. StaleError if somebody saved first."""
        signed = self._session.signed
        body = record.canonical()
        # Read back before it is written: what could not be read again is refused by its own model.
        saved = self.kind.read(record.version + 1, body)
        here, refers = Address(self.kind.table, saved.id), tuple(self.kind.refers(saved))
        self._links.refuse_loose(here, refers, lambda: self._said_before(saved.id))
        if self._written(saved, body, over=record.version) == 0:
            raise StaleError(self.kind.title(record), record.version, self._stored_version(record.id))
        case_id = self._case_of(saved)
        self._journal.append(signed, Saved(self.kind.table, saved.id, saved.version, case_id, body))
        self._links.rewrite(here, case_id, refers)
        self._passages.rewrite(here, case_id, tuple(self.kind.says(saved)))
        return saved

    def _said_before(self, id: str) -> Iterable[Refers]:
        """What the record says as it is held: what it cites already is not refused for being lost since."""
        held = self.find(id)
        return self.kind.refers(held) if held is not None else ()

    def _written(self, record: T, body: str, *, over: int) -> int:
        """How many rows now hold the record: none, where the version it was made over is not the one held."""
        cells = self.kind.cells(record, body)
        if over == 0:
            return self._session.write(statements.insert(self.kind.table, cells), list(cells.values()))
        update = statements.update(self.kind.table, cells)
        return self._session.write(update, [*cells.values(), record.id, over])

    def _stored_version(self, id: str) -> int:
        row = self._session.row(statements.select(self.kind.table, "id"), (id,))
        return int(row[0] or 0) if row else 0

    def _case_of(self, record: T) -> str | None:
        """The case whose history this record's entries belong to."""
        case_id = self.kind.columns(record).get("case_id")
        return None if case_id is None else str(case_id)

    def _one(self, column: str, value: Cell) -> T | None:
        found = self._where(column, value)
        return found[0] if found else None

    def _where(self, column: str, value: Cell, order: str = "rowid") -> tuple[T, ...]:
        return self._read(self._session.rows(statements.select(self.kind.table, column, order), (value,)))

    def _read(self, rows: Sequence[Row]) -> tuple[T, ...]:
        return tuple(self.kind.read(int(version or 0), str(body)) for version, body in rows)
