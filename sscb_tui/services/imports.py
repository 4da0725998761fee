"""Somebody else's tracker taken in: understood column by column, shown row by row, and written whole or not at all."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.rules.rag import progress_of, rag
from sscb_tui.domain.terms import Origin
from sscb_tui.domain.text import folded
from sscb_tui.domain.trackers.columns import Column, fingerprint, header, mapped
from sscb_tui.domain.trackers.given import Given, carried_down, given
from sscb_tui.domain.trackers.written import HEADINGS, written
from sscb_tui.services.import_rows import Taking
from sscb_tui.services.views.imports import ImportedRow, ImportReport, OpenedTracker, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.ports import Mappings, Spreadsheets
    from sscb_tui.services.room import Room

OURS = fingerprint(tuple(HEADINGS.values()))
"""The header of our own tables: their numbers are ours, and name what is held here."""


@dataclass(frozen=True, slots=True)
class ImportTerms:
    """What a person says of a whole file."""

    case_id: str = ""
    """The case of every row that names none."""
    origin: Origin = Origin.SCR
    """Where recommendations come from whose row does not say."""
    reason: str = ""
    """Why dates moved, for rows whose date differs from the one held; without it they are refused."""
    approved_by: str = ""
    carried_down: bool = False
    """Whether a blank recommendation means the one above it."""
    without: frozenset[int] = field(default_factory=frozenset)
    """Rows to leave out."""


class _Unwritten(Exception):  # noqa: N818  # nothing went wrong: the way out of a transaction that was a trial
    """Leaves the transaction and everything in it."""


def _leave() -> None:
    """Out of the transaction, with nothing of it kept."""
    raise _Unwritten


@dataclass(frozen=True, slots=True)
class Imports:
    """Opens files, says what would become of them, takes them, and writes our own tracker out the same way."""

    room: Room
    sheets: Spreadsheets
    mappings: Mappings

    def open(self, data: bytes, file: str, sheet: str = "") -> OpenedTracker:
        """The file's table and what each column is taken for: as said last time of this header, else guessed."""
        read = self.sheets.read(data, file, sheet)
        table = header(read)
        guess = mapped(table.headings)
        remembered = self.mappings.known().get(fingerprint(table.headings), ())
        if len(remembered) == len(guess) and set(remembered) <= set(Column):
            guess = tuple(Column(each) for each in remembered)
        return OpenedTracker(file, hashlib.sha256(data).hexdigest(), read, table, guess)

    def preview(self, actor: Actor, opened: OpenedTracker, terms: ImportTerms) -> ImportReport:
        """What would become of every row; nothing is written."""
        reports: list[ImportReport] = []
        with suppress(_Unwritten), self.room.deed(actor, Deed.CREATE, Thing.TRACKER, "tracker import tried"):
            reports.append(self._taken(actor, opened, terms))
            _leave()
        return reports[0]

    def take(self, actor: Actor, opened: OpenedTracker, terms: ImportTerms) -> ImportReport:
        """Write every row, or none: InputError names each that cannot be taken."""
        move = f"tracker imported, sha256 {opened.sha256[:12]}"
        with self.room.deed(actor, Deed.CREATE, Thing.TRACKER, move):
            report = self._taken(actor, opened, terms)
            if report.refused:
                raise InputError(report.refused)
        self.mappings.remember(fingerprint(opened.table.headings), opened.columns)
        return ImportReport(report.rows, report.remarks, written=True)

    def _taken(self, actor: Actor, opened: OpenedTracker, terms: ImportTerms) -> ImportReport:
        ours = fingerprint(opened.table.headings) == OURS
        rows = given(opened.table, opened.columns)
        rows = carried_down(rows) if terms.carried_down else rows
        if not rows:
            raise InputError([Problem(opened.file, "holds no rows.", "at least one row below the header")])
        numbers = Counter(_numbered(row) for row in rows)
        taking = Taking(
            self.room, actor, terms, ours=ours, twice={each for each, count in numbers.items() if count > 1}
        )
        return ImportReport(tuple(_row(taking, row, terms) for row in rows), opened.sheet.remarks)

    def rows(self, case_id: str | None = None) -> tuple[tuple[str, ...], ...]:
        """Our own tracker as a table under our headings: every action, and every recommendation nobody acts on yet."""
        return (tuple(HEADINGS.values()), *(self._rows(case_id)))

    def _rows(self, case_id: str | None) -> Iterator[tuple[str, ...]]:
        record, today = self.room.record, self.room.today()
        for case in record.cases.all():
            if case_id not in (None, case.id):
                continue
            found = {each.id: each for each in record.recommendations.of_case(case.id)}
            actions = record.actions.of_case(case.id)
            for action in actions:
                above = found.get(action.recommendation_id) if action.recommendation_id else None
                yield tuple(written(case.reference, above, action, rag(progress_of(action), today)).values())
            acted = {action.recommendation_id for action in actions}
            for each in found.values():
                if each.id not in acted:
                    yield tuple(written(case.reference, each, None, None).values())

    def csv(self, case_id: str | None = None) -> str:
        """The same as CSV, in which nothing runs."""
        return self.sheets.csv(self.rows(case_id))

    def xlsx(self, case_id: str | None = None) -> bytes:
        """The same as a workbook."""
        return self.sheets.xlsx(self.rows(case_id), "Tracker")


def _numbered(row: Given) -> tuple[str, str]:
    """A row's number among those of its case in the file; blank ones are told apart by their row."""
    number = row.said(Column.NUMBER_GIVEN) or row.said(Column.NUMBER)
    return folded(row.said(Column.CASE)), folded(number) or f"row {row.number}"


def _row(taking: Taking, row: Given, terms: ImportTerms) -> ImportedRow:
    if row.number in terms.without:
        return ImportedRow(row.number, Verdict.LEFT_OUT)
    try:
        return taking.take(row)
    except InputError as error:
        says = tuple(f"{each.what} Allowed: {each.allowed}." if each.allowed else each.what for each in error.problems)
        return ImportedRow(row.number, Verdict.REFUSED, says=says)
