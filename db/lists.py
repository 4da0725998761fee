"""A record opened for its lists alone: a connection, a schema up to date, and no model loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import queries
from db.connection import open_connection
from db.errors import about
from db.schema import is_current
from db.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sscb_tui.domain.terms import Stage
    from sscb_tui.services.ports import Clock
    from sscb_tui.services.views import ActionFacts, NoticeFacts, QueueFacts, WaitingFacts


class RecordLists:
    """Reads columns; everything that needs whole records is built on the same session when it is first asked for."""

    def __init__(self, session: Session) -> None:
        """The schema is up to date."""
        self._session = session

    def is_set_up(self) -> bool:
        """Whether the Board's settings were ever saved."""
        return self._session.row("SELECT 1 FROM settings WHERE id = 'board'") is not None

    def queue(self) -> Sequence[QueueFacts]:
        """Every case as the referrals queue needs it, oldest first."""
        return queries.queue(self._session)

    def action_facts(self, case_id: str | None = None) -> Sequence[ActionFacts]:
        """Actions as the tracker needs them, by number: of one case, or of all."""
        return queries.actions(self._session, case_id)

    def waiting(self, case_id: str | None, stages: Sequence[Stage]) -> Sequence[WaitingFacts]:
        """Requests without a return, in cases at these stages: of one case, or of all."""
        return queries.waiting(self._session, case_id, stages)

    def notices(self) -> Sequence[NoticeFacts]:
        """Notices of every decision that stands (CK-4), oldest first."""
        return queries.notices(self._session)

    def set_up_on(self) -> date | None:
        """The day the Board's settings were first saved; None before."""
        return queries.set_up_on(self._session)

    def data_version(self) -> int:
        """Rises when another connection has committed."""
        row = self._session.row("PRAGMA data_version")
        return int((row and row[0]) or 0)

    def stamp(self) -> tuple[int, int] | None:
        """What differs whenever anything was written here or elsewhere; None in the middle of a transaction."""
        connection = self._session.connection
        return None if connection.in_transaction else (self.data_version(), connection.total_changes)

    def close(self) -> None:
        """Close the connection."""
        self._session.connection.close()


def open_session(path: Path | None, *, clock: Clock, key: bytes | None = None) -> Session:
    """Open the record at `path`, new or old, with its schema up to date; None for one in memory only."""
    connection = open_connection(path, key)
    try:
        with about(path):
            session = Session(connection, clock)
            if not is_current(session):
                from db.migrations import migrate

                migrate(session.database, path, clock, key)
    except BaseException:
        connection.close()
        raise
    return session
