"""Rows of a chronology (form F5): dates as stated, events in the agency's own words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, ChronologyId, Model, Said
from sscb_tui.domain.dates import StatedDate, stated
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.terms import YesNo


class ChronologyRow(Model):
    """One contact or event: F5.D1 to D11; the agency is that of the return it stands in."""

    on: StatedDate
    source: str = ""
    people: str = ""
    event: Said
    kind: str = ""
    child_seen: YesNo = YesNo.UNDETERMINED
    shared_with: str = ""
    action: str = ""
    comment: str = ""
    key: bool = False
    """Significance: only key events show in the meeting by default."""


class FiledRow(Model):
    """A row that came in a chronology file rather than in a return, with the agency it names."""

    agency: AgencyCode
    row: ChronologyRow


class ChronologyFile(Aggregate):
    """A chronology taken whole from a spreadsheet, as proof and as rows."""

    id: ChronologyId
    case_id: CaseId
    receipt: Receipt
    rows: Annotated[tuple[FiledRow, ...], Field(min_length=1)]


class ChronologyLine(Model):
    """One row of a chronology kept in a spreadsheet: the file format of `sscb chronology import`."""

    date: StatedDate = stated("")
    """As typed, however little it says: "12 Oct 2026", "early March 2012", "two days later", "?" or nothing."""
    agency: Said
    """The code, the short name or a full name of an agency in the Board's list."""
    event: Said
    source: str = ""
    """The system or file the agency took it from."""
