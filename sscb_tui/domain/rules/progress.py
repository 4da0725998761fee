"""How an action's state may change, and who may change it: the owner says, somebody else verifies, the Board closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.terms import ActionState, Level, Role, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.base import ActionId
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
_SEGREGATION = "segregation of duties"


def may_become(
    action: Action, state: ActionState, actor: Actor, replaced: Iterable[Action] = ()
) -> tuple[Violation, ...]:
    """Whether this person may take the action to that state; `replaced` are the rows it superseded."""
    if state is action.state:
        return ()
    if state not in NEXT[action.state]:
        allowed = ", ".join(sorted(each.label for each in NEXT[action.state])) or "nothing further"
        sentence = (
            f"A-{action.number} is {action.state.label}; it cannot become {state.label}. It may become: {allowed}."
        )
        return (Violation("RA.13", sentence, _MODEL),)
    if state in BY_SOMEBODY_ELSE:
        return may_judge(action, actor, replaced)
    return _for_others(action, state, actor)


def _for_others(action: Action, state: ActionState, actor: Actor) -> tuple[Violation, ...]:
    """The owner gives nothing up, and takes nothing up again that the Board put aside."""
    ended = action.state in GIVEN_UP or action.state is _S.CLOSED
    if not owns(action, actor) or not (state in GIVEN_UP or ended):
        return ()
    sentence = f"{actor.name} owns A-{action.number}; that it is {state.label} is for others to say."
    return (Violation("WHO-OWN", sentence, _SEGREGATION),)


def already(action: Action, state: ActionState) -> tuple[Violation, ...]:
    """A second verification would put another name over the first."""
    if action.state is not state:
        return ()
    return (Violation("RA.13", f"A-{action.number} is {state.label} already.", _MODEL),)


def may_judge(action: Action, actor: Actor, replaced: Iterable[Action] = ()) -> tuple[Violation, ...]:
    """Neither who owns it, nor who owned it, nor who said it done can verify; the sub-committee does."""
    if found := not_their_own(action, actor, replaced):
        return found
    if actor.role not in _JUDGES:
        sentence = f"{actor.name} ({actor.role.label}) cannot verify; the LIIP Chair does."
        return (Violation("RA.17", sentence, _CHAIN),)
    return ()


def not_their_own(action: Action, actor: Actor, replaced: Iterable[Action] = ()) -> tuple[Violation, ...]:
    """Nobody judges their own work, not even under a number that took its place."""
    for each in (action, *replaced):
        if owns(each, actor) or owned(each, actor):
            sentence = f"{actor.name} owns A-{each.number} and cannot verify it; a second person must."
            return (Violation("WHO-OWN", sentence, _SEGREGATION),)
        if any(same_person(name, actor.name) for name in said_done_by(each)):
            sentence = f"{actor.name} said that A-{each.number} was done and cannot verify it; a second person must."
            return (Violation("WHO-OWN", sentence, _SEGREGATION),)
    return ()


def may_test(action: Action, actor: Actor) -> Iterator[Violation]:
    """What difference it made is found out by somebody else than who was to make it (RA.18)."""
    if owns(action, actor) or owned(action, actor):
        sentence = f"{actor.name} owns A-{action.number}; somebody else tests what difference it made."
        yield Violation("WHO-OWN", sentence, _SEGREGATION)
    if action.state in GIVEN_UP or action.state is _S.PROPOSED:
        sentence = f"A-{action.number} is {action.state.label}; there is nothing to test."
        yield Violation("RA.18", sentence, _MODEL)


def replaced_by(action: Action, held: Iterable[Action]) -> tuple[Action, ...]:
    """Every row that this one superseded, itself or through others."""
    over: dict[ActionId, list[Action]] = {}
    for each in held:
        if each.superseded_by is not None:
            over.setdefault(each.superseded_by, []).append(each)
    found: list[Action] = []
    wanted = [action.id]
    while wanted:
        new = over.pop(wanted.pop(), [])
        found += new
        wanted += [each.id for each in new]
    return tuple(found)


def evidenced(action: Action) -> tuple[Violation, ...]:
    """RA.16: verification rests on at least one item that is more than a self-report."""
    if action.rung > 1:
        return ()
    since = f" since the test of {shown(action.failed_on)}" if action.failed_on else ""
    sentence = f"A-{action.number} has no evidence beyond a statement{since}; record some before verifying."
    return (Violation("RA.16", sentence, "the tracker's evidence rule"),)


def may_embed(action: Action) -> Iterator[Violation]:
    """Embedded means that practice changed and a test found that it held (RA.18)."""
    if action.rung < PRACTISED:
        sentence = f"A-{action.number} shows no more than a document; embedding needs people reached (3) or above."
        yield Violation("RA.16", sentence, "the tracker's evidence rule")
    if not action.effect_shown:
        sentence = f"No test of A-{action.number} has found that the change held; record the impact first."
        yield Violation("RA.18", sentence, _MODEL)
    elif action.said_done and action.impacts[-1].on < local_day(action.said_done[-1].at):
        sentence = f"The last test of A-{action.number} was made before it was done; test it again."
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
    return own_agency or any(_is(actor, owner, name) for owner, name in leads(action)[:1])


def owned(action: Action, actor: Actor) -> bool:
    """Whether this person had the action before it was given to somebody else."""
    return any(_is(actor, owner, name) for owner, name in leads(action)[1:])


def leads(action: Action) -> tuple[tuple[str, str], ...]:
    """Post and name of who has it, then of everybody who had it; papers and trackers often keep the post alone."""
    return ((action.owner, action.owner_name), *((each.owner_was, each.owner_name_was) for each in action.transfers))


def _is(actor: Actor, owner: str, name: str) -> bool:
    by_role = not name.strip() and same_person(actor.role.label, owner)
    return by_role or any(same_person(actor.name, each) for each in (owner, name))


def said_done_by(action: Action) -> tuple[str, ...]:
    """Everybody who said that it was done."""
    return tuple(each.by for each in action.said_done)


def is_overdue(state: ActionState, due: date | None, today: date) -> bool:
    """Past its due date and not yet done; derived, never set."""
    return due is not None and state in UNDONE and due < today
