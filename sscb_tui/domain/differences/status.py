"""Open or closed: an agency's own answers against each other, and against what others say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.differences.accounts import Account, spans_in
from sscb_tui.domain.differences.model import REFERRAL, Difference, Saying, difference
from sscb_tui.domain.differences.persons import CHILD, SIBLING
from sscb_tui.domain.terms import DifferenceKind, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.differences.scene import Scene

_AT_THE_TIME = re.compile(
    r"\b(?:at the (?:time|incident|death)|by the time|before the (?:incident|death|injury)|on the day|currently"
    r"|when (?:he|she|the (?:child|baby)) (?:died|was (?:hurt|injured)))\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:closed|not open|no longer open|ceased|discharged)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:open to|case (?:was|is|remained) open|had an open case|active to|still open)\b", re.IGNORECASE
)
_OTHER_CASES = re.compile(r"\b(?:investigation|enquir\w+|inquir\w+|inquest|door)\b", re.IGNORECASE)
_RECENT = timedelta(days=60)
"""A month named within this of the incident is the time of the incident; an earlier one is an earlier episode."""
_SHUT = frozenset({"closed", "declined", "referred_on"})


def status(scene: Scene) -> Iterator[Difference]:
    """Whether a case was open at the incident, where the answers do not agree."""
    for account in scene.accounts:
        yield from _own(account)
        yield from _known_after_all(scene, account)
        yield from _told_of_others(scene, account)
    yield from _referral(scene)


def _own(account: Account) -> Iterator[Difference]:
    """F4.B1 against F4.C3 of one return; C3 may be about any of the people known."""
    known = {
        answer.question: answer.choice
        for answer in account.returned.answers
        if answer.question.startswith("F4.B1") and answer.choice
    }
    stands = account.ticked("F4.C3")
    shut = bool(stands & _SHUT) and known.get("F4.B1.P1") == "known_open"
    opened = "open" in stands and bool(known) and "known_open" not in known.values()
    if shut or opened:
        asked = [account.choice(question) for question in known if known[question] != "not_known"]
        yield _difference(account.agency, "own", [*asked[:1], account.choice("F4.C3")])


def _known_after_all(scene: Scene, account: Account) -> Iterator[Difference]:
    """A person "searched and not known" of whom the same return tells an event."""
    for answer in account.returned.answers:
        who = scene.persons.asked(answer.question) if answer.choice == "not_known" else None
        names = who.names if who and who.key != CHILD else ()
        told = [
            row.saying for row in account.rows() if any(name in f"{row.told.people} {row.told.event}" for name in names)
        ]
        if who and told:
            what = f"Whether {account.agency} knew {who.label}"
            first = account.choice(answer.question)
            yield difference(DifferenceKind.STATUS, f"{account.agency} {who.key}", what, (first, *told))


def _told_of_others(scene: Scene, account: Account) -> Iterator[Difference]:
    for said in account.sentences("F4.C1", "F4.E1", "F4.G"):
        other = scene.account(scene.speaks_of(said.words, account.agency))
        claimed = _claimed(scene, said.words)
        own = _own_word(scene, other, said.words) if other and claimed else None
        if other and own and own[1] != claimed:
            yield _difference(other.agency, account.agency, [said, own[0]])


def _claimed(scene: Scene, text: str) -> str:
    """What a sentence says of the case at the time of the incident; empty where it speaks of another time or thing."""
    if _OTHER_CASES.search(text) or not _at_the_time(scene, text):
        return ""
    if _CLOSED.search(text):
        return "closed"
    return "open" if _OPEN.search(text) else ""


def _at_the_time(scene: Scene, text: str) -> bool:
    spans, incident = spans_in(text), scene.incident
    if spans and incident:
        return any(incident - _RECENT <= last and first <= incident for first, last in spans)
    return bool(_AT_THE_TIME.search(text))


def _own_word(scene: Scene, other: Account, text: str) -> tuple[Saying, str] | None:
    """The agency's own answer about the person the sentence names, else about the case."""
    adults = [key for key in scene.persons.named(text) if key != CHILD and not key.startswith(SIBLING)]
    question = scene.persons.question(adults[0]) if len(adults) == 1 else ""
    if ticked := other.ticked(question) & {"known_open", "known_closed"}:
        return other.choice(question), next(iter(ticked)).removeprefix("known_")
    if ticked := other.ticked("F4.C3") & (_SHUT | {"open"}):
        return other.choice("F4.C3"), "open" if "open" in ticked else "closed"
    return None


def _referral(scene: Scene) -> Iterator[Difference]:
    """Whether the child was open to social care, as the referral has it and as social care has it."""
    said = scene.file.case.child.open_to_social_care
    code = scene.directory.only("social care", scene.answered)
    account = scene.account(code)
    ticked = account.ticked("F4.C3") if account else frozenset()
    opened = "open" in ticked and said is YesNo.NO
    if account and (opened or (ticked & _SHUT and said is YesNo.YES)):
        ours = Saying(REFERRAL, "referral", f"open to social care: {said.label}")
        yield _difference(account.agency, "referral", [ours, account.choice("F4.C3")])


def _difference(agency: str, by: str, sayings: list[Saying]) -> Difference:
    what = f"Whether the case was open or closed to {agency} at the incident"
    return difference(DifferenceKind.STATUS, f"{agency} {by}", what, sayings)
