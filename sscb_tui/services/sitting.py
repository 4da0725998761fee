"""A meeting that is being held: the deeds done on it, one transaction each, and the state that allows them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation, refuse_if
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import MeetingState

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.minutes import Minutes
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Sitting:
    """What every service of the meeting room works with: the record, and the minutes its deeds write."""

    room: Room
    minutes: Minutes

    @contextmanager
    def on(self, actor: Actor, meeting_id: str, move: str, *, begun: bool = True) -> Iterator[Meeting]:
        """One deed on a meeting that is on; or, with `begun` false, on one that is still being prepared as well."""
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, move):
            meeting = self.room.record.meetings.get(meeting_id)
            refuse_if(in_progress(meeting) if begun else not_over(meeting))
            yield meeting

    @contextmanager
    def unconfirmed(self, actor: Actor, meeting_id: str, move: str) -> Iterator[Meeting]:
        """One deed on a meeting whose minutes may still be written in: before it, while it is on, and after it."""
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, move):
            meeting = self.room.record.meetings.get(meeting_id)
            refuse_if(not_over(meeting) if meeting.state is MeetingState.CONFIRMED else ())
            yield meeting

    def save(self, meeting: Meeting, **changes: object) -> Meeting:
        """The meeting with these fields changed; inside a deed."""
        return self.room.record.meetings.save(meeting.but(**changes))


def in_progress(meeting: Meeting) -> tuple[Violation, ...]:
    """What the meeting finds, hears and moves through, it does while it is on; afterwards there are corrections."""
    if meeting.state is MeetingState.IN_PROGRESS:
        return ()
    over = () if meeting.state is MeetingState.DRAFT else not_over(meeting)
    return over or (Violation("F6", f"The meeting is not in progress; it is {meeting.state.label}."),)


def not_over(meeting: Meeting) -> tuple[Violation, ...]:
    """Who was there and how it opened is settled when the meeting ends; the quorum turns on it."""
    if meeting.state in (MeetingState.DRAFT, MeetingState.IN_PROGRESS):
        return ()
    sentence = f"The meeting is over and its minutes {meeting.state.label}; add a correction to them instead (:c)."
    return (Violation("F6", sentence, "scoping meeting (F6)"),)
