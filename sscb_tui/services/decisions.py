"""The Chair's decision: assessed live, refused where the law refuses, signed once, never edited (T16 to T18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import DecisionId
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.decision import Decision, facts_of
from sscb_tui.domain.errors import InputError, Problem, refuse_if
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.rules.clocks import duties_on_decision
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.rules.refusals import decision_refusals, decision_warnings
from sscb_tui.domain.rules.segregation import decider_is_not_the_liip_chair
from sscb_tui.domain.rules.signing import every_limb_is_answered
from sscb_tui.domain.terms import Decided, Mode, Move
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
        rules = decision_refusals(form, self._assessed(file, form), file, actor, self.room.now())
        who = permission(actor, Deed.APPROVE, Thing.DECISION) or may_move(file.case.stage, MOVES[form.outcome], actor)
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
            case = room.advance(case_id, MOVES[form.outcome], actor)
            self._follow(file, case, decision)
        return decision

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
            room.record.cases.save(case.but(further_information=decision.questions))
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
