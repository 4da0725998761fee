"""Publication: prepared, barred with every reason at once, withheld on advice, done (T31 to T35)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, NotFoundError, Problem, refuse_if
from sscb_tui.domain.people import SYSTEM
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.publication import Holdback, Publication, Restriction
from sscb_tui.domain.rules.clocks import duties_before_publication, duties_on_publication
from sscb_tui.domain.rules.publishing import Check, checklist
from sscb_tui.domain.terms import Move, Stage
from sscb_tui.domain.workflow import may_move
from sscb_tui.services.clockwork import restart, start
from sscb_tui.services.inputs import worded
from sscb_tui.services.reviewing import only_at, save, the_review

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.publication import PublicationPlan
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.review import Review
    from sscb_tui.domain.review_forms import HoldbackForm
    from sscb_tui.services.room import Room

_PLANNING = (Stage.REPORT_RECEIVED, Stage.RESPONSE_AGREED, Stage.PRE_PUBLICATION, Stage.PUBLICATION_WITHHELD)


@dataclass(frozen=True, slots=True)
class Publishing:
    """Keeps what has to be settled before a report is public, and makes it public."""

    room: Room

    def checklist(self, case_id: str) -> tuple[Check, ...]:
        """Everything that bars publication today, line by line."""
        return checklist(self.room.file(case_id), self.room.now())

    def plan(self, actor: Actor, case_id: str, plan: PublicationPlan) -> Review:
        """Settle the day and what is cleared for it; a clock that runs to it is counted again (CK-6)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.PUBLICATION, "publication planned"):
            file = room.file(case_id)
            only_at(file, _PLANNING, "Planning publication")
            saved = save(room, the_review(file), plan=plan)
            restart(room, file.case, duties_before_publication(plan.planned_on, room.framework(file.case)))
            return saved

    def restrict(self, actor: Actor, case_id: str, what: str, imposed_by: str) -> Review:
        """A court or a statute restricts what may be published; that bars publication until it is cleared."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.PUBLICATION, "restriction recorded"):
            review = the_review(room.file(case_id))
            new = Restriction(what=what, imposed_by=imposed_by)
            return save(room, review, restrictions=(*review.restrictions, new))

    def clear(self, actor: Actor, case_id: str, number: int, legal_reference: str) -> Review:
        """Legal advice clears a restriction, counted from 1 in the order recorded."""
        worded(legal_reference, "legal reference", "the reference of the advice")
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.PUBLICATION, "restriction cleared"):
            review = the_review(room.file(case_id))
            if not 0 < number <= len(review.restrictions):
                raise NotFoundError(f"There is no restriction {number}.")
            changed = list(review.restrictions)
            changed[number - 1] = changed[number - 1].but(cleared=legal_reference)
            return save(room, review, restrictions=tuple(changed))

    def prepare(self, actor: Actor, case_id: str) -> Case:
        """Copies go out; the period before publication is counted back from the day planned (T31, CK-6)."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.PUBLICATION, "publication prepared"):
            case = room.advance(case_id, Move.PREPARE_PUBLICATION, actor)
            review = the_review(room.file(case_id))
            if review.is_scr and review.plan is not None:
                start(room, case, duties_before_publication(review.plan.planned_on, room.framework(case)))
            return case

    def publish(self, actor: Actor, case_id: str, address: str, typed_reference: str) -> Review:
        """The Chair publishes, today; the report then stays up for a year and the actions go on (T32, T35, CK-7)."""
        worded(address, "address", "where on the Board's website it stands")
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.PUBLICATION, "report published") as now:
            file = room.file(case_id)
            refuse_if(may_move(file.case.stage, Move.PUBLISH, actor))
            if typed_reference.strip().upper() != file.case.reference:
                raise InputError([Problem("reference", "does not match the case.", file.case.reference)])
            case = room.advance(case_id, Move.PUBLISH, actor)
            review = the_review(room.file(case_id))
            public = Publication(on=now.date(), address=address, signed=room.signature(actor))
            saved = save(room, review, publication=public)
            _lock(room, file.recommendations, now.date())
            if review.is_scr:
                start(room, case, duties_on_publication(now.date(), room.framework(case)))
            with room.record.atomic(SYSTEM, "implementation begins"):
                room.advance(case_id, Move.BEGIN_IMPLEMENTATION, SYSTEM)
            return saved

    def withhold(self, actor: Actor, case_id: str, form: HoldbackForm) -> Review:
        """The Chair proposes not to publish, or not yet; the panel's advice is awaited (T33)."""
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.PUBLICATION, "publication held back"):
            review = the_review(room.file(case_id))
            new = Holdback.model_validate(form.said() | {"proposed": room.signature(actor)})
            saved = save(room, review, holdbacks=(*review.holdbacks, new))
            room.advance(case_id, Move.WITHHOLD, actor)
            return saved

    def resume(self, actor: Actor, case_id: str, advice: str = "", regard: str = "") -> Case:
        """Towards publication again, with the panel's advice and the regard had to it (T34)."""
        with self.room.deed(actor, Deed.APPROVE, Thing.PUBLICATION, "publication resumed"):
            self._advised(case_id, advice, regard)
            return self.room.advance(case_id, Move.RESUME_PUBLICATION, actor)

    def implement(self, actor: Actor, case_id: str, advice: str = "", regard: str = "") -> Case:
        """On to the actions unpublished: another review, or a report withheld after the panel's advice (T35)."""
        with self.room.deed(actor, Deed.APPROVE, Thing.PUBLICATION, "implementation begins without publication"):
            self._advised(case_id, advice, regard)
            return self.room.advance(case_id, Move.BEGIN_IMPLEMENTATION, actor)

    def _advised(self, case_id: str, advice: str, regard: str) -> None:
        """Put the advice beside the proposal it answers; a guard asks for it where it is owed."""
        review = the_review(self.room.file(case_id))
        if review.holdbacks and (advice.strip() or regard.strip()):
            last = review.holdbacks[-1].but(advice=advice, regard=regard)
            save(self.room, review, holdbacks=(*review.holdbacks[:-1], last))


def _lock(room: Room, published: tuple[Recommendation, ...], on: date) -> None:
    """What the response answers is public from that day, word for word (RA.02)."""
    for each in published:
        if each.locked_on is None:
            room.record.recommendations.save(each.but(locked_on=on))
