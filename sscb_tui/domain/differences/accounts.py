"""What there is to compare: each agency's return cut into sentences and rows that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.dates import stated
from sscb_tui.domain.days import MONTH, YEAR, exact
from sscb_tui.domain.differences.model import Saying
from sscb_tui.domain.terms import Precision

if TYPE_CHECKING:
    from sscb_tui.domain.chronology import ChronologyRow
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyReturn

ROWS = "F4.D1"
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“‘])|;\s+|\n+")
_BARE_MONTH = MONTH.replace("?P<month>", "?:")
_BARE_YEAR = YEAR.replace("?P<year>", "?:")
_DATES = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_BARE_MONTH}\.?,? {_BARE_YEAR}"
    rf"|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-]{_BARE_YEAR}|{_BARE_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|{_BARE_MONTH} {_BARE_YEAR}|{_BARE_YEAR})\b",
    re.IGNORECASE,
)

Span = tuple[date, date]
"""The first and the last day a stated date may mean."""


@dataclass(frozen=True, slots=True)
class Account:
    """One agency's return as the comparison reads it."""

    agency: str
    returned: AgencyReturn
    filed: tuple[Row, ...] = ()
    """Rows that came in a spreadsheet beside the return."""

    def sentences(self, *questions: str) -> Iterator[Saying]:
        """Each sentence of the answers whose question begins with one of these ids."""
        for answer in self.returned.answers:
            if answer.silence is None and answer.question.startswith(questions):
                for words in sentences(answer.text):
                    yield Saying(self.agency, answer.question, words)

    def ticked(self, question: str) -> frozenset[str]:
        """The boxes ticked under a question."""
        answer = self.returned.answer(question)
        return frozenset(answer.choice.split(", ")) - {""} if answer else frozenset()

    def choice(self, question: str) -> Saying:
        """The answer to a question with boxes: what was ticked, then the words."""
        answer = self.returned.answer(question)
        said = (f"[{answer.choice}]" if answer.choice else "", answer.text.strip()) if answer else ()
        return Saying(self.agency, question, " ".join(part for part in said if part))

    def rows(self) -> tuple[Row, ...]:
        """The rows of its chronology, numbered as the form numbers them, then those of spreadsheets."""
        return _numbered(self.agency, ROWS, self.returned.chronology) + self.filed


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one agency's chronology."""

    agency: str
    where: str
    told: ChronologyRow

    @property
    def day(self) -> date | None:
        """The day, where the row states exactly one."""
        return self.told.on.earliest if self.told.on.precision is Precision.EXACT else None

    @property
    def span(self) -> Span | None:
        """The days the row may mean."""
        on = self.told.on
        return (on.earliest, on.latest) if on.earliest and on.latest else None

    @property
    def saying(self) -> Saying:
        """The row in its own words, with its date as typed and what it says of the child being seen."""
        seen = {"yes": " (child seen: yes)", "no": " (child seen: no)"}.get(self.told.child_seen.value, "")
        return Saying(self.agency, self.where, f"{self.told.on.text}: {self.told.event}{seen}")


def accounts(file: CaseFile) -> tuple[Account, ...]:
    """Every return that is in; a nil return has nothing to compare but its silence."""
    filed: dict[str, tuple[Row, ...]] = {}
    for each in file.chronology_files:
        for number, line in enumerate(each.rows, start=1):
            row = Row(line.agency, f"{each.receipt.file} row {number}", line.row)
            filed[line.agency] = (*filed.get(line.agency, ()), row)
    return tuple(
        Account(each.agency, each.returned, filed.get(each.agency, ()))
        for each in file.requests
        if each.returned is not None
    )


def _numbered(agency: str, where: str, rows: Sequence[ChronologyRow]) -> tuple[Row, ...]:
    return tuple(Row(agency, f"{where} row {number}", row) for number, row in enumerate(rows, start=1))


def sentences(text: str) -> tuple[str, ...]:
    """A text cut where a sentence, a clause set off by a semicolon or a line ends."""
    return tuple(part.strip() for part in _ENDS.split(text) if part.strip())


def days_in(text: str) -> tuple[date, ...]:
    """Every day a text states in full."""
    return tuple(day for found in _DATES.finditer(text) if (day := exact(found[0])) is not None)


def spans_in(text: str) -> tuple[Span, ...]:
    """Every date a text states, however roughly."""
    told = (stated(found[0]) for found in _DATES.finditer(text))
    return tuple((each.earliest, each.latest) for each in told if each.earliest and each.latest)


def apart(one: Span, other: Span) -> int:
    """Days between two stated dates at their nearest; 0 where they may be the same."""
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)
