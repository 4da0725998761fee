"""One open record: every repository, the journal, and the transaction they share."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from db import kinds, queries
from db.backup import copy_database
from db.connection import open_database
from db.drafts import DraftTable
from db.errors import about
from db.journal import JournalBook
from db.migrations import migrate
from db.repository import Table
from db.session import Session
from db.tables import CaseTable, LineTable, NumberedTable, OfCaseTable, RequestTable
from db.verify import VerifiedJournal
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Incident
from sscb_tui.domain.decision import Advice, Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.meeting import Meeting
from sscb_tui.domain.people import Actor
from sscb_tui.domain.recommendation import Action, Recommendation
from sscb_tui.services import ports
from sscb_tui.services.views import ActionFacts, QueueFacts


class Record:
    """The unit of work over one database."""

    def __init__(self, session: Session, key: bytes | None = None) -> None:
        """The schema is up to date; `key` is what copies are encrypted under."""
        self._session, self._key = session, key
        journal = JournalBook(session)
        self.incidents: ports.Repository[Incident] = Table(kinds.INCIDENTS, session, journal)
        self.cases: ports.Cases = CaseTable(kinds.CASES, session, journal)
        self.requests: ports.Requests = RequestTable(kinds.REQUESTS, session, journal)
        self.meetings: ports.OfCase[Meeting] = OfCaseTable(kinds.MEETINGS, session, journal)
        self.lines: ports.Lines = LineTable(kinds.LINES, session, journal)
        self.advice: ports.OfCase[Advice] = OfCaseTable(kinds.ADVICE, session, journal)
        self.decisions: ports.OfCase[Decision] = OfCaseTable(kinds.DECISIONS, session, journal)
        self.duties: ports.OfCase[Duty] = OfCaseTable(kinds.DUTIES, session, journal)
        self.recommendations: ports.Numbered[Recommendation] = NumberedTable(kinds.RECOMMENDATIONS, session, journal)
        self.actions: ports.Numbered[Action] = NumberedTable(kinds.ACTIONS, session, journal)
        self.settings: ports.Repository[BoardSettings] = Table(kinds.SETTINGS, session, journal)
        self.drafts: ports.Drafts = DraftTable(session)
        self.journal: ports.Journal = VerifiedJournal(session)

    def atomic(self, actor: Actor, move: str) -> AbstractContextManager[None]:
        """One transaction journalled under this actor and move; nothing of it stays on error."""
        return self._session.atomic(actor, move)

    def queue(self) -> Sequence[QueueFacts]:
        """Every case as the referrals queue needs it, oldest first."""
        return queries.queue(self._session)

    def action_facts(self, case_id: str | None = None) -> Sequence[ActionFacts]:
        """Actions as the tracker needs them, by number: of one case, or of all."""
        return queries.actions(self._session, case_id)

    def data_version(self) -> int:
        """Rises when another connection has committed."""
        row = self._session.row("PRAGMA data_version")
        return int((row and row[0]) or 0)

    def backup(self, destination: Path) -> None:
        """A consistent copy, while others may write; an existing file is never overwritten."""
        copy_database(self._session.database, destination, self._key)

    def close(self) -> None:
        """Close the connection."""
        self._session.database.close()


def open_unit_of_work(path: Path | None, *, clock: ports.Clock, key: bytes | None = None) -> Record:
    """Open the record at `path`, new or old, with its schema up to date; None for one in memory only."""
    database = open_database(path, key)
    try:
        with about(path):
            migrate(database, path, clock, key)
    except BaseException:
        database.close()
        raise
    return Record(Session(database, clock), key)
