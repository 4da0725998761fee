"""What a return says to one question, as people read it side by side: what was ticked, then the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.template import SECTIONS, Question, people, questions

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.scoping import AgencyReturn

EVENTS = "F4.D1"
"""The chronology, which a return keeps as rows."""
_DECLARATION = "F4.M1"
_AND_WORDS = (EVENTS, _DECLARATION)
"""Where words may follow: that nothing happened in the period, or a restriction on sharing the return."""


def said(returned: AgencyReturn, question: str) -> str:
    """The labels of the ticked boxes, set off from words by a dash, and the words; empty where there are neither."""
    return "\n".join(part for part in _parts(returned, question) if part.strip())


def _parts(returned: AgencyReturn, question: str) -> Iterator[str]:
    kept, answer = _KEPT.get(question), returned.answer(question)
    if kept is not None:
        yield kept(returned)
    if answer is not None and (kept is None or question in _AND_WORDS):
        yield _ticked(question, answer.choice)
        yield answer.text.strip("\n")


def asked(case: Case, returns: Iterable[AgencyReturn]) -> tuple[Question, ...]:
    """The questions of the form, then those only another version of it asked: no answer is left out."""
    form = questions(people(case))
    known = {question.id for question in form}
    others = {answer.question: None for each in returns for answer in each.answers if answer.question not in known}
    return (*form, *(Question(id, "asked by another version of the form", "") for id in sorted(others)))


def _ticked(question: str, ticked: str) -> str:
    """The labels of the ticked boxes."""
    labels = _LABELS.get("F4.B1" if question.startswith("F4.B1.") else question, {})
    return ", ".join(f"— {labels.get(value, value)}" for value in ticked.split(", ") if value)


def _events(returned: AgencyReturn) -> str:
    """The chronology a row to a line, dates as the agency stated them."""
    return "\n".join(f"{row.on.text or '?'}  {row.event}" for row in returned.chronology)


_LABELS = {
    question.id: {choice.value: choice.label for choice in question.choices}
    for section in SECTIONS
    for question in section.questions
}
_KEPT: dict[str, Callable[[AgencyReturn], str]] = {
    "F4.A2": lambda returned: returned.author_post or returned.author,
    "F4.A3": lambda returned: returned.approver_post or returned.approver,
    "F4.A7": lambda returned: "— searched and not known" if returned.nil else "— holds information",
    EVENTS: _events,
    _DECLARATION: lambda returned: f"signed {shown(returned.declared_on)}",
}
"""Questions whose answers a return keeps under names of their own; a post rather than a name, where one was given."""
