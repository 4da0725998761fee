"""XLSX: one sheet's values, days and colours as cells, merged cells given to every row they span."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from exports.sheets.fills import fill_of
from exports.sheets.guard import guarded, unguarded
from exports.sheets.separated import MOST_CELLS, MOST_LINES
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.text import folded
from sscb_tui.domain.trackers.sheet import Cell, Line, Sheet

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Held
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_UNPACKED = 200_000_000
"""Bytes: a file that unpacks to more is built to fill a disk."""
LONGEST = 32_767
"""Characters a cell of a workbook may hold."""


def read_workbook(data: bytes, where: str, named: str) -> Sheet:
    """The sheet of that name, else the first that is not hidden."""
    book = _opened(data, where)
    sheet = _chosen(book, where, named)
    if sheet.max_row > MOST_LINES:
        raise InputError([Problem(where, "has more rows than any tracker.", f"up to {MOST_LINES:,}")])
    spread = _merged(sheet)
    lines = tuple(
        Line(number, tuple(_cell(spread.get((number, place), cell)) for place, cell in enumerate(row, start=1)))
        for number, row in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, MOST_CELLS)), start=1)
    )
    others = tuple(each.title for each in book.worksheets if each is not sheet)
    return Sheet(lines, sheet.title, others, (*_hidden(sheet), *_commented(sheet), *_uncounted(data, sheet)))


def _opened(data: bytes, where: str, *, formulas: bool = False) -> Workbook:
    """The workbook with the values its formulas had when it was saved."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(each.file_size for each in packed.infolist())
        if size <= _MOST_UNPACKED:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of features of the file that are not read
                return load_workbook(io.BytesIO(data), data_only=not formulas)
    except Exception as error:  # a damaged workbook fails in whatever way the damage has it
        raise InputError([Problem(where, "cannot be read as a workbook.", "an .xlsx file, or .csv")]) from error
    raise InputError([Problem(where, "unpacks to more than any tracker holds.", "an .xlsx file of one tracker")])


def _chosen(book: Workbook, where: str, named: str) -> Worksheet:
    sheets = book.worksheets
    if named:
        found = [each for each in sheets if folded(each.title.strip()) == folded(named.strip())]
    else:
        found = [each for each in sheets if each.sheet_state == "visible"]
    if not found:
        what = f"has no sheet {named!r}." if named else "has no sheet that is not hidden."
        raise InputError([Problem(where, what, ", ".join(each.title for each in sheets) or "a sheet")])
    return found[0]


def _merged(sheet: Worksheet) -> dict[tuple[int, int], Held | MergedCell]:
    """Each place in the first column of merged cells, with the cell that holds their words: down, never across."""
    spread = {}
    for each in sheet.merged_cells.ranges:
        first = sheet.cell(each.min_row, each.min_col)
        for row in range(each.min_row + 1, each.max_row + 1):
            spread[row, each.min_col] = first
    return spread


def _cell(held: Held | MergedCell) -> Cell:
    value, fill = held.value, fill_of(held)
    if isinstance(value, datetime):
        timed = "" if value.time() == datetime.min.time() else f", {value:%H:%M}"
        return Cell(shown(value.date()) + timed, value.date(), fill)
    if isinstance(value, date):
        return Cell(shown(value), value, fill)
    return Cell(_words(value, held.number_format), None, fill)


def _words(value: object, form: str) -> str:
    """A value as the sheet shows it, near enough to be known again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        number = value * 100 if "%" in form else value
        return f"{number:.10g}{'%' if '%' in form else ''}"
    return unguarded(str(value).replace("\r\n", "\n").replace("_x000D_", ""))


def _hidden(sheet: Worksheet) -> Iterator[str]:
    hidden = [number for number, row in sheet.row_dimensions.items() if row.hidden and number <= sheet.max_row]
    if hidden:
        yield f"rows hidden in the file are read as well: {', '.join(map(str, hidden[:20]))}"


def _commented(sheet: Worksheet) -> Iterator[str]:
    places = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment is not None]
    if places:
        yield f"comments pinned to cells are not taken: {', '.join(places[:20])}"


def _uncounted(data: bytes, sheet: Worksheet) -> Iterator[str]:
    """Formulas whose value the file does not hold, so that a blank that is none is not taken for one."""
    formulas = _opened(data, "", formulas=True)[sheet.title]
    places = [
        cell.coordinate
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f" and sheet[cell.coordinate].value is None
    ]
    if places:
        yield f"formulas without a saved value are read as blank: {', '.join(places[:20])}"


def written_workbook(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """Rows as a workbook of text cells, the header held in sight; what no cell can hold is refused, never cut."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = title, "A2"
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value = _fitting(guarded(text), f"row {number}")
            cell.data_type = "s" if text else cell.data_type
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fitting(text: str, where: str) -> str | None:
    if len(text) > LONGEST:
        raise InputError([Problem(where, f"has {len(text):,} characters in one cell.", f"{LONGEST:,}, or a .csv file")])
    return text or None
