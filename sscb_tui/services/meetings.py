"""The scoping meeting: prepared, run, minuted, closed, confirmed; and its recommendation submitted (T12 to T15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.agenda import standard_agenda
from sscb_tui.domain.base import MeetingId
from sscb_tui.domain.errors import NotFoundError, RuleError, Violation, refuse_if
from sscb_tui.domain.meeting import AgencyView, Attendee, Meeting
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import LineKind, MeetingState, Mode, Move, Stage
from sscb_tui.services.advising import advise
from sscb_tui.services.minutes import Minutes, provisional_facts

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import Advice, LimbFinding
    from sscb_tui.domain.forms import AdviceForm
    from sscb_tui.domain.meeting import MinuteLine
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

_PREPARABLE = (Stage.SCOPING_REQUESTED, Stage.RETURNS_COMPLETE)


@dataclass(frozen=True, slots=True)
class Meetings:
    """Runs the meeting; the deeds that run it also write its minutes."""

    room: Room
    minutes: Minutes

    def of_case(self, case_id: str) -> Meeting | None:
        """The case's latest meeting, if one has been prepared."""
        meetings = self.room.record.meetings.of_case(case_id)
        return meetings[-1] if meetings else None

    def prepare(self, actor: Actor, case_id: str) -> Meeting:
        """Set up the meeting the discussion planned, with the standard agenda; or answer the one already set up."""
        room = self.room
        if (held := self.of_case(case_id)) is not None and not held.adjourned:
            return held
        with room.deed(actor, Deed.CREATE, Thing.MINUTES, "scoping meeting prepared"):
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
                agenda=standard_agenda(),
            )
            return room.record.meetings.save(meeting)

    def _change(self, actor: Actor, meeting_id: str, move: str, **changes: object) -> Meeting:
        """Save changes to a meeting whose minutes are still open; inside no transaction yet."""
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, move):
            meeting = self.room.record.meetings.get(meeting_id)
            refuse_if(not_confirmed(meeting))
            return self.room.record.meetings.save(meeting.but(**changes))

    def attend(self, actor: Actor, meeting_id: str, attendee: Attendee) -> Meeting:
        """Put somebody on the attendance list, or replace their entry; arriving now if the meeting is on."""
        who = attendee if attendee.arrived_at else attendee.but(arrived_at=self.room.now())
        with self.room.record.atomic(actor, "attendance taken"):
            meeting = self.room.record.meetings.get(meeting_id)
            others = tuple(each for each in meeting.attendance if each.name.casefold() != who.name.casefold())
            if meeting.state is MeetingState.IN_PROGRESS:
                self.minutes.stamp(actor, meeting, LineKind.ATTENDANCE, f"{who.name} arrived ({who.capacity.label})")
            return self._change(actor, meeting_id, "attendance taken", attendance=(*others, who))

    def leave(self, actor: Actor, meeting_id: str, name: str) -> Meeting:
        """Somebody leaves; the time is kept and the minutes say so."""
        now = self.room.now()
        with self.room.record.atomic(actor, "somebody left"):
            meeting = self.room.record.meetings.get(meeting_id)
            if not any(each.name == name and each.here for each in meeting.attendance):
                raise NotFoundError(f"{name} is not at the meeting.")
            left = tuple(each.but(left_at=now) if each.name == name else each for each in meeting.attendance)
            self.minutes.stamp(actor, meeting, LineKind.ATTENDANCE, f"{name} left")
            return self._change(actor, meeting_id, "somebody left", attendance=left)

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
        return self._change(
            actor,
            meeting_id,
            "opening questions answered",
            confidentiality_read=confidentiality_read,
            interests_asked=interests_asked,
            purpose_restated=purpose_restated,
        )

    def start(self, actor: Actor, meeting_id: str) -> Meeting:
        """Open the meeting and its first item (T12)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.MINUTES, "scoping meeting started") as now:
            meeting = room.record.meetings.get(meeting_id)
            room.advance(meeting.case_id, Move.START_MEETING, actor)
            meeting = room.record.meetings.save(meeting.but(state=MeetingState.IN_PROGRESS, started_at=now))
            return self._open_item(actor, meeting, 0)

    def next_item(self, actor: Actor, meeting_id: str) -> Meeting:
        """Move on: the open item is stamped closed and the next one opened."""
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, "agenda moved on"):
            meeting = self.room.record.meetings.get(meeting_id)
            refuse_if(in_progress(meeting))
            numbers = [item.number for item in meeting.agenda]
            position = numbers.index(meeting.current) if meeting.current in numbers else -1
            if position + 1 >= len(numbers):
                raise RuleError([Violation("F6", "That was the last item; close the meeting when it is done.")])
            return self._open_item(actor, meeting, position + 1)

    def _open_item(self, actor: Actor, meeting: Meeting, position: int) -> Meeting:
        now, number = self.room.now(), meeting.agenda[position].number
        agenda = tuple(
            item.but(opened_at=item.opened_at or now)
            if item.number == number
            else item.but(closed_at=now)
            if item.number == meeting.current
            else item
            for item in meeting.agenda
        )
        moved = self.room.record.meetings.save(meeting.but(agenda=agenda, current=number))
        self.minutes.stamp(actor, moved, LineKind.ITEM, f"Item {number}: {meeting.agenda[position].title}")
        return moved

    def write(self, actor: Actor, meeting_id: str, text: str, agency: str | None = None) -> MinuteLine:
        """Add a line at the capture line; its prefix gives the sense."""
        return self.minutes.write(actor, meeting_id, text, agency)

    def edit_line(self, actor: Actor, line_id: str, read_version: int, text: str) -> MinuteLine:
        """Change a line's words; until the minutes are confirmed."""
        return self.minutes.edit(actor, line_id, read_version, text)

    def strike_line(self, actor: Actor, line_id: str, read_version: int) -> MinuteLine:
        """Strike a line: it leaves the paper and stays in the record."""
        return self.minutes.strike(actor, line_id, read_version)

    def lines(self, meeting_id: str) -> tuple[MinuteLine, ...]:
        """All lines by number, struck ones too."""
        return tuple(self.room.record.lines.of_meeting(meeting_id))

    def find(self, actor: Actor, meeting_id: str, finding: LimbFinding) -> Meeting:
        """Record the meeting's finding on one criterion, replacing the one before."""
        said = f"{finding.fact.label}: {finding.value.replace('_', ' ').upper()}. {finding.reason}"
        with self.room.record.atomic(actor, "finding recorded"):
            meeting = self.room.record.meetings.get(meeting_id)
            others = tuple(each for each in meeting.findings if each.fact is not finding.fact)
            self.minutes.stamp(actor, meeting, LineKind.FINDING, said)
            return self._change(actor, meeting_id, "finding recorded", findings=(*others, finding))

    def view(self, actor: Actor, meeting_id: str, view: AgencyView) -> Meeting:
        """Record an agency's view on the outcome, replacing its earlier one; the minutes keep both."""
        said = f"{view.outcome.label if view.outcome else 'no view'}. {view.reason}"
        with self.room.record.atomic(actor, "view stated"):
            meeting = self.room.record.meetings.get(meeting_id)
            others = tuple(each for each in meeting.views if each.agency != view.agency)
            self.minutes.stamp(actor, meeting, LineKind.VIEW, said, view.agency)
            if view.dissent:
                self.minutes.stamp(actor, meeting, LineKind.DISSENT, view.dissent, view.agency)
            return self._change(actor, meeting_id, "view stated", views=(*others, view))

    def safety(self, actor: Actor, meeting_id: str, text: str) -> Meeting:
        """Record the position on the immediate safety of children."""
        with self.room.record.atomic(actor, "safety of children recorded"):
            meeting = self.room.record.meetings.get(meeting_id)
            self.minutes.stamp(actor, meeting, LineKind.SAFETY, text)
            return self._change(actor, meeting_id, "safety of children recorded", other_children_safety=text)

    def provisional(self, case_id: str) -> Assessment:
        """What the criteria come to on what is known so far, findings before discussion before referral."""
        file = self.room.file(case_id)
        return assess(provisional_facts(file), Mode.PROVISIONAL, self.room.framework(file.case))

    def close(self, actor: Actor, meeting_id: str) -> Meeting:
        """Close the meeting once every limb, the children's safety and every agency's view are on record (T13)."""
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.MINUTES, "scoping meeting closed") as now:
            meeting = room.record.meetings.get(meeting_id)
            room.advance(meeting.case_id, Move.CLOSE_MEETING, actor)
            agenda = tuple(
                item.but(closed_at=now) if item.opened_at and not item.closed_at else item for item in meeting.agenda
            )
            settled = (now + timedelta(days=7)).date()
            return room.record.meetings.save(
                meeting.but(
                    state=MeetingState.CLOSED, closed_at=now, current=None, agenda=agenda, agree_minutes_by=settled
                )
            )

    def adjourn(self, actor: Actor, meeting_id: str, missing: str) -> Meeting:
        """Break off with a list of the missing facts, who brings them and by when (T14)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.MINUTES, "scoping meeting adjourned") as now:
            meeting = room.record.meetings.get(meeting_id)
            room.advance(meeting.case_id, Move.ADJOURN, actor)
            return room.record.meetings.save(
                meeting.but(state=MeetingState.CLOSED, closed_at=now, current=None, adjourned=missing)
            )

    def confirm(self, actor: Actor, meeting_id: str) -> Meeting:
        """Confirm the minutes; from now on only dated corrections."""
        with self.room.deed(actor, Deed.APPROVE, Thing.MINUTES, "minutes confirmed") as now:
            meeting = self.room.record.meetings.get(meeting_id)
            if meeting.state is not MeetingState.CLOSED:
                raise RuleError([Violation("F6", "Only the minutes of a closed meeting can be confirmed.")])
            return self.room.record.meetings.save(meeting.but(state=MeetingState.CONFIRMED, confirmed_at=now))

    def submit(self, actor: Actor, case_id: str, form: AdviceForm) -> Advice:
        """Send the recommendation to the Chair (T15)."""
        room = self.room
        refuse_if(permission(actor, Deed.APPROVE, Thing.RECOMMENDATION))
        with room.record.atomic(actor, "recommendation submitted to the Chair"):
            advice = room.record.advice.save(advise(room, actor, room.file(case_id), form))
            room.advance(case_id, Move.SUBMIT, actor)
            return advice


def in_progress(meeting: Meeting) -> tuple[Violation, ...]:
    """The agenda moves only while the meeting is on."""
    if meeting.state is MeetingState.IN_PROGRESS:
        return ()
    return (Violation("F6", f"The meeting is not in progress; it is {meeting.state.label}."),)


def not_confirmed(meeting: Meeting) -> tuple[Violation, ...]:
    """Confirmed minutes change only by dated correction."""
    if meeting.state is not MeetingState.CONFIRMED:
        return ()
    return (Violation("F6", "The minutes are confirmed; add a correction instead (:c)."),)
