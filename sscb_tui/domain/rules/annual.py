"""The Board's annual report: which financial years owe one (Children Act 2004 s.14A, CK-11)."""

from __future__ import annotations

from datetime import date


def years_owed(since: date, today: date) -> tuple[date, ...]:
    """The last days of the financial years that owe a report: the one over when the record began, and all since."""
    first, last = _year_end_before(since), _year_end_before(today)
    return tuple(date(year, 3, 31) for year in range(first.year, last.year + 1))


def _year_end_before(day: date) -> date:
    """The last 31 March that has passed."""
    ended = date(day.year, 3, 31)
    return ended if ended < day else date(day.year - 1, 3, 31)


def year_of(year_end: date) -> str:
    """For example 2025/26."""
    return f"{year_end.year - 1}/{year_end.year % 100:02}"
