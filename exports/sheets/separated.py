"""CSV as spreadsheets of any country write it: comma, semicolon or tab, UTF-8 or what an older Windows writes."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice

from exports.sheets.guard import guarded, unguarded
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.trackers.sheet import Cell, Line, Sheet
from sscb_tui.services.tables import records

MOST_LINES, MOST_CELLS = 20_000, 200
_SEPARATORS = ",;\t"
_LOOKED_AT = 50
"""Records by which the separator is judged."""


def read_separated(data: bytes, where: str) -> Sheet:
    """The whole file as cells of text."""
    text, remark = _text(data, where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = tuple(
        Line(number, tuple(Cell(unguarded(cell)) for cell in cells[:MOST_CELLS]))
        for number, cells in islice(records(text, _separator(text, where), where), MOST_LINES + 1)
    )
    if len(lines) > MOST_LINES:
        raise InputError([Problem(where, "has more rows than any tracker.", f"up to {MOST_LINES:,}")])
    return Sheet(lines, remarks=(remark,) if remark else ())


def _text(data: bytes, where: str) -> tuple[str, str]:
    """The text, and what had to be assumed to read it."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16", where), ""
    try:
        text, remark = data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        text, remark = _decoded(data, "cp1252", where), "the file is not UTF-8; it is read as Windows-1252"
    if "\0" in text:
        raise InputError([Problem(where, "is not text.", "a CSV or XLSX file")])
    return text, remark


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"is not text (byte {error.start + 1})."
        raise InputError([Problem(where, what, "CSV saved as UTF-8, or an XLSX file")]) from error


def _separator(text: str, where: str) -> str:
    """Whichever parts the first records into most cells; a title line above the header decides nothing."""
    return max(_SEPARATORS, key=lambda separator: _cells(text, separator, where))


def _cells(text: str, separator: str, where: str) -> int:
    """How many cells the first records part into, up to where they cannot be read."""
    count = 0
    with suppress(InputError):
        for _, cells in islice(records(text, separator, where), _LOOKED_AT):
            count += len(cells) - 1
    return count


def written_separated(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV; a cell that would run as a formula begins with an apostrophe."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue()
