"""Moving a meeting on: the open item closes, the next one opens, and the minutes are stamped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.agenda import changed, opened
from sscb_tui.domain.errors import RuleError, Violation
from sscb_tui.domain.terms import LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.sitting import Sitting

LAST = Violation("F6", "That was the last item; close the meeting when it is done.")


def open_item(sitting: Sitting, actor: Actor, meeting: Meeting, position: int) -> Meeting:
    """Open the item at this place of the agenda; inside a deed."""
    item = meeting.agenda[position]
    moved = sitting.save(meeting, agenda=opened(meeting, item.number, sitting.room.now()), current=item.number)
    sitting.minutes.stamp(actor, moved, LineKind.ITEM, f"Item {item.number}: {item.title}")
    return moved


def move_on(sitting: Sitting, actor: Actor, meeting: Meeting) -> Meeting:
    """Open the next item; refused after the last one."""
    if (position := _next(meeting)) is None:
        raise RuleError([LAST])
    return open_item(sitting, actor, meeting, position)


def leave_item(sitting: Sitting, actor: Actor, meeting: Meeting, **how: object) -> Meeting:
    """Be done with the open item, marked in this way; from the last item there is nowhere to go on to."""
    now = sitting.room.now()
    if (position := _next(meeting)) is None:
        return sitting.save(meeting, agenda=changed(meeting, meeting.current, **how, closed_at=now))
    marked = sitting.save(meeting, agenda=changed(meeting, meeting.current, **how))
    return open_item(sitting, actor, marked, position)


def _next(meeting: Meeting) -> int | None:
    """The place after the open item."""
    numbers = [item.number for item in meeting.agenda]
    place = numbers.index(meeting.current) + 1 if meeting.current in numbers else 0
    return place if place < len(numbers) else None
