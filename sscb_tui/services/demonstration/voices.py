"""What an invented agency says in its return: words, ticks, passages withheld and rows, with days counted in text.

Days are written from the incident, so that the story is always as recent as the demonstration: "{45}" is the day 45
days before it, "{month 45}" its month, "{year 45}" its year, and "{born 31}" the day 31 days after the child's birth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.days import shown
from sscb_tui.domain.terms import YesNo

SEEN, UNSEEN, UNSAID = YesNo.YES, YesNo.NO, YesNo.UNDETERMINED
_COUNTED = re.compile(r"\{(?:(?P<sort>month|year|born) )?(?P<days>[0-9]+)\}")


@dataclass(frozen=True, slots=True)
class Told:
    """One row of an agency's chronology."""

    on: str
    event: str
    seen: YesNo = UNSAID
    key: bool = False
    source: str = "electronic record"
    people: str = "the child"
    shared_with: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """One agency's return by question id; what it leaves out is honestly not recorded."""

    words: Mapping[str, str]
    ticks: Mapping[str, str] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """The days a story counts from."""

    incident: date
    born: date

    def told(self, text: str) -> str:
        """The text with its days written out."""
        return _COUNTED.sub(self._day, text)

    def row(self, told: Told) -> ChronologyRow:
        """The row as an agency's form holds it."""
        return ChronologyRow(
            on=stated(self.told(told.on)),
            event=self.told(told.event),
            source=told.source,
            people=told.people,
            child_seen=told.seen,
            shared_with=told.shared_with,
            key=told.key,
        )

    def _day(self, found: re.Match[str]) -> str:
        days = timedelta(days=int(found["days"]))
        day = self.born + days if found["sort"] == "born" else self.incident - days
        match found["sort"]:
            case "month":
                return f"{day:%B %Y}"
            case "year":
                return f"{day.year}"
        return shown(day)
