"""The standard agenda of a scoping meeting: sixteen items, with planned minutes, as data a Board may edit."""

from __future__ import annotations

from datetime import datetime

from sscb_tui.domain.meeting import AgendaItem, Meeting

STANDARD: tuple[tuple[str, int], ...] = (
    ("Welcome, roles, who is member, deputy or information-giver", 5),
    ("Confidentiality statement and marking", 2),
    ("Interests", 3),
    ("Purpose and limits; the child in one minute", 3),
    ("Are any children unsafe now?", 5),
    ("What happened; parallel processes and police constraints", 10),
    ("Returns: what came, what is missing", 3),
    ("Round the agencies: side by side, key events only", 25),
    ("Differences between accounts", 10),
    ("Working together: known, shared, not shared, challenged", 10),
    ("Criteria, limb by limb", 15),
    ("Each agency's view; dissent", 5),
    ("Recommendation; if a review: period, questions, model, size", 10),
    ("Family, staff support, media", 5),
    ("Early learning and actions", 5),
    ("Read-back of decisions and actions; next date", 3),
)
"""Title and planned minutes, in order."""


def standard_agenda() -> tuple[AgendaItem, ...]:
    """The agenda a new meeting starts from."""
    return tuple(AgendaItem(number=n, title=title, minutes=m) for n, (title, m) in enumerate(STANDARD, 1))


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
