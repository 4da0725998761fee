"""Whether a scoping meeting has what it needs, and what it should ask: each question with the passages behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.differences import Difference, Saying, differences
from sscb_tui.domain.differences.accounts import Account, accounts
from sscb_tui.domain.differences.mentions import Directory
from sscb_tui.domain.differences.settling import settled_by, state_of
from sscb_tui.domain.evidence import evidence_on
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.challenge import Challenge, challenges
from sscb_tui.domain.template import people
from sscb_tui.domain.terms import DifferenceState, Fact, ReturnState, Silence

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest

THIN = 100
"""Words of substance below which a return that is not nil deserves a telephone call."""
_BOOKKEEPING = ("F4.A", "F4.D", "F4.M")
"""What is not substance, and the chronology as a table, whose events are counted as rows."""
_TELLING = ("F4.B", "F4.C", "F4.E", "F4.F", "F4.G", "F4.H", "F4.J")


@dataclass(frozen=True, slots=True)
class Late:
    """A return after its day: still out, or in too late to be read in time."""

    agency: str
    days: int
    arrived: bool


@dataclass(frozen=True, slots=True)
class Unasked:
    """An agency that returns speak of and nobody asked; "CRC or NPS" where a text does not say which."""

    agency: str
    named_by: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Unsearched:
    """A person one agency has not answered for."""

    agency: str
    question: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is in, what is missing, and what to ask."""

    asked: tuple[str, ...]
    returned: tuple[str, ...]
    nil: tuple[str, ...]
    """Those of them that found nothing."""
    awaited: tuple[str, ...]
    """Still out, and not yet late."""
    refused: tuple[str, ...]
    late: tuple[Late, ...]
    thin: tuple[tuple[str, int], ...]
    """Agencies whose returns are short, and their words."""
    unsupported: tuple[Fact, ...]
    """Criteria for which no passage has been cited or pinned yet."""
    unasked: tuple[Unasked, ...]
    unexplained: tuple[Difference, ...]
    """Differences nobody has answered."""
    checking: tuple[Difference, ...]
    """Differences somebody checks by a day."""
    unsearched: tuple[Unsearched, ...]
    challenges: tuple[Challenge, ...]


def readiness(
    file: CaseFile, board: BoardSettings, today: date, found: tuple[Difference, ...] | None = None
) -> Readiness:
    """The check before the meeting; it informs and bars nothing. `found` are the differences, if they are known."""
    told = accounts(file)
    late = tuple(each for request in file.requests if (each := _late(request, today)) is not None)
    states = [
        (each, state_of(settled_by(each, file))) for each in (differences(file, board) if found is None else found)
    ]
    unexplained = tuple(each for each, state in states if state is DifferenceState.OPEN)
    return Readiness(
        asked=tuple(each.agency for each in file.requests),
        returned=tuple(account.agency for account in told),
        nil=tuple(account.agency for account in told if account.returned.nil),
        awaited=_awaited(file, {each.agency for each in late}),
        refused=tuple(each.agency for each in file.requests if each.state is ReturnState.REFUSED),
        late=late,
        thin=tuple((each.agency, words_in(each)) for each in told if not each.returned.nil and words_in(each) < THIN),
        unsupported=_unsupported(file),
        unasked=tuple(_unasked(file, board, told)),
        unexplained=unexplained,
        checking=tuple(each for each, state in states if state is DifferenceState.CHECKING),
        unsearched=tuple(gap for account in told if not account.returned.nil for gap in _unsearched(file, account)),
        challenges=tuple(challenges(told, unexplained)),
    )


def _awaited(file: CaseFile, late: set[str]) -> tuple[str, ...]:
    """Agencies that have neither answered nor refused, and still have time."""
    return tuple(
        each.agency
        for each in file.requests
        if each.returned is None and each.state is not ReturnState.REFUSED and each.agency not in late
    )


def _late(request: AgencyRequest, today: date) -> Late | None:
    """Days past the day it was due, whether or not it has come since."""
    if request.state is ReturnState.REFUSED:
        return None
    arrived = request.returned is not None
    until = local_day(request.receipts[0].at) if arrived and request.receipts else today
    days = (until - request.due).days
    return Late(request.agency, days, arrived) if days > 0 and (request.receipts or not arrived) else None


def words_in(account: Account) -> int:
    """Words of substance: answers and events, without the bookkeeping of the return."""
    answers = (each.text for each in account.returned.answers if not each.question.startswith(_BOOKKEEPING))
    return sum(len(text.split()) for text in (*answers, *(row.told.event for row in account.rows())))


def _unsupported(file: CaseFile) -> tuple[Fact, ...]:
    """Criteria without evidence: no passage is pinned to them, and their finding cites none that still stands."""
    return tuple(fact for fact in Fact if not evidence_on(fact, file))


def _unasked(file: CaseFile, board: BoardSettings, told: tuple[Account, ...]) -> Iterator[Unasked]:
    directory, asked = Directory(board), {each.agency for each in file.requests}
    named: dict[str, list[Saying]] = {}
    for said in _sayings(told):
        for mention in directory.mentions(said.words):
            if not mention.codes & asked:
                named.setdefault(" or ".join(sorted(mention.codes)), []).append(said)
    for agency in sorted(named):
        yield Unasked(agency, tuple(dict.fromkeys(named[agency])))


def _sayings(told: tuple[Account, ...]) -> Iterator[Saying]:
    for account in told:
        yield from account.sentences(*_TELLING)
        yield from (row.saying for row in account.rows())


def _unsearched(file: CaseFile, account: Account) -> Iterator[Unsearched]:
    """Each person of F4.B1 without an answer: fathers and partners above all are overlooked."""
    for number, who in enumerate(people(file.case), start=1):
        question = f"F4.B1.P{number}"
        answer = account.returned.answer(question)
        silence = Silence.LEFT_BLANK if answer is None or answer.blank else answer.silence
        if silence is not None and silence is not Silence.ASKED_NOT_KNOWN:
            yield Unsearched(account.agency, question, f"P{number} {who}", silence.label)
