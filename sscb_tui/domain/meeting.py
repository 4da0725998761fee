"""The scoping meeting (F6): agenda, attendance, findings, views, and the lines of its minutes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, LineId, MeetingId, Model, Moment, Said
from sscb_tui.domain.decision import Limbs
from sscb_tui.domain.terms import Capacity, Decided, Fact, LineKind, MeetingState, Ruling


class AgendaItem(Model):
    """One item with its planned minutes; opened and closed by the key that moves on."""

    number: Annotated[int, Field(ge=1, le=99)]
    title: Said
    minutes: Annotated[int, Field(ge=0, le=240)]
    extended: Annotated[int, Field(ge=0, le=240)] = 0
    """Minutes added when the item overran."""
    parked: bool = False
    """Left unfinished for another day; what is left stands on the parking list."""
    opened_at: Moment | None = None
    closed_at: Moment | None = None

    @property
    def planned(self) -> int:
        """Minutes the item may take, as the meeting has agreed by now."""
        return self.minutes + self.extended


class Constraint(Model):
    """What may not be said in the meeting, on whose word and until when: silence is limited, never general (F6.16)."""

    text: Said
    imposed_by: Said
    until: str = ""
    at: Moment
    lifted_at: Moment | None = None


class Absence(Model):
    """Out of the room for a while, and back."""

    left_at: Moment
    back_at: Moment


class Attendee(Model):
    """A person at the meeting; one person may carry several agencies."""

    name: Said
    post: str = ""
    agencies: tuple[AgencyCode, ...] = ()
    capacity: Capacity = Capacity.MEMBER
    arrived_at: Moment | None = None
    left_at: Moment | None = None
    absences: tuple[Absence, ...] = ()
    """Times of leaving and coming back between the arrival and the end."""
    interest: str = ""
    """Declared interest; empty where none was declared."""
    ruling: Ruling | None = None
    """How the chair of the meeting ruled on it; until then the interest bars from moving the recommendation."""

    @property
    def here(self) -> bool:
        """Arrived and not left."""
        return self.arrived_at is not None and self.left_at is None

    def here_at(self, moment: datetime) -> bool:
        """In the room at that moment; who leaves is counted as there until then."""
        if self.arrived_at is None or moment < self.arrived_at:
            return False
        away = any(gap.left_at < moment < gap.back_at for gap in self.absences)
        return not away and (self.left_at is None or self.left_at >= moment)


class LimbView(Model):
    """What one agency holds one criterion to be."""

    fact: Fact
    value: Said


class AgencyView(Model):
    """One agency's view on the criteria and the outcome, and why; "no view" is allowed, silence is not (F6.15)."""

    agency: AgencyCode
    limbs: tuple[LimbView, ...] = ()
    outcome: Decided | None
    reason: Said
    dissent: str = ""
    """Verbatim, if the agency asks for it."""
    stated_at: Moment | None = None
    stated_by: str = ""
    """Who spoke for the agency."""
    subject_to_confirmation: bool = False
    """A deputy spoke, and the agency has still to confirm."""


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
    """The view each agency holds now."""
    earlier_views: tuple[AgencyView, ...] = ()
    """Views that were changed, oldest first."""
    round_closed_at: Moment | None = None
    entitled: tuple[AgencyCode, ...] = ()
    """Agencies present and entitled to a view when the round closed."""
    dissent_none: bool = False
    """The explicit answer, given when the round closed, that nobody dissents; silence is not agreement."""
    constraints: tuple[Constraint, ...] = ()
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
    owner: str = ""
    """Who carries out an agreed action, or will check a discrepancy."""
    owner_agency: AgencyCode | None = None
    """The agency that answers for the owner."""
    due: date | None = None
    deadline: Moment | None = None
    """The hour by which something urgent is done."""
    refers: str = ""
    """The record the line speaks of: a pin, a settlement, an action."""
    source: str = ""
    """Where a quoted passage stands: "Police G4"; empty for words heard in the room."""
    quotes: str = ""
    """The same as the record calls it, "POL F4.G4", where it is held."""
    struck: bool = False
    """Struck lines stay in the record and leave the paper."""
