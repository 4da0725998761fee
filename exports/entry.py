"""What one question of the form holds: ticks, labelled lines, a reason for absence, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sscb_tui.domain.scoping import AgencyReturn, Answer
from sscb_tui.domain.template import Question
from sscb_tui.domain.terms import Silence

SEPARATOR = ", "
"""Between the values of a question that takes several."""
TICK_ONE, TICK_ALL, NO_ANSWER = "Tick one:", "Tick all that apply:", "No answer, because:"
TICK_IF = "Tick if so:"
ANSWER = "Answer:"


def because(silence: Silence) -> str:
    """The words beside a reason for absence; what is withheld says why."""
    return f"{silence.label} because:" if silence is Silence.WITHHELD else silence.label


@dataclass(frozen=True, slots=True)
class Entry:
    """One question as filled in, with the lines it stands on for messages."""

    question: Question
    line: int = 0
    choices: tuple[str, ...] = ()
    silence: Silence | None = None
    reason: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    below: tuple[str, ...] = ()
    """The lines below "Answer:" as they stand, from line `below_line` of the file."""
    below_line: int = 0

    @property
    def answered(self) -> bool:
        """Words, a tick, or a named absence; a question of ticks needs its tick."""
        ticked = bool(self.choices) or self.silence is not None
        by_words = self.question.kind in ("words", "fields") and bool(self.words.strip())
        return ticked or by_words

    @property
    def answer(self) -> Answer | None:
        """The answer to keep; None where the question was left alone."""
        found = Answer(
            question=self.question.id,
            silence=self.silence,
            silence_reason=self.reason,
            choice=SEPARATOR.join(self.choices),
            text=self.words,
        )
        return None if found.blank else found


def entry_of(question: Question, answers: AgencyReturn) -> Entry:
    """The same from a return already taken, to write it back into its form."""
    answer = answers.answer(question.id) or Answer(question=question.id)
    values = {choice.value for choice in question.choices}
    return Entry(
        question,
        choices=tuple(each for each in answer.choice.split(SEPARATOR) if each in values),
        silence=answer.silence if answer.silence in question.silences else None,
        reason=answer.silence_reason,
        words=answer.text if question.words and question.kind != "table" else "",
    )
