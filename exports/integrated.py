"""The integrated chronology (X-10): every agency's rows in one order and its own words, as a paper and as CSV."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from exports.escape import cell
from exports.layout import NOT_SAID, Cover, Sheet, begin, finish, table
from exports.minutes import agency_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.merge import Candidate, Entry, Gap, candidates, entries, gaps, merged
from sscb_tui.domain.terms import YesNo
from sscb_tui.domain.text import shown as visible

_COLUMNS = ("Date", "Agency", "Event", "Child seen", "Source")
_CSV = ("date", "earliest", "latest", "precision", "agency", "event", "child_seen", "source", "key")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet run a cell instead of showing it."""
_KEY = (
    ("●", "a key event, as the agency marked it"),
    ("≈1", "may be the same event as the other rows under this number; nothing is merged"),
    ("≠1", "the same, and the accounts differ"),
    (
        "?",
        "its date says no day, month or year; it stays behind the row it follows in its agency's document, else last",
    ),
    ("◌", "a silence of four weeks or more"),
)


def integrated(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The chronology as it stands; NotFoundError where no agency has given one."""
    if not file.has_chronology:
        raise NotFoundError(f"{file.case.reference} has no chronology: no agency has given one.")
    cover = Cover("Integrated chronology", f"As at {shown(on.date())}", chronology_version(file))
    sheet = begin(cover, file.case, board, on)
    rows = merged(entries(file))
    same, silences = candidates(rows), gaps(rows, file.incident.happened_on.earliest)
    _key(sheet, rows, board)
    _rows(sheet, rows, same, silences)
    _same(sheet, same)
    _gaps(sheet, rows, silences)
    return finish(sheet, cover, file.case, board)


def chronology_version(file: CaseFile) -> int:
    """Rises with every return taken and every chronology file."""
    returned = (request.version for request in file.requests if request.returned)
    return sum(returned) + sum(each.version for each in file.chronology_files)


def chronology_csv(file: CaseFile) -> str:
    """The same rows for a spreadsheet; a cell that would run as a formula begins with an apostrophe."""
    if not file.has_chronology:
        raise NotFoundError(f"{file.case.reference} has no chronology: no agency has given one.")
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(_CSV)
    for entry in merged(entries(file)):
        writer.writerow([_plain(value) for value in _csv_cells(entry)])
    return written.getvalue()


def _csv_cells(entry: Entry) -> tuple[str, ...]:
    row = entry.row
    days = tuple(day.isoformat() if day else "" for day in (row.on.earliest, row.on.latest))
    seen, key = row.child_seen.value, "yes" if row.key else "no"
    return (row.on.text, *days, row.on.precision.value, entry.agency, row.event, seen, row.source, key)


def _plain(value: str) -> str:
    """Text that a spreadsheet shows and never runs, controls visible."""
    safe = f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
    return visible(safe.replace("\r\n", "\n"))


def _key(sheet: Sheet, rows: Sequence[Entry], board: BoardSettings) -> None:
    sheet.heading("Key, and who gave what")
    sheet.add(*table(("Mark", "Meaning"), _KEY))
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


def _rows(sheet: Sheet, rows: Sequence[Entry], same: Sequence[Candidate], silences: Sequence[Gap]) -> None:
    """The chronology itself, each silence before the row that ends it."""
    sheet.heading("Chronology")
    marks, named = _marks(same), defaultdict(list)
    for gap in silences:
        named[_ended_by(gap, rows)].append(("", "", f"◌ **{cell(gap.label)}**", "", ""))
    lines: list[tuple[str, ...]] = []
    for entry in rows:
        lines += [*named[entry.id], _row(entry, marks[entry.id])]
    sheet.add(*table(_COLUMNS, [*lines, *named[""]]))


def _ended_by(gap: Gap, rows: Sequence[Entry]) -> str:
    """The row a silence stands before; none where it lasts to the incident and nothing later is told."""
    if gap.before is not None:
        return gap.before.id
    return next((entry.id for entry in rows if entry.span and entry.span[0] > gap.last), "")


def _row(entry: Entry, marks: Sequence[str]) -> tuple[str, ...]:
    signs = (*(("●",) if entry.row.key else ()), *marks)
    event = " ".join((*signs, cell(entry.row.event)))
    return (_date(entry), entry.agency, event, _seen(entry), cell(entry.row.source) or NOT_SAID)


def _date(entry: Entry) -> str:
    """The date as typed, under a question mark where it says no day, month or year."""
    typed = cell(entry.row.on.text)
    return typed if entry.span or typed == "?" else f"? {typed}".strip()


def _seen(entry: Entry) -> str:
    return NOT_SAID if entry.row.child_seen is YesNo.UNDETERMINED else entry.row.child_seen.label


def _marks(same: Sequence[Candidate]) -> Mapping[str, list[str]]:
    """By entry, the numbers of the events it may be."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, candidate in enumerate(same, 1):
        for entry in candidate.entries:
            found[entry.id].append(f"{'≠' if candidate.differs else '≈'}{number}")
    return found


def _same(sheet: Sheet, same: Sequence[Candidate]) -> None:
    sheet.heading("What may be one event")
    if not same:
        sheet.paragraph("No rows of different agencies look like one event.")
    for number, candidate in enumerate(same, 1):
        differs = f"The accounts differ in: {', '.join(candidate.differs)}." if candidate.differs else "Told alike."
        sheet.paragraph(differs, f"**{'≠' if candidate.differs else '≈'}{number}.**")
        accounts = [(_date(e), e.agency, cell(e.row.event), _seen(e)) for e in candidate.entries]
        sheet.add(*table(_COLUMNS[:4], accounts))


def _gaps(sheet: Sheet, rows: Sequence[Entry], silences: Sequence[Gap]) -> None:
    sheet.heading("Gaps")
    if not any(entry.row.child_seen is YesNo.YES for entry in rows):
        sheet.paragraph("No row says that the child was seen.")
    for gap in silences:
        ends = "the incident" if gap.before is None else gap.before.agency
        days = f"{shown(gap.first)} ({gap.after.agency}) to {shown(gap.last)} ({ends})"
        sheet.paragraph(f"{gap.label}.", f"**{days}:**")
    if not silences:
        sheet.paragraph("No silence of four weeks or more between dated rows.")
