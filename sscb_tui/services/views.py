"""What lists and panels show: frozen and free of pydantic, so that the first screen loads fast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sscb_tui.domain.terms import (
    ActionState,
    DifferenceKind,
    DifferenceState,
    DutyState,
    Fact,
    Precision,
    Rag,
    Result,
    ReturnState,
    Stage,
    Strength,
    YesNo,
)


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case in the referrals queue."""

    case_id: str
    reference: str
    pseudonym: str
    age: str
    incident: str
    stage: Stage
    decide_by: date | None
    working_days: int | None
    """Working days left; negative when over; None once decided."""
    overrun_explained: bool
    returns_in: int
    returns_asked: int


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What the record holds for one case of the queue; the services reckon age and days from it."""

    case_id: str
    reference: str
    pseudonym: str
    stage: Stage
    incident: str
    """The day as it was stated."""
    incident_on: date | None
    """The earliest day it may have been."""
    born: date | None
    estimated_age: str
    notified_on: date
    decide_by: date | None
    """Due date of the decision clock (CK-2); None before it runs."""
    act_by: date | None
    decided_on: date | None
    overrun_explained: bool
    returns_in: int
    returns_asked: int


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """What the record holds for one action of the tracker; the services reckon slip and colour from it."""

    action_id: str
    case_id: str
    number: int
    recommendation: int | None
    """Its R-number; None for an early action."""
    reference: str
    pseudonym: str
    agency: str
    owner: str
    action: str
    due: date
    original_due: date
    state: ActionState
    evidence_rung: int
    """The highest rung reached; 0 without evidence."""
    last_update: datetime | None
    moves: int
    """How often the due date was moved."""
    agreed_on: date
    done_on: date | None
    """The day it was said to be done."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """The queue's detail pane: where the case is, what the law says so far, what comes next."""

    case_id: str
    reference: str
    pseudonym: str
    stage: Stage
    line: tuple[tuple[str, str], ...]
    """The stage line: (label, "done" | "now" | "todo")."""
    told: str
    returns_in: int
    returns_asked: int
    returns_late: int
    returns_nil: int
    result: Result
    citation: str
    missing: tuple[str, ...]
    waiting_on: tuple[str, ...]
    next_step: str
    next_key: str


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One clock on the Duties screen."""

    duty_id: str
    case_id: str
    reference: str
    pseudonym: str
    clock: str
    what: str
    to: str
    rule: str
    source: str
    strength: Strength
    who: str
    due: date
    act_by: date
    working_days: int
    state: DutyState
    overrun_reason: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action on the tracker."""

    action_id: str
    number: int
    recommendation: str
    reference: str
    pseudonym: str
    agency: str
    action: str
    due: date
    slipped_days: int
    state: ActionState
    overdue: bool
    rag: Rag
    evidence_rung: int
    owner: str
    last_update: datetime | None


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One agency's return on the case file."""

    request_id: str
    agency: str
    name: str
    state: ReturnState
    due: date
    late_by: int
    received_at: datetime | None
    sha256: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One entry of the journal in plain words."""

    seq: int
    at: datetime
    actor: str
    move: str
    entity: str
    record_id: str
    version: int
    changes: tuple[str, ...]
    hash: str


@dataclass(frozen=True, slots=True)
class LineVersion:
    """A line of the minutes as one save left it."""

    at: datetime
    actor: str
    text: str
    owner: str
    due: str
    struck: bool


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of the side-by-side view: words, or a named silence."""

    text: str
    silence: str = ""
    """Glyph and word, for example "⊘ no contact"; empty where there are words."""
    folded: str = ""
    """Whose words these only repeat, for example "as Police, C1"; empty while every answer is shown."""
    conflicts: int = 0
    """Differences between accounts that rest on these words and nobody has answered yet."""
    pins: int = 0
    """Passages of it pinned to criteria."""
    moved: int = 0
    """Pinned passages whose words no longer stand here."""
    change: str = ""
    """"added", "changed" or "withdrawn" since the agency's earlier return."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Rows are template questions, columns are agencies; aligned by question id."""

    questions: tuple[tuple[str, str], ...]
    """(id, label) of each row."""
    agencies: tuple[tuple[str, str], ...]
    """(code, name) of each column."""
    cells: tuple[tuple[CellView, ...], ...]
    """cells[row][column]."""
    notes: tuple[str, ...] = ()
    """A word on each agency's return: sent again, written on another version of the template."""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer of a return that was sent again, as it was and as it is."""

    question: str
    label: str
    kind: str
    """"added", "changed" or "withdrawn"."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReturnChanges:
    """What an agency changed when it sent its return again."""

    agency: str
    name: str
    received_at: datetime
    changes: tuple[AnswerChange, ...]
    broken: tuple[tuple[str, str], ...]
    """Pinned passages whose words no longer stand in the return: (question, words as they were pinned)."""


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """One row of the merged chronology, its date and words as typed."""

    entry_id: str
    text: str
    """The date as typed."""
    earliest: date | None
    """What the date may mean at the earliest; None where it says no day."""
    latest: date | None
    precision: Precision
    agency: str
    event: str
    source: str
    people: str
    kind: str
    child_seen: YesNo
    key: bool
    came_in: str
    """"return" or "file"."""
    same: tuple[int, ...]
    """Numbers of the groups of rows that may tell of one event, from 1."""
    differs: tuple[str, ...]
    """What the accounts of those groups disagree in."""
    shared_with: str = ""
    action: str = ""
    comment: str = ""
    follows: str = ""
    """Of a row that says no day: the dated row of its agency it stands behind; empty where it follows none."""


