"""The register of parallel proceedings, kept from referral on and looked at every month (F12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import ProceedingId
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.proceeding import Proceeding
from sscb_tui.services.reviewing import as_read, not_ahead

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.proceeding import ProceedingForm
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Proceedings:
    """Enters proceedings, keeps them current, says who looked when."""

    room: Room

    def of_case(self, case_id: str) -> tuple[Proceeding, ...]:
        """The register in its own order: the first is P-1."""
        return tuple(self.room.record.proceedings.of_case(case_id))

    def numbered(self, case_id: str, number: int) -> Proceeding:
        """P-2 is 2; NotFoundError if there is none."""
        held = self.of_case(case_id)
        if not 0 < number <= len(held):
            raise NotFoundError(f"There is no P-{number} in this case's register.")
        return held[number - 1]

    def add(self, actor: Actor, case_id: str, form: ProceedingForm) -> Proceeding:
        """Enter a proceeding; entering it is looking at it."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.PROCEEDING, "proceeding entered"):
            case = room.record.cases.get(case_id)
            self._dated(form)
            return room.record.proceedings.save(
                Proceeding(
                    id=ProceedingId(room.new_id()),
                    case_id=case.id,
                    form=form,
                    reviewed_on=room.today(),
                    reviewed_by=actor.name,
                )
            )

    def revise(self, actor: Actor, proceeding_id: str, version: int, form: ProceedingForm) -> Proceeding:
        """Bring an entry up to date; that is looking at it, too."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.PROCEEDING, "proceeding brought up to date"):
            held = room.record.proceedings.get(proceeding_id)
            as_read(held, version, "The entry in the register")
            self._dated(form)
            return room.record.proceedings.save(held.but(form=form, reviewed_on=room.today(), reviewed_by=actor.name))

    def look(self, actor: Actor, proceeding_id: str) -> Proceeding:
        """Looked at today, and it stands as it is (F12.07)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.PROCEEDING, "proceeding looked at"):
            held = room.record.proceedings.get(proceeding_id)
            return room.record.proceedings.save(held.but(reviewed_on=room.today(), reviewed_by=actor.name))

    def _dated(self, form: ProceedingForm) -> None:
        """What is said to have been agreed or to have ended has been."""
        not_ahead(form.agreed_on, self.room.today(), "agreed_on")
        for hold in form.holds:
            not_ahead(hold.ended_on, self.room.today(), "holds")
