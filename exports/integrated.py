"""The integrated chronology (X-10): every agency's rows in one order and its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from exports.keys import key
from exports.layout import Cover, Sheet, agency_words, begin, finish, table
from exports.told import COLUMNS, MARKS, Told, chronology_row, chronology_table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.merge import Entry
from sscb_tui.domain.terms import YesNo

_PRECISION = (
    ("9 Sep 2026", "a date as the agency typed it; it stands in the order of the days it may mean"),
    ("March 2026", "a month: stands at its first day; so do a year and a season"),
    ("about, early, late", "as vague as it says: stands at the earliest day it may mean"),
    ("Dec 2025 to Feb 2026", "a period: stands at its first day"),
)


def integrated(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The chronology as it stands; NotFoundError where no agency has given one."""
    if not file.has_chronology:
        raise NotFoundError(f"{file.case.reference} has no chronology: no agency has given one.")
    cover = Cover("Integrated chronology", f"As at {shown(on.date())}", chronology_version(file))
    sheet = begin(cover, file, board, on)
    told = Told.of(file)
    _given(sheet, told.rows, board)
    sheet.heading("Chronology")
    chronology_table(sheet, told, told.rows)
    _same(sheet, told)
    _gaps(sheet, told)
    key(sheet, MARKS, _PRECISION)
    return finish(sheet, cover, file, board)


def chronology_version(file: CaseFile) -> int:
    """Rises with every return taken and every chronology file."""
    returned = (request.version for request in file.requests if request.returned)
    return sum(returned) + sum(each.version for each in file.chronology_files)


def _given(sheet: Sheet, rows: Sequence[Entry], board: BoardSettings) -> None:
    sheet.heading("Who gave what")
    given: dict[tuple[str, str], int] = defaultdict(int)
    for entry in rows:
        given[entry.agency, entry.source] += 1
    came = {"return": "its return", "file": "a chronology file"}
    sheet.add(
        *table(
            ("Code", "Agency", "From", "Rows"),
            [(code, agency_words(code, board), came[how], str(count)) for (code, how), count in sorted(given.items())],
        )
    )


def _same(sheet: Sheet, told: Told) -> None:
    sheet.heading("What may be one event")
    if not told.same:
        sheet.paragraph("No rows of different agencies look like one event.")
    for number, candidate in enumerate(told.same, 1):
        differs = f"The accounts differ in: {', '.join(candidate.differs)}." if candidate.differs else "Told alike."
        sheet.paragraph(differs, f"**{'≠' if candidate.differs else '≈'}{number}.**")
        sheet.add(*table(COLUMNS[:5], [chronology_row(sheet, told.numbers[e.id], e)[:5] for e in candidate.entries]))


def _gaps(sheet: Sheet, told: Told) -> None:
    sheet.heading("Gaps")
    if not any(entry.row.child_seen is YesNo.YES for entry in told.rows):
        sheet.paragraph("No row says that the child was seen.")
    for gap in told.silences:
        ends = "the incident" if gap.before is None else gap.before.agency
        days = f"{sheet.said(shown(gap.first))} ({gap.after.agency}) to {sheet.said(shown(gap.last))} ({ends})"
        sheet.paragraph(f"{gap.label}.", f"**{days}:**")
    if not told.silences:
        sheet.paragraph("No silence of four weeks or more between dated rows.")
