"""What hangs loose from the golden thread: a thing that came from nothing, rests on nothing, or led to nothing.

A recommendation answers a finding, an action carries out a recommendation unless lessons found early were not kept
waiting (WT2015 ch.4), nothing is done without evidence (RA.16), and a decision rests on words somebody said (F8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import ActionState, Silence
from sscb_tui.domain.terms.base import Term
from sscb_tui.domain.thread import Address, Link, Why

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.recommendation import Action

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
    LEARNING = "learning that led to nothing yet"

    @property
    def label(self) -> str:
        """The value is in words already."""
        return self.value

    @property
    def information(self) -> bool:
        """Said for information: nothing is wrong yet."""
        return self is Loose.LEARNING


def orphans(file: CaseFile, links: Iterable[Link]) -> tuple[tuple[Loose, Address], ...]:
    """Everything of a case that hangs loose, by kind; what is only for information comes last."""
    made = tuple(links)
    return (*_recommendations(file), *_actions(file.actions), *_decision(file), *_learning(file, made))


def _recommendations(file: CaseFile) -> Iterator[tuple[Loose, Address]]:
    for each in file.recommendations:
        if not each.finding.strip() and not each.rests_on:
            yield Loose.RECOMMENDATION, Address("recommendations", each.id)


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
