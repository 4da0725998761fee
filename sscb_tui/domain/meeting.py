"""The scoping meeting (F6): agenda, attendance, findings, views, and the lines of its minutes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, LineId, MeetingId, Model, Moment, Said
from sscb_tui.domain.decision import Limbs
from sscb_tui.domain.terms import Capacity, Decided, LineKind, MeetingState, Ruling


class AgendaItem(Model):
    """One item with its planned minutes; opened and closed by the key that moves on."""

    number: Annotated[int, Field(ge=1, le=99)]
    title: Said
    minutes: Annotated[int, Field(ge=0, le=240)]
    opened_at: Moment | None = None
    closed_at: Moment | None = None


class Attendee(Model):
    """A person at the meeting; one person may carry several agencies."""

    name: Said
    post: str = ""
    agencies: tuple[AgencyCode, ...] = ()
    capacity: Capacity = Capacity.MEMBER
    arrived_at: Moment | None = None
    left_at: Moment | None = None
    interest: str = ""
    """Declared interest; empty where none was declared."""
    ruling: Ruling | None = None
    """How the chair of the meeting ruled on it; until then the interest bars from moving the recommendation."""

    @property
    def here(self) -> bool:
        """Arrived and not left."""
        return self.arrived_at is not None and self.left_at is None


class AgencyView(Model):
    """One agency's view on the outcome and why; "no view" is allowed, silence is not."""

    agency: AgencyCode
    outcome: Decided | None
    reason: Said
    dissent: str = ""
    """Verbatim, if the agency asks for it."""


class Meeting(Aggregate):
    """One scoping meeting; its lines are records of their own, so that two windows may add at once."""

    id: MeetingId
    case_id: CaseId
    state: MeetingState = MeetingState.DRAFT
    place: str = ""
    chair: Said
    minute_taker: Said
    agenda: tuple[AgendaItem, ...]
    current: int | None = None
    """Number of the open agenda item."""
    attendance: tuple[Attendee, ...] = ()
    apologies: str = ""
    confidentiality_read: bool = False
    interests_asked: bool = False
    purpose_restated: bool = False
    started_at: Moment | None = None
    closed_at: Moment | None = None
    other_children_safety: str = ""
    """The position on the immediate safety of children; must be answered before closing."""
    findings: Limbs = ()
    views: tuple[AgencyView, ...] = ()
    adjourned: str = ""
    agree_minutes_by: date | None = None
    confirmed_at: Moment | None = None

    def agencies_here(self) -> tuple[AgencyCode, ...]:
        """Agencies represented by members and deputies now present, in order, each once."""
        voices = (Capacity.MEMBER, Capacity.DEPUTY)
        return tuple(
            dict.fromkeys(
                code for who in self.attendance if who.here and who.capacity in voices for code in who.agencies
            )
        )


class MinuteLine(Aggregate):
    """One timed line of the minutes: what kind, who spoke for which agency, the words as typed."""

    id: LineId
    meeting_id: MeetingId
    number: Annotated[int, Field(ge=1)]
    at: Moment
    item: int | None = None
    kind: LineKind = LineKind.NOTE
    agency: AgencyCode | None = None
    text: Said
    by: Said
    corrects: LineId | None = None
    struck: bool = False
    """Struck lines stay in the record and leave the paper."""
