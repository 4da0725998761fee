"""Questions a facilitator should put, drawn from the returns themselves: every one cites the passages behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.differences.accounts import ROWS, days_in
from sscb_tui.domain.differences.model import Saying
from sscb_tui.domain.differences.seeing import seen_in
from sscb_tui.domain.template import LIVED_EXPERIENCE
from sscb_tui.domain.terms import DifferenceKind, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.differences import Difference
    from sscb_tui.domain.differences.accounts import Account

_OF_A_DIFFERENCE = {
    DifferenceKind.IDENTITY: "Which is right, and was every search made under it?",
    DifferenceKind.KNOWLEDGE: "What was sent, how and to whom, and where did it go?",
    DifferenceKind.SEEN: "Who saw the child with their own eyes, and where is it recorded?",
    DifferenceKind.DATE: "Which record was made at the time?",
    DifferenceKind.STATUS: "What did each agency believe on the day, and on what ground?",
    DifferenceKind.PLAN: "What was decided, by whom, and who was told?",
    DifferenceKind.HOUSEHOLD: "Who was asked, and who looked?",
}
_SHARED = re.compile(r"\b(?:not|never|nobody|only)\b", re.IGNORECASE)
_ABUSE = re.compile(r"\b(?:domestic|violen\w+|assault\w*|abus\w+|shouting|MARAC)\b", re.IGNORECASE)
_CITED = re.compile(r"\b(?:row \d+|rows \d+|F4\.G[45]|G4|G5)\b", re.IGNORECASE)
_LAST = re.compile(r"\blast (?:seen|saw)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Challenge:
    """One question, and the passages it rests on."""

    question: str
    passages: tuple[Saying, ...]


def challenges(told: tuple[Account, ...], unexplained: tuple[Difference, ...]) -> Iterator[Challenge]:
    """Safety first, then what the accounts differ in, then what one return leaves open."""
    answered = [account for account in told if not account.returned.nil]
    for account in answered:
        yield from _at_risk(account)
    for each in unexplained:
        yield Challenge(f"{each.what}. {_OF_A_DIFFERENCE[each.kind]}", each.sayings)
    for account in answered:
        for ask in (_lived_experience, _unshared, _needed, _abuse_without_a_row, _joint_working, _last_seen):
            yield from ask(account)


def _at_risk(account: Account) -> Iterator[Challenge]:
    """F4.J3: somebody may be in danger today."""
    if said := _words(account, "F4.J3"):
        yield Challenge(f"{account.agency} names somebody at risk now. What has been done about it today?", (said,))


def _lived_experience(account: Account) -> Iterator[Challenge]:
    """F4.E1 without words: "not recorded" is an answer, and a finding."""
    answer = account.returned.answer(LIVED_EXPERIENCE)
    if answer is None or not answer.text.strip():
        why = answer.silence.label if answer and answer.silence else "left blank"
        question = f"What was a day like for the child, as {account.agency} saw it? Its records say nothing."
        yield Challenge(question, (Saying(account.agency, LIVED_EXPERIENCE, f"({why})"),))


def _unshared(account: Account) -> Iterator[Challenge]:
    """F4.G4: what one agency had and others had not."""
    said = _words(account, "F4.G4")
    if said and _SHARED.search(said.words):
        yield Challenge(f"Who needed to know what {account.agency} knew, and what stood in the way?", (said,))


def _needed(account: Account) -> Iterator[Challenge]:
    """F4.G5: what one agency missed."""
    if said := _words(account, "F4.G5"):
        yield Challenge(f"Who held what {account.agency} needed, and was it asked for?", (said,))


def _abuse_without_a_row(account: Account) -> Iterator[Challenge]:
    """F4.F1 against F4.D1: domestic abuse ticked, and no event that shows it."""
    ticked = account.choice("F4.F1.domestic_abuse")
    rows = (f"{row.told.event} {row.told.kind}" for row in account.rows())
    if account.ticked(ticked.where) == {"yes"} and not any(_ABUSE.search(text) for text in rows):
        question = f"{account.agency} knew of domestic abuse; which event of its chronology shows it?"
        yield Challenge(question, (ticked,))


def _joint_working(account: Account) -> Iterator[Challenge]:
    """F4.H3: a concern cites what it rests on; "definitively none" gives its evidence (WT2015 ch.4)."""
    said, ticked = account.choice("F4.H3"), account.ticked("F4.H3")
    if "concern" in ticked and not _CITED.search(said.words):
        yield Challenge(f"On which event, or which gap, does {account.agency}'s concern rest?", (said,))
    answer = account.returned.answer("F4.H3")
    if "definitively_none" in ticked and answer and not answer.text.strip():
        yield Challenge(f'What is {account.agency}\'s evidence for "definitively none"?', (said,))


def _last_seen(account: Account) -> Iterator[Challenge]:
    """F4.C2 against F4.D1: the day the child was last seen has a row, or is explained."""
    said = _words(account, "F4.C2")
    found = _LAST.search(said.words) if said else None
    days = days_in(said.words[found.end() :]) if said and found else ()
    if (
        said
        and days
        and not any(row.day == days[0] and seen_in(row) is not YesNo.UNDETERMINED for row in account.rows())
    ):
        question = f"{account.agency} last saw the child on {shown(days[0])}; why has its chronology no such row?"
        yield Challenge(
            question, (said, Saying(account.agency, ROWS, f"(no row on {shown(days[0])} with the child seen)"))
        )


def _words(account: Account, question: str) -> Saying | None:
    """The words under a question, if there are any."""
    answer = account.returned.answer(question)
    return Saying(account.agency, question, answer.text.strip()) if answer and answer.text.strip() else None
