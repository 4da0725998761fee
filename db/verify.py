"""`sscb verify`: the first thing wrong with a record, in words, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db import chain, found_anew, links, replay
from db.connection import open_connection
from db.errors import RecordError
from db.journal import JournalBook
from db.kinds import LINKING
from db.migrations import MIGRATIONS
from db.session import Session
from sscb_tui.services.ports import Fault

Check = Callable[[Session], Iterator[Fault]]


class VerifiedJournal(JournalBook):
    """The journal with the means to prove itself and everything that rests on it."""

    def verify(self) -> Fault | None:
        """Walk the chain, replay it and compare with every table; None if all is well."""
        connection = self._session.connection
        usual = connection.text_factory
        # A damaged text is a finding here, so it must be readable at all.
        connection.text_factory = _any_text
        try:
            with self._session.snapshot():
                found = next((fault for check in CHECKS for fault in check(self._session)), None)
            return found and Fault(chain.legible(found.where), chain.legible(found.what))
        except RecordError as error:
            return Fault("The file", str(error))
        finally:
            connection.text_factory = usual


def _any_text(stored: bytes) -> str:
    return stored.decode("utf-8", "surrogateescape")


def pages(session: Session) -> Iterator[Fault]:
    """The file's own structure."""
    for (message,) in session.rows("PRAGMA integrity_check(1)"):
        if message != "ok":
            yield Fault("The file", f"its pages do not fit together ({message})")


def schema(session: Session) -> Iterator[Fault]:
    """Every table, index and trigger as this program makes them: the guards against change are still there."""
    fresh = Session(open_connection(None), session.now)
    try:
        MIGRATIONS.apply(fresh.database)
        expected, found = _objects(fresh), _objects(session)
    finally:
        fresh.connection.close()
    for name in sorted({*expected, *found}):
        if expected.get(name) != found.get(name):
            state = "is missing" if name not in found else "was altered" if name in expected else "is not ours"
            yield Fault(f"The schema, {name.replace('_', ' ')}", state)


def _objects(session: Session) -> dict[str, str]:
    # What SQLite and sqlite-utils keep for themselves may be spelt differently by another release of theirs.
    own = "SELECT name, type || ' ' || sql FROM sqlite_schema WHERE sql IS NOT NULL AND NOT tbl_name GLOB '*sqlite_*'"
    return {str(name): str(sql) for name, sql in session.rows(own)}


def belonging(session: Session) -> Iterator[Fault]:
    """Every record belongs to one that is held."""
    for table, row, parent, _ in session.rows("PRAGMA foreign_key_check"):
        yield Fault(f"Table {table}, row {row}", f"belongs to a row of {parent} that is not held")


def linked(session: Session) -> Iterator[Fault]:
    """Every link is one that a record makes, and every one that a record makes is there."""
    yield from links.compare(session, LINKING)


def findable(session: Session) -> Iterator[Fault]:
    """Every word that records say can be found, and nothing else."""
    yield from found_anew.compare(session, LINKING)


CHECKS: tuple[Check, ...] = (pages, schema, chain.walk, replay.compare, belonging, linked, findable)
