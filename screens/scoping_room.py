"""The room while the meeting is on: the safety of children before everything else."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from screens.forms.spec import Field, Kind, Section
from screens.scoping_page import CLOSED, DRAFT, ON, ScopingPage

SAFETY = Section(
    "Is any child unsafe now?",
    (
        Field(
            "text",
            "Position",
            Kind.LONG,
            required=True,
            help="Satisfied because …, or: this is done now, by whom, by when. The meeting cannot close without it.",
        ),
    ),
)


class RoomDeeds(ScopingPage):
    """The deeds that run the room."""

    BINDINGS = [
        Binding("u", "safety", "Unsafe?", id="scoping.safety", tooltip="Record whether any child is unsafe now"),
    ]
    WHEN = {"safety": (DRAFT, ON, CLOSED)}

    @work(group="dialog")
    async def action_safety(self) -> None:
        """Whether any child is unsafe now."""
        before = {"text": self.meeting.other_children_safety} if self.meeting else {}
        await self._asked(
            SAFETY,
            before,
            lambda services, actor, meeting, typed: services.floor.safety(actor, meeting, str(typed["text"])),
        )
