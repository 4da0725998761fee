"""A tracker kept in a spreadsheet, read row by row: the header is checked, and every cell is kept exactly as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.forms import TrackerRow
from sscb_tui.services.inputs import as_text, read_json, read_model

COLUMNS = tuple(TrackerRow.model_fields)
REQUIRED = tuple(name for name, field in TrackerRow.model_fields.items() if field.is_required())
_DELIMITERS = ",;\t"
_LARGEST_CELL = 2_000_000
_UK_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def read_tracker(data: bytes, where: str) -> dict[str, TrackerRow]:
    """Rows by their place in a CSV file, or in a JSON list where the name ends in .json; every problem at once."""
    rows = _json_rows(data, where) if where.casefold().endswith(".json") else _csv_rows(data, where)
    found: dict[str, TrackerRow] = {}
    wrong: list[Problem] = []
    for place, line, row in rows:
        try:
            found[f"line {line}, {place}" if line else place] = read_model(TrackerRow, row, place, line)
        except InputError as error:
            wrong += error.problems
    if wrong:
        raise InputError(wrong)
    if not found:
        raise InputError([Problem(where, "holds no rows.", "a header and at least one row")])
    return found


def _json_rows(data: bytes, where: str) -> list[tuple[str, int | None, object]]:
    value = read_json(data, where)
    if not isinstance(value, list):
        raise InputError([Problem(where, "is not a list.", "a JSON list of rows")])
    return [(f"{where}[{number}]", None, row) for number, row in enumerate(value)]


def _csv_rows(data: bytes, where: str) -> list[tuple[str, int | None, object]]:
    rows = csv_rows(data, where, COLUMNS, REQUIRED)
    return [(where, line, {name: _cell(name, cell) for name, cell in row.items()}) for line, row in rows]


def csv_rows(
    data: bytes, where: str, columns: Sequence[str], required: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV file under these columns, each with the line it begins on; cells as they stand, empty ones out."""
    text = as_text(data, where)
    delimiter = _delimiter(text)
    lines = records(text, delimiter, where)
    header = _header(next(lines, (1, []))[1], where, columns, required)
    for line, cells in lines:
        if not any(cells):
            continue
        if len(cells) != len(header):
            what = f"has {len(cells)} cells where the header has {len(header)}."
            raise InputError([Problem(where, what, "one cell under each heading", line)])
        yield line, {name: cell for name, cell in zip(header, cells, strict=True) if cell}


def _delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever parts the first line most, as spreadsheets differ by country."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def records(text: str, delimiter: str, where: str) -> Iterator[tuple[int, list[str]]]:
    """Each record of a CSV text with the line it begins on; a quotation mark nobody closes is refused."""
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError([Problem(where, f"cannot be read as CSV: {error}.", "quoted cells closed", line)]) from error


def _header(cells: Sequence[str], where: str, columns: Sequence[str], required: Sequence[str]) -> tuple[str, ...]:
    names = tuple("_".join(cell.casefold().split()) for cell in cells)
    allowed = ", ".join(columns)
    wrong = [Problem(f"{where}: {name!r}", "is not a column.", allowed, 1) for name in names if name not in columns]
    wrong += [Problem(f"{where}: {name}", "is missing.", allowed, 1) for name in required if name not in names]
    doubled = sorted({name for name in names if names.count(name) > 1 and name in columns})
    wrong += [Problem(f"{where}: {name}", "stands twice.", "each column once", 1) for name in doubled]
    if wrong:
        raise InputError(wrong)
    return names


def _cell(name: str, cell: str) -> str:
    """The cell as it stands; a day as spreadsheets in the United Kingdom write it is turned round."""
    day = _UK_DATE.fullmatch(cell.strip()) if name == "due" else None
    return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else cell
