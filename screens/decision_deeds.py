"""Making and signing the decision: each key asks what it must, keeps what it got, and the law answers at once."""

from __future__ import annotations

from textual import work
from textual.content import Content

from screens.asking import carry_out
from screens.base import Context, Place
from screens.decision_bench import Bench, Deliberation, Standing
from screens.decision_form import decision_form, values_of
from screens.decision_reasons import Reasons
from screens.decision_words import follows_words
from screens.desk_page import DeskPage, Typing
from screens.dialogs.evidence import EvidenceList
from screens.dialogs.finding import chair_finding, decided_finding, typed_finding
from screens.dialogs.passage import Passage, reasons
from screens.dialogs.reading_first import ReadingFirst
from screens.dialogs.sign import Sign
from screens.forms.spec import Entry, Field, Kind, Section
from screens.keeping import Kept
from screens.working import begin
from sscb_tui.domain.decision import DecisionForm
from sscb_tui.domain.errors import RuleError, SscbError
from sscb_tui.domain.evidence import evidence_on
from sscb_tui.domain.terms import Decided, Fact, Paper

ANSWERS = Section("What was asked for is answered", (Field("answers", "Answers", Kind.LONG, required=True),))


class DecisionDeeds(DeskPage):
    """What the Chair's keys do, apart from how the screen looks."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is read before the screen is on show."""
        super().__init__(context, argument)
        self.bench: Bench | None = None
        self.made = Deliberation()
        self.standing = Standing()
        self.asking = False
        """A dialog is asked again after a refusal; the refusal is then told beside it, not over it."""

    @property
    def fact(self) -> Fact:
        """The criterion under the cursor."""
        raise NotImplementedError

    async def weigh(self) -> None:
        """Ask the law what it makes of the findings as they stand, and show everything."""
        raise NotImplementedError

    def refused(self, refused: SscbError) -> None:
        """Reasons with a rule behind them are shown all at once, in a frame of their own."""
        if isinstance(refused, RuleError):
            # after the refresh, so that it stands above a dialog that is asked again
            self.call_after_refresh(
                self.app.push_screen, Passage("Refused; nothing was done", reasons(refused.violations))
            )
        else:
            super().refused(refused)

    # Making the decision

    async def choose(self, outcome: Decided) -> None:
        """Choose an outcome, if it is lawful on the findings so far."""
        assessment = self.standing.assessment
        barred = self.bench.barred(outcome, assessment) if self.bench else None
        if assessment is None or barred is not None:
            why = f"refused ({barred.code})" if barred else "not open yet: answer every criterion"
            self.notify(f"{outcome.label} is {why}.", severity="warning", markup=False)
            return
        self.made.outcome, self.made.touched = outcome, True
        await self.weigh()
        await self.keep_now()

    @work(group="dialog")
    async def action_edit(self) -> None:
        """Answer the criterion under the cursor."""
        bench, fact = self.bench, self.fact
        if bench is None:
            return
        words, citation = bench.words(fact)
        section = chair_finding(fact, f"“{words}” ({citation})" if words else "")
        kept = Kept(self, section)
        values = await kept.ask(typed_finding(self.made.limbs.get(fact)))
        if values is not None:
            self.made.answer(decided_finding(fact, values))
            await self.weigh()
            await self.keep_now()
            await kept.drop()

    @work(group="dialog")
    async def action_reasons(self) -> None:
        """Reasons and the things the record asks about."""
        await self.app.push_screen_wait(Reasons(values_of(self.made), self._typed))
        await self.keep_now()

    def _typed(self, values: Entry) -> None:
        self.made.texts, self.made.touched = values, True
        self.keep_soon()

    def typing(self) -> Typing | None:
        """The decision as it is being made; nothing once it is signed."""
        if self.bench is None or self.bench.sealed or not self.made.touched:
            return None
        case = self.bench.file.case
        return Typing(f"decision:{case.id}", f"{case.pseudonym} · Chair's decision", self.made.fields())

    # Signing

    def action_preview(self) -> None:
        """The signed record; before signing, what still stands in its way."""
        if self.bench is not None and self.bench.sealed:
            self.go(Place.PAPER, self.bench.file.case.id, Paper.DECISION.value)
        else:
            begin(self, self._preview, group="dialog")

    async def _preview(self) -> None:
        """What stands in the way and the record as it would print, in one place."""
        form, bench = decision_form(self.made), self.bench
        if bench is None:
            return
        if not isinstance(form, DecisionForm):
            self.app.push_screen(ReadingFirst(form, (), ""))
            return
        actor, case_id = self.actor, bench.file.case.id
        read = await self.ask(
            lambda services: (
                services.decisions.check(actor, case_id, form),
                services.decisions.warnings(actor, case_id, form),
                services.papers.preview(actor, case_id, form).markdown,
            )
        )
        if read is not None:
            self.app.push_screen(ReadingFirst(*read))

    @work(group="dialog")
    async def action_evidence(self) -> None:
        """The passages on the criterion under the cursor, each a key away from its source."""
        bench, fact = self.bench, self.fact
        if bench is None:
            return
        words, citation = bench.words(fact)
        finding = self.made.limbs.get(fact)
        relied = finding.evidence if finding else ()
        law = f"“{words}” {citation}" if words else ""
        self.app.push_screen(EvidenceList(fact.label, law, relied, evidence_on(fact, bench.file), bench.file))

    async def _checked(self) -> DecisionForm | None:
        """The form if nothing bars it; else every reason in a frame, and None."""
        form = decision_form(self.made)
        if self.bench is None:
            return None
        case_id = self.bench.file.case.id
        if not isinstance(form, DecisionForm):
            self.app.push_screen(Passage("Not ready to sign", reasons(form)))
            return None
        barred = await self.ask(lambda services: services.decisions.check(self.actor, case_id, form))
        if barred:
            self.app.push_screen(Passage("Refused; nothing was done", reasons(barred)))
        return form if barred == () else None

    @work(group="dialog")
    async def action_sign(self) -> None:
        """Check everything, then ask for the reference and sign."""
        form = await self._checked()
        if form is None or self.bench is None:
            return
        case = self.bench.file.case
        summary = follows_words(self.bench, form.outcome, self.standing.follows)
        typed = await self.app.push_screen_wait(
            Sign(case.reference, Content.assemble((form.outcome.label, "bold"), "\n", summary))
        )
        if typed is None:
            return
        if await self.do(lambda services, actor: services.decisions.sign(actor, case.id, form, typed)):
            await self.ask(lambda services: services.desk.discard_draft(f"decision:{case.id}"))

    @work(group="dialog")
    async def action_answer(self) -> None:
        """What the Chair asked for has been found out."""
        if self.bench is None:
            return
        case_id = self.bench.file.case.id
        self.asking = True
        try:
            await carry_out(
                self,
                ANSWERS,
                lambda services, actor, typed: services.decisions.answer_information(
                    actor, case_id, str(typed["answers"])
                ),
            )
        finally:
            self.asking = False
