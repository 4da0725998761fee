"""A table whose columns we set, read row by row: the header is checked, and every cell is kept exactly as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.services.inputs import as_text

_DELIMITERS = ",;\t"
_LARGEST_CELL = 2_000_000


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
