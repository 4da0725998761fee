"""The register of reviewers: who was thought of, how independent, appointed under what contract (F11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import ReviewerId
from sscb_tui.domain.errors import InputError, Problem, refuse_if
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.reviewer import THE_BOARD, Links, Reviewer
from sscb_tui.domain.rules.independence import may_appoint, warnings
from sscb_tui.domain.rules.terms import bodies
from sscb_tui.domain.terms import YesNo
from sscb_tui.services.inputs import worded
from sscb_tui.services.reviewing import as_read, not_ahead, the_review

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from sscb_tui.domain.errors import Violation
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.reviewer import ContractForm, ReviewerForm
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Reviewers:
    """Considers, rules on, contracts, appoints and stands down."""

    room: Room

    def of_case(self, case_id: str) -> tuple[Reviewer, ...]:
        """Everybody thought of, in the order entered."""
        return tuple(self.room.record.reviewers.of_case(case_id))

    def grid(self, case_id: str) -> tuple[Links, ...]:
        """The independence grid to be filled in: the Board and every involved agency, nothing answered yet."""
        blank = YesNo.UNDETERMINED
        return tuple(
            Links(body=body, employment=blank, contracts=blank, roles=blank, personal=blank)
            for body in bodies(self.room.file(case_id))
        )

    def bars(self, reviewer_id: str) -> tuple[Violation, ...]:
        """What stands against the appointment."""
        reviewer = self.room.record.reviewers.get(reviewer_id)
        return may_appoint(self.room.file(reviewer.case_id), reviewer, self.room.now())

    def warnings(self, reviewer_id: str) -> tuple[Violation, ...]:
        """What deserves a second thought and bars nothing."""
        reviewer = self.room.record.reviewers.get(reviewer_id)
        return warnings(self.room.file(reviewer.case_id), reviewer)

    def consider(self, actor: Actor, case_id: str, form: ReviewerForm) -> Reviewer:
        """Put somebody on the register."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.REVIEWER, "reviewer considered"):
            the_review(room.file(case_id))
            self._known(form)
            return room.record.reviewers.save(Reviewer(id=ReviewerId(room.new_id()), case_id=case_id, form=form))

    def revise(self, actor: Actor, reviewer_id: str, version: int, form: ReviewerForm) -> Reviewer:
        """Correct what is known; a changed grid needs the Chair's ruling again."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REVIEWER, "reviewer's details corrected"):
            reviewer = room.record.reviewers.get(reviewer_id)
            as_read(reviewer, version, "The commission of the reviewer")
            self._known(form)
            ruled = form.links == reviewer.form.links
            kept = {"ruling": reviewer.ruling if ruled else None, "ruled": reviewer.ruled if ruled else None}
            return room.record.reviewers.save(reviewer.but(form=form, **kept))

    def _known(self, form: ReviewerForm) -> None:
        known = [THE_BOARD, *(agency.code for agency in self.room.settings().agencies)]
        rows = [each.body for each in form.links]
        if strange := [body for body in rows if body not in known]:
            raise InputError([Problem("links", f"{', '.join(strange)} is not in the Board's list.", ", ".join(known))])
        if len(set(rows)) != len(rows):
            raise InputError([Problem("links", "a body stands in the grid twice.", "each once")])

    def rule(self, actor: Actor, reviewer_id: str, words: str) -> Reviewer:
        """The Chair rules on a link, in writing (RF-15)."""
        worded(words, "ruling", "why the link does not stand in the way")
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.REVIEWER, "link of the reviewer ruled on"):
            reviewer = room.record.reviewers.get(reviewer_id)
            return room.record.reviewers.save(reviewer.but(ruling=words, ruled=room.signature(actor)))

    def contract(self, actor: Actor, reviewer_id: str, form: ContractForm) -> Reviewer:
        """What was agreed with the reviewer (F11.06)."""
        with self._update(actor, "reviewer's contract recorded"):
            return self._save(reviewer_id, contract=form)

    def panel(self, actor: Actor, reviewer_id: str, told_on: date, advice: str = "", regard: str = "") -> Reviewer:
        """The name went to the national panel; its advice, and the regard had to it (F11.07, F11.08)."""
        with self._update(actor, "national panel told of the reviewer"):
            not_ahead(told_on, self.room.today(), "told_on")
            return self._save(reviewer_id, panel_told_on=told_on, panel_advice=advice, panel_regard=regard)

    def appoint(self, actor: Actor, reviewer_id: str) -> Reviewer:
        """Appoint, if nothing stands against it; any link does, unless the Chair ruled (RF-15)."""
        room = self.room
        with self._update(actor, "reviewer appointed"):
            reviewer = room.record.reviewers.get(reviewer_id)
            refuse_if(may_appoint(room.file(reviewer.case_id), reviewer, room.now()))
            return self._save(reviewer_id, appointed=room.signature(actor))

    def stand_down(self, actor: Actor, reviewer_id: str, reason: str) -> Reviewer:
        """Somebody is not, or no longer, the reviewer."""
        worded(reason, "reason", "why this person does not lead the review")
        with self._update(actor, "reviewer stood down"):
            return self._save(reviewer_id, stood_down=reason)

    def _update(self, actor: Actor, move: str) -> AbstractContextManager[object]:
        return self.room.deed(actor, Deed.UPDATE, Thing.REVIEWER, move)

    def _save(self, reviewer_id: str, **changes: object) -> Reviewer:
        record = self.room.record.reviewers
        return record.save(record.get(reviewer_id).but(**changes))
