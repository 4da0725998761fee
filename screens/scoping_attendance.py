"""Who is at the meeting: one list on which people arrive, are corrected, leave and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from screens.dialogs.agenda import APOLOGIES
from screens.dialogs.attendance import attendance, attendee, typed_attendee
from screens.dialogs.listing import AttendanceList, Chosen
from screens.scoping_page import ScopingPage
from screens.scoping_room_words import person_words

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting


class AttendanceDeeds(ScopingPage):
    """The deeds of the attendance list."""

    @work(group="dialog")
    async def action_attend(self) -> None:
        """Show who is here, and do what is asked until the list is closed."""
        at = ""
        while (meeting := self.meeting) is not None:
            names = dict(self.sitting.names) if self.sitting else {}
            shown = [person_words(who, meeting, names) for who in meeting.attendance]
            rows = list(zip(self._by_name(), shown, strict=True))
            chosen = await self.app.push_screen_wait(AttendanceList("Who is here", rows, at))
            if chosen is None:
                return
            at = chosen.row
            await self._attended(chosen, meeting)
            await self.reload()

    async def _attended(self, chosen: Chosen, meeting: Meeting) -> None:
        match chosen.what:
            case "left":
                await self.do(lambda services, actor: services.meetings.leave(actor, meeting.id, chosen.row))
            case "back":
                await self.do(lambda services, actor: services.meetings.come_back(actor, meeting.id, chosen.row))
            case "apologies":
                await self._asked(
                    APOLOGIES,
                    {"text": meeting.apologies},
                    lambda services, actor, held, typed: services.meetings.apologise(actor, held, str(typed["text"])),
                )
            case "add":
                await self._seated(meeting, "")
            case _:
                await self._seated(meeting, chosen.row)

    def _by_name(self) -> tuple[str, ...]:
        """The names on record, by which entries are found whatever stands for them on show."""
        held = self.on_record.meeting if self.on_record else None
        return tuple(who.name for who in held.attendance) if held else ()

    async def _seated(self, meeting: Meeting, name: str) -> None:
        """Somebody arrives, or the entry under this name is corrected."""
        who = next((each for true, each in zip(self._by_name(), meeting.attendance, strict=True) if true == name), None)
        await self._asked(
            attendance(self._agencies(), who.name if who is not None else ""),
            typed_attendee(who) if who is not None else {},
            lambda services, actor, held, typed: services.meetings.attend(actor, held, attendee(typed, name)),
        )
