"""When an agency's return may be taken, chased or put off, and the state each of these leaves it in (F3, F4, T11)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import ReturnState, Role, Stage

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.receipt import Receipt
    from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn

RETURNS_OPEN = (Stage.SCOPING_REQUESTED, Stage.RETURNS_COMPLETE, Stage.SCOPING_MEETING, Stage.RECOMMENDATION_DRAFT)
"""Stages at which templates go out and come back."""
_HEARD = (Stage.SCOPING_MEETING, Stage.RECOMMENDATION_DRAFT, Stage.FURTHER_INFORMATION)
"""Stages at which a return is late: the meeting has begun, or is over and the Chair asks for what it lacked (T17)."""


def may_still_take(case: Case) -> tuple[Violation, ...]:
    """Taken from the day a meeting is called until it has recommended, and while the Chair awaits information (T17)."""
    if case.stage in RETURNS_OPEN or case.stage is Stage.FURTHER_INFORMATION:
        return ()
    return (Violation("F4", f"Returns are closed for this case; it is at the stage {case.stage.label!r}."),)


def own_returns_only(request: AgencyRequest, actor: Actor) -> tuple[Violation, ...]:
    """An agency's lead hands in their own agency's return and nobody else's."""
    if actor.role is not Role.AGENCY_LEAD or actor.agency == request.agency:
        return ()
    return (Violation("WHO", f"{actor.name} may hand in returns of {actor.agency or 'no agency'} only."),)


def not_taken_already(request: AgencyRequest, receipt: Receipt) -> tuple[Violation, ...]:
    """The same bytes twice are a slip; other bytes are a resubmission, and the journal keeps what stood before."""
    standing = request.receipts[-1] if request.receipts else None
    if standing is None or standing.sha256 != receipt.sha256:
        return ()
    when = f"{shown(standing.at.date())} by {standing.by}"
    sentence = f"{receipt.file} is the return of {request.agency} already imported on {when}, unchanged."
    return (Violation("F4-again", sentence, "agency returns"),)


def not_yet_returned(request: AgencyRequest) -> tuple[Violation, ...]:
    """An agency that has answered has not refused."""
    if request.returned is None:
        return ()
    return (Violation("F4-returned", f"{request.agency} has returned its template; that is no refusal."),)


def extends_in_time(case: Case, new_due: date | None, today: date) -> tuple[Violation, ...]:
    """T11: a new date lies ahead, and before the meeting that is to read the return unless its own day has slipped."""
    plan = case.discussion.plan if case.discussion else None
    meets = local_day(plan.meeting_at) if plan else today
    if new_due is None or (new_due >= today and (meets <= today or new_due < meets)):
        return ()
    meeting = f" and before the meeting on {shown(meets)}" if meets > today else ""
    sentence = f"A return may be put off to a day from today{meeting}, not to {shown(new_due)}."
    return (Violation("T11-date", sentence, "the Board's process", "new_due"),)


def state_on_arrival(case: Case, answers: AgencyReturn) -> ReturnState:
    """Imported returns carry their approver's signature, so they arrive approved; late ones are flagged."""
    if case.stage in _HEARD:
        return ReturnState.LATE_AFTER_MEETING
    return ReturnState.NIL_RETURN if answers.nil else ReturnState.APPROVED


def state_after_chase(request: AgencyRequest) -> ReturnState:
    """The second chase goes to the chief officer; chasing what has arrived changes nothing."""
    if request.returned is not None or not request.chases:
        return request.state
    return ReturnState.ESCALATED
