"""The integrated chronology for a spreadsheet: nothing in it runs, and nobody is named."""

from __future__ import annotations

import csv
import io

from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.merge import Entry, entries, merged
from sscb_tui.domain.naming import Names, names_of
from sscb_tui.domain.text import shown as visible

_CSV = ("date", "earliest", "latest", "precision", "agency", "event", "child_seen", "source", "key")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet run a cell instead of showing it."""


def chronology_csv(file: CaseFile) -> str:
    """The same rows for a spreadsheet; a cell that would run as a formula begins with an apostrophe."""
    if not file.has_chronology:
        raise NotFoundError(f"{file.case.reference} has no chronology: no agency has given one.")
    written, names = io.StringIO(newline=""), names_of(file)
    writer = csv.writer(written)
    writer.writerow(_CSV)
    for entry in merged(entries(file)):
        cells = zip(_CSV, _csv_cells(entry), strict=True)
        writer.writerow([_plain(_safe(names, column, value)) for column, value in cells])
    return written.getvalue()


def _csv_cells(entry: Entry) -> tuple[str, ...]:
    row = entry.row
    days = tuple(day.isoformat() if day else "" for day in (row.on.earliest, row.on.latest))
    seen, key = row.child_seen.value, "yes" if row.key else "no"
    return (row.on.text, *days, row.on.precision.value, entry.agency, row.event, seen, row.source, key)


def _safe(names: Names, column: str, value: str) -> str:
    """A value that identifies nobody; a column of days holds a day or nothing."""
    return "" if column in ("earliest", "latest") and names.found(value) else names.masked(value)


def _plain(value: str) -> str:
    """Text that a spreadsheet shows and never runs, controls visible."""
    safe = f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
    return visible(safe.replace("\r\n", "\n"))
