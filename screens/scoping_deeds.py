"""The keys that run the scoping meeting: each asks what it must, does one deed, and shows the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from screens.dialogs.attendance import opening
from screens.dialogs.confirm import confirmed
from screens.scoping_page import BEFORE, CLOSED, DRAFT, ON, ScopingPage
from screens.words import cut
from sscb_tui.domain.minuted import incomplete, lacks
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import MinuteLine


class MeetingDeeds(ScopingPage):
    """What begins, minutes and ends the meeting."""

    BINDINGS = [
        Binding("full_stop", "next_item", "Next", key_display=".", id="scoping.next", tooltip="On to the next item"),
        Binding("b", "begin", "Begin", id="scoping.begin", tooltip="Prepare the meeting with the standard agenda"),
        Binding(
            "b", "constraint", "Banner", id="scoping.constraint", tooltip="Say what may not be discussed, or lift it"
        ),
        Binding("s", "attend", "Who", id="scoping.attend", tooltip="Who is here: arrive, correct, leave, return"),
        Binding("y", "questions", "Opening", id="scoping.questions", tooltip="The three questions before the start"),
        Binding("g", "start", "Start", id="scoping.start", tooltip="Start the meeting and open its first item"),
        Binding("d", "close", "Done", id="scoping.close", tooltip="Close the meeting"),
        Binding("o", "confirm", "Confirm", id="scoping.confirm", tooltip="Confirm the minutes as agreed"),
    ]
    WHEN = {
        "begin": (BEFORE,),
        "questions": (DRAFT,),
        "start": (DRAFT,),
        "attend": (DRAFT, ON),
        "next_item": (ON,),
        "close": (ON,),
        "confirm": (CLOSED,),
    }

    # Before and at the start

    def action_begin(self) -> None:
        """Prepare the meeting the initial discussion planned."""
        if self.sitting is not None:
            case_id = self.sitting.file.case.id
            self.perform(lambda services, actor: services.meetings.prepare(actor, case_id))

    @work(group="dialog")
    async def action_questions(self) -> None:
        """The three questions every meeting opens with."""
        if self.sitting is None or self.meeting is None:
            return
        section = opening(self.sitting.board.confidentiality)
        before = {field.path: bool(getattr(self.meeting, field.path)) for field in section.fields}
        await self._asked(
            section,
            before,
            lambda services, actor, meeting, typed: services.meetings.ready(
                actor,
                meeting,
                confidentiality_read=typed["confidentiality_read"] is True,
                interests_asked=typed["interests_asked"] is True,
                purpose_restated=typed["purpose_restated"] is True,
            ),
        )

    def action_start(self) -> None:
        """Open the meeting."""
        self._deed(lambda services, actor, meeting: services.meetings.start(actor, meeting))

    # While it is on

    def action_next_item(self) -> None:
        """On to the next item; both are stamped."""
        self._deed(lambda services, actor, meeting: services.meetings.next_item(actor, meeting))

    # At the end

    @work(group="dialog")
    async def action_close(self) -> None:
        """Close the meeting; everything still missing is listed if it cannot be, and actions nobody owns before it."""
        loose = incomplete(self.sitting.file.lines) if self.sitting else ()
        if not loose or await confirmed(self.app, unowned(loose), "close all the same", "not yet"):
            self._deed(lambda services, actor, meeting: services.meetings.close(actor, meeting))

    @work(group="dialog")
    async def action_confirm(self) -> None:
        """Confirm the minutes; after this only dated corrections."""
        if await confirmed(self.app, "Confirm the minutes? Afterwards only corrections.", "confirm", "not yet"):
            self._deed(lambda services, actor, meeting: services.meetings.confirm(actor, meeting))


def unowned(lines: tuple[MinuteLine, ...]) -> str:
    """The actions that nobody would carry out."""
    one = len(lines) == 1
    told = "\n".join(
        f"{each.number:>3}  {cut(shown_line(each.text), 60)}  ({' and '.join(lacks(each))}?)" for each in lines
    )
    return f"{'An action has' if one else f'{len(lines)} actions have'} no owner or no date:\n\n{told}"
