"""How a date of birth, an address and a number that identifies somebody may be written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.days import MONTH_NUMBERS, exact
from sscb_tui.domain.naming.folding import plain

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case

_POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})\b")
_KINDS = (
    *(("street", "str", "st"), ("road", "rd"), ("avenue", "ave", "av"), ("lane", "ln"), ("close", "cl")),
    *(("drive", "dr"), ("terrace", "terr", "ter"), ("court", "ct"), ("gardens", "gdns"), ("square", "sq")),
    *(("crescent", "cres"), ("place", "pl"), ("row",), ("way",), ("grove",), ("view",), ("walk",), ("park",)),
    *(("green",), ("hill",), ("mews",), ("rise",), ("cottage",), ("house",), ("tower",), ("farm",), ("buildings",)),
)
_SPELLINGS = {form: forms for forms in _KINDS for form in forms}
_HOUSE = re.compile(r"(?:(?:flat|apartment|apt|unit|room|no\.?) ?)?[0-9]+[a-z]?(?:[-/][0-9]+[a-z]?)?,? +")
_NUMBERED = re.compile(r"[a-z]{0,3}[0-9][a-z0-9/-]{4,}")


_MONTHS = "|".join(MONTH_NUMBERS)
_ANY_DAY = (
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)?[\s./-]+(?:{_MONTHS}|[0-9]{{1,2}})[\s.,/-]+(?:[0-9]{{4}}|[0-9]{{2}})"
    rf"|(?:{_MONTHS})[\s.]+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
)
BORN = rf"(?:born(?: on)?|d\.?o\.?b\.?|date of birth|birthday)(?P<gap>[^0-9.,;|›\n]{{0,25}}?)(?:{_ANY_DAY})"
"""A day said to be somebody's date of birth, right or wrong: a wrong one is near enough."""


def births(cases: Iterable[Case]) -> Iterator[str]:
    """Patterns for every date of birth that is known to the day, in the usual spellings."""
    for case in cases:
        days = [case.child.date_of_birth, *(exact(member.date_of_birth) for member in case.family)]
        yield from (_spelt(day) for day in days if day)


def _spelt(day: date) -> str:
    months = "|".join(name for name, number in MONTH_NUMBERS.items() if number == day.month)
    number, year = rf"0?{day.day}(?:st|nd|rd|th)?", rf"(?:{day.year}|'?{day.year % 100:02})"
    return "|".join(
        (
            rf"{number}(?: of)?[\s./-]+(?:{months}|0?{day.month})[\s.,/-]+{year}",
            rf"(?:{months})[\s.]+{number},?\s+{year}",
            rf"{day.year}[./-]0?{day.month}[./-]0?{day.day}",
            f"{day:%d%m%Y}",
        )
    )


def addresses(cases: Iterable[Case]) -> Iterator[str]:
    """Patterns for every address, its street alone and its postcode alone; a town alone says nothing."""
    held = sorted({plain(address) for case in cases for address in _held(case)}, key=len, reverse=True)
    yield from filter(None, map(_whole, held))
    for address in held:
        yield from filter(None, map(_street, _parts(address)))
        yield from (rf"{found[1]}\s?{found[2]}" for found in _POSTCODE.finditer(address))


def _held(case: Case) -> tuple[str, ...]:
    return case.child.home_address, case.child.address_at_incident, *(each.address for each in case.family)


def _parts(address: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"[,;\n]", address) if part.strip()]


def _whole(address: str) -> str:
    """All of an address that names a street; "with grandparents" is no address."""
    parts = _parts(address)
    return r"[\s,;]+".join(map(_words, parts)) if any(map(_street, parts)) else ""


def _street(part: str) -> str:
    """A street with or without its number, its kind long or short; empty for what is no street."""
    number = _HOUSE.match(f"{part} ")
    words = _POSTCODE.sub("", part[number.end() :] if number else part).split()
    if len(words) < 2 or (words[-1] not in _SPELLINGS and not number):
        return ""
    house = r"(?:(?:flat|apartment|apt|unit|room|no\.?) ?)?(?:[0-9]+[a-z]?,? +)?"
    return house + r"\s+".join((*map(re.escape, words[:-1]), _last(words[-1])))


def _words(part: str) -> str:
    return r"\s+".join(map(re.escape, part.split()))


def _last(word: str) -> str:
    return rf"(?:{'|'.join(_SPELLINGS[word])})\.?" if word in _SPELLINGS else re.escape(word)


def numbers(cases: Iterable[Case]) -> Iterator[str]:
    """Patterns for NHS numbers and for whatever else identifies a child by a number."""
    for case in cases:
        if digits := re.sub(r"\D", "", case.child.nhs_number):
            yield r"[\s-]?".join(digits)
        yield from (re.escape(found[0]) for found in _NUMBERED.finditer(plain(case.child.other_identifiers)))
