"""Lessons found early are acted on at once: what agencies told of learning that nothing on the tracker rests on yet.

Working Together (ch.4) expects improvement to begin before a review is finished, and the template asks what was done
already (F4.J2) and who is at risk now (F4.J3) so that neither waits for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.orphans import LEARNING, is_said
from sscb_tui.domain.thread import Address, Link, Why

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile

DONE_ALREADY, AT_RISK = "F4.J2", "F4.J3"
ASKED = (AT_RISK, DONE_ALREADY)
"""What becomes an early action, the most urgent first."""
TOLD = (LEARNING, DONE_ALREADY)
"""What an early-learning note tells: what was learned, and what was done about it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One agency's answer about learning and safety, in its own words."""

    agency: str
    question: str
    words: str
    at: Address

    @property
    def ref(self) -> str:
        """How an action names it as what it rests on."""
        return f"{self.agency} {self.question}"


def told(file: CaseFile, questions: Iterable[str]) -> tuple[Told, ...]:
    """What agencies said under these questions, question by question; silence and "none" are left out."""
    return tuple(each for question in questions for each in _told(file, question))


def _told(file: CaseFile, question: str) -> Iterator[Told]:
    for request in file.requests:
        answer = request.returned.answer(question) if request.returned else None
        if answer is not None and is_said(answer.text, answer.silence):
            yield Told(request.agency, question, answer.text.strip(), Address("requests", request.id, question))


def prompts(file: CaseFile, links: Iterable[Link]) -> tuple[Told, ...]:
    """What calls for an early action and has none yet."""
    rested = {each.target for each in links if each.why is Why.RESTS_ON}
    return tuple(each for each in told(file, ASKED) if each.at not in rested)
