"""Spreadsheets in and out: CSV and XLSX become tables of cells, and tables become files in which nothing runs."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_tui.domain.trackers.sheet import Sheet


class SpreadsheetFiles:
    """Reads and writes tables; what reads workbooks is loaded with the first."""

    def read(self, data: bytes, where: str, sheet: str) -> Sheet:
        """The table of a CSV or XLSX file."""
        from exports.sheets.reading import read_sheet

        return read_sheet(data, where, sheet)

    def csv(self, rows: Sequence[Sequence[str]]) -> str:
        """Rows as CSV."""
        from exports.sheets.separated import written_separated

        return written_separated(rows)

    def xlsx(self, rows: Sequence[Sequence[str]], title: str) -> bytes:
        """Rows as a workbook."""
        from exports.sheets.workbook import written_workbook

        return written_workbook(rows, title)
