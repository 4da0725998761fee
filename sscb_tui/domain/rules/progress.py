"""How an action's state may change, and who may change it: the owner says, somebody else verifies, the Board closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.terms import ActionState, Level, Role, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.people import Actor

_S = ActionState
NEXT: dict[ActionState, frozenset[ActionState]] = {
    _S.PROPOSED: frozenset({_S.NOT_STARTED, _S.IN_PROGRESS, _S.NOT_ACCEPTED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.NOT_ACCEPTED: frozenset({_S.PROPOSED}),
    _S.NOT_STARTED: frozenset({_S.IN_PROGRESS, _S.BLOCKED, _S.DONE_UNVERIFIED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.IN_PROGRESS: frozenset({_S.BLOCKED, _S.DONE_UNVERIFIED, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.BLOCKED: frozenset({_S.IN_PROGRESS, _S.WITHDRAWN, _S.SUPERSEDED}),
    _S.DONE_UNVERIFIED: frozenset({_S.IN_PROGRESS, _S.VERIFIED}),
    _S.VERIFIED: frozenset({_S.EMBEDDED, _S.CLOSED, _S.REOPENED}),
    _S.EMBEDDED: frozenset({_S.CLOSED, _S.REOPENED}),
    _S.CLOSED: frozenset({_S.REOPENED}),
    _S.SUPERSEDED: frozenset(),
    _S.WITHDRAWN: frozenset({_S.REOPENED}),
    _S.REOPENED: frozenset({_S.IN_PROGRESS, _S.BLOCKED, _S.DONE_UNVERIFIED, _S.WITHDRAWN, _S.SUPERSEDED}),
}
"""From each state, the states it may go to; a note without a change of state is always allowed."""

OPEN = frozenset({_S.PROPOSED, _S.NOT_STARTED, _S.IN_PROGRESS, _S.BLOCKED, _S.DONE_UNVERIFIED, _S.REOPENED})
UNDONE = OPEN - {_S.DONE_UNVERIFIED}
"""Somebody still has to do something before it can be called done."""
BY_SOMEBODY_ELSE = frozenset({_S.VERIFIED, _S.EMBEDDED, _S.CLOSED})
"""States that say more than the owner can say of their own work."""
GIVEN_UP = frozenset({_S.WITHDRAWN, _S.SUPERSEDED, _S.NOT_ACCEPTED})
"""States in which nobody has to do it any more; not the owner's to say."""
RETESTED = BY_SOMEBODY_ELSE
"""States whose effect is tested again, and which a failed test reopens."""
PRACTISED = 3
"""The lowest rung that can embed: a document issued reaches nobody by itself."""
_JUDGES = frozenset({Role.LIIP_CHAIR, Role.BOARD})
_MODEL = "the tracker's status model"
_CHAIN = "the Board's sign-off chain"


def may_become(action: Action, state: ActionState, actor: Actor) -> tuple[Violation, ...]:
    """Whether this person may take the action to that state."""
    if state is action.state:
        return ()
    if state not in NEXT[action.state]:
        allowed = ", ".join(sorted(each.label for each in NEXT[action.state])) or "nothing further"
        sentence = (
            f"A-{action.number} is {action.state.label}; it cannot become {state.label}. It may become: {allowed}."
        )
        return (Violation("RA.13", sentence, _MODEL),)
    if state in GIVEN_UP and owns(action, actor):
        sentence = f"{actor.name} owns A-{action.number}; that it is {state.label} is for others to say."
        return (Violation("WHO-OWN", sentence, "segregation of duties"),)
    return may_judge(action, actor) if state in BY_SOMEBODY_ELSE else ()


def may_judge(action: Action, actor: Actor) -> tuple[Violation, ...]:
    """Neither who owns it, nor who owned it, nor who said it done can verify; the sub-committee does."""
    if owns(action, actor) or owned(action, actor):
        sentence = f"{actor.name} owns A-{action.number} and cannot verify it; a second person must."
        return (Violation("WHO-OWN", sentence, "segregation of duties"),)
    if same_person(said_done_by(action), actor.name):
        sentence = f"{actor.name} said that A-{action.number} was done and cannot verify it; a second person must."
        return (Violation("WHO-OWN", sentence, "segregation of duties"),)
    if actor.role not in _JUDGES:
        sentence = f"{actor.name} ({actor.role.label}) cannot verify; the LIIP Chair does."
        return (Violation("RA.17", sentence, _CHAIN),)
    return ()


def evidenced(action: Action) -> tuple[Violation, ...]:
    """RA.16: verification rests on at least one item that is more than a self-report."""
    if action.rung > 1:
        return ()
    sentence = f"A-{action.number} has no evidence beyond a statement; record some before verifying."
    return (Violation("RA.16", sentence, "the tracker's evidence rule"),)


def may_embed(action: Action) -> Iterator[Violation]:
    """Embedded means that practice changed and a test found that it held (RA.18)."""
    if action.rung < PRACTISED:
        sentence = f"A-{action.number} shows no more than a document; embedding needs people reached (3) or above."
        yield Violation("RA.16", sentence, "the tracker's evidence rule")
    if not action.effect_shown:
        sentence = f"No test of A-{action.number} has found that the change held; record the impact first."
        yield Violation("RA.18", sentence, _MODEL)


def may_close(action: Action, actor: Actor, level: Level | None, minute: str) -> Iterator[Violation]:
    """A row closes with its impact, or with a Board minute saying why none can be shown; the Board closes its own."""
    if not action.impacts and not minute.strip():
        sentence = (
            f"A-{action.number} has no impact entry; record one, or cite the Board minute that says why none can be."
        )
        yield Violation("RA.18", sentence, _MODEL, "minute")
    if action.impacts and action.impacts[-1].shown is Shown.NOT_SHOWN:
        yield Violation("RA.18", f"The last test of A-{action.number} found that the change did not hold.", _MODEL)
    if level is Level.BOARD and actor.role is not Role.BOARD:
        sentence = f"A-{action.number} carries out a Board-level recommendation; the Board closes it."
        yield Violation("RA.17", sentence, _CHAIN)


def owns(action: Action, actor: Actor) -> bool:
    """Whether this person owns the action, by name, or by post where no name is kept."""
    own_agency = actor.role is Role.OWNER and bool(action.agency) and actor.agency == action.agency
    return own_agency or any(same_person(actor.name, name) for name in (action.owner_name, action.owner))


def owned(action: Action, actor: Actor) -> bool:
    """Whether this person had the action before it was given to somebody else."""
    return any(
        same_person(actor.name, name) for each in action.transfers for name in (each.owner_name_was, each.owner_was)
    )


def said_done_by(action: Action) -> str:
    """Who last said that it was done; empty while nobody has."""
    said = [each.by for each in action.spoken if each.state is _S.DONE_UNVERIFIED]
    return said[-1] if said else ""


def is_overdue(state: ActionState, due: date | None, today: date) -> bool:
    """Past its due date and not yet done; derived, never set."""
    return due is not None and state in UNDONE and due < today
