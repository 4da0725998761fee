"""Rows of all agencies as entries of one chronology, each knowing the document it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sscb_tui.domain.chronology import ChronologyRow

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.file import CaseFile


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, whose it is and where it stands; `id` stays the same as long as the document does."""

    agency: str
    row: ChronologyRow
    source: Literal["return", "file"]
    """How it came in: with the agency's return, or in a spreadsheet."""
    document: str
    """Id of the record that holds it."""
    place: int
    """Which row of that document it is, from 1."""

    @property
    def id(self) -> str:
        """What a pin or a screen calls this row."""
        return f"{self.document}.{self.place}"

    @property
    def span(self) -> tuple[date, date] | None:
        """The days its date may mean; None where it says none."""
        earliest, latest = self.row.on.earliest, self.row.on.latest
        return None if earliest is None or latest is None else (earliest, latest)


def entries(file: CaseFile) -> tuple[Entry, ...]:
    """Every chronology row held about a case, document by document as written."""
    return (*_returned(file), *_filed(file))


def _returned(file: CaseFile) -> Iterator[Entry]:
    for request in file.requests:
        rows = request.returned.chronology if request.returned else ()
        for place, row in enumerate(rows, 1):
            yield Entry(request.agency, row, "return", request.id, place)


def _filed(file: CaseFile) -> Iterator[Entry]:
    for document in file.chronology_files:
        for place, filed in enumerate(document.rows, 1):
            yield Entry(filed.agency, filed.row, "file", document.id, place)
