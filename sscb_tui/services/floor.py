"""What happens in the room while the meeting is on: the safety of children first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Floor:
    """Runs the room, stamping the minutes."""

    sitting: Sitting

    def safety(self, actor: Actor, meeting_id: str, text: str) -> Meeting:
        """Record the position on the immediate safety of children."""
        with self.sitting.on(actor, meeting_id, "safety of children recorded") as meeting:
            self.sitting.minutes.stamp(actor, meeting, LineKind.SAFETY, text)
            return self.sitting.save(meeting, other_children_safety=text)
