"""The criteria as they stand in the meeting: each answer, what the law makes of them, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sscb_tui.domain.terms import Fact, Result

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sscb_tui.domain.criteria import Assessment, Facts, Flip
    from sscb_tui.domain.decision import LimbFinding

LOUD = {Result.MANDATORY_REG5: "bold $text-error", Result.ALWAYS_LIST: "bold $text-error"}
BRIEF = {
    Fact.OUTCOME: "(b)(i) Outcome",
    Fact.ALWAYS_LIST: "Always-list",
    Fact.NORMALLY_RESIDENT: "Resident here",
    Fact.WORKING_TOGETHER: "(b)(ii) Joint working",
}
"""Questions by fewer words than elsewhere: the panel is narrow."""
LINE = 21
"""Longest question and answer that share a line of the panel."""
SELDOM = (Fact.AGE_UNDER_18, Fact.NORMALLY_RESIDENT)
OPEN = ("undetermined", "outcome_unknown", "not_yet_asked")


class CriteriaPanel(VerticalScroll):
    """The right-hand panel of the meeting; always labelled provisional, because only the Chair decides."""

    BORDER_TITLE = "Criteria · provisional"

    def compose(self) -> ComposeResult:
        """One text, rewritten whole."""
        yield Static("Nothing is known yet.", markup=False)

    def show(self, facts: Facts, findings: tuple[LimbFinding, ...], assessment: Assessment) -> None:
        """Show what it comes to, what is known, and what would change it."""
        found = {finding.fact: finding for finding in findings}
        limbs = [limb(fact, facts.value(fact).value, found.get(fact)) for fact in Fact]
        parts = [*verdict(assessment), Content(""), *limbs, *changes(assessment)]
        self.query_one(Static).update(Content("\n").join(parts))


def answer(fact: Fact, value: str) -> str:
    """An answer in the words people read."""
    return fact.values(value).label


def limb(fact: Fact, value: str, finding: LimbFinding | None) -> Content:
    """One question with its answer, on one line where that is short; a filled dot where the meeting has found it."""
    style = "$text-warning" if value in OPEN else "bold" if finding else ""
    words = answer(fact, value).upper()
    mark = ("● ", "$text-success") if finding else ("○ ", "$foreground 60%")
    count = f" {tally(finding)}" if finding else ""
    label = BRIEF.get(fact, fact.label)
    between = "  " if len(label) + len(words) + len(count) < LINE else "\n    "
    return Content.assemble(mark, (label, "$foreground 60%"), between, (words, style), (count, "$foreground 60%"))


def tally(finding: LimbFinding) -> str:
    """Evidence for and against, for example "5+ 1-"."""
    bearing = [each.bearing for each in finding.evidence]
    return f"{bearing.count('for')}+ {bearing.count('against')}-"


def verdict(assessment: Assessment) -> list[Content]:
    """The result with its citation."""
    return [
        Content.styled(assessment.result.label, LOUD.get(assessment.result, "bold $text-warning")),
        Content.styled(assessment.citation, "$foreground 60%"),
    ]


def changes(assessment: Assessment) -> list[Content]:
    """What is missing, and the first single changes that would turn the result."""
    lines = []
    if assessment.missing:
        lines += [Content(""), Content.styled("Not yet known", "$foreground 60%")]
        lines += [Content(f"· {fact.label}") for fact in assessment.missing]
    if assessment.flips:
        lines += [Content(""), Content.styled("Would change if", "$foreground 60%")]
        lines += [Content(f"· {flip_words(flip)}") for flip in telling(assessment)]
    return lines


def telling(assessment: Assessment) -> list[Flip]:
    """The changes worth saying first: those of the criteria before those of age and residence."""
    return sorted(assessment.flips, key=lambda flip: (flip.fact in SELDOM, flip.value in OPEN))[:4]


def flip_words(flip: Flip) -> str:
    """For example "(a) Abuse or neglect: not suspected → may choose"."""
    return f"{flip.fact.label}: {answer(flip.fact, flip.value)} → {flip.result.label}"
