"""How an action's state may change, and who may change it: the owner says, somebody else verifies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import ActionState, Role

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Action

_S = ActionState
NEXT: dict[ActionState, frozenset[ActionState]] = {
    _S.PROPOSED: frozenset({_S.NOT_STARTED, _S.IN_PROGRESS, _S.NOT_ACCEPTED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.NOT_ACCEPTED: frozenset({_S.PROPOSED}),
    _S.NOT_STARTED: frozenset({_S.IN_PROGRESS, _S.BLOCKED, _S.DONE_UNVERIFIED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.IN_PROGRESS: frozenset({_S.BLOCKED, _S.DONE_UNVERIFIED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.BLOCKED: frozenset({_S.IN_PROGRESS, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.DONE_UNVERIFIED: frozenset({_S.IN_PROGRESS, _S.VERIFIED}),
    _S.VERIFIED: frozenset({_S.EMBEDDED, _S.IN_PROGRESS}),
    _S.EMBEDDED: frozenset({_S.CLOSED, _S.IN_PROGRESS}),
    _S.CLOSED: frozenset({_S.IN_PROGRESS}),
    _S.SUPERSEDED: frozenset(),
    _S.WITHDRAWN: frozenset({_S.IN_PROGRESS}),
}
"""From each state, the states it may go to; a note without a change of state is always allowed."""

OPEN = frozenset({_S.PROPOSED, _S.NOT_STARTED, _S.IN_PROGRESS, _S.BLOCKED, _S.DONE_UNVERIFIED})
BY_SOMEBODY_ELSE = frozenset({_S.VERIFIED, _S.EMBEDDED, _S.CLOSED})
"""States that say more than the owner can say of their own work."""
_JUDGES = frozenset({Role.LIIP_CHAIR, Role.BOARD})


def may_become(action: Action, state: ActionState, actor: Actor) -> tuple[Violation, ...]:
    """Whether this person may take the action to that state."""
    if state is not action.state and state not in NEXT[action.state]:
        allowed = ", ".join(sorted(each.label for each in NEXT[action.state])) or "nothing further"
        sentence = (
            f"A-{action.number} is {action.state.label}; it cannot become {state.label}. It may become: {allowed}."
        )
        return (Violation("RA.13", sentence, "the tracker's status model"),)
    return () if state not in BY_SOMEBODY_ELSE or state is action.state else may_judge(action, actor)


def may_judge(action: Action, actor: Actor) -> tuple[Violation, ...]:
    """The owner cannot verify; the sub-committee does (segregation of duties)."""
    if owns(action, actor):
        sentence = f"{actor.name} owns A-{action.number} and cannot verify it; a second person must."
        return (Violation("WHO-OWN", sentence, "segregation of duties"),)
    if actor.role not in _JUDGES:
        sentence = f"{actor.name} ({actor.role.label}) cannot verify; the LIIP Chair does."
        return (Violation("RA.17", sentence, "the Board's sign-off chain"),)
    return ()


def owns(action: Action, actor: Actor) -> bool:
    """Whether this person owns the action, by name, or by post where no name is kept."""
    names = {action.owner_name.strip().casefold(), action.owner.strip().casefold()} - {""}
    own_agency = actor.role is Role.OWNER and actor.agency == action.agency
    return actor.name.strip().casefold() in names or own_agency


def is_overdue(state: ActionState, due: date, today: date) -> bool:
    """Past its due date and not yet done; derived, never set."""
    return state in OPEN - {_S.DONE_UNVERIFIED} and due < today
