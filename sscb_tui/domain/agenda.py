"""The agenda of a meeting: planned, opened and closed item by item, and what that makes of the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.meeting import AgendaItem, Meeting
from sscb_tui.domain.planned import STANDARD, PlannedItem

NONE = timedelta()


def standard_agenda(items: Sequence[PlannedItem] = STANDARD) -> tuple[AgendaItem, ...]:
    """The agenda a new meeting starts from: the Board's own, or the standard one."""
    return tuple(AgendaItem(number=n, title=each.title, minutes=each.minutes) for n, each in enumerate(items, 1))


def opened(meeting: Meeting, number: int, now: datetime) -> tuple[AgendaItem, ...]:
    """The agenda moved on to an item: it opens, unless it was opened before, and the one that was open closes."""

    def stamped(item: AgendaItem) -> AgendaItem:
        if item.number == number:
            return item.but(opened_at=item.opened_at or now)
        return item.but(closed_at=now) if item.number == meeting.current else item

    return tuple(map(stamped, meeting.agenda))


def closed(meeting: Meeting, now: datetime) -> tuple[AgendaItem, ...]:
    """The agenda at the end of a meeting: what is still open closes now."""
    return tuple(item.but(closed_at=now) if item.opened_at and not item.closed_at else item for item in meeting.agenda)


def changed(meeting: Meeting, number: int | None, **changes: object) -> tuple[AgendaItem, ...]:
    """The agenda with one item changed."""
    return tuple(item.but(**changes) if item.number == number else item for item in meeting.agenda)


# Editing what is still to come


def replanned(meeting: Meeting, items: Sequence[PlannedItem]) -> tuple[AgendaItem, ...]:
    """The whole agenda as edited: opened items keep number and stamps, the others are numbered after them."""
    kept = begun(meeting)
    coming = items[len(kept) :]
    numbered = enumerate(coming, len(kept) + 1)
    return (*kept, *(AgendaItem(number=n, title=each.title, minutes=each.minutes) for n, each in numbered))


def may_replan(meeting: Meeting, items: Sequence[PlannedItem]) -> tuple[Violation, ...]:
    """An item that was opened stays as it was opened; what is to come may change in words, time and order."""
    kept = begun(meeting)
    moved = [
        item
        for place, item in enumerate(kept)
        if place >= len(items) or (items[place].title, items[place].minutes) != (item.title, item.minutes)
    ]
    found = [f"Item {item.number} ({item.title}) is open or done and stays as it was." for item in moved]
    if not items:
        found.append("A meeting needs at least one item.")
    return tuple(Violation("F6-agenda", sentence, "scoping meeting (F6.02)") for sentence in found)


def begun(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items opened so far; they come first, since the agenda only moves on."""
    return tuple(item for item in meeting.agenda if item.opened_at is not None)


# Time


def taken(item: AgendaItem, now: datetime) -> timedelta:
    """How long the item has been open, or was."""
    return NONE if item.opened_at is None else max(NONE, (item.closed_at or now) - item.opened_at)


def left(item: AgendaItem, now: datetime) -> timedelta:
    """What remains of the item's planned minutes; less than nothing once it has overrun."""
    return timedelta(minutes=item.planned) - taken(item, now)


def overran(item: AgendaItem, now: datetime) -> bool:
    """Past its planned minutes, where it has any."""
    return item.planned > 0 and item.opened_at is not None and left(item, now) < NONE


def projected_end(meeting: Meeting, now: datetime) -> datetime:
    """When the meeting ends if what is left of it keeps to plan."""
    rest = sum((max(NONE, left(item, now)) for item in meeting.agenda if not item.closed_at), NONE)
    return now + rest
