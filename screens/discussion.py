"""The initial discussion of Business Manager, Independent Chair and LIIP Chair (F2), the law's answer beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.asking import carry_out
from screens.base import Context, Place
from screens.discussion_start import Beginning, beginning
from screens.forms.discussion import DUPLICATES, OURS
from screens.forms.spec import Section
from screens.widgets.criteria_panel import verdict
from screens.widgets.form import Form
from screens.widgets.form_page import FormPage, Opened
from screens.words import day
from screens.working import begin
from sscb_tui.domain.criteria import Question
from sscb_tui.domain.forms import DiscussionForm
from sscb_tui.domain.terms import Fact, Mode, Stage
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from screens.forms.spec import Entry
    from sscb_tui.domain.case import Case, Signature
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services


Start = Callable[["Services", "Actor", str, str], "Case"]
"""What opens a discussion: the words asked for go on record with it."""
BEFORE: dict[Stage, tuple[Section, Start]] = {
    Stage.RECEIVED: (
        DUPLICATES,
        lambda services, actor, case, said: services.referrals.open_discussion(actor, case, said),
    ),
    Stage.JURISDICTION_QUERY: (
        OURS,
        lambda services, actor, case, said: services.referrals.resolve_ours(actor, case, said),
    ),
}
"""What must be on record before the discussion opens, by where the case stands."""


class Discussion(FormPage):
    """Opens the discussion, writes it down, and collects the two signatures that move the case on."""

    TITLE = "Initial discussion"
    CSS_PATH = "discussion.tcss"
    BINDINGS = [
        Binding("g", "agree", "Agree", id="discussion.agree", tooltip="Sign as Chair or LIIP Chair, whoever acts (A)"),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """The case in hand is the one discussed."""
        super().__init__(context, argument)
        self.case: Case | None = None

    def body(self) -> ComposeResult:
        """The form, and beside it what the answers come to and who has signed."""
        with Container(id="table"):
            yield Container(id="form")
            with VerticalScroll(id="side"):
                yield Static(id="provisional", markup=False)
                yield Static(id="signed", markup=False)

    async def open(self) -> Opened | None:
        """The discussion of the case in hand, opened first if it has not been."""
        case_id = self.context.case_id
        if case_id is None or (begun := await self._begin(case_id)) is None:
            return None
        self.case = begun.case
        self.title = f"{begun.case.pseudonym} · initial discussion"
        opened = Opened(begun.spec, begun.values(), f"discussion:{case_id}", begun.case.version)
        self.call_after_refresh(self._show_side)
        return opened

    async def _begin(self, case_id: str) -> Beginning | None:
        begun = await self.ask(lambda services: beginning(services, case_id))
        if begun is None or begun.case.stage not in BEFORE:
            return begun
        section, deed = BEFORE[begun.case.stage]
        path = section.fields[0].path
        if not await carry_out(
            self, section, lambda services, actor, given: deed(services, actor, case_id, str(given[path]))
        ):
            await self.action_back()
            return None
        return await self.ask(lambda services: beginning(services, case_id))

    def draft_title(self) -> str:
        """By pseudonym."""
        return f"Initial discussion · {self.case.pseudonym if self.case else ''}"

    async def record(self) -> bool:
        """Write the discussion down; agreement starts afresh."""
        form, case = await self.judge(DiscussionForm), self.case
        if form is None or case is None:
            return False
        saved = await self.ask(lambda services: services.referrals.discuss(self.actor, case.id, form))
        if saved is not None:
            self.case = saved
        return saved is not None

    async def after(self) -> None:
        """Stay: the signatures come next."""
        self.notify(
            "On record. It waits for both Chairs: g agrees as whoever acts, A changes who that is.", markup=False
        )
        self.query_one("#side").focus()
        await self._show_side()

    def action_agree(self) -> None:
        """Sign as whoever acts."""
        begin(self, self._agree, group="write")

    async def _agree(self) -> None:
        if (case := self.case) is None:
            return
        signed = await self.ask(lambda services: services.referrals.agree(self.actor, case.id))
        if signed is None:
            return
        self.case = signed
        await self._show_side()
        if signed.stage is not Stage.INITIAL_DISCUSSION:
            self.notify(f"Both have agreed. {signed.pseudonym} is now at: {signed.stage.label}.", markup=False)
            self.go(Place.CASE, signed.id, instead=True)

    # Beside the form

    @on(Form.Changed)
    async def _answered(self, event: Form.Changed) -> None:
        if event.path.startswith("facts."):
            await self._show_side()

    async def _show_side(self) -> None:
        if self.case is not None:
            self.query_one("#provisional", Static).update(await self._provisional(self.case))
            self.query_one("#signed", Static).update(signatures(self.case))

    async def _provisional(self, case: Case) -> Content:
        """What the law makes of the answers so far."""
        question = question_of(self.values, case.framework)
        if question is None:
            return Content.styled("Answer all seven questions to see what they come to.", "$foreground-muted")
        assessment = await self.ask(lambda services: services.decisions.assess(question))
        if assessment is None:
            return Content("")
        return Content("\n").join([Content.styled("Provisional", "$foreground-muted"), *verdict(assessment)])


def question_of(values: Entry, framework: str) -> Question | None:
    """The seven answers as a question to the law, or None while one is blank."""
    facts = {fact.value: values.get(f"facts.{fact.value}") for fact in Fact}
    try:
        return Question.model_validate(facts | {"mode": Mode.PROVISIONAL, "framework": framework})
    except ValidationError:
        return None


def signatures(case: Case) -> Content:
    """Who has agreed, and who has not yet."""
    if case.discussion is None:
        return Content.styled("\nNot on record yet: Ctrl+R records.", "$foreground-muted")
    both = (("Chair", case.discussion.agreed_by_chair), ("LIIP Chair", case.discussion.agreed_by_liip_chair))
    return Content("\n").join([Content.styled("\nAgreed", "$foreground-muted"), *(_signed(*each) for each in both)])


def _signed(post: str, signature: Signature | None) -> Content:
    if signature is None:
        return Content.assemble(("○ ", "$text-warning"), f"{post}: not yet  ", ("g", "bold $text-accent"))
    return Content.assemble(("✓ ", "$text-success"), shown(f"{post}: {signature.name}, {day(signature.at.date())}"))
