"""The open clocks as a calendar file (RFC 5545): reference, pseudonym and duty, and nothing of the case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.text import shown_line
from sscb_tui.services.views import DutyRow

_WARNING = timedelta(days=-2)
"""How long before the day a diary speaks up."""


def calendar(rows: Iterable[DutyRow], board: BoardSettings, on: datetime) -> str:
    """One all-day entry for each clock that is open, on the day to act by; a diary that reads it again updates it."""
    diary = Calendar()
    diary.add("prodid", "-//sscb-tui//duties//EN")
    diary.add("version", "2.0")
    diary.add("x-wr-calname", f"{shown_line(board.short_name)} duties")
    for row in rows:
        if row.is_open:
            diary.add_component(_entry(row, on))
    text: str = diary.to_ical().decode("utf-8")
    return text


def _entry(row: DutyRow, on: datetime) -> Event:
    event = Event()
    event.add("uid", f"{row.duty_id}@sscb-tui")
    event.add("dtstamp", on.astimezone(UTC))
    event.add("dtstart", row.act_by)
    event.add("dtend", row.act_by + timedelta(days=1))
    event.add("summary", _summary(row))
    event.add("description", _description(row))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(row))
    return event


def _summary(row: DutyRow) -> str:
    whose = " · ".join(shown_line(part) for part in (row.reference, row.pseudonym) if part)
    return f"{row.clock} {shown_line(row.what)} · {whose}"


def _description(row: DutyRow) -> str:
    aim = f" Aimed at {shown(row.extensions[-1].target)}; the clock runs on." if row.extensions else ""
    return f"Due {shown(row.due)}, {row.strength.label}: {row.source}. By: {shown_line(row.who)}.{aim}"


def _alarm(row: DutyRow) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(row))
    alarm.add("trigger", _WARNING)
    return alarm
