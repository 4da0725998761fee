"""The criteria as papers set them out: each question, its answer, the reason and the evidence."""

from __future__ import annotations

from exports.escape import cell, inline
from exports.layout import NOT_SAID, Sheet, table
from sscb_tui.domain.criteria import Assessment
from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.terms import Decided, Fact

_BEARING = {"for": "For", "against": "Against", "context": "Context"}


def outcome_words(outcome: Decided | None, alternative: str = "") -> str:
    """An outcome with the kind of review, where another form was chosen."""
    if outcome is None:
        return "no view"
    return f"{outcome.label} ({inline(alternative)})" if alternative else outcome.label


def answer_words(limb: LimbFinding) -> str:
    """The answer in the words of its question."""
    return limb.fact.values(limb.value).label


def limb_table(limbs: tuple[LimbFinding, ...]) -> list[str]:
    """Every question in its order; one that was not answered says so."""
    found = {limb.fact: limb for limb in limbs}
    rows = [(fact.label, *_summary(found.get(fact))) for fact in Fact]
    return table(("Question", "Answer", "For", "Against", "Gap"), rows)


def _summary(limb: LimbFinding | None) -> tuple[str, ...]:
    if limb is None:
        return "**not answered**", NOT_SAID, NOT_SAID, NOT_SAID
    counts = (str(sum(each.bearing == bearing for each in limb.evidence)) for bearing in ("for", "against"))
    return f"**{answer_words(limb)}**", *counts, cell(limb.gap) or NOT_SAID


def limb_reasons(sheet: Sheet, limbs: tuple[LimbFinding, ...]) -> None:
    """A numbered paragraph for each answer: the reason, then the passages it rests on."""
    for limb in limbs:
        sheet.paragraph(limb.reason, f"**{limb.fact.label}: {answer_words(limb)}.**")
        passages = [
            f"- {_BEARING[each.bearing]} ({inline(each.ref)}): “{inline(each.quote)}”" for each in limb.evidence
        ]
        if passages:
            sheet.add(*passages)


def computed(sheet: Sheet, assessment: Assessment) -> None:
    """What the law makes of the answers, by which rules, and what would change it."""
    changes = "; ".join(f"{flip.fact.label} were {_value(flip.fact, flip.value)}" for flip in assessment.flips)
    lawful = ", ".join(outcome.label for outcome in assessment.allowed)
    law = f"{assessment.result.label} ({assessment.citation})."
    sheet.paragraph(law, "**The law on these answers.**")
    sheet.paragraph(f"{lawful or 'none'}.", "**Lawful outcomes.**")
    sheet.paragraph(f"if {changes}." if changes else "by no single answer.", "**It would change**")


def _value(fact: Fact, value: str) -> str:
    return fact.values(value).label
