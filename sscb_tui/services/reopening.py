"""What may follow a signed decision: the panel's question, new information, a correction beside it (T24, T29)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.base import AddendumId, ReopeningId
from sscb_tui.domain.errors import NotFoundError, RuleError, refuse_if
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.rules.clocks import duties_on_receipt
from sscb_tui.domain.rules.reopening import may_add, news_is_new
from sscb_tui.domain.terms import Move
from sscb_tui.services.clockwork import start
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.decision import Decision
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Reopenings:
    """Nothing here changes a signed decision: the case comes before the Chair again, or a correction stands beside."""

    room: Room

    def panel_query(self, actor: Actor, case_id: str, *, on: date, reference: str, words: str) -> Case:
        """Log the national panel's letter; the Chair decides again, with regard to its advice (T24)."""
        worded(reference, "reference", "the reference of the panel's letter")
        worded(words, "words", "what the panel asks or advises")
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "the national panel has queried the decision"):
            self._reopened(actor, case_id, "panel", on, words, reference)
            return self.room.advance(case_id, Move.PANEL_QUERY, actor)

    def reopen(self, actor: Actor, case_id: str, *, known_on: date, reason: str) -> Case:
        """Material new information: the Chair decides again, within a month of the day it was known (T29, CK-2)."""
        room = self.room
        worded(reason, "reason", "what is newly known, and from whom")
        with room.deed(actor, Deed.APPROVE, Thing.DECISION, "decision reopened: new information"):
            self._reopened(actor, case_id, "information", known_on, reason)
            case = room.advance(case_id, Move.REOPEN_DECISION, actor)
            start(room, case, duties_on_receipt(known_on, room.framework(case)))
            return case

    def _reopened(
        self,
        actor: Actor,
        case_id: str,
        cause: Literal["panel", "information"],
        on: date,
        words: str,
        reference: str = "",
    ) -> None:
        room = self.room
        decision = self._standing(case_id)
        refuse_if(news_is_new(decision, on, room.today(), cause))
        room.record.reopenings.save(
            Reopening(
                id=ReopeningId(room.new_id()),
                case_id=decision.case_id,
                decision_id=decision.id,
                cause=cause,
                on=on,
                reference=reference,
                words=words,
                signature=room.signature(actor),
            )
        )

    def _standing(self, case_id: str) -> Decision:
        file = self.room.file(case_id)
        if file.decision is None:
            raise NotFoundError(f"The Chair has not decided {file.case.reference} yet.")
        return file.decision

    def add(self, actor: Actor, case_id: str, words: str) -> Addendum:
        """Correct a signed decision beside itself: dated, signed, printed under it; the decision stays as it is."""
        room = self.room
        worded(words, "words", "what is corrected, and how it should read")
        with room.deed(actor, Deed.UPDATE, Thing.DECISION, "addendum to the decision"):
            decision = self._standing(case_id)
            if refused := may_add(words, room.file(case_id)):
                raise RuleError(refused)
            return room.record.addenda.save(
                Addendum(
                    id=AddendumId(room.new_id()),
                    case_id=decision.case_id,
                    decision_id=decision.id,
                    words=words,
                    signature=room.signature(actor),
                )
            )
