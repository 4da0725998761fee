"""How days are counted: working days of England and Wales, calendar months, and never a limit rolled later."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_known: dict[int, frozenset[date]] = {}


def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays of England and Wales in a year, one-off proclamations included."""
    if year not in _known:
        from holidays import country_holidays  # heavy, and most commands never count a day

        _known[year] = frozenset(country_holidays("GB", subdiv="ENG", years=year))
    return _known[year]


def known_bank_holidays() -> Mapping[int, frozenset[date]]:
    """Every year reckoned so far."""
    return dict(_known)


def take_bank_holidays(years: Mapping[int, frozenset[date]]) -> None:
    """Take over years that were reckoned before."""
    _known.update(years)
    working_days_between.cache_clear()


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The count-th working day after the trigger; the trigger's own day is day 0 whatever day it is."""
    return _step(day, count, _DAY)


def working_days_before(day: date, count: int) -> date:
    """The count-th working day before a day, which is itself not counted."""
    return _step(day, count, -_DAY)


@lru_cache(maxsize=4096)
def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and with `end`; negative when `end` is already past.

    Thousands of clocks share a few hundred days, and each list of them is counted anew.
    """
    if end < start:
        return -working_days_between(end, start)
    return sum(is_working_day(start + _DAY * ahead) for ahead in range(1, (end - start).days + 1))


def add_months(day: date, count: int) -> date:
    """The same day-number so many calendar months on, or the month's last day if it has none."""
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def act_by(due: date) -> date:
    """The due date, or the working day before it; a limit is never rolled later."""
    return due if is_working_day(due) else working_days_before(due, 1)


def _step(day: date, count: int, step: timedelta) -> date:
    if count < 0:
        raise ValueError("working days are counted forwards or backwards by name, not by sign")
    while count:
        day += step
        count -= is_working_day(day)
    return day
