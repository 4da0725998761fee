"""The room while the meeting is on: the floor, the agenda and its time, and what may not be said there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.agenda import changed, may_replan, replanned
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, Violation, refuse_if
from sscb_tui.domain.floor import air_time
from sscb_tui.domain.meeting import Constraint
from sscb_tui.domain.terms import LineKind
from sscb_tui.services.inputs import worded
from sscb_tui.services.pace import leave_item
from sscb_tui.services.urgency import answered, unsafe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.forms import UnsafeForm
    from sscb_tui.domain.meeting import Meeting, MinuteLine
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.planned import PlannedItem
    from sscb_tui.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Floor:
    """Runs the room, stamping the minutes."""

    sitting: Sitting

    # Who speaks

    def give(self, actor: Actor, meeting_id: str, agency: str) -> Meeting:
        """Give an agency the floor; the time it has it is reckoned from the stamped line."""
        with self.sitting.on(actor, meeting_id, "floor given") as meeting:
            if self._holder(meeting) != agency:
                self._give(actor, meeting, agency)
            return meeting

    def take_back(self, actor: Actor, meeting_id: str) -> Meeting:
        """Take the floor back to the chair of the meeting."""
        with self.sitting.on(actor, meeting_id, "floor taken back") as meeting:
            if (holder := self._holder(meeting)) is not None:
                self._take_back(actor, meeting, holder)
            return meeting

    def turn(self, actor: Actor, meeting_id: str, agency: str) -> Meeting:
        """What one key does: give an agency the floor, or take it back from it."""
        with self.sitting.on(actor, meeting_id, "floor given or taken back") as meeting:
            if self._holder(meeting) == agency:
                self._take_back(actor, meeting, agency)
            else:
                self._give(actor, meeting, agency)
            return meeting

    def _holder(self, meeting: Meeting) -> str | None:
        return air_time(meeting, self.sitting.room.record.lines.of_meeting(meeting.id)).holder

    def _give(self, actor: Actor, meeting: Meeting, agency: str) -> None:
        """Whoever speaks for an agency has to be in the room."""
        if not any(who.here and agency in who.agencies for who in meeting.attendance):
            name = self.sitting.room.settings().brief(agency)
            sentence = f"Nobody is here for {name}; put them on the attendance list first (s)."
            raise RuleError([Violation("F6-floor", sentence, "scoping meeting (F6.03)")])
        self.sitting.minutes.stamp(actor, meeting, LineKind.FLOOR, "has the floor", agency)

    def _take_back(self, actor: Actor, meeting: Meeting, agency: str) -> None:
        name = self.sitting.room.settings().brief(agency)
        self.sitting.minutes.stamp(actor, meeting, LineKind.FLOOR, f"The floor is back with the chair from {name}")

    # The agenda and its time

    def set_agenda(self, actor: Actor, meeting_id: str, items: Sequence[PlannedItem]) -> Meeting:
        """Change what is still to come: words, minutes, order, more or fewer items; the whole agenda is given."""
        with self.sitting.on(actor, meeting_id, "agenda edited", begun=False) as meeting:
            refuse_if(may_replan(meeting, items))
            return self.sitting.save(meeting, agenda=replanned(meeting, items))

    def extend(self, actor: Actor, meeting_id: str, minutes: int) -> Meeting:
        """Give the open item more minutes."""
        if minutes < 1:
            raise InputError([Problem("minutes", f"{minutes} is no extension.", "a whole number from 1")])
        with self.sitting.on(actor, meeting_id, "item extended") as meeting:
            item = next(each for each in meeting.agenda if each.number == meeting.current)
            longer = item.but(extended=item.extended + minutes)
            said = f"Item {item.number} extended by {minutes} min, to {longer.planned} min"
            self.sitting.minutes.stamp(actor, meeting, LineKind.ITEM, said)
            return self.sitting.save(meeting, agenda=changed(meeting, item.number, extended=longer.extended))

    def park(self, actor: Actor, meeting_id: str, text: str) -> Meeting:
        """Leave the open item unfinished: what is left goes on the parking list, and the meeting moves on."""
        with self.sitting.on(actor, meeting_id, "item parked") as meeting:
            self.sitting.minutes.stamp(actor, meeting, LineKind.PARK, text)
            return leave_item(self.sitting, actor, meeting, parked=True)

    def decide(self, actor: Actor, meeting_id: str, text: str) -> Meeting:
        """Settle the open item in a sentence, which stands as an agreed fact, and move on."""
        with self.sitting.on(actor, meeting_id, "item decided") as meeting:
            self.sitting.minutes.stamp(actor, meeting, LineKind.FACT, text)
            return leave_item(self.sitting, actor, meeting)

    def answer_parked(self, actor: Actor, line_id: str, text: str, owner: str) -> MinuteLine:
        """Say what becomes of something parked, and who sees to it; any time before the minutes are confirmed."""
        worded(text, "answer", "for example: taken to the Business Manager")
        parked = self.sitting.room.record.lines.get(line_id)
        with self.sitting.unconfirmed(actor, parked.meeting_id, "parked item answered") as meeting:
            if parked.kind is not LineKind.PARK:
                raise NotFoundError(f"Line {parked.number} is not on the parking list.")
            said = f"Parked “{parked.text}”: {text}" + (f" ({owner})" if owner.strip() else "")
            return self.sitting.minutes.stamp(
                actor, meeting, LineKind.NOTE, said, parked.agency, owner=owner, refers=parked.id
            )

    # What may not be said

    def constrain(self, actor: Actor, meeting_id: str, *, text: str, imposed_by: str, until: str = "") -> Meeting:
        """Put on record what may not be discussed, on whose word and until when; it stands until lifted (F6.16)."""
        room = self.sitting.room
        with self.sitting.on(actor, meeting_id, "constraint recorded", begun=False) as meeting:
            limit = Constraint(text=text, imposed_by=imposed_by, until=until, at=room.now())
            said = f"Not to be discussed: {text} ({imposed_by}{f', until {until}' if until.strip() else ''})"
            self.sitting.minutes.stamp(actor, meeting, LineKind.CONSTRAINT, said)
            return self.sitting.save(meeting, constraints=(*meeting.constraints, limit))

    def lift(self, actor: Actor, meeting_id: str, number: int) -> Meeting:
        """Lift a constraint, counted from 1 in the order in which they were imposed."""
        now = self.sitting.room.now()
        with self.sitting.on(actor, meeting_id, "constraint lifted", begun=False) as meeting:
            standing = {n for n, each in enumerate(meeting.constraints, 1) if each.lifted_at is None}
            if number not in standing:
                raise NotFoundError(f"No constraint {number} stands.")
            limits = list(meeting.constraints)
            limits[number - 1] = limits[number - 1].but(lifted_at=now)
            said = f"May be discussed again: {limits[number - 1].text}"
            self.sitting.minutes.stamp(actor, meeting, LineKind.CONSTRAINT, said)
            return self.sitting.save(meeting, constraints=tuple(limits))

    # The safety of children

    def safety(self, actor: Actor, meeting_id: str, text: str) -> Meeting:
        """Record the position on the immediate safety of children (F6.13)."""
        with self.sitting.on(actor, meeting_id, "safety of children recorded", begun=False) as meeting:
            self.sitting.minutes.stamp(actor, meeting, LineKind.SAFETY, text)
            return self.sitting.save(meeting, other_children_safety=text)

    def unsafe(self, actor: Actor, meeting_id: str, form: UnsafeForm) -> Action:
        """A child is unsafe now: position and action are minuted and the action stands on the tracker, all at once."""
        with self.sitting.unconfirmed(actor, meeting_id, "child unsafe now") as meeting:
            return unsafe(self.sitting, actor, meeting, form)

    def answer_unsafe(self, actor: Actor, meeting_id: str, action_id: str, text: str) -> Action:
        """Say what was done for a child who was unsafe; the action is done, and verified like any other."""
        worded(text, "answer", "what was done, and when")
        with self.sitting.unconfirmed(actor, meeting_id, "urgent action answered") as meeting:
            return answered(self.sitting, actor, meeting, action_id, text)
