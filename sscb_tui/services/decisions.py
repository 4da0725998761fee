"""The Chair's decision: assessed live, refused where the law refuses, signed once, never edited (T16 to T18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import DecisionId
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import Decision, facts_of
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, refuse_if
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.rules.clocks import duties_on_decision
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.rules.refusals import decision_refusals, decision_warnings
from sscb_tui.domain.rules.segregation import decider_is_not_the_liip_chair
from sscb_tui.domain.rules.signing import every_limb_is_answered
from sscb_tui.domain.terms import Decided, Mode, Move, Stage
from sscb_tui.domain.workflow import may_move
from sscb_tui.services.clockwork import drop, duty_of, duty_row, finish, start
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.criteria import Assessment, Question
    from sscb_tui.domain.decision import DecisionForm, Limbs
    from sscb_tui.domain.errors import Violation
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import DutyRow

MOVES = {
    Decided.SCR: Move.DECIDE_SCR,
    Decided.ALTERNATIVE: Move.DECIDE_ALTERNATIVE,
    Decided.NO_REVIEW: Move.DECIDE_NO_REVIEW,
    Decided.TRANSFER: Move.DECIDE_TRANSFER,
    Decided.DEFER: Move.ASK_INFORMATION,
}
AGAIN = {
    Decided.SCR: Move.REDECIDE_SCR,
    Decided.ALTERNATIVE: Move.REDECIDE_ALTERNATIVE,
    Decided.NO_REVIEW: Move.REDECIDE_NO_REVIEW,
}
"""The moves after the national panel's advice (T25); what is not among them is no answer to it."""
COPIED = ("reasons", "precaution_reason", "instead", "panel_explanation", "scope_view")
"""What a sibling's decision may lend its words to: never a value, an outcome or an answer about one child."""


