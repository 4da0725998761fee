"""What every service works with: the record, the clock, fresh ids, and the ways they are used together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import refuse_if
from sscb_tui.domain.local_time import local
from sscb_tui.domain.permissions import Deed, Thing, permission

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.base import Aggregate
    from sscb_tui.domain.case import Case, Signature
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.frameworks import Framework
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.terms import Move
    from sscb_tui.services.lists import Lists
    from sscb_tui.services.ports import Clock, NewId, UnitOfWork


class Room:
    """The one argument of every service. Models load with the first whole record, so that the queue need not wait."""

    def __init__(self, lists: Lists, whole: Callable[[], UnitOfWork], clock: Clock, new_id: NewId) -> None:
        """`lists` is open already; `whole` puts everything else on the same connection."""
        self.lists, self.clock, self.new_id = lists, clock, new_id
        self._whole = whole
        self._last: tuple[tuple[int, int], CaseFile] | None = None

    @cached_property
    def record(self) -> UnitOfWork:
        """Every repository and the transaction they share."""
        return self._whole()

    def now(self) -> datetime:
        """The moment, as clocks in England show it."""
        return local(self.clock())

    def today(self) -> date:
        """The day in the Board's own time."""
        return self.now().date()

    def settings(self) -> BoardSettings:
        """The Board's settings, or the defaults until somebody has saved them."""
        from sscb_tui.domain.agency import BoardSettings

        return self.record.settings.find("board") or BoardSettings()

    def framework(self, case: Case) -> Framework:
        """The framework the case began under."""
        from sscb_tui.domain.frameworks import load

        return load(case.framework)

    def signature(self, actor: Actor) -> Signature:
        """Who signs now, in what post and on whose authority."""
        from sscb_tui.domain.case import Signature

        return Signature(name=actor.name, post=actor.role.label, at=self.now(), authority=actor.authority)

    @contextmanager
    def deed(self, actor: Actor, deed: Deed, thing: Thing, move: str) -> Iterator[datetime]:
        """Permission first, then one transaction journalled under this move; yields the moment.

        What no model takes, such as words left blank, comes out as bad input and leaves nothing behind.
        """
        from pydantic import ValidationError

        from sscb_tui.services.inputs import unfit

        refuse_if(permission(actor, deed, thing))
        try:
            with self.record.atomic(actor, move):
                yield self.now()
        except ValidationError as error:
            raise unfit(error) from error

    def file(self, case_id: str) -> CaseFile:
        """The case with everything that belongs to it; NotFoundError if there is no such case."""
        stamp = self.lists.stamp()
        if self._last is not None and self._last[0] == stamp and self._last[1].case.id == case_id:
            return self._last[1]  # one screen asks many services about one case, and nothing was written since
        file = self._read(case_id)
        self._last = None if stamp is None else (stamp, file)
        return file

    def _read(self, case_id: str) -> CaseFile:
        from sscb_tui.domain.file import CaseFile

        record = self.record
        case = record.cases.get(case_id)
        meetings = record.meetings.of_case(case_id)
        meeting = meetings[-1] if meetings else None
        advice = record.advice.of_case(case_id)
        decisions = tuple(record.decisions.of_case(case_id))
        addenda = tuple(record.addenda.of_case(case_id))
        actions = tuple(record.actions.of_case(case_id))
        early = tuple(each for each in actions if each.early)
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
            actions=actions,
            seals=self._seals(decisions=decisions, addenda=addenda, advice=advice, meetings=meetings, actions=early),
            chronology_files=tuple(record.chronologies.of_case(case_id)),
            pins=tuple(record.pins.of_case(case_id)),
            settlements=tuple(record.settlements.of_case(case_id)),
            reopenings=tuple(record.reopenings.of_case(case_id)),
            addenda=addenda,
            reviews=tuple(record.reviews.of_case(case_id)),
            reports=tuple(record.reports.of_case(case_id)),
            reviewers=tuple(record.reviewers.of_case(case_id)),
            proceedings=tuple(record.proceedings.of_case(case_id)),
            family_contacts=tuple(record.family_contacts.of_case(case_id)),
        )

    def _seals(self, **printed: Sequence[Aggregate]) -> dict[str, str]:
        """Hashes of the records that print theirs."""
        return {each.id: self.record.journal.seal(name, each.id) for name, group in printed.items() for each in group}

    def advance(self, case_id: str, move: Move, actor: Actor) -> Case:
        """Make one move of the workflow and save the case; inside a transaction."""
        from sscb_tui.domain import workflow

        file = self.file(case_id)
        return self.record.cases.save(workflow.advance(file, move, actor, self.now()))
