"""One open record: every repository, the journal, and the transaction they share."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from db import kinds
from db.backup import copy_database
from db.drafts import DraftTable
from db.found import PassageTable
from db.journal import JournalBook
from db.links import LinkTable
from db.lists import RecordLists, open_session
from db.repository import Table
from db.session import Session
from db.tables import CaseTable, LineTable, NumberedTable, OfCaseTable, RequestTable, RoundTable
from db.verify import VerifiedJournal
from sscb_tui.domain.action import Action
from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Incident
from sscb_tui.domain.chronology import ChronologyFile
from sscb_tui.domain.decision import Advice, Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.family_contact import FamilyContact
from sscb_tui.domain.meeting import Meeting
from sscb_tui.domain.people import Actor
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.privileged import LegalAdvice
from sscb_tui.domain.proceeding import Proceeding
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Report, Review
from sscb_tui.domain.reviewer import Reviewer
from sscb_tui.domain.settlement import Settlement
from sscb_tui.services import ports


class Record(RecordLists):
    """The unit of work over one database."""

    def __init__(self, session: Session, key: bytes | None = None) -> None:
        """The schema is up to date; `key` is what copies are encrypted under."""
        super().__init__(session)
        self._key = key
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
        self.chronologies: ports.OfCase[ChronologyFile] = OfCaseTable(kinds.CHRONOLOGIES, session, journal)
        self.pins: ports.OfCase[Pin] = OfCaseTable(kinds.PINS, session, journal)
        self.settlements: ports.OfCase[Settlement] = OfCaseTable(kinds.SETTLEMENTS, session, journal)
        self.reopenings: ports.OfCase[Reopening] = OfCaseTable(kinds.REOPENINGS, session, journal)
        self.addenda: ports.OfCase[Addendum] = OfCaseTable(kinds.ADDENDA, session, journal)
        self.privileged: ports.OfCase[LegalAdvice] = OfCaseTable(kinds.PRIVILEGED, session, journal)
        self.reviews: ports.OfCase[Review] = OfCaseTable(kinds.REVIEWS, session, journal)
        self.reports: ports.OfCase[Report] = OfCaseTable(kinds.REPORTS, session, journal)
        self.reviewers: ports.OfCase[Reviewer] = OfCaseTable(kinds.REVIEWERS, session, journal)
        self.proceedings: ports.OfCase[Proceeding] = OfCaseTable(kinds.PROCEEDINGS, session, journal)
        self.family_contacts: ports.OfCase[FamilyContact] = OfCaseTable(kinds.FAMILY_CONTACTS, session, journal)
        self.progress_rounds: ports.Rounds = RoundTable(kinds.PROGRESS_ROUNDS, session, journal)
        self.settings: ports.Repository[BoardSettings] = Table(kinds.SETTINGS, session, journal)
        self.links: ports.Links = LinkTable(session)
        self.passages: ports.Passages = PassageTable(session)
        self.drafts: ports.Drafts = DraftTable(session)
        self.journal: ports.Journal = VerifiedJournal(session)

    def atomic(self, actor: Actor, move: str) -> AbstractContextManager[None]:
        """One transaction journalled under this actor and move; nothing of it stays on error."""
        return self._session.atomic(actor, move)

    def backup(self, destination: Path) -> None:
        """A consistent copy, while others may write; an existing file is never overwritten."""
        copy_database(self._session.connection, destination, self._key)


def open_unit_of_work(path: Path | None, *, clock: ports.Clock, key: bytes | None = None) -> Record:
    """Open the record at `path`, new or old, with its schema up to date; None for one in memory only."""
    return Record(open_session(path, clock=clock, key=key), key)
