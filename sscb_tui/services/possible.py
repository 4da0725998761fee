"""What somebody can do with an action now, and what stands in the way of the rest: asked before anything is typed.

It forecasts and binds nobody: each deed asks the same rules again, with what was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.rules.amending import may_colour, may_move_date, not_for_owners, own_rows_only
from sscb_tui.domain.rules.progress import GIVEN_UP, NEXT, already, may_become, may_test
from sscb_tui.domain.terms import ActionState, Rag
from sscb_tui.services.steps import Steps

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.room import Room

_S = ActionState
_OWN_DEEDS = frozenset({_S.VERIFIED, _S.EMBEDDED, _S.CLOSED, _S.SUPERSEDED, _S.WITHDRAWN})
"""States that ask for more than a note, each by its own deed."""
_ASKED = "asked for"
"""Stands for a minute that the deed will ask for."""


def ways_on(room: Room, actor: Actor, actions: Iterable[Action]) -> tuple[ActionState, ...]:
    """The states to which one note may take all of these."""
    steps = Steps(room, actor)
    ways = [_ways(steps, each) for each in actions]
    both = frozenset.intersection(*ways) if ways else frozenset()
    return tuple(state for state in ActionState if state in both)


def _ways(steps: Steps, action: Action) -> frozenset[ActionState]:
    ahead = NEXT[action.state] - _OWN_DEEDS
    return frozenset(state for state in ahead if not steps.refusals(action, state))


def bars(room: Room, actor: Actor, action: Action, found: Recommendation | None) -> dict[str, str]:
    """For each deed the first thing in its way, in a sentence; empty where nothing is."""
    return _first({**_progress(room, actor, action), **_amendments(actor, action), **_recommendation(actor, found)})


def bars_to(actor: Actor, found: Recommendation) -> dict[str, str]:
    """The same of a recommendation that no action carries out yet."""
    return _first({"act": permission(actor, Deed.CREATE, Thing.TRACKER), **_recommendation(actor, found)})


def _first(every: dict[str, Iterable[Violation]]) -> dict[str, str]:
    return {name: next((each.sentence for each in violations), "") for name, violations in every.items()}


def _progress(room: Room, actor: Actor, action: Action) -> dict[str, Iterable[Violation]]:
    steps, number = Steps(room, actor, _ASKED), f"A-{action.number}"
    own = (*permission(actor, Deed.UPDATE, Thing.TRACKER), *own_rows_only(action, actor))
    given_up = (*permission(actor, Deed.UPDATE, Thing.TRACKER), *not_for_owners(number, actor, "give up"))
    return {
        "update": own,
        "evidence": own,
        "verify": _judged(steps, action, _S.VERIFIED),
        "impact": (*own, *not_for_owners(number, actor, "test"), *may_test(action, actor)),
        "embed": _judged(steps, action, _S.EMBEDDED),
        "close": _judged(steps, action, _S.CLOSED),
        "supersede": (*given_up, *already(action, _S.SUPERSEDED), *may_become(action, _S.SUPERSEDED, actor)),
        "withdraw": (*given_up, *already(action, _S.WITHDRAWN), *may_become(action, _S.WITHDRAWN, actor)),
    }


def _judged(steps: Steps, action: Action, state: ActionState) -> tuple[Violation, ...]:
    """Its being their own work comes first, as it does when the deed is done."""
    return (
        *steps.own_work(action),
        *permission(steps.actor, Deed.APPROVE, Thing.TRACKER),
        *already(action, state),
        *steps.refusals(action, state),
    )


def _amendments(actor: Actor, action: Action) -> dict[str, Iterable[Violation]]:
    number, allowed = f"A-{action.number}", permission(actor, Deed.UPDATE, Thing.TRACKER)

    def others(what: str) -> tuple[Violation, ...]:
        return (*allowed, *not_for_owners(number, actor, what))

    moved = may_move_date(action, date.max, "", today=date.min, past=True)
    return {
        "date": (*others("move the date of"), *moved),
        "transfer": (*others("transfer"), *_nobody_has_to(action)),
        "fill": (*allowed, *own_rows_only(action, actor)),
        "link": others("link"),
        "colour": (*others("colour"), *may_colour(action, Rag.GREEN, actor)),
        "publishable": others("publish about"),
    }


def _nobody_has_to(action: Action) -> tuple[Violation, ...]:
    if action.state not in GIVEN_UP:
        return ()
    return (Violation("RA.06", f"A-{action.number} is {action.state.label}; nobody has to do it."),)


def _recommendation(actor: Actor, found: Recommendation | None) -> dict[str, Iterable[Violation]]:
    if found is None:
        early = (Violation("RA.01", "It is an early action: no recommendation stands over it."),)
        return {"answer": early, "amend": early}
    number, allowed = f"R-{found.number}", permission(actor, Deed.UPDATE, Thing.TRACKER)
    locked = f"{number} was published and its words stand; make a new one that reiterates it."
    return {
        "answer": (*allowed, *not_for_owners(number, actor, "answer")),
        "amend": (
            *allowed,
            *not_for_owners(number, actor, "amend"),
            *((Violation("RA.02", locked),) if found.locked_on else ()),
        ),
    }
