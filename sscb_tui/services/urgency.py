"""A child unsafe now: what is done, by whom, by what hour; in the minutes and on the tracker in one transaction."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Update
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, refuse_if
from sscb_tui.domain.forms import ActionForm
from sscb_tui.domain.local_time import local, local_day
from sscb_tui.domain.rules.progress import may_become
from sscb_tui.domain.terms import ActionState, LineKind, MeetingState
from sscb_tui.services.tracker import agreed

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.forms import UnsafeForm
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.sitting import Sitting

OUTCOME = "The child is safe today."
_SETTLED = (MeetingState.CLOSED, MeetingState.CONFIRMED)


def unsafe(sitting: Sitting, actor: Actor, meeting: Meeting, form: UnsafeForm) -> Action:
    """Minute the danger and what is done, and open the action; whoever may minute may do this, not only who tracks."""
    now = sitting.room.now()
    if not now < form.deadline <= now + timedelta(days=1):
        raise InputError([Problem("deadline", "is not within the next day.", "a time later today, such as 15:30")])
    action = agreed(sitting.room, sitting.room.record.cases.get(meeting.case_id), _action(form))
    said = f"Unsafe now: {form.text} ({form.owner} acts by {local(form.deadline):%H:%M}, A-{action.number})"
    sitting.minutes.stamp(actor, meeting, LineKind.SAFETY, said)
    known = {"owner": form.owner, "due": action.due, "deadline": form.deadline, "refers": action.id}
    sitting.minutes.stamp(actor, meeting, LineKind.ACTION, form.text, form.agency, **known)
    if meeting.state not in _SETTLED:  # the position the meeting closed with stays as it was
        before = meeting.other_children_safety
        sitting.save(meeting, other_children_safety=f"{before}\n\n{said}" if before.strip() else said)
    return action


def _action(form: UnsafeForm) -> ActionForm:
    return ActionForm(
        agency=form.agency,
        owner=form.owner,
        action=form.text,
        outcome=OUTCOME,
        due=local_day(form.deadline),
        early=True,
        state=ActionState.IN_PROGRESS,
    )


def answered(sitting: Sitting, actor: Actor, meeting: Meeting, action_id: str, text: str) -> Action:
    """Minute what was done, and take the action to done."""
    room = sitting.room
    action = room.record.actions.get(action_id)
    if action.case_id != meeting.case_id:
        raise NotFoundError(f"A-{action.number} is not this case's.")
    refuse_if(may_become(action, ActionState.DONE_UNVERIFIED, actor))
    sitting.minutes.stamp(actor, meeting, LineKind.SAFETY, f"A-{action.number} done: {text}", action.agency)
    update = Update(at=room.now(), by=actor.name, note=text, state=ActionState.DONE_UNVERIFIED, post=actor.role.label)
    return room.record.actions.save(action.but(state=update.state, updates=(*action.updates, update)))
