"""Short words for lists: UK dates, the clock, working days left, counts."""

from __future__ import annotations

from datetime import date, datetime

from sscb_tui.domain.local_time import local
from sscb_tui.domain.rules.work_left import USUAL

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(on: date | None, today: date | None = None) -> str:
    """For example "3 Dec 2026"; without the year when it is this year's."""
    if on is None:
        return "—"
    short = f"{on.day} {MONTHS[on.month - 1]}"
    return short if today is not None and today.year == on.year else f"{short} {on.year}"


def clock(at: datetime) -> str:
    """The time on a UK wall clock, to the second."""
    return uk(at).strftime("%H:%M:%S")


def uk(at: datetime) -> datetime:
    """The moment as clocks in the United Kingdom show it."""
    return local(at)


def days_left(working_days: int | None, near: int = USUAL, *, open_ended: str = "") -> tuple[str, str]:
    """A clock in words with a mark as well as a style: "8 wd", "4 wd !", "+3 wd ✗"; fewer than `near` is near."""
    if working_days is None:
        return open_ended, ""
    if working_days < 0:
        return f"+{-working_days} wd ✗", "late"
    if working_days < near:
        return f"{working_days} wd !", "near"
    return f"{working_days} wd", ""


def count(number: int, one: str, many: str = "") -> str:
    """For example "1 case", "7 cases"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """Words as a heading begins them; capitals that belong to a name stay."""
    return words[:1].upper() + words[1:]


def cut(words: str, longest: int = 160) -> str:
    """The beginning of what somebody said, where the whole of it can be read elsewhere."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
