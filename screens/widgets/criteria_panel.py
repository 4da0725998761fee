"""The criteria as they stand in the meeting: each answer with its evidence, the result, and what would turn it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sscb_tui.domain import evidence
from sscb_tui.domain.terms import Fact, Result
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sscb_tui.domain.criteria import Assessment, Facts, Flip
    from sscb_tui.domain.decision import Evidence, LimbFinding
    from sscb_tui.domain.file import CaseFile

LOUD = {Result.MANDATORY_REG5: "bold $text-error", Result.ALWAYS_LIST: "bold $text-error"}
BRIEF = {
    Fact.OUTCOME: "(b)(i) Outcome",
    Fact.ALWAYS_LIST: "Always-list",
    Fact.NORMALLY_RESIDENT: "Resident here",
    Fact.WORKING_TOGETHER: "(b)(ii) Joint working",
}
"""Questions by fewer words than elsewhere: the panel is narrow."""
LINE = 22
"""Longest question and answer that share a line of the panel."""
SELDOM = (Fact.AGE_UNDER_18, Fact.NORMALLY_RESIDENT)
OPEN = ("undetermined", "outcome_unknown", "not_yet_asked")
HANG = "    "
QUIET = "$foreground 60%"


class CriteriaPanel(VerticalScroll, can_focus=True):
    """The right-hand panel of the meeting; always labelled provisional, because only the Chair decides."""

    BORDER_TITLE = "Criteria · provisional"
    HELP = "Each criterion with its passages for (+), against (-) and beside (·) it. Enter shows them."
    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False, id="criteria.up", tooltip="The criterion above"),
        Binding("down,j", "move(1)", "Down", show=False, id="criteria.down", tooltip="The criterion below"),
        Binding("enter", "open", "Evidence", id="criteria.open", tooltip="The passages that bear on this criterion"),
    ]

    @dataclass
    class Asked(Message):
        """The passages behind a criterion are to be shown."""

        fact: Fact

    def __init__(self, *, id: str | None = None) -> None:
        """Nothing is known before `show`."""
        super().__init__(id=id)
        self.fact = Fact.ABUSE_OR_NEGLECT
        """The criterion under the cursor."""
        self._above: list[Content] = []
        self._limbs: dict[Fact, Content] = {}
        self._below: list[Content] = []

    def compose(self) -> ComposeResult:
        """One text, rewritten whole."""
        yield Static("Nothing is known yet.", markup=False)

    def show(self, file: CaseFile, facts: Facts, assessment: Assessment) -> None:
        """Show what it comes to, what is known on what evidence, and what would change it."""
        findings = file.meeting.findings if file.meeting and not file.meeting.adjourned else ()
        found = {finding.fact: finding for finding in findings}
        self._above = verdict(assessment)
        self._limbs = {
            fact: limb(fact, facts.value(fact).value, found.get(fact), evidence.evidence_on(fact, file))
            for fact in Fact
        }
        self._below = changes(assessment)
        self._draw()

    def _draw(self) -> None:
        if self._limbs:
            limbs = [self._marked(fact, hung(words, self._width)) for fact, words in self._limbs.items()]
            self.query_one(Static).update(Content("\n").join([*self._above, Content(""), *limbs, *self._below]))

    @property
    def _width(self) -> int:
        return max(12, self.scrollable_content_region.width)

    def on_resize(self) -> None:
        """Wrap again to the new width."""
        self._draw()

    def _marked(self, fact: Fact, words: Content) -> Content:
        here = self.has_focus and fact is self.fact
        return words.stylize("bold on $primary 35%") if here else words

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor shows only while the panel is in hand."""
        super().watch_has_focus(has_focus)
        self._draw()

    def action_move(self, down: int) -> None:
        """Another criterion; the panel scrolls just enough."""
        facts = list(Fact)
        self.fact = facts[max(0, min(facts.index(self.fact) + down, len(facts) - 1))]
        self._draw()
        self._reveal()

    def _reveal(self) -> None:
        facts = list(Fact)
        before = [hung(self._limbs[each], self._width) for each in facts[: facts.index(self.fact)]]
        top = sum(len(each.wrap(self._width)) for each in self._above) + 1
        top += sum(each.plain.count("\n") + 1 for each in before)
        bottom = top + hung(self._limbs[self.fact], self._width).plain.count("\n") + 1
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_offset.y + self.scrollable_content_region.height:
            self.scroll_to(y=bottom - self.scrollable_content_region.height, animate=False)

    def action_open(self) -> None:
        """Ask for the passages of the criterion under the cursor."""
        if self._limbs:
            self.post_message(self.Asked(self.fact))


def answer(fact: Fact, value: str) -> str:
    """An answer in the words people read."""
    return fact.values(value).label


def limb(fact: Fact, value: str, finding: LimbFinding | None, passages: tuple[Evidence, ...]) -> Content:
    """One question with its answer and its evidence; a filled dot where it is found; what is missing."""
    style = "$text-warning" if value in OPEN else "bold" if finding else ""
    words = answer(fact, value).upper()
    mark = ("● ", "$text-success") if finding else ("○ ", QUIET)
    count = f" {counted(passages)}" if passages or finding else ""
    label = BRIEF.get(fact, fact.label)
    between = "  " if len(label) + len(words) + len(count) < LINE else "\n    "
    count = f"\n   {count}" if between != "  " and len(words) + len(count) >= LINE else count
    gap = (f"\n    gap: {shown(finding.gap)}", "$text-warning") if finding and finding.gap.strip() else ""
    return Content.assemble(mark, (label, QUIET), between, (words, style), (count, QUIET), gap)


def hung(words: Content, width: int) -> Content:
    """Wrapped lines hang under their question."""
    lines = []
    for line in words.split("\n"):
        hangs = line.plain.startswith(HANG)
        first, *others = (line[len(HANG) :].wrap(width - len(HANG)) if hangs else line.wrap(width)) or [line]
        lines += [Content(HANG) + first if hangs else first, *(Content(HANG) + each for each in others)]
    return Content("\n").join(lines)


def tally(finding: LimbFinding) -> str:
    """Evidence a finding cites, for and against, for example "5+ 1-"."""
    return counted(finding.evidence)


def counted(passages: Iterable[Evidence]) -> str:
    """Evidence for and against, for example "5+ 1-"; context only where there is any."""
    speaks, against, context = evidence.tally(passages)
    return f"{speaks}+ {against}-" + (f" {context}·" if context else "")


def verdict(assessment: Assessment) -> list[Content]:
    """The result with its citation."""
    return [
        Content.styled(assessment.result.label, LOUD.get(assessment.result, "bold $text-warning")),
        Content.styled(assessment.citation, QUIET),
    ]


def changes(assessment: Assessment) -> list[Content]:
    """What is missing, and the one single change that would most tellingly turn the result."""
    lines = []
    if assessment.missing:
        lines += [Content(""), Content.styled("Not yet known", QUIET)]
        lines += [Content(f"· {fact.label}") for fact in assessment.missing]
    if assessment.flips:
        lines += [Content(""), Content.styled("Would change if", QUIET)]
        lines += [Content(f"· {flip_words(flip)}") for flip in telling(assessment)[:1]]
    return lines


def telling(assessment: Assessment) -> list[Flip]:
    """The changes worth saying first: those of the criteria before those of age and residence."""
    return sorted(assessment.flips, key=lambda flip: (flip.fact in SELDOM, flip.value in OPEN))[:4]


def flip_words(flip: Flip) -> str:
    """For example "(a) Abuse or neglect: not suspected → may choose"."""
    return f"{flip.fact.label}: {answer(flip.fact, flip.value)} → {flip.result.label}"
