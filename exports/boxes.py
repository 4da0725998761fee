"""The boxes an agency ticked, in the words that stand beside them on the form."""

from __future__ import annotations

from sscb_tui.domain.template import SECTIONS

_LABELS = {
    question.id: {choice.value: choice.label for choice in question.choices}
    for section in SECTIONS
    for question in section.questions
}


def ticked_words(question: str, ticked: str) -> str:
    """What was ticked under a question of the form, for each person alike; an unknown value stands as it is."""
    labels = _LABELS.get("F4.B1" if question.startswith("F4.B1") else question, {})
    return ", ".join(labels.get(value, value.replace("_", " ")) for value in ticked.split(", ") if value)
