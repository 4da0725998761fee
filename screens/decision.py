"""The Chair's decision: the criteria in the law's words, the lawful outcomes, the reasons, and the signature."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.base import THREAD, Context, Subject
from screens.decision_after import DecisionAfter
from screens.decision_bench import Bench, Deliberation, Standing, read_bench, restored, weighed
from screens.decision_history import again_words, seal_words
from screens.decision_words import (
    advice_words,
    edge_of_advice,
    edge_of_law,
    evidence_words,
    follows_words,
    header,
    law_words,
    limb_words,
    outcome_words,
)
from screens.working import begin
from sscb_tui.domain.terms import Decided, Fact, Stage
from sscb_tui.domain.text import shown, shown_line
from sscb_tui.domain.thread import Address

if TYPE_CHECKING:
    from textual.app import ComposeResult

FACTS, OUTCOMES = tuple(Fact), tuple(Decided)
NO_CASE = "No case in hand. Choose one in the queue (R), then C."
WRITING = ("edit", "reasons", "sign")
BESIDE = ("reopen", "panel", "addendum", "copy", "legal")
PREVIEW = "What stands in the way and the record as it will print; once signed, the record"
HELP = (
    "Only lawful outcomes can be chosen. Half-made decisions are kept as they are made; signing seals them. The "
    "national panel agreed with 53% of the 66 decisions against a review that it looked at to June 2014, and with 80% "
    "of 107 in the year after: name the evidence on each limb, and have another Chair challenge a no."
)


class Decision(DecisionAfter):
    """The bench: limbs and outcomes at the left, what bears on them at the right."""

    TITLE = "Chair's decision"
    CSS_PATH = "decision.tcss"
    AUTO_FOCUS = "#limbs"
    HELP = HELP
    BINDINGS = [
        Binding("e", "edit", "Edit", id="decision.edit", tooltip="Answer the criterion under the cursor"),
        Binding("v", "evidence", "Evidence", id="decision.evidence", tooltip="Passages on this criterion, and sources"),
        Binding("o", "outcomes", "Outcome", id="decision.outcome", tooltip="To the outcomes; Enter chooses"),
        Binding("r", "reasons", "Reasons", id="decision.reasons", tooltip="Reasons, and what the record asks about"),
        THREAD,
        Binding("w", "preview", "Preview", id="decision.preview", tooltip=PREVIEW),
        Binding("g", "sign", "Sign", id="decision.sign", tooltip="Sign; asks for the case reference"),
        Binding("n", "answer", "Answer", id="decision.answer", tooltip="Answer what the Chair asked for"),
        Binding("b", "reopen", "Reopen", id="decision.reopen", tooltip="New information: decide again (T29)"),
        Binding("p", "panel", "Panel", id="decision.panel", tooltip="The national panel's letter came (T24)"),
        Binding("a", "addendum", "Addendum", id="decision.addendum", tooltip="A correction beside the signed record"),
        Binding("c", "copy", "Copy", id="decision.copy", tooltip="Begin from a sibling's reasons, never its answers"),
        Binding("l", "legal", "Legal", id="decision.legal", tooltip="Privileged legal advice, for three posts"),
        Binding("i", "swap", "Panels", id="decision.panels", tooltip="Evidence, law and recommendation"),
        Binding("j", "cursor(1)", "Down", show=False, id="decision.down", tooltip="The next line"),
        Binding("k", "cursor(-1)", "Up", show=False, id="decision.up", tooltip="The line above"),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is read before the screen is on show."""
        super().__init__(context, argument)
        self._resumed = ""

    def body(self) -> ComposeResult:
        """Header; limbs over outcomes; evidence, law, recommendation and what follows."""
        yield Static(id="head", markup=False)
        yield Static(id="child", markup=False)
        yield Static(NO_CASE, id="nothing", markup=False)
        with Horizontal(id="bench"):
            with Vertical(id="left"):
                yield self._list("limbs", "Criteria", [Option(Content(fact.label)) for fact in FACTS])
                yield self._list("outcomes", "Outcome", [Option(Content(each.label)) for each in OUTCOMES])
            with VerticalScroll(id="right"):
                for id, title in PANELS:
                    panel = Static(id=id, classes="panel", markup=False)
                    panel.border_title = Content(title)
                    yield panel

    def _list(self, id: str, title: str, options: list[Option]) -> OptionList:
        made = OptionList(*options, id=id, markup=False)
        made.border_title = Content(title)
        return made

    async def reload(self) -> None:
        """Read the case; what the Chair has half-made stays."""
        case_id = self.context.case_id
        self.set_class(case_id is None, "-nothing")
        if case_id is None:
            return
        bench = await self.ask(lambda services: read_bench(services, case_id))
        if bench is None:
            return
        self.bench = bench
        await self._resume(bench)
        await self.weigh()

    async def _resume(self, bench: Bench) -> None:
        """A signed decision as it stands; else the draft if there is one, over what was recommended."""
        decision = bench.file.decision
        if bench.sealed and decision is not None:
            self._resumed = ""
            self.made = Deliberation(outcome=decision.outcome)
            self.made.propose(decision.limbs)
            return
        case_id = bench.file.case.id
        if self._resumed != case_id:
            draft = await self.ask(lambda services: services.desk.draft(f"decision:{case_id}"))
            self.made = restored(draft.fields) if draft else Deliberation()
            self._resumed = case_id  # only now: a read is given up where the next begins
            if draft is not None:
                self.saved(draft.saved_at)
        self.made.propose(bench.offered())

    async def weigh(self) -> None:
        """Ask the law what it makes of the findings as they stand, and show everything."""
        bench, made = self.bench, self.made
        if bench is None:
            return
        standing = await self.ask(lambda services: weighed(services, bench, made))
        self.standing = standing or Standing()
        made.result = self.standing.assessment.result if self.standing.assessment else None
        made.stage = bench.file.case.stage
        if self.standing.assessment and made.outcome in self.standing.assessment.refused and not bench.sealed:
            made.outcome = None
        self._draw(bench)

    def _draw(self, bench: Bench) -> None:
        self.set_class(bench.sealed, "-sealed")
        self.sub_title = shown_line(f"{bench.file.case.reference} · {bench.file.case.pseudonym}")
        self.set_class(bench.reopened, "-again")
        self._say("head", header(bench, self.query_one("#head").size.width - 2))
        self._say("child", Content(shown(bench.portrait)))
        self._draw_lists(bench)
        self._draw_law(bench)
        self._say("advice", advice_words(bench))
        self._say("follows", follows_words(bench, self.made.outcome, self.standing.follows))
        self.query_one("#follows").border_title = Content("Duties started" if bench.sealed else "If signed today")
        if bench.sealed and bench.file.decision is not None:
            self._say("seal", seal_words(bench, bench.file.decision))
        if bench.reopened:
            self._say("again", again_words(bench))
        self._draw_evidence()
        self.refresh_bindings()

    def _draw_law(self, bench: Bench) -> None:
        """Beside the criteria; on a narrow screen, whose panels wait behind their key, on the edge of the lists."""
        law = self.query_one("#law", Static)
        width = law.scrollable_content_region.width or self.size.width // 2 - 4
        law.update(law_words(bench, self.standing.assessment, width - 1))  # a scrollbar may come beside it
        narrow = self.has_class("-narrow")
        self.query_one("#limbs").border_subtitle = edge_of_law(self.standing.assessment) if narrow else ""
        self.query_one("#outcomes").border_subtitle = edge_of_advice(bench) if narrow else ""

    def _draw_lists(self, bench: Bench) -> None:
        assessment = self.standing.assessment
        limbs, outcomes = self.query_one("#limbs", OptionList), self.query_one("#outcomes", OptionList)
        width = limbs.scrollable_content_region.width
        for place, fact in enumerate(FACTS):
            limbs.replace_option_prompt_at_index(place, limb_words(fact, bench, self.made, width))
        for place, outcome in enumerate(OUTCOMES):
            words = outcome_words(outcome, bench, self.made, assessment, width)
            outcomes.replace_option_prompt_at_index(place, words)

    def on_resize(self) -> None:
        """Wrap to the new width once it is known."""
        if self.bench is not None:
            self.call_after_refresh(self._draw_lists, self.bench)
            self.call_after_refresh(self._draw_law, self.bench)

    def _draw_evidence(self) -> None:
        if self.bench is not None:
            self.query_one("#evidence").border_title = Content(f"Evidence · {self.fact.label}")
            self._say("evidence", evidence_words(self.fact, self.bench, self.made))

    def _say(self, id: str, words: Content) -> None:
        self.query_one(f"#{id}", Static).update(words)

    @property
    def fact(self) -> Fact:
        """The criterion under the cursor."""
        return FACTS[self.query_one("#limbs", OptionList).highlighted or 0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A sealed record offers nothing that would change it."""
        if action == "answer":
            return self.bench is not None and self.bench.file.case.stage is Stage.FURTHER_INFORMATION
        if action in BESIDE:
            return self.open_now(action)
        if action in ("evidence", "preview"):
            return self.bench is not None
        if action in WRITING:
            return self.bench is not None and not self.bench.sealed
        return super().check_action(action, parameters)

    async def subject(self) -> Subject | None:
        """The signed decision while its outcomes are in hand, else the criterion under the cursor."""
        if self.bench is None:
            return None
        file = self.bench.file
        if self.query_one("#outcomes").has_focus and file.decision is not None:
            return Subject(file.case.id, Address("decisions", file.decision.id))
        return Subject(file.case.id, Address("cases", file.case.id, self.fact.value))

    async def show_at(self, at: Address) -> None:
        """The criterion somebody came for; for the decision itself, its outcome."""
        limbs = self.query_one("#limbs", OptionList)
        if at.part in [fact.value for fact in FACTS]:
            limbs.highlighted = FACTS.index(Fact(at.part))
        (limbs if at.part else self.query_one("#outcomes", OptionList)).focus()

    # Moving

    def action_cursor(self, lines: int) -> None:
        """Up or down in the list in hand."""
        if isinstance(self.focused, OptionList):
            self.focused.action_cursor_down() if lines > 0 else self.focused.action_cursor_up()

    def action_outcomes(self) -> None:
        """To the outcomes."""
        self.query_one("#outcomes", OptionList).focus()

    def action_swap(self) -> None:
        """On a narrow screen, evidence instead of criteria, and back; elsewhere to the panels, to scroll."""
        self.toggle_class("-evidence")
        target = "#right" if self.has_class("-evidence") else "#limbs"
        self.query_one(target).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The evidence follows the criterion under the cursor."""
        if event.option_list.id == "limbs":
            self._draw_evidence()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter answers a criterion or chooses an outcome."""
        if self.bench is None or self.bench.sealed:
            return
        if event.option_list.id == "limbs":
            self.action_edit()
        else:
            begin(self, partial(self.choose, OUTCOMES[event.option_index]), group="write")


PANELS = (
    ("seal", "Signed"),
    ("again", "Before the Chair again"),
    ("advice", "The meeting recommended"),
    ("law", "What the law requires"),
    ("evidence", "Evidence"),
    ("follows", "If signed today"),
)
