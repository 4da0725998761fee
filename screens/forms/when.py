"""Dates and times as typed on a form: the United Kingdom's clock, and no guess at what was not said."""

from __future__ import annotations

import re
from datetime import date, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from screens.words import day as day_words
from screens.words import uk
from sscb_tui.domain.days import exact

_CLOCK = re.compile(
    r"^(?P<day>.*?\S)[\s,]+(?:at\s+)?(?P<hour>[0-2]?[0-9])[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?\s*$"
)
_LONGEST = 64


def day(text: str) -> date | None:
    """An exact day, or None where the text does not name one."""
    return exact(text)


def moment(text: str) -> datetime | None:
    """An exact day and time on the local clock, or None."""
    matched = _CLOCK.match(text) if len(text) <= _LONGEST else None
    found = day(matched["day"]) if matched else None
    if matched is None or found is None or int(matched["hour"]) > 23:
        return None
    clock = time(int(matched["hour"]), int(matched["minute"]), int(matched["second"] or 0))
    return datetime.combine(found, clock, tzinfo=_zone()).astimezone(_zone())


def _zone() -> tzinfo | None:
    """The United Kingdom's; None, which means the machine's own, where it holds no time zones."""
    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return None


def day_text(value: date) -> str:
    """For example "2 Nov 2026"."""
    return day_words(value)


def moment_text(value: datetime) -> str:
    """For example "2 Nov 2026 14:05"."""
    local = uk(value)
    clock = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    return f"{day_words(local.date())} {clock}"
