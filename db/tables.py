"""Each kind of record: its table, its columns, and the few questions asked of it alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from db import statements
from db.repository import Table
from sscb_tui.domain.base import Aggregate
from sscb_tui.domain.case import Case
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.progress_round import ProgressRound
from sscb_tui.domain.scoping import AgencyRequest

T = TypeVar("T", bound=Aggregate)


class CaseTable(Table[Case]):
    """Cases, one child each."""

    def by_reference(self, reference: str) -> Case | None:
        """The case under that reference."""
        return self._one("reference", reference)

    def of_incident(self, incident_id: str) -> Sequence[Case]:
        """Siblings of one incident, oldest first."""
        return self._where("incident_id", incident_id)

    def next_number(self, prefix: str, year: int) -> int:
        """One more than the highest of the year; cases are never deleted, so no number comes twice."""
        start = f"{prefix}/{year}/"
        row = self._session.row(
            "SELECT max(CAST(substr(reference, ?) AS INTEGER)) FROM cases WHERE substr(reference, 1, ?) = ?",
            (len(start) + 1, len(start), start),
        )
        return int((row and row[0]) or 0) + 1

    def _case_of(self, record: Case) -> str:
        return record.id


class OfCaseTable(Table[T]):
    """Records that belong to a case."""

    def of_case(self, case_id: str) -> Sequence[T]:
        """Those of one case, oldest first."""
        return self._where("case_id", case_id)


class RequestTable(OfCaseTable[AgencyRequest]):
    """What agencies were asked."""

    def by_token(self, token: str) -> AgencyRequest | None:
        """The request a template's token belongs to."""
        return self._one("token", token)


class RoundTable(Table[ProgressRound]):
    """What agencies were asked of their actions."""

    def by_token(self, token: str) -> ProgressRound | None:
        """The round a form's token belongs to."""
        return self._one("token", token)


class LineTable(Table[MinuteLine]):
    """Lines of minutes."""

    def of_meeting(self, meeting_id: str) -> Sequence[MinuteLine]:
        """All lines of one meeting by number."""
        return self._where("meeting_id", meeting_id, order="number")

    def next_number(self, meeting_id: str) -> int:
        """One more than the highest of the meeting."""
        row = self._session.row("SELECT max(number) FROM lines WHERE meeting_id = ?", (meeting_id,))
        return int((row and row[0]) or 0) + 1

    def _case_of(self, record: MinuteLine) -> str | None:
        row = self._session.row("SELECT case_id FROM meetings WHERE id = ?", (record.meeting_id,))
        return str(row[0]) if row else None


class NumberedTable(OfCaseTable[T]):
    """Records numbered across the Board (R-n, A-n)."""

    def by_number(self, number: int) -> T | None:
        """The record under that number."""
        return self._one("number", number)

    def next_number(self) -> int:
        """One more than the highest; records are never deleted, so no number comes twice."""
        row = self._session.row(statements.highest(self.kind.table, "number"))
        return int((row and row[0]) or 0) + 1
