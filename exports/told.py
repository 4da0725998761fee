"""The merged rows of a chronology as a table: numbered, marked where they may be one event, silences between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.layout import NOT_SAID, Sheet, table
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.merge import Candidate, Entry, Gap, candidates, entries, gaps, merged
from sscb_tui.domain.terms import YesNo

COLUMNS = ("No", "Date", "Agency", "Event", "Child seen", "Source")
MARKS = (
    ("●", "a key event, as the agency marked it"),
    ("≈1", "may be the same event as the other rows under this number; nothing is merged"),
    ("≠1", "the same, and the accounts differ"),
    ("? date", "says no day, month or year: it stays behind the row it follows in its agency's document, else last"),
    ("◌", "a silence of four weeks or more"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """The merged rows under their numbers, with what may be one event and the silences between them."""

    rows: tuple[Entry, ...]
    numbers: Mapping[str, int]
    same: tuple[Candidate, ...]
    silences: tuple[Gap, ...]

    @classmethod
    def of(cls, file: CaseFile) -> Told:
        """Everything held about a case."""
        rows = merged(entries(file))
        numbers = {entry.id: number for number, entry in enumerate(rows, 1)}
        return cls(rows, numbers, candidates(rows), gaps(rows, file.incident.happened_on.earliest))

    def marks(self) -> Mapping[str, list[str]]:
        """By entry, the numbers of the events it may be."""
        found: dict[str, list[str]] = defaultdict(list)
        for number, candidate in enumerate(self.same, 1):
            for entry in candidate.entries:
                found[entry.id].append(f"{'≠' if candidate.differs else '≈'}{number}")
        return found

    def ended_by(self, gap: Gap) -> str:
        """The row a silence stands before; none where it lasts to the incident and nothing later is told."""
        if gap.before is not None:
            return gap.before.id
        return next((entry.id for entry in self.rows if entry.span and entry.span[0] > gap.last), "")


def chronology_table(sheet: Sheet, told: Told, shown_rows: Sequence[Entry]) -> None:
    """These rows under the numbers they have in the whole, each silence before the row that ends it."""
    marks, named, standing = told.marks(), defaultdict(list), {entry.id for entry in shown_rows}
    for gap in told.silences:
        ends = told.ended_by(gap)
        if len(shown_rows) == len(told.rows) or ends in standing:
            named[ends].append(("", "", "", f"◌ **{sheet.cell(gap.label)}**", "", ""))
    lines: list[tuple[str, ...]] = []
    for entry in shown_rows:
        lines += [*named[entry.id], chronology_row(sheet, told.numbers[entry.id], entry, marks[entry.id])]
    sheet.add(*table(COLUMNS, [*lines, *named[""]]))


def chronology_row(sheet: Sheet, number: int, entry: Entry, marks: Sequence[str] = ()) -> tuple[str, ...]:
    """One row under its number: signs before the event, the date and the words as typed."""
    signs = (*(("●",) if entry.row.key else ()), *marks)
    event = " ".join((*signs, sheet.cell(entry.row.event)))
    return str(number), _date(sheet, entry), entry.agency, event, _seen(entry), sheet.cell(entry.row.source)


def _date(sheet: Sheet, entry: Entry) -> str:
    """The date as typed, under a question mark where it says no day, month or year."""
    typed = sheet.inline(entry.row.on.text)
    return typed if entry.span or typed == "?" else f"? {typed}".strip()


def _seen(entry: Entry) -> str:
    return NOT_SAID if entry.row.child_seen is YesNo.UNDETERMINED else entry.row.child_seen.label
