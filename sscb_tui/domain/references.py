"""What each kind of record says of others, and from which part of itself; where those stand is looked up elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.thread import Address, Named, Refers, Why, named

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.decision import Advice, Decision, Evidence, LimbFinding
    from sscb_tui.domain.meeting import Meeting, MinuteLine
    from sscb_tui.domain.pin import Pin
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.settlement import Settlement

NOWHERE = ("other",)
"""Passages from outside the record: there is nothing here that they could lead to."""


def of_line(line: MinuteLine) -> Iterator[Refers]:
    """The line it corrects, the passage it quotes, and the pin, settlement or action it speaks of."""
    if line.corrects is not None:
        yield Refers("", Address("lines", line.corrects), Why.CORRECTS)
    if line.quotes:
        yield Refers("", Named("", "return", line.quotes, line.meeting_id), Why.QUOTES)
    if line.refers:
        yield Refers("", Named("", "record", line.refers), Why.SPEAKS_OF)


def of_meeting(meeting: Meeting) -> Iterator[Refers]:
    """Each finding with its evidence, and each criterion on which an agency holds a view (F6.14, F6.15)."""
    for finding in meeting.findings:
        part = f"finding {finding.fact.value}"
        yield Refers(part, limb(meeting.case_id, finding), Why.FINDS)
        yield from _cited(part, finding, meeting.case_id, meeting.id)
    for view in meeting.views:
        for held in view.limbs:
            yield Refers(f"view {view.agency}", Address("cases", meeting.case_id, held.fact.value), Why.HOLDS)


def of_advice(advice: Advice) -> Iterator[Refers]:
    """The meeting it reports, each criterion, and the evidence on it (F7.03)."""
    if advice.meeting_id is not None:
        yield Refers("", Address("meetings", advice.meeting_id), Why.REPORTS)
    for finding in advice.limbs:
        yield Refers(finding.fact.value, limb(advice.case_id, finding), Why.RECOMMENDS)
        yield from _cited(finding.fact.value, finding, advice.case_id, advice.meeting_id)


def of_decision(decision: Decision) -> Iterator[Refers]:
    """Each criterion with the evidence relied on, and the decision it supersedes (F8, 3.10)."""
    if decision.supersedes is not None:
        yield Refers("", Address("decisions", decision.supersedes), Why.SUPERSEDES)
    for finding in decision.limbs:
        yield Refers(finding.fact.value, limb(decision.case_id, finding), Why.ANSWERS)
        yield from _cited(finding.fact.value, finding, decision.case_id, None)


def of_recommendation(recommendation: Recommendation) -> Iterator[Refers]:
    """The earlier one it says again, and what it rests on, where somebody said so."""
    if recommendation.reiterates is not None:
        yield Refers("", Address("recommendations", recommendation.reiterates), Why.REITERATES)
    yield from _rests(recommendation.case_id, recommendation.rests_on)


def of_action(action: Action) -> Iterator[Refers]:
    """The recommendations it carries out (RA.01), what superseded it, or what an early action rests on."""
    for each in action.carries_out:
        yield Refers("", Address("recommendations", each), Why.CARRIES_OUT)
    if action.superseded_by is not None:
        yield Refers("", Address("actions", action.superseded_by), Why.SUPERSEDED_BY)
    yield from _rests(action.case_id, action.rests_on)


def of_pin(pin: Pin) -> Iterator[Refers]:
    """The passage, the criterion it is pinned to, and the meeting at which it was."""
    yield Refers("", Address("cases", pin.case_id, pin.fact.value), Why.BEARS_ON)
    yield from _passage("", pin.evidence, pin.case_id, pin.meeting_id)
    if pin.meeting_id is not None:
        yield Refers("", Address("meetings", pin.meeting_id), Why.MADE_IN)


def of_settlement(settlement: Settlement) -> Iterator[Refers]:
    """The meeting that answered the difference."""
    if settlement.meeting_id is not None:
        yield Refers("", Address("meetings", settlement.meeting_id), Why.MADE_IN)


def limb(case_id: str, finding: LimbFinding) -> Address:
    """The criterion of the case that a finding is about."""
    return Address("cases", case_id, finding.fact.value)


def _cited(part: str, finding: LimbFinding, case_id: str, meeting_id: str | None) -> Iterator[Refers]:
    for each in finding.evidence:
        yield from _passage(part, each, case_id, meeting_id)


def _passage(part: str, passage: Evidence, case_id: str, meeting_id: str | None) -> Iterator[Refers]:
    """Where a passage stands; a referral and a discussion are parts of the case itself."""
    if passage.source in ("referral", "discussion"):
        yield Refers(part, Address("cases", case_id, passage.source), Why.CITES)
    elif passage.source not in NOWHERE:
        yield Refers(part, Named(case_id, passage.source, passage.ref.strip(), meeting_id), Why.CITES)


def _rests(case_id: str, refs: tuple[str, ...]) -> Iterator[Refers]:
    for each in refs:
        yield Refers("", named(case_id, each), Why.RESTS_ON)
