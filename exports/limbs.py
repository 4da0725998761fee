"""The criteria as papers set them out: each question, its answer, the reason and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.escape import inline
from exports.layout import Sheet, table
from sscb_tui.domain.criteria import Assessment
from sscb_tui.domain.decision import ALTERNATIVE_TYPES, Evidence, LimbFinding
from sscb_tui.domain.evidence import evidence_on, tally
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Decided, Fact

_BEARING = {"for": "For", "against": "Against", "context": "Context"}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One criterion with what was found on it, if anything, and the passages that bear on it."""

    fact: Fact
    finding: LimbFinding | None
    evidence: tuple[Evidence, ...]

    @property
    def answer(self) -> str:
        """The answer in the words of its question."""
        return value_words(self.fact, self.finding.value) if self.finding else "not answered"


def found(limbs: Iterable[LimbFinding]) -> tuple[Weighed, ...]:
    """Findings as a form gives them, each with its own evidence; every criterion in its order."""
    by_fact = {limb.fact: limb for limb in limbs}
    return tuple(Weighed(fact, limb := by_fact.get(fact), limb.evidence if limb else ()) for fact in Fact)


def found_at_meeting(file: CaseFile) -> tuple[Weighed, ...]:
    """The meeting's findings, with the passages that were pinned besides those it cites (F6.14)."""
    findings = file.meeting.findings if file.meeting else ()
    return tuple(Weighed(each.fact, each.finding, evidence_on(each.fact, file)) for each in found(findings))


def outcome_words(outcome: Decided | None, alternative: str = "") -> str:
    """An outcome with the kind of review, where another form was chosen."""
    if outcome is None:
        return "no view"
    kind = ALTERNATIVE_TYPES.get(alternative)
    named = f"{inline(alternative)}, {kind}" if kind else inline(alternative)
    return f"{outcome.label} ({named})" if alternative else outcome.label


def value_words(fact: Fact, value: str) -> str:
    """An answer in the words of its question; one the question does not know stands as it was given."""
    known = {term.value: term.label for term in fact.values}
    return known.get(value) or inline(value)


def limb_table(sheet: Sheet, limbs: Sequence[Weighed]) -> None:
    """Every question in its order; one that was not answered says so."""
    rows = [
        (
            each.fact.label,
            f"**{each.answer}**",
            *map(str, tally(each.evidence)),
            sheet.cell(each.finding.gap if each.finding else ""),
        )
        for each in limbs
    ]
    sheet.add(*table(("Question", "Answer", "For", "Against", "Context", "Gap"), rows))


def limb_reasons(sheet: Sheet, limbs: Sequence[Weighed]) -> None:
    """A numbered paragraph for each criterion that was answered or has evidence: the reason, then its passages."""
    for each in limbs:
        if each.finding is None and not each.evidence:
            continue
        reason = each.finding.reason if each.finding else "No finding yet."
        sheet.paragraph(reason, f"**{each.fact.label}: {each.answer}.**")
        ordered = [one for bearing in _BEARING for one in each.evidence if one.bearing == bearing]
        if ordered:
            sheet.add(*(_passage(sheet, one) for one in ordered))


def _passage(sheet: Sheet, evidence: Evidence) -> str:
    return f"- {_BEARING[evidence.bearing]} ({sheet.inline(evidence.ref)}): “{sheet.inline(evidence.quote)}”"


def computed(sheet: Sheet, assessment: Assessment) -> None:
    """What the law makes of the answers, by which rules, and what would change it."""
    changes = "; ".join(f"{flip.fact.label} were {value_words(flip.fact, flip.value)}" for flip in assessment.flips)
    lawful = ", ".join(outcome.label for outcome in assessment.allowed)
    law = f"{assessment.result.label} ({assessment.citation})."
    sheet.paragraph(law, "**The law on these answers.**")
    sheet.paragraph(f"{lawful or 'none'}.", "**Lawful outcomes.**")
    missing = ", ".join(fact.label for fact in assessment.missing)
    if missing:
        sheet.paragraph(f"{missing}.", "**Still to be settled:**")
    sheet.paragraph(f"if {changes}." if changes else "by no single answer.", "**It would change**")
