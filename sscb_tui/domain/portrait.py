"""The child of a case in one paragraph that names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import age_at, shown
from sscb_tui.domain.differences.accounts import sentences
from sscb_tui.domain.naming import names_of

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile

LONGEST = 240
"""Characters of what happened; the referral holds the whole."""
_BECAME = {"died": "The child died.", "alive": "The child is alive."}


def portrait(file: CaseFile) -> str:
    """Pseudonym, age when it happened, what happened in one sentence of the record, and what became of the child."""
    child, happened = file.case.child, file.incident.happened_on
    on = happened.earliest
    age = age_at(child.date_of_birth, on) if child.date_of_birth and on else child.estimated_age or "of unknown age"
    day = shown(on) if on is not None and on == happened.latest else happened.text
    became = _BECAME.get(child.outcome.value, "What became of the child is not known.")
    return f"{file.case.pseudonym}, {age} on {day}. {what_happened(file)} {became}"


def what_happened(file: CaseFile) -> str:
    """The first sentence of the referral with pseudonym and relationships in place of names, cut short if need be."""
    first = next(iter(sentences(file.case.referral.what_happened)), "")
    said = " ".join(names_of(file).masked(first).split())
    if len(said) > LONGEST:
        return f"{said[:LONGEST].rsplit(' ', 1)[0]}…"
    return said if said.endswith((".", "!", "?")) else f"{said}."
