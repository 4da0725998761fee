"""From the phone call to the agreed initial discussion (F1, F2; moves T01 to T09)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import CaseId, IncidentId
from sscb_tui.domain.case import Case, Incident, InitialDiscussion, ReferralForm, Signature, Transfer
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, StaleError, Violation, refuse_if
from sscb_tui.domain.frameworks import for_notification
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.permissions import Deed, Thing, chairs_are_two_people
from sscb_tui.domain.rules.clocks import duties_beside, duties_on_receipt
from sscb_tui.domain.rules.completeness import may_receive, was_held
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import DiscussionOutcome, Mode, Move, Role, Stage
from sscb_tui.services.clockwork import finish, restart, start, watch
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from sscb_tui.domain.forms import DiscussionForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

_MOVES = {
    DiscussionOutcome.SCOPING: Move.CALL_SCOPING,
    DiscussionOutcome.STRAIGHT_TO_CHAIR: Move.STRAIGHT_TO_CHAIR,
    DiscussionOutcome.NO_SCOPING: Move.NO_SCOPING,
    DiscussionOutcome.JURISDICTION_QUERY: Move.QUERY_JURISDICTION,
}


@dataclass(frozen=True, slots=True)
class Referrals:
    """Logs referrals and records what the three agreed about them."""

    room: Room

    def receive(self, actor: Actor, form: ReferralForm) -> Case:
        """Log a referral: the case gets its reference, and the decision clock starts (T01)."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.REFERRAL, "referral received"):
            incident = self._incident(form)
            case = room.record.cases.save(self._new_case(form, incident))
            case = room.advance(case.id, Move.RECEIVE, actor)
            start(room, case, duties_on_receipt(case.notified_on, room.framework(case)))
            watch(room, case, duties_beside(case, room.framework(case)))
        return case

    def _incident(self, form: ReferralForm) -> Incident:
        """The incident this referral belongs to: an earlier case's, or a new one."""
        if form.same_incident_as is None:
            new = Incident(id=IncidentId(self.room.new_id()), happened_on=form.incident_on, title=form.incident_title)
            return self.room.record.incidents.save(new)
        other = self.room.record.cases.by_reference(form.same_incident_as)
        if other is None:
            raise NotFoundError(f"same_incident_as: no case has the reference {form.same_incident_as}.")
        return self.room.record.incidents.get(other.incident_id)

    def _new_case(self, form: ReferralForm, incident: Incident) -> Case:
        settings = self.room.settings()
        year = self.room.today().year
        number = self.room.record.cases.next_number(settings.short_name, year)
        return Case.model_validate(
            _about_the_child(form)
            | {
                "id": CaseId(self.room.new_id()),
                "reference": f"{settings.short_name}/{year}/{number:03}",
                "incident_id": incident.id,
                "framework": for_notification(local_day(form.referral.received_at)),
                "stage": Stage.DRAFT,
            }
        )

    def form_of(self, case_id: str) -> ReferralForm:
        """The referral as its form, to be edited."""
        case = self.room.record.cases.get(case_id)
        incident = self.room.record.incidents.get(case.incident_id)
        return ReferralForm(
            pseudonym=case.pseudonym,
            incident_on=incident.happened_on,
            incident_title=incident.title,
            child=case.child,
            family=case.family,
            family_none_known=not case.family,
            other_children=case.other_children,
            other_children_none=not case.other_children,
            agencies=case.agencies,
            referral=case.referral,
        )

    def amend(self, actor: Actor, case_id: str, read_version: int, form: ReferralForm) -> Case:
        """Correct a referral; the clock is recomputed if the date received changed, the old one stays in history."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REFERRAL, "referral corrected"):
            case = room.record.cases.get(case_id)
            if case.version != read_version:
                raise StaleError(case.reference, read_version, case.version)
            if case.stage in (Stage.WITH_CHAIR, Stage.CLOSED) or room.record.decisions.of_case(case_id):
                raise RuleError(
                    [Violation("RF-17", "The referral is before the Chair or decided; it stands as it is.")]
                )
            incident = room.record.incidents.get(case.incident_id)
            room.record.incidents.save(incident.but(happened_on=form.incident_on, title=form.incident_title))
            saved = room.record.cases.save(case.but(**_about_the_child(form)))
            refuse_if(may_receive(room.file(case_id), room.now()))
            restart(room, saved, duties_on_receipt(saved.notified_on, room.framework(saved)))
            watch(room, saved, duties_beside(saved, room.framework(saved)))
            return saved

    def query_jurisdiction(self, actor: Actor, case_id: str, reason: str) -> Case:
        """Ask whose case it is; the decision clock keeps running (T03)."""
        worded(reason, "reason", "why the child may not be ours")
        with self.room.deed(actor, Deed.UPDATE, Thing.REFERRAL, f"jurisdiction queried: {reason}"):
            return self.room.advance(case_id, Move.QUERY_JURISDICTION, actor)

    def resolve_ours(self, actor: Actor, case_id: str, evidence: str) -> Case:
        """The case is ours: evidence noted, the discussion opens (T05)."""
        worded(evidence, "evidence", "what shows that the child is ours")
        with self.room.deed(actor, Deed.UPDATE, Thing.REFERRAL, f"jurisdiction settled as ours: {evidence}"):
            return self.room.advance(case_id, Move.RESOLVE_OURS, actor)

    def resolve_theirs(self, actor: Actor, case_id: str, receiving_board: str, acceptance: str) -> Case:
        """Another Board takes the case: named, with its acceptance in writing; our decision clock ends there (T06)."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.DECISION, f"case handed over to {receiving_board}") as now:
            case = room.record.cases.get(case_id)
            transfer = Transfer(board=receiving_board, acceptance=acceptance, agreed=room.signature(actor))
            room.record.cases.save(case.but(transfer=transfer))
            moved = room.advance(case_id, Move.RESOLVE_THEIRS, actor)
            finish(room, case_id, "CK-2", now, f"accepted by {receiving_board}")
            return moved

    def open_discussion(self, actor: Actor, case_id: str, duplicate_check: str) -> Case:
        """Open the initial discussion once the search for duplicates is on record (T04)."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.DISCUSSION, "initial discussion opened"):
            case = room.record.cases.get(case_id)
            room.record.cases.save(case.but(duplicate_check=duplicate_check))
            return room.advance(case_id, Move.OPEN_DISCUSSION, actor)

    def discuss(self, actor: Actor, case_id: str, form: DiscussionForm) -> Case:
        """Write down the initial discussion; the provisional result is computed, agreement starts afresh."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.DISCUSSION, "initial discussion recorded") as now:
            case = room.record.cases.get(case_id)
            if case.stage is not Stage.INITIAL_DISCUSSION:
                raise RuleError([Violation("F2", f"The discussion is not open; the case is at {case.stage.label!r}.")])
            if form.outcome is DiscussionOutcome.SCOPING and form.plan is None:
                raise InputError(
                    [Problem("plan", "a scoping meeting needs its plan.", "agencies, period, people, date")]
                )
            refuse_if(was_held(form, case.referral.received_at, now))
            assessment = assess(form.facts, Mode.PROVISIONAL, room.framework(case))
            written = InitialDiscussion.model_validate(form.said() | {"assessment": assessment})
            saved = room.record.cases.save(case.but(discussion=written))
            watch(room, saved, duties_beside(saved, room.framework(saved)))
            return saved

    def agree(self, actor: Actor, case_id: str) -> Case:
        """Sign the discussion as Chair or LIIP Chair; with both signatures the case moves on (T07 to T09)."""
        room = self.room
        move = f"initial discussion agreed by the {actor.role.label}"
        with room.deed(actor, Deed.APPROVE, Thing.DISCUSSION, move):
            case = room.record.cases.get(case_id)
            if case.discussion is None or case.stage is not Stage.INITIAL_DISCUSSION:
                raise RuleError([Violation("F2", "There is no initial discussion waiting to be agreed.")])
            case = room.record.cases.save(case.but(discussion=self._signed(case.discussion, actor)))
            return self._move_on(case, actor)

    def _signed(self, discussion: InitialDiscussion, actor: Actor) -> InitialDiscussion:
        """The discussion with this Chair's signature; each signs once, and they are two people."""
        mine, theirs = "agreed_by_chair", "agreed_by_liip_chair"
        if actor.role is not Role.CHAIR:
            mine, theirs = theirs, mine
        signed: Signature | None = getattr(discussion, mine)
        other: Signature | None = getattr(discussion, theirs)
        if signed is not None:
            sentence = (
                f"{signed.name} agreed it as {signed.post} on {shown(signed.at.date())}; write it down afresh first."
            )
            raise RuleError([Violation("F2-agreed", sentence, "initial discussion (F2.15)")])
        if other is not None:
            refuse_if(chairs_are_two_people(actor.name, other.name))
        return discussion.but(**{mine: self.room.signature(actor)})

    def _move_on(self, case: Case, actor: Actor) -> Case:
        """The move the discussion agreed, once both have signed."""
        discussion = case.discussion
        if discussion is None or discussion.agreed_by_chair is None or discussion.agreed_by_liip_chair is None:
            return case
        return self.room.advance(case.id, _MOVES[discussion.outcome], actor)


def _about_the_child(form: ReferralForm) -> dict[str, object]:
    """The fields a case takes over from its referral, at first and whenever it is corrected."""
    return {name: value for name, value in form.said().items() if name in Case.model_fields}
