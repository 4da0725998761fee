"""The day a tracker's cell states, however it is written; what states no day stays words and is never completed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sscb_tui.domain.days import exact, shown
from sscb_tui.domain.trackers.sheet import Cell

_EPOCH = date(1899, 12, 30)
"""Day 0 of the serial numbers in which spreadsheets keep days."""
_SERIAL = re.compile(r"([3-6][0-9]{4})(?:\.[0-9]+)?")
"""1982 to 2091: a number outside is no day anybody plans with."""
_SLASHED = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2(?:[0-9]{2}|[0-9]{4})")
_SHORT_YEAR = re.compile(r"(.*[/. -])([0-9]{2})")
_TIME = re.compile(r"[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[ap]m)?Z?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?=[0-9])", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class When:
    """A day, or words that state none; and how it was read, where it could have been read otherwise."""

    day: date | None = None
    words: str = ""
    remark: str = ""

    @property
    def open(self) -> bool:
        """Whether something is said that is no day: "Nov 2026", "ongoing"."""
        return self.day is None and bool(self.words)


def when(cell: Cell) -> When:
    """What a cell says of a day; day first, as dates are written in the United Kingdom."""
    text = " ".join(cell.text.split())
    if cell.day is not None:
        return When(cell.day, text)
    plain = _TIME.sub("", text)
    for read in (_named, _short, _serial):
        if (found := read(plain)) is not None:
            day, remark = found
            return When(day, text, remark)
    return When(None, text)


def _named(text: str) -> tuple[date, str] | None:
    weekday = _WEEKDAY.match(text)
    day = exact(text[weekday.end() :] if weekday else text)
    if day is None or (weekday and _WEEKDAYS[day.weekday()] != weekday[1].casefold()):
        return None  # a weekday that does not fit is a slip somebody must look at
    return day, _either_way(text, day)


def _either_way(text: str, day: date) -> str:
    """Said aloud where an American would have read another day."""
    slashed = _SLASHED.fullmatch(text)
    if slashed is None or int(slashed[1]) > 12 or slashed[1].lstrip("0") == slashed[3].lstrip("0"):
        return ""
    return f"{text} is read day first: {shown(day)}"


def _short(text: str) -> tuple[date, str] | None:
    """A year of two figures is one of this century."""
    short = _SHORT_YEAR.fullmatch(text)
    day = exact(f"{short[1]}20{short[2]}") if short else None
    return (day, f"{text} is read as {shown(day)}") if day else None


def _serial(text: str) -> tuple[date, str] | None:
    found = _SERIAL.fullmatch(text)
    if found is None:
        return None
    day = _EPOCH + timedelta(days=int(found[1]))
    return day, f"{text} is a spreadsheet's number for {shown(day)}"
