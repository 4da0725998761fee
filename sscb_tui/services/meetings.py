"""The scoping meeting: prepared, run, minuted, closed, confirmed; and its recommendation submitted (T12 to T15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.agenda import closed, standard_agenda
from sscb_tui.domain.attendance import entered, listed, quorum_told, seated, told
from sscb_tui.domain.base import MeetingId
from sscb_tui.domain.errors import NotFoundError, RuleError, Violation, refuse_if
from sscb_tui.domain.meeting import Absence, Attendee, Meeting
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.rules.rounds import entitled
from sscb_tui.domain.terms import LineKind, MeetingState, Move, Stage
from sscb_tui.services.advising import advise
from sscb_tui.services.inputs import worded
from sscb_tui.services.minutes import NOTHING, About
from sscb_tui.services.pace import move_on, open_item
from sscb_tui.services.sitting import Sitting, in_progress

if TYPE_CHECKING:
    from sscb_tui.domain.decision import Advice
    from sscb_tui.domain.forms import AdviceForm
    from sscb_tui.domain.meeting import MinuteLine
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.views import LineVersion

_ENDED = {Move.CLOSE_MEETING: "scoping meeting closed", Move.ADJOURN: "scoping meeting adjourned"}
_PREPARABLE = (Stage.SCOPING_REQUESTED, Stage.RETURNS_COMPLETE)


@dataclass(frozen=True, slots=True)
class Meetings:
    """Runs the meeting; the deeds that run it also write its minutes."""

    sitting: Sitting

    def of_case(self, case_id: str) -> Meeting | None:
        """The case's latest meeting, if one has been prepared."""
        meetings = self.sitting.room.record.meetings.of_case(case_id)
        return meetings[-1] if meetings else None

    def prepare(self, actor: Actor, case_id: str) -> Meeting:
        """Set up the meeting the discussion planned, with the standard agenda; or answer the one already set up."""
        room = self.sitting.room
        with room.deed(actor, Deed.CREATE, Thing.MINUTES, "scoping meeting prepared"):
            if (held := self.of_case(case_id)) is not None and not held.adjourned:
                return held
            case = room.record.cases.get(case_id)
            plan = case.discussion.plan if case.discussion else None
            if plan is None or case.stage not in _PREPARABLE:
                raise RuleError([Violation("T12", "No scoping meeting has been agreed for this case.")])
            meeting = Meeting(
                id=MeetingId(room.new_id()),
                case_id=case.id,
                place=plan.place,
                chair=plan.chair,
                minute_taker=plan.minute_taker,
                agenda=standard_agenda(room.settings().agenda),
            )
            return room.record.meetings.save(meeting)

    def attend(self, actor: Actor, meeting_id: str, attendee: Attendee) -> Meeting:
        """Put somebody on the attendance list as they arrive; or correct their entry, which keeps its times."""
        with self.sitting.on(actor, meeting_id, "attendance taken", begun=False) as meeting:
            before = listed(meeting, attendee.name)
            who = entered(attendee, before, self.sitting.room.now())
            return self._present(actor, meeting, who, told(who, before, self.sitting.room.settings().brief))

    def leave(self, actor: Actor, meeting_id: str, name: str) -> Meeting:
        """Somebody leaves; the time is kept and the minutes say so."""
        with self.sitting.on(actor, meeting_id, "somebody left", begun=False) as meeting:
            who = listed(meeting, name)
            if who is None or not who.here:
                raise NotFoundError(f"{name} is not at the meeting.")
            return self._present(actor, meeting, who.but(left_at=self.sitting.room.now()), (f"{who.name} left",))

    def come_back(self, actor: Actor, meeting_id: str, name: str) -> Meeting:
        """Somebody who left comes back; the time away stays on the list."""
        with self.sitting.on(actor, meeting_id, "somebody came back", begun=False) as meeting:
            who = listed(meeting, name)
            if who is None or who.left_at is None:
                raise NotFoundError(f"{name} has not left the meeting.")
            away = Absence(left_at=who.left_at, back_at=self.sitting.room.now())
            back = who.but(left_at=None, absences=(*who.absences, away))
            return self._present(actor, meeting, back, (f"{who.name} came back",))

    def apologise(self, actor: Actor, meeting_id: str, text: str) -> Meeting:
        """Note who sent apologies, and who stayed away without a word (F6.04)."""
        with self.sitting.on(actor, meeting_id, "apologies noted", begun=False) as meeting:
            return self.sitting.save(meeting, apologies=text)

    def _present(self, actor: Actor, meeting: Meeting, who: Attendee, said: tuple[str, ...]) -> Meeting:
        """The list with this entry in its place; while the meeting is on, the minutes say so, and what it means."""
        saved = self.sitting.save(meeting, attendance=seated(meeting, who))
        if meeting.state is MeetingState.IN_PROGRESS:
            board = self.sitting.room.settings()
            for words in (*said, *quorum_told(meeting, saved, board.quorum, board.brief)):
                self.sitting.minutes.stamp(actor, saved, LineKind.ATTENDANCE, words)
        return saved

    def ready(
        self,
        actor: Actor,
        meeting_id: str,
        *,
        confidentiality_read: bool,
        interests_asked: bool,
        purpose_restated: bool,
    ) -> Meeting:
        """Answer the three questions every meeting opens with."""
        with self.sitting.on(actor, meeting_id, "opening questions answered", begun=False) as meeting:
            return self.sitting.save(
                meeting,
                confidentiality_read=confidentiality_read,
                interests_asked=interests_asked,
                purpose_restated=purpose_restated,
            )

    def start(self, actor: Actor, meeting_id: str) -> Meeting:
        """Open the meeting and its first item (T12)."""
        room = self.sitting.room
        with room.deed(actor, Deed.UPDATE, Thing.MINUTES, "scoping meeting started") as now:
            meeting = room.record.meetings.get(meeting_id)
            refuse_if(may_open(meeting, self.of_case(meeting.case_id)))
            room.advance(meeting.case_id, Move.START_MEETING, actor)
            begun = self.sitting.save(meeting, state=MeetingState.IN_PROGRESS, started_at=now)
            return open_item(self.sitting, actor, begun, 0)

    def next_item(self, actor: Actor, meeting_id: str) -> Meeting:
        """Move on: the open item is stamped closed and the next one opened."""
        with self.sitting.on(actor, meeting_id, "agenda moved on") as meeting:
            return move_on(self.sitting, actor, meeting)

    def write(
        self, actor: Actor, meeting_id: str, text: str, agency: str | None = None, *, about: About = NOTHING
    ) -> MinuteLine:
        """Add a line at the capture line; its prefix gives the sense."""
        return self.sitting.minutes.write(actor, meeting_id, text, agency, about=about)

    def edit_line(
        self, actor: Actor, line_id: str, read_version: int, text: str, *, about: About | None = None
    ) -> MinuteLine:
        """Change a line's words, and whose it is and by when; until the minutes are confirmed."""
        return self.sitting.minutes.edit(actor, line_id, read_version, text, about=about)

    def line_versions(self, line_id: str) -> tuple[LineVersion, ...]:
        """A line as it stood after each change, oldest first."""
        return self.sitting.minutes.versions(line_id)

    def strike_line(self, actor: Actor, line_id: str, read_version: int) -> MinuteLine:
        """Strike a line: it leaves the paper and stays in the record."""
        return self.sitting.minutes.strike(actor, line_id, read_version)

    def lines(self, meeting_id: str) -> tuple[MinuteLine, ...]:
        """All lines by number, struck ones too."""
        return tuple(self.sitting.room.record.lines.of_meeting(meeting_id))

    def close(self, actor: Actor, meeting_id: str) -> Meeting:
        """Close the meeting once every limb, the children's safety and every agency's view are on record (T13)."""
        return self._end(actor, meeting_id, Move.CLOSE_MEETING)

    def adjourn(self, actor: Actor, meeting_id: str, missing: str) -> Meeting:
        """Break off with a list of the missing facts, who brings them and by when (T14)."""
        worded(missing, "missing", "which facts are missing, who brings them, by when")
        return self._end(actor, meeting_id, Move.ADJOURN, adjourned=missing)

    def _end(self, actor: Actor, meeting_id: str, move: Move, **said: object) -> Meeting:
        """The meeting is over: every open item is stamped closed, and the minutes are to be agreed in a week."""
        room = self.sitting.room
        with room.deed(actor, Deed.APPROVE, Thing.MINUTES, _ENDED[move]) as now:
            meeting = room.record.meetings.get(meeting_id)
            refuse_if(in_progress(meeting))
            room.advance(meeting.case_id, move, actor)
            over = {"state": MeetingState.CLOSED, "closed_at": now, "current": None, "agenda": closed(meeting, now)}
            over["entitled"] = meeting.entitled or entitled(meeting)
            return self.sitting.save(meeting, **over, agree_minutes_by=(now + timedelta(days=7)).date(), **said)

    def confirm(self, actor: Actor, meeting_id: str) -> Meeting:
        """Confirm the minutes; from now on only dated corrections."""
        with self.sitting.room.deed(actor, Deed.APPROVE, Thing.MINUTES, "minutes confirmed") as now:
            meeting = self.sitting.room.record.meetings.get(meeting_id)
            if meeting.state is not MeetingState.CLOSED:
                raise RuleError([Violation("F6", "Only the minutes of a closed meeting can be confirmed.")])
            return self.sitting.room.record.meetings.save(meeting.but(state=MeetingState.CONFIRMED, confirmed_at=now))

    def submit(self, actor: Actor, case_id: str, form: AdviceForm) -> Advice:
        """Send the recommendation to the Chair (T15)."""
        room = self.sitting.room
        with room.deed(actor, Deed.APPROVE, Thing.RECOMMENDATION, "recommendation submitted to the Chair"):
            advice = room.record.advice.save(advise(room, actor, room.file(case_id), form))
            room.advance(case_id, Move.SUBMIT, actor)
            return advice


def may_open(meeting: Meeting, latest: Meeting | None) -> tuple[Violation, ...]:
    """A meeting opens once; after an adjournment another one is prepared."""
    if meeting.state is MeetingState.DRAFT and latest is not None and latest.id == meeting.id:
        return ()
    return (Violation("F6", f"This meeting is {meeting.state.label}; prepare the next one."),)
