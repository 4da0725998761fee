"""Days as people say them round a table when something is to be done: "9 Nov", "9/11", "+7"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sscb_tui.domain.days import exact
from sscb_tui.domain.errors import InputError, Problem

ALLOWED = "9 Nov, 9/11, 9 Nov 2026 or +7 for a week from today"
_AHEAD = re.compile(r"\+ ?([0-9]{1,3})(?: ?d(?:ays?)?)?")


def due_day(text: str, today: date) -> date | None:
    """The day that is meant; one said without its year is the next to come. None where no day is said."""
    words = " ".join(text.split())
    if ahead := _AHEAD.fullmatch(words):
        return today + timedelta(days=int(ahead[1]))
    if (whole := exact(words)) is not None:
        return whole
    coming = (day for year in range(today.year, today.year + 5) if (day := _in_year(words, year)) is not None)
    return next((day for day in coming if day >= today), None)


def _in_year(words: str, year: int) -> date | None:
    return exact(f"{words} {year}") or exact(f"{words}/{year}") or exact(f"{words}.{year}")


def read_due(text: str, today: date) -> date | None:
    """The day typed, None for none; InputError where what was typed is no day."""
    if not text.strip():
        return None
    if (day := due_day(text, today)) is None:
        raise InputError([Problem("due", f"{text.strip()[:40]!r} is not a day.", ALLOWED)])
    return day