@dataclass(frozen=True, slots=True)
class SameEvent:
    """Rows that may tell of one event, at most one of an agency, and what they disagree in."""

    number: int
    entry_ids: tuple[str, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChronologyGap:
    """A silence named: after one row and before another, or before the incident."""

    kind: str
    days: int
    first: date
    last: date
    words: str
    after_id: str
    before_id: str
    undated: bool = False
    """Its days are not to be shown: one of them is somebody's date of birth, and the screen is masked."""


@dataclass(frozen=True, slots=True)
class MergedChronology:
    """Every agency's rows in one order, and the silences between them."""

    rows: tuple[ChronologyEntry, ...]
    gaps: tuple[ChronologyGap, ...]
    events: tuple[SameEvent, ...] = ()
    people: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each person asked about, as a projected screen may call them, with the ids of the rows that name them."""
    recent: frozenset[str] = frozenset()
    """Ids of the rows of the last 90 days before the incident."""


@dataclass(frozen=True, slots=True)
class SayingView:
    """What one party says about a matter, and where."""

    agency: str
    """The code; empty for the referral."""
    name: str
    where: str
    """The question or the row of the chronology; empty for the referral."""
    words: str
    quote: str
    """The words on one line, cut for a list."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer given to a difference: in words, or who was to check it by what day."""

    settled: str
    owner: str
    due: date | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One conflict between accounts: who says what, and what has become of it."""

    id: str
    kind: DifferenceKind
    what: str
    sayings: tuple[SayingView, ...]
    state: DifferenceState = DifferenceState.OPEN
    settled: str = ""
    """How it is settled; empty while it is open or being checked."""
    owner: str = ""
    """Who checks it; empty while it is open."""
    due: date | None = None
    answers: tuple[AnswerView, ...] = ()
    """Every answer ever given, oldest first; where it is open again, a party has changed its words since."""


@dataclass(frozen=True, slots=True)
class LateView:
    """A return past its day."""

    agency: str
    days: int
    arrived: bool


@dataclass(frozen=True, slots=True)
class UnaskedView:
    """An agency others name and nobody asked."""

    agency: str
    named_by: tuple[SayingView, ...]


@dataclass(frozen=True, slots=True)
class UnsearchedView:
    """A person one agency has not answered for."""

    agency: str
    question: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """A question to put, and the passages it rests on."""

    question: str
    passages: tuple[SayingView, ...]


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """The check before the meeting; agencies are given by code."""

    asked: tuple[str, ...]
    returned: tuple[str, ...]
    nil: tuple[str, ...]
    """Returns that found nothing; among those returned."""
    awaited: tuple[str, ...]
    """Still out, and not late."""
    refused: tuple[str, ...]
    late: tuple[LateView, ...]
    thin: tuple[tuple[str, int], ...]
    """Agencies with short returns, and their words."""
    unsupported: tuple[Fact, ...]
    """Criteria for which no passage has been cited."""
    unasked: tuple[UnaskedView, ...]
    unexplained: tuple[DifferenceView, ...]
    checking: tuple[DifferenceView, ...]
    """Differences somebody checks by a day."""
    unsearched: tuple[UnsearchedView, ...]
    challenges: tuple[ChallengeView, ...]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A form left half-filled, to be resumed."""

    key: str
    title: str
    saved_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PaperText:
    """A rendered paper: Markdown and the file name it should be kept under (no real name in either)."""

    title: str
    markdown: str
    filename: str
