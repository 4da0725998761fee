"""What the services need from outside: storage, papers, clock and ids. Adapters in `db` and `exports` fit these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from sscb_tui.domain.action import Action
from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.base import Aggregate
from sscb_tui.domain.case import Case, Incident
from sscb_tui.domain.chronology import ChronologyFile
from sscb_tui.domain.decision import Advice, Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.family_contact import FamilyContact
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import Meeting, MinuteLine
from sscb_tui.domain.passage import Sort
from sscb_tui.domain.people import Actor
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.privileged import LegalAdvice
from sscb_tui.domain.proceeding import Proceeding
from sscb_tui.domain.progress_round import ProgressReturn, ProgressRound
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Report, Review
from sscb_tui.domain.reviewer import Reviewer
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from sscb_tui.domain.searching import Wanted
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import BoardPaper, Letter, Paper
from sscb_tui.domain.thread import Address, Link, Named
from sscb_tui.domain.trackers.sheet import Sheet
from sscb_tui.services.lists import Lists
from sscb_tui.services.views import ActionRow, DutyRow, FoundFacts, HistoryEntry
from sscb_tui.services.views.annual import AnnualFigures
from sscb_tui.services.views.dashboard import Figures

T = TypeVar("T", bound=Aggregate)

Clock = Callable[[], datetime]
"""Now, timezone-aware; injected so that demonstrations and tests can say what day it is."""
NewId = Callable[[], str]


class Repository(Protocol[T]):
    """One kind of record. `save` inserts version 0 and otherwise updates exactly the version that was read."""

    def get(self, id: str) -> T:
        """The record; NotFoundError if there is none."""

    def find(self, id: str) -> T | None:
        """The record, or None."""

    def save(self, record: T) -> T:
        """Store and journal it; answers the record at its new version. StaleError if somebody saved first."""

    def all(self) -> Sequence[T]:
        """Every record, in the order first saved."""


class Cases(Repository[Case], Protocol):
    """Cases, one child each."""

    def by_reference(self, reference: str) -> Case | None:
        """The case under that reference."""

    def of_incident(self, incident_id: str) -> Sequence[Case]:
        """Siblings of one incident."""

    def next_number(self, prefix: str, year: int) -> int:
        """The next unused number of the year; never one used before."""


class OfCase(Repository[T], Protocol[T]):
    """Records that belong to a case."""

    def of_case(self, case_id: str) -> Sequence[T]:
        """Those of one case, oldest first."""


class Requests(OfCase[AgencyRequest], Protocol):
    """What agencies were asked."""

    def by_token(self, token: str) -> AgencyRequest | None:
        """The request a template's token belongs to."""


class Rounds(Repository[ProgressRound], Protocol):
    """What agencies were asked of their actions."""

    def by_token(self, token: str) -> ProgressRound | None:
        """The round a form's token belongs to."""


class Lines(Repository[MinuteLine], Protocol):
    """Lines of minutes."""

    def of_meeting(self, meeting_id: str) -> Sequence[MinuteLine]:
        """All lines of one meeting by number."""

    def next_number(self, meeting_id: str) -> int:
        """The number of the meeting's next line; lines are never deleted, so none comes twice."""


class Numbered(OfCase[T], Protocol[T]):
    """Records numbered across the Board (R-n, A-n)."""

    def by_number(self, number: int) -> T | None:
        """The record under that number."""

    def next_number(self) -> int:
        """The next number; never one used before."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Text being typed: kept outside the journal until it becomes a record."""

    key: str
    title: str
    fields: Mapping[str, object]
    saved_at: datetime
    by: str


class Drafts(Protocol):
    """Text being typed, stored within a second of the last key."""

    def keep(self, key: str, title: str, fields: Mapping[str, object], by: str) -> datetime:
        """Store the draft under its key, replacing what was there; answers the time saved."""

    def find(self, key: str) -> Draft | None:
        """The draft, or None."""

    def all(self) -> Sequence[Draft]:
        """Every draft, latest first."""

    def discard(self, key: str) -> None:
        """Drop a draft that has become a record or was given up."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing `verify` found wrong, in words."""

    where: str
    what: str


