"""Exact days as British papers write them; free of pydantic, so that the first screen may use it."""

from __future__ import annotations

import re
from datetime import date

from sscb_tui.domain.errors import InputError, Problem

ALLOWED_FORMS = "2 Nov 2026, 02/11/2026 or 2026-11-02"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIRST_HALF = ("january", "february", "march", "april", "may", "june")
_SECOND_HALF = ("july", "august", "september", "october", "november", "december")
MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(_FIRST_HALF + _SECOND_HALF, start=1)},
    "sept": 9,
}
MONTH = f"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_DAY = "(?P<day>[0-9]{1,2})"
_EXACT = tuple(
    re.compile(form)
    for form in (
        rf"{_DAY}(?:st|nd|rd|th)?(?: of)? ?{MONTH}\.?,? ?{YEAR}",
        rf"{MONTH}\.? {_DAY}(?:st|nd|rd|th)?,? {YEAR}",
        rf"{_DAY}([/.-])(?P<month>[0-9]{{1,2}})\2{YEAR}",
        rf"{YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})",
    )
)
_LONGEST = 64


def shown(day: date) -> str:
    """A day as every screen and paper prints it: 2 Nov 2026."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


NO_DATE = "no date set"


def by(day: date | None) -> str:
    """The day something is due by, or that none has been set."""
    return shown(day) if day else NO_DATE


def exact(text: str) -> date | None:
    """The one day a text states in full, day first; None for anything less, and for days that do not exist."""
    words = " ".join(text[: _LONGEST + 1].casefold().split())
    if len(words) > _LONGEST:
        return None
    for form in _EXACT:
        if found := form.fullmatch(words):
            return real_day(found["year"], found["month"], found["day"])
    return None


def real_day(year: str, month: str, day: str) -> date | None:
    """That day, unless the calendar has none (31 Feb)."""
    try:
        return date(int(year), MONTH_NUMBERS.get(month) or int(month), int(day))
    except ValueError:
        return None


def read_date(text: str, where: str = "date") -> date:
    """A day typed into a strict field; anything else is refused with the forms that are allowed."""
    if day := exact(text):
        return day
    raise InputError([Problem(where, f"{text[:_LONGEST]!r} is not a day in full.", ALLOWED_FORMS)])


def age_at(born: date, day: date) -> str:
    """An age as papers give it: days under one month, months under two years, then years."""
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    if day < born:
        return "unborn"
    if months < 1:
        return f"{(day - born).days} d"
    return f"{months} m" if months < 24 else f"{months // 12} y"
