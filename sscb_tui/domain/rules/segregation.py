"""What no role lifts: two people where the process wants two, and nobody judging what they have an interest in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.permissions import chairs_are_two_people, same_person
from sscb_tui.domain.terms import Ruling

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.scoping import AgencyReturn

_SOURCE = "segregation of duties"


def approver_is_a_second_person(answers: AgencyReturn, submitter: Actor) -> tuple[Violation, ...]:
    """Who wrote or hands in an agency's return cannot be its approver (F4.A3, F4.M1)."""
    others = {"wrote it": answers.author, "is handing it in": submitter.name}
    for deed, name in others.items():
        for approver in (answers.approver, answers.declared_by):
            if same_person(name, approver):
                sentence = f"{approver} approves {answers.agency}'s return and also {deed}; a second person must."
                return (Violation("WHO-APPROVER", sentence, _SOURCE, "approver"),)
    return ()


def decider_is_not_the_liip_chair(file: CaseFile, actor: Actor) -> tuple[Violation, ...]:
    """Who agreed or recommended as LIIP Chair cannot decide the same case, deputy's authority or not."""
    discussion = file.case.discussion
    agreed = discussion.agreed_by_liip_chair if discussion else None
    submitted = file.advice.submitted if file.advice else None
    return _first(chairs_are_two_people(actor.name, each.name) for each in (agreed, submitted) if each)


def recommender_is_not_the_chair(file: CaseFile, actor: Actor) -> tuple[Violation, ...]:
    """Who agreed the initial discussion as Chair cannot bring the same case's recommendation."""
    discussion = file.case.discussion
    agreed = discussion.agreed_by_chair if discussion else None
    return chairs_are_two_people(agreed.name, actor.name) if agreed else ()


def mover_has_no_interest(meeting: Meeting | None, actor: Actor) -> tuple[Violation, ...]:
    """Nobody with a declared interest moves the recommendation, unless it was ruled that they stay (F6.07)."""
    for who in meeting.attendance if meeting else ():
        if same_person(who.name, actor.name) and who.interest.strip() and who.ruling is not Ruling.STAY:
            ruling = f"the ruling was that {who.name} {who.ruling.label}" if who.ruling else "no ruling is recorded"
            sentence = f"{who.name} has declared an interest and {ruling}; somebody else must bring the recommendation."
            return (Violation("WHO-INTEREST", sentence, "scoping meeting (F6.07)"),)
    return ()


def _first(found: Iterable[tuple[Violation, ...]]) -> tuple[Violation, ...]:
    return next((violations for violations in found if violations), ())
