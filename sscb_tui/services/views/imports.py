"""What becomes of somebody's tracker: its columns as they were understood, and every row's answer."""

from __future__ import annotations

from dataclasses import dataclass

from sscb_tui.domain.errors import Problem
from sscb_tui.domain.terms.base import Term
from sscb_tui.domain.trackers.columns import Mapped
from sscb_tui.domain.trackers.sheet import Headed, Sheet


class Verdict(Term):
    """What happens to one row of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class OpenedTracker:
    """A tracker's file before anything of it is written: its table, and what each column is taken for."""

    file: str
    sha256: str
    sheet: Sheet
    table: Headed
    columns: Mapped


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row: where it stands in the file, what becomes of it under which number, and what is to be said of it."""

    number: int
    verdict: Verdict
    what: str = ""
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Every row of a file; nothing of it is on record unless `written`."""

    rows: tuple[ImportedRow, ...]
    remarks: tuple[str, ...] = ()
    written: bool = False

    def count(self, verdict: Verdict) -> int:
        """How many rows have that answer."""
        return sum(row.verdict is verdict for row in self.rows)

    @property
    def refused(self) -> tuple[Problem, ...]:
        """Why nothing can be written, row by row."""
        return tuple(
            Problem(f"row {row.number}", "; ".join(row.says)) for row in self.rows if row.verdict is Verdict.REFUSED
        )
