"""What hangs loose from the golden thread: a thing that came from nothing, rests on nothing, or led to nothing.

A recommendation answers a finding, an action carries out a recommendation unless lessons found early were not kept
waiting (WT2015 ch.4), nothing is done without evidence (RA.16), and a decision rests on words somebody said (F8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import Accepted, ActionState, Silence
from sscb_tui.domain.terms.base import Term
from sscb_tui.domain.thread import Address, Link, Why, rests_on_finding

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.file import CaseFile

LEARNING = "F4.J1"
"""What an agency has learned already, in its own words."""
DONE = (ActionState.VERIFIED, ActionState.EMBEDDED, ActionState.CLOSED)
"""States that say that something was shown to be done."""


class Loose(Term):
    """How a thing may hang loose."""

    RECOMMENDATION = "recommendation without a finding"
    ACTION = "action without a recommendation"
    EVIDENCE = "done without evidence"
    QUOTATION = "decision without a quotation"
    REVIEWED = "recommendation of a review without a finding of its report"
    FINDING = "finding without a recommendation: a question for the Board"
    LEARNING = "learning that led to nothing yet"

    @property
    def label(self) -> str:
        """The value is in words already."""
        return self.value

    @property
    def information(self) -> bool:
        """Said for information: nothing is wrong yet."""
        return self in (Loose.FINDING, Loose.LEARNING)


def orphans(file: CaseFile, links: Iterable[Link]) -> tuple[tuple[Loose, Address], ...]:
    """Everything of a case that hangs loose, by kind; what is only for information comes last."""
    made = tuple(links)
    amiss = (*_recommendations(file, made), *_actions(file.actions), *_decision(file))
    return (*amiss, *_findings(file, made), *_learning(file, made))


def _recommendations(file: CaseFile, links: tuple[Link, ...]) -> Iterator[tuple[Loose, Address]]:
    """Once a report's findings are on record, what the review recommends answers one, by number or in words."""
    founded = {each.source.id for each in links if rests_on_finding(each)}
    found = bool(file.review and file.review.findings)
    for each in file.recommendations:
        if each.finding.strip() or each.id in founded:
            continue
        if not each.rests_on:
            yield Loose.RECOMMENDATION, Address("recommendations", each.id)
        elif found and each.origin.of_review:
            yield Loose.REVIEWED, Address("recommendations", each.id)


def _findings(file: CaseFile, links: tuple[Link, ...]) -> Iterator[tuple[Loose, Address]]:
    """What the report found and no recommendation rests on; nothing is asked of what the Board did not accept."""
    led = {each.target for each in links if rests_on_finding(each) and each.source.kind == "recommendations"}
    review = file.review
    for each in review.findings if review else ():
        here = Address("reviews", review.id if review else "", f"F-{each.number}")
        answer = review.answer_to(here.part) if review else None
        if here not in led and not (answer and answer.accepted is Accepted.NOT):
            yield Loose.FINDING, here


def _actions(actions: Iterable[Action]) -> Iterator[tuple[Loose, Address]]:
    for each in actions:
        if each.recommendation_id is None and not each.early:
            yield Loose.ACTION, Address("actions", each.id)
        if each.state in DONE and not each.evidence:
            yield Loose.EVIDENCE, Address("actions", each.id)


def _decision(file: CaseFile) -> Iterator[tuple[Loose, Address]]:
    """The decision that stands; a superseded one is history."""
    if file.decision is not None and not any(limb.evidence for limb in file.decision.limbs):
        yield Loose.QUOTATION, Address("decisions", file.decision.id)


def _learning(file: CaseFile, links: tuple[Link, ...]) -> Iterator[tuple[Loose, Address]]:
    """What agencies say they learned, with no recommendation and no action that rests on it."""
    answered = {each.target for each in links if each.why is Why.RESTS_ON}
    for request in file.requests:
        answer = request.returned.answer(LEARNING) if request.returned else None
        here = Address("requests", request.id, LEARNING)
        if answer is not None and is_said(answer.text, answer.silence) and here not in answered:
            yield Loose.LEARNING, here


def is_said(text: str, silence: Silence | None) -> bool:
    """Whether an answer says something: neither silence nor the bare word "none"."""
    return silence is None and text.strip().rstrip(".").casefold() not in ("", "none", "none yet", "none identified")
