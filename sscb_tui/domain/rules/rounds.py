"""The round of views: who is entitled to one, who has still to speak, in what order, and when it may close (F6.15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import Capacity, Fact, Ruling

if TYPE_CHECKING:
    from sscb_tui.domain.base import AgencyCode
    from sscb_tui.domain.meeting import AgencyView, Attendee, Meeting

ASKED_ROUND = tuple(fact for fact in Fact if fact not in (Fact.AGE_UNDER_18, Fact.NORMALLY_RESIDENT))
"""The criteria agencies are asked their view of; age and residence are matters of record."""
_SOURCE = "scoping meeting (F6.15)"
_VOICES = (Capacity.MEMBER, Capacity.DEPUTY)
_NOT_HEARD: dict[AgencyCode, timedelta] = {}


def attending(meeting: Meeting, *, ever: bool = False) -> tuple[AgencyCode, ...]:
    """Agencies with a voice in the room: now, or at the close once it has closed; or at any time."""
    return _codes(_there(meeting, ever=ever))


def attending_at(meeting: Meeting, at: datetime) -> tuple[AgencyCode, ...]:
    """Agencies that had a voice in the room at a moment."""
    return _codes(who for who in _there(meeting, ever=True) if who.here_at(at))


def entitled(meeting: Meeting) -> tuple[AgencyCode, ...]:
    """Agencies here whose member or deputy has a voice that no declared interest takes from them (F6.03, F6.07)."""
    return _codes(who for who in _there(meeting) if is_free(who))


def is_free(who: Attendee) -> bool:
    """Whether an interest leaves somebody their voice: none declared, or the ruling was that they stay."""
    return not who.interest.strip() or who.ruling is Ruling.STAY


def owing(meeting: Meeting) -> tuple[AgencyCode, ...]:
    """Agencies that have still to give a view: once the round is closed, of those entitled then, late comers not."""
    given = {view.agency for view in meeting.views}
    due = meeting.entitled if meeting.round_closed_at else _codes(filter(_owes, _there(meeting, ever=True)))
    return tuple(code for code in due if code not in given)


def dissenting(meeting: Meeting) -> tuple[AgencyView, ...]:
    """Views that carry dissent, verbatim."""
    return tuple(view for view in meeting.views if view.dissent.strip())


def by_deputy_alone(meeting: Meeting, agency: AgencyCode) -> bool:
    """Whether nobody but a deputy speaks for an agency, so that its view stands subject to confirmation."""
    here = [who for who in _there(meeting) if agency in who.agencies]
    return bool(here) and all(who.capacity is Capacity.DEPUTY for who in here)


def may_state(meeting: Meeting, agency: AgencyCode) -> tuple[Violation, ...]:
    """A view is taken while the round is open, from an agency whose interest, if it has one, has been ruled on."""
    if meeting.round_closed_at is not None:
        sentence = "The round of views is closed; reopen it with a reason first."
        return (Violation("F6-round", sentence, _SOURCE),)
    here = [who for who in _there(meeting) if agency in who.agencies]
    barred = [who for who in here if not is_free(who)]
    if not here or len(barred) < len(here):
        return ()
    return tuple(Violation("F6-interest", _barred(agency, who), "scoping meeting (F6.07)") for who in barred)


def may_close_round(meeting: Meeting, *, dissent_none: bool) -> tuple[Violation, ...]:
    """The round closes when every agency has spoken and dissent is answered; "none" cannot stand beside dissent."""
    if meeting.round_closed_at is not None:
        return (Violation("F6-round", "The round of views is closed already.", _SOURCE),)
    return (*views_are_in(meeting), *_interests_are_ruled(meeting), *_answered(meeting, dissent_none=dissent_none))


def may_reopen_round(meeting: Meeting) -> tuple[Violation, ...]:
    """Only what is closed can be opened again."""
    return () if meeting.round_closed_at else (Violation("F6-round", "The round of views is open.", _SOURCE),)


def views_are_in(meeting: Meeting) -> tuple[Violation, ...]:
    """Every agency that attended has said something, if only that it has no view."""
    return tuple(
        Violation("T13-view", f'{agency} has not given a view; "no view" with a reason is one.', _SOURCE, agency)
        for agency in owing(meeting)
    )


def dissent_is_answered(meeting: Meeting) -> tuple[Violation, ...]:
    """Somebody dissents in their own words, or the answer is "none"."""
    if meeting.dissent_none or dissenting(meeting):
        return ()
    sentence = 'Ask who dissents; "none" is an answer, and closing the round of views (v, then c) gives it.'
    return (Violation("T13-dissent", sentence, _SOURCE),)


def round_order(
    meeting: Meeting, codes: Iterable[AgencyCode], heard: Mapping[AgencyCode, timedelta] = _NOT_HEARD
) -> tuple[AgencyCode, ...]:
    """Who is asked first: whoever has had the floor least; those equal by name, from another letter each meeting."""
    names = sorted(codes)
    turn = sum(meeting.id.encode()) % len(names) if names else 0
    return tuple(sorted((*names[turn:], *names[:turn]), key=lambda code: heard.get(code, timedelta())))


def _answered(meeting: Meeting, *, dissent_none: bool) -> tuple[Violation, ...]:
    dissent = dissenting(meeting)
    if dissent and dissent_none:
        who = ", ".join(view.agency for view in dissent)
        return (Violation("T13-dissent", f'Dissent cannot be answered "none": {who} dissented.', _SOURCE),)
    if dissent or dissent_none:
        return ()
    return (Violation("T13-dissent", 'Say who dissents, or answer "none"; silence is not agreement.', _SOURCE),)


def _interests_are_ruled(meeting: Meeting) -> tuple[Violation, ...]:
    """An interest nobody has ruled on leaves it open who was entitled."""
    open_ = [who for who in _there(meeting) if who.agencies and who.interest.strip() and who.ruling is None]
    return tuple(
        Violation("F6-interest", _barred(", ".join(who.agencies), who), "scoping meeting (F6.07)") for who in open_
    )


def _barred(agency: str, who: Attendee) -> str:
    if who.ruling is None:
        return f"{who.name} ({agency}) has declared an interest and no ruling is recorded; rule on it first (s)."
    return f"{who.name} has declared an interest and {who.ruling.label}; nobody else is here to speak for {agency}."


def _owes(who: Attendee) -> bool:
    """A view is expected, unless it was ruled that the person has no part in it."""
    return is_free(who) or who.ruling is None


def _there(meeting: Meeting, *, ever: bool = False) -> tuple[Attendee, ...]:
    return tuple(
        who
        for who in meeting.attendance
        if who.capacity in _VOICES
        and who.arrived_at is not None
        and (ever or who.left_at is None or (meeting.closed_at is not None and who.left_at >= meeting.closed_at))
    )


def _codes(people: Iterable[Attendee]) -> tuple[AgencyCode, ...]:
    return tuple(dict.fromkeys(code for who in people for code in who.agencies))
