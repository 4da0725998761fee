"""The ladder of evidence as agencies are asked about it: what each rung shows, and what is wanted next (6.5)."""

from __future__ import annotations

RUNGS = (
    "we say that it was done",
    "a document was issued: a procedure, a form, a letter",
    "people were reached: how many, of how many it was meant for",
    "people understood: a test, a survey",
    "practice changed: an audit, a dip sample, supervision records",
    "children or families felt a difference, in their own words",
    "figures moved and held",
)
"""From rung 1, a statement, to rung 7."""
TOP = len(RUNGS)


def rung_words(rung: int) -> str:
    """What a rung shows."""
    return RUNGS[rung - 1] if 1 <= rung <= TOP else "nothing yet"


def next_asked(rung: int) -> str:
    """What would show more than is on record; at the top, that it still holds."""
    if rung >= TOP:
        return "that the figures still hold"
    return rung_words(max(2, rung + 1))
