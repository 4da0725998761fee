"""What every service works with: the record, the clock, fresh ids, and the ways they are used together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sscb_tui.domain import workflow
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import refuse_if
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import Framework, load
from sscb_tui.domain.permissions import Deed, Thing, permission

if TYPE_CHECKING:
    from sscb_tui.domain.base import Aggregate
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.terms import Move
    from sscb_tui.services.ports import Clock, NewId, UnitOfWork


@dataclass(frozen=True, slots=True)
class Room:
    """The one argument of every service."""

    record: UnitOfWork
    clock: Clock
    new_id: NewId

    def now(self) -> datetime:
        """The moment, timezone-aware."""
        return self.clock()

    def today(self) -> date:
        """The day in the Board's own time."""
        return self.clock().date()

    def settings(self) -> BoardSettings:
        """The Board's settings, or the defaults until somebody has saved them."""
        return self.record.settings.find("board") or BoardSettings()

    def framework(self, case: Case) -> Framework:
        """The framework the case began under."""
        return load(case.framework)

    @contextmanager
    def deed(self, actor: Actor, deed: Deed, thing: Thing, move: str) -> Iterator[datetime]:
        """Permission first, then one transaction journalled under this move; yields the moment."""
        refuse_if(permission(actor, deed, thing))
        with self.record.atomic(actor, move):
            yield self.now()

    def file(self, case_id: str) -> CaseFile:
        """The case with everything that belongs to it; NotFoundError if there is no such case."""
        record = self.record
        case = record.cases.get(case_id)
        meetings = record.meetings.of_case(case_id)
        meeting = meetings[-1] if meetings else None
        advice = record.advice.of_case(case_id)
        decisions = tuple(record.decisions.of_case(case_id))
        return CaseFile(
            case=case,
            incident=record.incidents.get(case.incident_id),
            siblings=tuple(other for other in record.cases.of_incident(case.incident_id) if other.id != case.id),
            requests=tuple(record.requests.of_case(case_id)),
            meeting=meeting,
            lines=tuple(record.lines.of_meeting(meeting.id)) if meeting else (),
            advice=advice[-1] if advice else None,
            decisions=decisions,
            duties=tuple(record.duties.of_case(case_id)),
            recommendations=tuple(record.recommendations.of_case(case_id)),
            actions=tuple(record.actions.of_case(case_id)),
            seals=self._seals({"decisions": decisions, "advice": tuple(advice), "meetings": tuple(meetings)}),
        )

    def _seals(self, printed: dict[str, tuple[Aggregate, ...]]) -> dict[str, str]:
        """Hashes of the records that print theirs."""
        return {each.id: self.record.journal.seal(name, each.id) for name, group in printed.items() for each in group}

    def advance(self, case_id: str, move: Move, actor: Actor) -> Case:
        """Make one move of the workflow and save the case; inside a transaction."""
        file = self.file(case_id)
        return self.record.cases.save(workflow.advance(file, move, actor, self.now()))
