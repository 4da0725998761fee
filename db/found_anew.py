"""The search made anew for a whole record, and checked against what the record says."""

# ruff: noqa: S608  (names of tables and columns are constants of this package, never input)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Protocol

from db.connection import open_connection
from db.found import COLUMNS, INDEXES, PassageTable, cells, enter, passage_of
from db.links import bodies
from db.session import Session
from sscb_tui.domain.text import shown_line
from sscb_tui.domain.thread import Address
from sscb_tui.services.ports import Fault

if TYPE_CHECKING:
    from db.session import Row
    from sscb_tui.domain.passage import Passage

_SHOWN = 60
_NAMES = ("found", "recommended")


class Saying(Protocol):
    """A kind of record that may say something."""

    @property
    def table(self) -> str:
        """Its table."""

    def passages(self, version: int, body: str) -> tuple[str, tuple[Passage, ...]]:
        """What people call a stored record, and the words of it that can be found."""


def index(session: Session, kinds: Iterable[Saying]) -> None:
    """Make the passages of every record held, whatever there was before."""
    session.write("DELETE FROM passages")
    for name in _NAMES:
        session.write(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")
    table = PassageTable(session)
    for source, case_id, _, said in _said(session, kinds):
        table.rewrite(source, case_id, said)


def compare(session: Session, kinds: Iterable[Saying]) -> Iterator[Fault]:
    """Each record's passages against what the record says now, passages no record says, then the words themselves."""
    made = {source: Counter(group) for source, group in _grouped(session)}
    for source, case_id, title, said in _said(session, kinds):
        right, found = Counter(cells(case_id, each) for each in said), made.pop(source, Counter())
        for row in (right - found).elements():
            yield Fault(f"Table passages, {title}", f"lacks words that it says ({_named(row)})")
        for row in (found - right).elements():
            yield Fault(f"Table passages, {title}", f"holds words that it does not say ({_named(row)})")
    for source in made:
        yield Fault(f"Table passages, record {source.id}", f"no {source.kind} there says these words")
    yield from _indexed(session)


def _said(session: Session, kinds: Iterable[Saying]) -> Iterator[tuple[Address, str | None, str, tuple[Passage, ...]]]:
    """Every record: where it is, of which case, what it is called, what it says."""
    for kind in kinds:
        for id, case_id, version, body in bodies(session, kind.table):
            title, said = kind.passages(int(version or 0), str(body))
            yield Address(kind.table, str(id)), None if case_id is None else str(case_id), title, said


def _grouped(session: Session) -> Iterator[tuple[Address, Iterator[Row]]]:
    rows = session.rows(f"SELECT entity, record_id, {COLUMNS} FROM passages ORDER BY entity, record_id")
    for source, group in groupby(rows, key=lambda row: Address(str(row[0]), str(row[1]))):
        yield source, (row[2:] for row in group)


def _indexed(session: Session) -> Iterator[Fault]:
    """Word by word against an index made afresh from the same passages: what it lacks would never be found."""
    fresh = Session(open_connection(None), session.now)
    try:
        for statement in INDEXES:
            fresh.write(statement)
        fresh.write("BEGIN")  # or each row would be a transaction of its own
        for id, *row in session.stream(f"SELECT id, {COLUMNS} FROM passages"):
            enter(fresh, int(id or 0), passage_of(tuple(row)))
        fresh.write("COMMIT")
        for name in _NAMES:
            if any(held != right for held, right in zip_longest(_words(session, name), _words(fresh, name))):
                yield Fault(f"The search index, {name}", "does not hold the words of the passages")
    finally:
        fresh.connection.close()


def _words(session: Session, name: str) -> Iterator[Row]:
    """Every word of an index with its place, in the index's own order."""
    session.write(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_{name} USING fts5vocab (main, {name}, instance)")
    yield from session.stream(f"SELECT term, doc, col, offset FROM temp.words_of_{name}")


def _named(row: Row) -> str:
    label, words = str(row[3]), shown_line(str(row[-1]))
    return f"{label}: {words if len(words) <= _SHOWN else f'{words[: _SHOWN - 1]}…'}"
