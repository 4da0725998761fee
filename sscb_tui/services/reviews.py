"""A review from its commission to the report: terms of reference, timetable, start, extension (T20, T21, T26, T27)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import ReviewId
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, Violation, refuse_if
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.review import Extension, Reached, Review, TermsVersion
from sscb_tui.domain.rules.terms import standing_decision, terms_hold
from sscb_tui.domain.terms import Decided, Move, Stage
from sscb_tui.domain.workflow import UNDER_WAY
from sscb_tui.services.clockwork import explain
from sscb_tui.services.reviewing import as_read, not_ahead, only_at, save, the_review

if TYPE_CHECKING:
    from datetime import date, datetime

    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.review_forms import CommissionForm, ExtensionForm
    from sscb_tui.domain.terms_of_reference import Terms
    from sscb_tui.services.room import Room

_COMMISSION = {
    Decided.SCR: Move.COMMISSION_SCR,
    Decided.ALTERNATIVE: Move.COMMISSION_ALTERNATIVE,
}


@dataclass(frozen=True, slots=True)
class Reviews:
    """Commissions a review, agrees its terms, starts it and lets it run on."""

    room: Room

    def commission(self, actor: Actor, case_id: str, form: CommissionForm) -> Review:
        """Commission what the Chair decided; after a new decision the review in hand goes on under it."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.REVIEW, "review commissioned"):
            file = room.file(case_id)
            decision = standing_decision(file)
            if decision is None:
                sentence = "No decision stands that calls for a review."
                raise RuleError([Violation("T20-review", sentence, "WT2015 ch.4")])
            said = form.said() | {
                "decision_id": decision.id,
                "kind": decision.outcome,
                "commissioned": room.signature(actor),
            }
            own = {"id": ReviewId(room.new_id()), "case_id": case_id}
            made = file.review.but(**said) if file.review else Review.model_validate(own | said)
            saved = room.record.reviews.save(made)
            room.advance(case_id, _COMMISSION[decision.outcome], actor)
            return saved

    # Terms of reference

    def write_terms(self, actor: Actor, case_id: str, version: int, terms: Terms) -> Review:
        """Write the draft, or begin a new version over one that was approved; `version` is the review's as read."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.TERMS, "terms of reference written") as now:
            file = room.file(case_id)
            review = the_review(file)
            only_at(file, (Stage.COMMISSIONING, *UNDER_WAY), "Writing terms of reference")
            as_read(review, version, "The review")
            self._known(terms)
            return save(room, review, versions=self._versions(review, terms, actor, now))

    def _known(self, terms: Terms) -> None:
        """A method of the Board's list, and agencies the Board knows."""
        settings = self.room.settings()
        if terms.method not in settings.review_models:
            raise InputError(
                [Problem("method", f"{terms.method!r} is not in the Board's list.", _listed(settings.review_models))]
            )
        known = [agency.code for agency in settings.agencies]
        if strange := [each.agency for each in terms.supplies if each.agency not in known]:
            raise InputError([Problem("supplies", f"{', '.join(strange)} is not in the Board's list.", _listed(known))])

    def _versions(self, review: Review, terms: Terms, actor: Actor, now: datetime) -> tuple[TermsVersion, ...]:
        """An approved version is locked (F10.20): what is written then is the next one."""
        kept = [each for each in review.versions if each.approved]
        draft = TermsVersion(
            number=len(kept) + 1,
            decision_id=review.decision_id,
            terms=terms,
            written_by=actor.name,
            written_at=now,
        )
        return (*kept, draft)

    def terms_bars(self, case_id: str) -> tuple[Violation, ...]:
        """What stands against approving the draft."""
        file = self.room.file(case_id)
        latest = the_review(file).latest
        return terms_hold(file, latest, self.room.now()) if latest and not latest.approved else ()

    def approve_terms(self, actor: Actor, case_id: str) -> Review:
        """The Chair approves the draft, which locks it."""
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.TERMS, "terms of reference approved") as now:
            file = room.file(case_id)
            review = the_review(file)
            latest = review.latest
            if latest is None or latest.approved:
                raise NotFoundError("There is no draft of the terms of reference to approve.")
            refuse_if(terms_hold(file, latest, now))
            return save(room, review, versions=(*review.versions[:-1], latest.but(approved=room.signature(actor))))

    # The timetable

    def reach(self, actor: Actor, case_id: str, what: str, on: date, note: str = "") -> Review:
        """A milestone was reached."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REVIEW, "milestone reached") as now:
            review = the_review(room.file(case_id))
            known = [each.what for each in review.milestones]
            if what not in known:
                raise InputError([Problem("milestone", f"{what!r} is not in the timetable.", _listed(known))])
            not_ahead(on, now.date(), "on")
            others = [each for each in review.reached if each.what != what]
            return save(room, review, reached=(*others, Reached(what=what, on=on, note=note)))

    def begin(self, actor: Actor, case_id: str) -> Review:
        """The review begins: terms signed, reviewer independent and under contract, panel told (T26)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.REVIEW, "review begun"):
            self.room.advance(case_id, Move.BEGIN_REVIEW, actor)
            return the_review(self.room.file(case_id))

    def extend(self, actor: Actor, case_id: str, form: ExtensionForm) -> Review:
        """Beyond six months, with reason and target; the clock runs on and carries the reason (T27)."""
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.REVIEW, "review extended"):
            review = the_review(room.file(case_id))
            extension = Extension.model_validate(form.said() | {"agreed": room.signature(actor)})
            saved = save(room, review, extensions=(*review.extensions, extension))
            room.advance(case_id, Move.EXTEND, actor)
            explain(room, case_id, "CK-5", form.reason)
            return saved


def _listed(words: list[str] | tuple[str, ...]) -> str:
    return "; ".join(words) or "none yet"