def move_for(file: CaseFile, outcome: Decided) -> Move:
    """The move a signature makes from where the case stands."""
    again = AGAIN if file.case.stage is Stage.PANEL_SCRUTINY else {}
    return again.get(outcome, MOVES[outcome])


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything the decision screen and the command line need; no way round the rules."""

    room: Room

    def assess(self, question: Question) -> Assessment:
        """What the law makes of a set of facts, case or no case."""
        facts = Facts.model_validate(question.model_dump(exclude={"mode", "framework"}))
        return assess(facts, question.mode, load(question.framework))

    def lawful(self, case_id: str, limbs: Limbs) -> Assessment:
        """The result and the lawful outcomes if these were the Chair's findings."""
        return assess(facts_of(limbs), Mode.DECISION, self.room.framework(self.room.record.cases.get(case_id)))

    def check(self, actor: Actor, case_id: str, form: DecisionForm) -> tuple[Violation, ...]:
        """Everything that would refuse this decision now."""
        file = self.room.file(case_id)
        return self._refusals(actor, file, form)

    def warnings(self, actor: Actor, case_id: str, form: DecisionForm) -> tuple[Violation, ...]:
        """What deserves a second thought and does not bar signing."""
        file = self.room.file(case_id)
        return decision_warnings(form, self._assessed(file, form), file, actor, self.room.now())

    def _assessed(self, file: CaseFile, form: DecisionForm) -> Assessment | None:
        """The result, or None while a question is blank or answered twice."""
        if every_limb_is_answered(form.limbs):
            return None
        return assess(facts_of(form.limbs), Mode.DECISION, self.room.framework(file.case))

    def _refusals(self, actor: Actor, file: CaseFile, form: DecisionForm) -> tuple[Violation, ...]:
        """Role, stage and rules; each reason code is given once."""
        room, assessment = self.room, self._assessed(file, form)
        elsewhere = [each for each in room.record.decisions.all() if each.case_id != file.case.id]
        rules = decision_refusals(form, assessment, file, actor, room.now(), elsewhere)
        who = permission(actor, Deed.APPROVE, Thing.DECISION)
        who = who or may_move(file.case.stage, move_for(file, form.outcome), actor)
        who += decider_is_not_the_liip_chair(file, actor)
        given = {violation.code for violation in rules}
        return (*(violation for violation in who if violation.code not in given), *rules)

    def if_signed(self, case_id: str, outcome: Decided) -> tuple[DutyRow, ...]:
        """The duties that would start, and their dates, if this were signed today."""
        case, today = self.room.record.cases.get(case_id), self.room.today()
        owed = duties_on_decision(today, outcome, self.room.framework(case))
        return tuple(duty_row(duty_of(case, each, "preview"), case, today) for each in owed)

    def sign(self, actor: Actor, case_id: str, form: DecisionForm, typed_reference: str) -> Decision:
        """Sign: the sealed record, the case's next stage and the duties that follow, in one transaction."""
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.DECISION, f"Chair's decision signed: {form.outcome.label}"):
            file = room.file(case_id)
            refuse_if(self._refusals(actor, file, form))
            if typed_reference.strip().upper() != file.case.reference:
                raise InputError([Problem("reference", "does not match the case.", file.case.reference)])
            decision = room.record.decisions.save(self._decision(actor, file, form))
            case = room.advance(case_id, move_for(file, form.outcome), actor)
            self._follow(file, case, decision)
        return decision

    def unsigned(self, actor: Actor, case_id: str, form: DecisionForm) -> Decision:
        """The decision as it would be signed now, to be read first; InputError while a question is blank."""
        if blank := every_limb_is_answered(form.limbs):
            raise InputError([Problem(each.field, each.sentence) for each in blank])
        return self._decision(actor, self.room.file(case_id), form)

    def copied(self, from_id: str, to_id: str) -> dict[str, str]:
        """A sibling's reasons as the first draft of this child's; RF-10 asks that they be made its own."""
        theirs, ours = self.room.file(from_id), self.room.file(to_id)
        if theirs.case.id not in {sibling.id for sibling in ours.siblings}:
            allowed = ", ".join(each.reference for each in ours.siblings) or "nobody: no other child of this incident"
            problem = Problem(theirs.case.reference, f"is no case of the incident of {ours.case.reference}.", allowed)
            raise InputError([problem])
        if theirs.decision is None:
            raise NotFoundError(f"{theirs.case.reference} has no signed decision whose reasons could be copied.")
        said = {name: str(getattr(theirs.decision, name)) for name in COPIED}
        return {name: words for name, words in said.items() if words} | {"copied_from": theirs.case.reference}

    def _decision(self, actor: Actor, file: CaseFile, form: DecisionForm) -> Decision:
        earlier = [each for each in file.decisions if each.outcome is not Decided.DEFER]
        return Decision.model_validate(
            form.said()
            | {
                "id": DecisionId(self.room.new_id()),
                "case_id": file.case.id,
                "assessment": assess(facts_of(form.limbs), Mode.DECISION, self.room.framework(file.case)),
                "signature": self.room.signature(actor),
                "supersedes": earlier[-1].id if earlier else None,
            }
        )

    def _follow(self, file: CaseFile, case: Case, decision: Decision) -> None:
        """What a signature starts and ends: a deferral leaves the decision clock running."""
        room = self.room
        if decision.outcome is Decided.DEFER:
            room.record.cases.save(case.but(further_information=_asked(decision)))
            return
        if decision.supersedes:
            drop(room, case.id, "superseded by a new decision")
        signed = decision.signature.at
        finish(room, case.id, "CK-2", signed, "the Chair's signed decision", decision.overrun_reason)
        start(room, case, duties_on_decision(signed.date(), decision.outcome, room.framework(file.case)))

    def answer_information(self, actor: Actor, case_id: str, answers: str) -> Case:
        """What the Chair asked for is answered; the case is with the Chair again (T18)."""
        room = self.room
        worded(answers, "answers", "what was found out, and from whom")
        with room.deed(actor, Deed.UPDATE, Thing.REFERRAL, "information the Chair asked for was given"):
            case = room.record.cases.get(case_id)
            room.record.cases.save(case.but(further_information=f"{case.further_information}\n\nAnswered: {answers}"))
            return room.advance(case_id, Move.ANSWER_INFORMATION, actor)


def _asked(decision: Decision) -> str:
    """What the Chair asked for, of whom, and when the decision is taken again."""
    day = f" Decision again on {shown(decision.redecide_on)}." if decision.redecide_on else ""
    return f"{decision.questions} From: {decision.awaited_from}.{day}"
