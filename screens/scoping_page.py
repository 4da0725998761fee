"""What every part of the scoping screen shares: the case round the table, and the ways to act on its meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar

from screens.asking import carry_out
from screens.desk_page import DeskPage
from sscb_tui.domain.terms import MeetingState

if TYPE_CHECKING:
    from textual.widget import Widget

    from screens.base import Context
    from screens.forms.spec import Entry, Options, Section, Values
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.decision import Evidence
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.compared import Compared
    from sscb_tui.services.container import Services

T = TypeVar("T")
BEFORE, DRAFT, ON, CLOSED = "none", MeetingState.DRAFT, MeetingState.IN_PROGRESS, MeetingState.CLOSED
CONFIRMED = MeetingState.CONFIRMED


class ScopingPage(DeskPage):
    """One case round the table, and deeds on its meeting."""

    WHEN: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """In which states of the meeting a deed is offered; the services decide whether it is done."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing has been read yet."""
        super().__init__(context, argument)
        self.sitting: Sitting | None = None
        self.asking = False
        """A dialog is asked again after a refusal; the refusal is then told beside it, not over it."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting on show."""
        return self.sitting.meeting if self.sitting else None

    @property
    def on_record(self) -> Sitting | None:
        """The same as it stands on record, for deeds that write words back; on show it may be masked."""
        return self.sitting

    @property
    def middle(self) -> Widget:
        """What stands in the middle of the screen, where the keys go back to."""
        return self.query_one("SideBySideGrid")

    def show_questions(self) -> None:
        """Bring the questions to the middle of the screen; whichever part shows other things there knows how."""

    def show_row(self, entry_id: str) -> None:
        """Bring a row of the chronology to the middle of the screen; whichever part shows it knows how."""

    def row_here(self) -> Evidence | None:
        """The row of the chronology under the cursor, as it is shown; None while the questions are shown."""
        return None

    async def comparison(self) -> Compared | None:
        """The returns compared; whichever part shows where they differ knows how."""
        return None

    async def put_on_show(self, truth: Sitting) -> None:
        """Show what was read, masked or not."""

    def _deed(self, deed: Callable[[Services, Actor, str], object]) -> None:
        """Do something to the meeting on show."""
        if (meeting := self.meeting) is not None:
            self.perform(lambda services, actor: deed(services, actor, meeting.id))

    async def _asked(
        self, section: Section, values: Values, deed: Callable[[Services, Actor, str, Entry], object]
    ) -> None:
        """Ask, then do it to the meeting on show; refused, everything typed comes back."""
        if (meeting := self.meeting) is None:
            return
        self.asking = True
        try:
            await carry_out(
                self, section, lambda services, actor, typed: deed(services, actor, meeting.id, typed), values=values
            )
        finally:
            self.asking = False

    def _agencies(self, codes: tuple[str, ...] = ()) -> Options:
        """Agencies to choose from: these codes, or those of the Board."""
        names = self.sitting.names if self.sitting else {}
        return tuple((code, names.get(code, code)) for code in (codes or tuple(names)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this moment of the meeting is for."""
        states = self._when(action)
        if states is None:
            return super().check_action(action, parameters)
        if self.sitting is None:
            return False
        meeting = self.sitting.meeting
        return (meeting.state if meeting else BEFORE) in states

    def _when(self, action: str) -> tuple[str, ...] | None:
        """The states in which whichever part of the screen knows the deed offers it."""
        parts = (part.WHEN for part in type(self).__mro__ if issubclass(part, ScopingPage))
        return next((when[action] for when in parts if action in when), None)