class Journal(Protocol):
    """The append-only chain behind every record; `entity` is the repository's name here, for example "decisions"."""

    def of(self, entity: str, id: str) -> Sequence[HistoryEntry]:
        """Entries of one record, oldest first, each with its changes in plain words."""

    def versions(self, entity: str, id: str) -> Sequence[tuple[HistoryEntry, Mapping[str, object]]]:
        """Entries of one record, oldest first, each with the record as it left it."""

    def state(self, entity: str, id: str, version: int) -> Mapping[str, object] | None:
        """One record as one save left it; None where there was no such version."""

    def latest(self, actor: Actor, entities: Sequence[str]) -> Sequence[HistoryEntry]:
        """All that this person last wrote in one go, where that touched one of these kinds of record; oldest first."""

    def of_case(self, case_id: str) -> Sequence[HistoryEntry]:
        """Entries of a case and of everything that belongs to it, oldest first."""

    def seal(self, entity: str, id: str) -> str:
        """The hash under which the record's latest version stands in the journal; empty if unsaved."""

    def verify(self) -> Fault | None:
        """Walk the chain, replay it and compare with every table; None if all is well."""


class Links(Protocol):
    """What the records say of one another: an index made with every save, in which no end is missing."""

    def of_case(self, case_id: str) -> Sequence[Link]:
        """Every link made by a record of the case."""

    def find(self, ref: Address | Named) -> Address | None:
        """Where a thing stands that somebody named, if it is held."""


class Passages(Protocol):
    """The words of the record that can be found: an index made with every save."""

    def find(self, wanted: Wanted, sorts: Iterable[Sort], whose: Iterable[str] | None) -> Iterable[FoundFacts]:
        """The passages in which everything wanted stands, best first; only those of an agency, where it is named."""

    def nearest(self, words: Sequence[str], but: str, case_id: str | None, limit: int) -> Sequence[str]:
        """The ids of the recommendations that share most with these words, nearest first."""

    def named_by(self, case_id: str) -> Sequence[tuple[str, int]]:
        """Everything that says who a case is about, and its version: what a mask of the case is made from."""

    def carrying_out(self, recommendation_id: str) -> Sequence[str]:
        """The ids of the actions that carry a recommendation out."""


class UnitOfWork(Lists, Protocol):
    """One open database: its repositories, and the transaction that saves and journals together."""

    incidents: Repository[Incident]
    cases: Cases
    requests: Requests
    meetings: OfCase[Meeting]
    lines: Lines
    advice: OfCase[Advice]
    decisions: OfCase[Decision]
    duties: OfCase[Duty]
    recommendations: Numbered[Recommendation]
    actions: Numbered[Action]
    chronologies: OfCase[ChronologyFile]
    pins: OfCase[Pin]
    settlements: OfCase[Settlement]
    reopenings: OfCase[Reopening]
    addenda: OfCase[Addendum]
    privileged: OfCase[LegalAdvice]
    reviews: OfCase[Review]
    reports: OfCase[Report]
    reviewers: OfCase[Reviewer]
    proceedings: OfCase[Proceeding]
    family_contacts: OfCase[FamilyContact]
    progress_rounds: Rounds
    settings: Repository[BoardSettings]
    links: Links
    passages: Passages
    drafts: Drafts
    journal: Journal

    def atomic(self, actor: Actor, move: str) -> AbstractContextManager[None]:
        """One transaction (BEGIN IMMEDIATE) journalled under this actor and move; nothing of it stays on error."""

    def backup(self, destination: Path) -> None:
        """A consistent copy by the online backup API, while others may write."""


