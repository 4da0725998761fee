"""What the check before the meeting shows: who says what, where accounts differ, what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sscb_tui.domain.terms import DifferenceKind, DifferenceState, Fact


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
