"""The keys that run the scoping meeting: each asks what it must, does one deed, and shows the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from screens.asking import carry_out
from screens.dialogs.attendance import attendance, attendee, opening
from screens.dialogs.confirm import confirmed
from screens.forms.spec import Entry, Field, Kind, Section
from screens.scoping_page import BEFORE, CLOSED, DRAFT, ON, ScopingPage
from screens.widgets.minutes import MinutesList
from sscb_tui.domain.errors import InputError, Problem, StaleError
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import MinuteLine
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

WORDS = Section("Edit a line of the minutes", (Field("text", "Words", Kind.LONG, required=True),))


class MeetingDeeds(ScopingPage):
    """What begins, minutes and ends the meeting."""

    BINDINGS = [
        Binding("full_stop", "next_item", "Next", key_display=".", id="scoping.next", tooltip="On to the next item"),
        Binding("b", "begin", "Begin", id="scoping.begin", tooltip="Prepare the meeting with the standard agenda"),
        Binding("t", "attend", "Who", id="scoping.attend", tooltip="Put somebody on the attendance list"),
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
    async def action_attend(self) -> None:
        """Somebody arrives."""
        await self._asked(
            attendance(self._agencies()),
            {},
            lambda services, actor, meeting, typed: services.meetings.attend(actor, meeting, attendee(typed)),
        )

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

    # Lines of the minutes

    @work(group="dialog")
    async def on_minutes_list_asked(self, message: MinutesList.Asked) -> None:
        """Edit or strike the line under the cursor."""
        if message.what == "edit":
            await self._edit(message.line)
        else:
            await self._strike(message.line)

    async def _edit(self, line: MinuteLine) -> None:
        """Change the words; if another window saved first, both texts are shown and the person chooses."""
        read = line

        def edit(services: Services, actor: Actor, typed: Entry) -> object:
            nonlocal read
            try:
                return services.meetings.edit_line(actor, line.id, read.version, str(typed["text"]))
            except StaleError as stale:
                read = next(each for each in services.meetings.lines(line.meeting_id) if each.id == line.id)
                theirs = f"was changed in another window and now reads “{read.text}”. Record again to keep yours."
                raise InputError([Problem(f"Line {line.number}", theirs)]) from stale

        await carry_out(self, WORDS, edit, values={"text": line.text}, about=line.id)

    async def _strike(self, line: MinuteLine) -> None:
        question = f"Strike this line? It leaves the paper and stays in the record.\n\n{shown_line(line.text)}"
        if await confirmed(self.app, question, "strike it", "keep it"):
            await self.do(lambda services, actor: services.meetings.strike_line(actor, line.id, line.version))

    # At the end

    def action_close(self) -> None:
        """Close the meeting; everything still missing is listed if it cannot be."""
        self._deed(lambda services, actor, meeting: services.meetings.close(actor, meeting))

    @work(group="dialog")
    async def action_confirm(self) -> None:
        """Confirm the minutes; after this only dated corrections."""
        if await confirmed(self.app, "Confirm the minutes? Afterwards only corrections.", "confirm", "not yet"):
            self._deed(lambda services, actor, meeting: services.meetings.confirm(actor, meeting))
