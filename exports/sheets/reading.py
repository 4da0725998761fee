"""A tracker's file as a table, whatever kind of file it is: told by its first bytes, not by its name."""

from __future__ import annotations

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.trackers.sheet import Sheet

MOST_BYTES = 20_000_000
"""A tracker of a thousand actions is one megabyte; what is larger is some other file."""
_ZIPPED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_sheet(data: bytes, where: str, sheet: str = "") -> Sheet:
    """The file's table: of a workbook the sheet named, else the first one that is not hidden."""
    if len(data) > MOST_BYTES:
        raise InputError([Problem(where, "is larger than any tracker.", f"up to {MOST_BYTES // 1_000_000} MB")])
    if data.startswith(_OLD):
        what = "is an old Excel file, or one with a password."
        raise InputError([Problem(where, what, "saved as .xlsx without a password, or as .csv")])
    if data.startswith(_ZIPPED):
        from exports.sheets.workbook import read_workbook

        return read_workbook(data, where, sheet)
    if sheet:
        raise InputError([Problem(where, "is no workbook and has no sheets.", "the file without --sheet")])
    from exports.sheets.separated import read_separated

    return read_separated(data, where)
