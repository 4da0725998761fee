"""What lists of cases, clocks, actions and papers show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sscb_tui.domain.rules.work_left import USUAL
from sscb_tui.domain.terms import ActionState, Gap, Level, Origin, Rag, Result, ReturnState, Stage


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
    near: int = USUAL
    """Working days the work still to do takes: with fewer left, the clock is near."""


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
    """The number of the recommendation it stands under; None for an early action."""
    level: Level | None
    origin: Origin | None
    themes: tuple[str, ...]
    reference: str
    pseudonym: str
    agency: str
    owner: str
    action: str
    outcome: str
    number_given: str
    also: tuple[str, ...]
    """Ids of further recommendations it carries out."""
    due: date | None
    original_due: date | None
    state: ActionState
    evidence_rung: int
    """The highest rung reached; 0 without evidence."""
    last_update: datetime | None
    moves: int
    """How often the due date was moved."""
    agreed_on: date
    done_on: date | None
    """The day it was said to be done."""
    effect: bool
    """Whether the latest test found that the change held."""
    override: Rag | None
    retest_due: date | None


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
class ActionRow:
    """One action on the tracker, with everything that is reckoned from its facts on a day."""

    action_id: str
    case_id: str
    number: int
    recommendation: str
    """ "R-3", or "early"."""
    also: tuple[str, ...]
    """Further recommendations it carries out: "R-5"."""
    level: Level | None
    origin: Origin | None
    themes: tuple[str, ...]
    reference: str
    pseudonym: str
    agency: str
    action: str
    outcome: str
    number_given: str
    due: date | None
    first_due: date | None
    slipped_days: int
    moves: int
    state: ActionState
    overdue: bool
    silent: bool
    """Still to be done, and not a word for a quarter."""
    rag: Rag
    overridden: bool
    """Whether the colour was set by hand."""
    evidence_rung: int
    owner: str
    last_update: datetime | None
    agreed_on: date
    done_on: date | None
    retest_due: date | None
    gaps: tuple[Gap, ...]
    effect: bool = False
    """Whether the latest test found that the change held."""


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
