"""The Board's own time: Greenwich Mean Time, an hour ahead in summer, whatever this machine's clock is set to.

A day on a paper or in a clock is a day in England, so a telephone call at half past midnight in July belongs to that
day although the same moment is still the day before in universal time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

_GMT = timezone(timedelta(0), "GMT")
_BST = timezone(timedelta(hours=1), "BST")
_CHANGES_AT = time(1, tzinfo=UTC)
"""Summer time begins and ends at one in the morning, Greenwich mean time (Summer Time Order 2002, SI 2002/262)."""


def local(moment: datetime) -> datetime:
    """The same moment as clocks in England show it (Summer Time Act 1972 s.1; Summer Time Order 2002)."""
    known = moment.astimezone(UTC)
    summer = _last_sunday(known.year, 3) <= known < _last_sunday(known.year, 10)
    return known.astimezone(_BST if summer else _GMT)


def local_day(moment: datetime) -> date:
    """The day in England on which something happened."""
    return local(moment).date()


def local_moment(day: date, at: time) -> datetime:
    """The moment when clocks in England show that time on that day."""
    as_if_winter = local(datetime.combine(day, at.replace(tzinfo=UTC)))
    shift = as_if_winter.utcoffset() or timedelta(0)
    return local(as_if_winter - shift)


def _last_sunday(year: int, month: int) -> datetime:
    """When the clocks change in a month of thirty-one days."""
    last = date(year, month, 31)
    return datetime.combine(last - timedelta(days=(last.weekday() + 1) % 7), _CHANGES_AT)