class Papers(Protocol):
    """Writes papers as Markdown; pure."""

    def write(self, paper: Paper, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """One of the papers a case may have (X-03 to X-11, F11); NotFoundError where its record is not there yet."""

    def decision_unsigned(self, file: CaseFile, made: Decision, board: BoardSettings, on: datetime) -> str:
        """The same record as it would print if it were signed now, marked as not signed."""

    def checklist(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """What is due, sent and enclosed: the first sheet of the letters."""

    def letter(self, file: CaseFile, duty: Duty, board: BoardSettings, on: datetime) -> str:
        """The letter that does one duty (F9)."""

    def letter_filename(self, file: CaseFile, duty: Duty, board: BoardSettings, on: datetime) -> str:
        """What that letter is kept under; never a name."""

    def calendar(self, rows: Sequence[DutyRow], board: BoardSettings, on: datetime) -> str:
        """The open clocks for a diary (RFC 5545)."""

    def calendar_filename(self, whose: str, board: BoardSettings, on: datetime) -> str:
        """What that calendar is kept under."""

    def across(self) -> BoardPapers:
        """What is written across cases."""

    def chronology_csv(self, file: CaseFile) -> str:
        """The same rows for a spreadsheet, in which no cell can begin a formula."""

    def pseudonyms(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The key to the pseudonyms: the one paper that names people."""

    def pseudonyms_filename(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """What the key is kept under; never a name."""

    def filename(self, paper: Paper, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """What the paper is kept under: reference, paper, version, marking, date; never a name."""


class Spreadsheets(Protocol):
    """Reads other people's tables, and writes ours."""

    def read(self, data: bytes, where: str, sheet: str) -> Sheet:
        """The table of a CSV or XLSX file; InputError where it is neither."""

    def csv(self, rows: Sequence[Sequence[str]]) -> str:
        """Rows as CSV, in which no cell can begin a formula."""

    def xlsx(self, rows: Sequence[Sequence[str]], title: str) -> bytes:
        """Rows as a workbook of one sheet; InputError where a cell is longer than a workbook holds."""


AskedRows = Sequence[tuple[Action, CaseFile]]
"""Actions an agency is asked about, each with its case."""


class ProgressForms(Protocol):
    """Writes what an agency is asked of its actions, reads its answer, and drafts the letters where there is none."""

    def blank(self, asked: ProgressRound, rows: AskedRows, board: BoardSettings) -> str:
        """The letter and form one agency fills in."""

    def filled(self, asked: ProgressRound, rows: AskedRows, board: BoardSettings, answers: ProgressReturn) -> str:
        """The same form with answers in place; reading it gives the same answers."""

    def read(self, text: str) -> ProgressReturn:
        """A filled form; InputError lists every problem by line."""

    def letter(
        self,
        letter: Letter,
        asked: ProgressRound,
        rows: AskedRows,
        before: Sequence[ProgressRound],
        board: BoardSettings,
        on: datetime,
    ) -> str:
        """One letter of the ladder of silence, as a draft; `before` are the rounds the agency missed already."""

    def filename(self, asked: ProgressRound, board: BoardSettings, letter: Letter | None = None) -> str:
        """What a form or a letter is kept under; never a name."""


class Mappings(Protocol):
    """What columns of a header were taken for, kept from one file to the next; nothing of any case."""

    def known(self) -> Mapping[str, tuple[str, ...]]:
        """By the header's fingerprint, what each of its columns holds."""

    def remember(self, header: str, columns: Sequence[str]) -> None:
        """Keep one for next time."""


class Templates(Protocol):
    """Writes the blank template (F3, F4) and reads a filled one."""

    def blank(self, case: Case, request: AgencyRequest, board: BoardSettings) -> str:
        """The letter and form one agency fills in."""

    def filled(self, case: Case, request: AgencyRequest, board: BoardSettings, answers: AgencyReturn) -> str:
        """The same form with answers in place; reading it and writing it again gives the same bytes."""

    def read(self, text: str) -> AgencyReturn:
        """A filled form; InputError lists every problem by line."""

    def filename(self, case: Case, request: AgencyRequest, board: BoardSettings) -> str:
        """What the form is sent under; never a name."""


class BoardPapers(Protocol):
    """Writes the papers across cases; pure."""

    def plan(self, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
        """The composite action plan (X-11)."""

    def extract(self, files: Sequence[CaseFile], agency: str, board: BoardSettings, on: datetime) -> str:
        """One agency's rows, with boxes for its update (X-12)."""

    def dashboard(
        self, found: Figures, files: Sequence[CaseFile], board: BoardSettings, on: datetime, *, public: bool
    ) -> str:
        """The Board's dashboard, or what of it may be public (X-13); `files` are the cases of the actions it lists."""

    def dashboard_page(
        self, found: Figures, files: Sequence[CaseFile], board: BoardSettings, on: datetime, *, public: bool
    ) -> str:
        """The same as one page for a browser, with its figures drawn."""

    def drawings(self, found: Figures) -> dict[str, str]:
        """Every figure that has something to show, by name, as SVG."""

    def annual(self, found: AnnualFigures, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
        """The learning section of the annual report (X-16); `files` are the cases whose words it prints."""

    def statistics(self, rows: Sequence[ActionRow]) -> str:
        """One row an action, codes and numbers alone, for a spreadsheet (X-19)."""

    def filename(self, paper: BoardPaper, about: str, version: int, marking: str, on: datetime) -> str:
        """What the paper is kept under: the Board or the agency, paper, version, marking, date; never a name."""

    def plan_marking(self, files: Sequence[CaseFile], board: BoardSettings) -> str:
        """The marking of a plan over these cases: public once every review of them is."""
