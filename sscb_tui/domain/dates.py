"""Dates as people state them: the text is kept, a range is derived for sorting, nothing is completed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sscb_tui.domain.base import Model
from sscb_tui.domain.days import MONTH, MONTH_NUMBERS, YEAR, exact, read_date, shown
from sscb_tui.domain.terms import Precision

__all__ = ["StatedDate", "read_date", "shown", "stated"]


class StatedDate(Model):
    """A date with the precision it was stated with; `text` is exactly what was typed."""

    text: str
    precision: Precision
    earliest: date | None = None
    latest: date | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_from_text(cls, value: object) -> object:
        if isinstance(value, dict):
            return value | {end: _day_of(value[end]) for end in ("earliest", "latest") if end in value}
        return _read(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _range_is_whole(self) -> StatedDate:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("a derived range has both ends or neither")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError("the range ends before it begins")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Files may give the text alone; the schema says so."""
        return {"anyOf": [{"type": "string", "examples": ["2 Nov 2026", "March 2012", "?"]}, handler(core)]}


class _Span(NamedTuple):
    """What a text turned out to say."""

    precision: Precision
    earliest: date
    latest: date


_LONGEST = 100
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)}) {YEAR}")
_MONTH_AND_YEAR = (re.compile(rf"{MONTH}\.?,? ?{YEAR}"), re.compile(rf"(?P<month>[0-9]{{1,2}})/{YEAR}"))
_TIME = re.compile(r",?(?: at)? (?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]$")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?,? (?=[0-9])")
_PART = re.compile(r"(early|mid|late)[ -](?:in )?(.+)")
_ABOUT = re.compile(r"(?:about|approx\.?|approximately|around|circa|ca?\.|c(?= ?[0-9])) ?(.+)")
_RANGES = (
    re.compile(r"(?:between |from )?(.+?)(?: to | until | and | - )(.+)"),
    re.compile(r"(?![0-9]{4}-[0-9]{2}(?![0-9]))(.+?)-(.+)"),  # 2010-11 may be a month or two years: neither is guessed
)
_LEAST_SLACK = timedelta(days=7)


def stated(text: str) -> StatedDate:
    """What a text says about a date and no more; it never fails, and what it cannot read is undated."""
    return StatedDate.model_validate(text)


def _day_of(value: object) -> object:
    """A day as a file writes it; what is none is left for the field itself to refuse."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _read(text: str) -> dict[str, object]:
    span = _span(text) if len(text) <= _LONGEST else None
    if span is None:
        return {"text": text, "precision": Precision.UNDATED}
    return {"text": text, **span._asdict()}


def _span(text: str) -> _Span | None:
    words = " ".join(text.casefold().replace("–", "-").replace("—", "-").split())
    readers: tuple[Callable[[str], _Span | None], ...] = (_single, _part, _about, _range)
    return next((span for read in readers if (span := read(words)) is not None), None)


def _single(words: str) -> _Span | None:
    """A day, a month, a year or a season, plainly said."""
    return _day(words) or _month(words) or _year(words) or _season(words)


def _day(words: str) -> _Span | None:
    words = _TIME.sub("", words)
    named = _WEEKDAY.match(words)
    day = exact(words[named.end() :] if named else words)
    if day is None or (named and _WEEKDAYS[day.weekday()] != named[1]):
        return None  # a weekday that does not fit is a slip somebody must look at
    return _Span(Precision.EXACT, day, day)


def _month(words: str) -> _Span | None:
    for form in _MONTH_AND_YEAR:
        if found := form.fullmatch(words):
            number = MONTH_NUMBERS.get(found["month"]) or int(found["month"])
            return _months(Precision.MONTH, int(found["year"]), number, 1) if 1 <= number <= 12 else None
    return None


def _year(words: str) -> _Span | None:
    return _months(Precision.YEAR, int(words), 1, 12) if re.fullmatch(YEAR, words) else None


def _season(words: str) -> _Span | None:
    """Three whole months; a winter begins in the December of the year named and ends in the next."""
    found = _SEASON.fullmatch(words)
    return _months(Precision.SEASON, int(found["year"]), _SEASONS[found["season"]], 3) if found else None


def _months(precision: Precision, year: int, first: int, count: int) -> _Span:
    years, month = divmod(first - 1 + count, 12)
    return _Span(precision, date(year, first, 1), date(year + years, month + 1, 1) - timedelta(days=1))


def _part(words: str) -> _Span | None:
    """Early, mid or late: a third of a month or of a year; a season is left whole."""
    found = _PART.fullmatch(words)
    whole = _single(found[2]) if found else None
    if found is None or whole is None or whole.precision is Precision.EXACT:
        return None
    third = ("early", "mid", "late").index(found[1])
    if whole.precision is Precision.MONTH:
        first = whole.earliest + timedelta(days=10 * third)
        return _Span(Precision.APPROXIMATE, first, whole.latest if third == 2 else first + timedelta(days=9))
    if whole.precision is Precision.YEAR:
        return _months(Precision.APPROXIMATE, whole.earliest.year, 1 + 4 * third, 4)
    return whole._replace(precision=Precision.APPROXIMATE)


def _about(words: str) -> _Span | None:
    """As far either side as the thing said is long, and a week either side of a day."""
    found = _ABOUT.fullmatch(words)
    said = (_single(found[1]) or _part(found[1]) or _range(found[1])) if found else None
    if said is None:
        return None
    slack = max(_LEAST_SLACK, said.latest - said.earliest)
    return _Span(Precision.APPROXIMATE, said.earliest - slack, said.latest + slack)


def _range(words: str) -> _Span | None:
    """From one stated date to another."""
    ends = (found for form in _RANGES if (found := form.fullmatch(words)))
    return next((span for found in ends if (span := _between(found[1], found[2])) is not None), None)


def _between(first: str, last: str) -> _Span | None:
    """The first end may be said short, as "Mar" of "Mar-May 2011" and "2" of "2-5 Nov 2026" are."""
    end = _end(last)
    if end is None:
        return None
    shared = last.split(" ")[1:]
    leaning = (first, *(" ".join((first, *shared[skip:])) for skip in range(len(shared))))
    start = next((span for said in leaning if (span := _end(said)) is not None), None)
    return _Span(Precision.RANGE, start.earliest, end.latest) if start and start.earliest <= end.latest else None


def _end(words: str) -> _Span | None:
    return _single(words) or _part(words)
