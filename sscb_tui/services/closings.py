"""The end of a case, with what it changed; and its reopening where that did not last (T22, T23, T36, T37)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.case import Closing
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import Move, Stage
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

CLOSES = {
    Stage.DECIDED_NO_REVIEW: Move.CLOSE_WITHOUT_REVIEW,
    Stage.TRANSFERRED: Move.CLOSE_TRANSFERRED,
}
"""How a case closes that never had a review here."""


@dataclass(frozen=True, slots=True)
class Closings:
    """Closes cases, and opens them again."""

    room: Room

    def learn(self, actor: Actor, case_id: str) -> Case:
        """No review, but an agency has something to learn: its actions are carried out (T22)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.CLOSING, "single-agency learning begins"):
            return self.room.advance(case_id, Move.SINGLE_AGENCY_LEARNING, actor)

    def close(self, actor: Actor, case_id: str, statement: str) -> Case:
        """Close a case whose actions are all verified or withdrawn; the statement says their impact (T36).

        Without a review here it says why nothing is left to do (T22), or who carries what is (T23).
        """
        with self.room.deed(actor, Deed.UPDATE, Thing.CLOSING, "case closed"):
            case = self.room.record.cases.get(case_id)
            if statement.strip():  # kept first, so that the guard finds it; nothing of it stays where the guard refuses
                closing = Closing(statement=statement, signed=self.room.signature(actor))
                self.room.record.cases.save(case.but(closings=(*case.closings, closing)))
            return self.room.advance(case_id, CLOSES.get(case.stage, Move.CLOSE), actor)

    def reopen(self, actor: Actor, case_id: str, reason: str) -> Case:
        """A follow-up found that what was done has slipped (T37)."""
        worded(reason, "reason", "what the follow-up found")
        with self.room.deed(actor, Deed.APPROVE, Thing.CLOSING, "case reopened"):
            case = self.room.record.cases.get(case_id)
            if case.closings:
                last = case.closings[-1].but(reopened=reason)
                self.room.record.cases.save(case.but(closings=(*case.closings[:-1], last)))
            return self.room.advance(case_id, Move.REOPEN, actor)
