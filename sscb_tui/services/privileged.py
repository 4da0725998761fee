"""Legal advice, kept apart: read by the Chair, the Business Manager and the legal adviser, and in no case file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import LegalAdviceId
from sscb_tui.domain.errors import InputError, Problem, refuse_if
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.privileged import LegalAdvice
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Privileged:
    """Records and shows advice to the few who may read it."""

    room: Room

    def of_case(self, actor: Actor, case_id: str) -> Sequence[LegalAdvice]:
        """What the Board has been advised in a case, oldest first."""
        refuse_if(permission(actor, Deed.READ, Thing.PRIVILEGED))
        return self.room.record.privileged.of_case(case_id)

    def record(
        self, actor: Actor, case_id: str, *, reference: str, given_by: str, given_on: date, text: str
    ) -> LegalAdvice:
        """Put an advice on record under its reference, which is all that other records say of it."""
        room = self.room
        worded(text, "text", "the advice in its own words")
        with room.deed(actor, Deed.CREATE, Thing.PRIVILEGED, "legal advice recorded") as now:
            if given_on > now.date():
                raise InputError([Problem("given on", "lies in the future.", "today or earlier")])
            return room.record.privileged.save(
                LegalAdvice(
                    id=LegalAdviceId(room.new_id()),
                    case_id=room.record.cases.get(case_id).id,
                    reference=reference,
                    given_by=given_by,
                    given_on=given_on,
                    text=text,
                    recorded=room.signature(actor),
                )
            )
