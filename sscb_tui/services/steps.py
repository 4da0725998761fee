"""One change of state on the tracker: all that bars it, and what it leaves on the row (RA.13, RA.16 to RA.18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, Update
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.rules.amending import own_rows_only
from sscb_tui.domain.rules.progress import (
    BY_SOMEBODY_ELSE,
    GIVEN_UP,
    already,
    evidenced,
    leads,
    may_become,
    may_close,
    may_embed,
    not_their_own,
    replaced_by,
)
from sscb_tui.domain.terms import ActionState, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

_S = ActionState
_MODEL = "the tracker's status model"


@dataclass(frozen=True, slots=True)
class Steps:
    """The rules of one deed by one person; the rows of each case are read once, however many of them it touches."""

    room: Room
    actor: Actor
    minute: str = ""
    """The Board minute it is done by."""
    _held: dict[str, Sequence[Action]] = field(default_factory=dict)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Posts by the name of who holds them."""

    def refusals(self, action: Action, state: ActionState) -> tuple[Violation, ...]:
        """Everything that bars this person from taking the row to that state, or from writing on it."""
        found = (*own_rows_only(action, self.actor), *self._step(action, state))
        if found or state is action.state:
            return found
        further = _FURTHER.get(state)
        return tuple(further(self, action)) if further else ()

    def _step(self, action: Action, state: ActionState) -> tuple[Violation, ...]:
        judged = state in BY_SOMEBODY_ELSE and state is not action.state
        replaced = self._replaced(action) if judged else ()
        found = may_become(action, state, self.actor, replaced)
        if found or state is action.state or state not in BY_SOMEBODY_ELSE | GIVEN_UP:
            return found
        return self._in_their_post((action, *replaced))

    def replacing(self, action: Action) -> tuple[Violation, ...]:
        """What bars this person from putting another row in its place."""
        return already(action, _S.SUPERSEDED) or self._step(action, _S.SUPERSEDED)

    def own_work(self, action: Action) -> tuple[Violation, ...]:
        """Whether it is their own, said before anything else about who may judge."""
        mine = (action, *self._replaced(action))
        return not_their_own(action, self.actor, mine[1:]) or self._in_their_post(mine)

    def _in_their_post(self, mine: Iterable[Action]) -> tuple[Violation, ...]:
        """Owners are kept by post: whoever holds that post owns the row where nobody else is named."""
        posts = self._posts()
        for each in mine:
            held = [owner for owner, name in leads(each) if not name.strip()]
            if own := [owner for owner in held if any(same_person(post, owner) for post in posts)]:
                sentence = f"{self.actor.name} is {own[0]} and owns A-{each.number}; a second person must judge it."
                return (Violation("WHO-OWN", sentence, "segregation of duties"),)
        return ()

    def _posts(self) -> tuple[str, ...]:
        if self.actor.name not in self._known:
            people = self.room.settings().people
            self._known[self.actor.name] = tuple(p.post for p in people if same_person(p.name, self.actor.name))
        return self._known[self.actor.name]

    def _replaced(self, action: Action) -> tuple[Action, ...]:
        if action.case_id not in self._held:
            self._held[action.case_id] = self.room.record.actions.of_case(action.case_id)
        return replaced_by(action, self._held[action.case_id])

    def level(self, action: Action) -> Level | None:
        """The Board's own, as soon as one recommendation it carries out is addressed to the Board."""
        levels = [self.room.record.recommendations.get(each).level for each in action.carries_out]
        return Level.BOARD if Level.BOARD in levels else next(iter(levels), None)

    def taken(self, action: Action, state: ActionState, now: datetime, note: str) -> Action:
        """The row after the step, with its note; its rules are kept already."""
        changes: dict[str, object] = {"state": state, "updates": (*action.updates, self._note(now, note, state))}
        if state is not action.state and state is _S.VERIFIED:
            changes |= {"verified_by": self.actor.name, "verified_at": now}
        if state is not action.state and state is _S.REOPENED:
            changes |= {"verified_by": "", "verified_at": None, "board_minute": ""}
        if self.minute.strip():
            changes["board_minute"] = self.minute
        return action.but(**changes)

    def _note(self, now: datetime, note: str, state: ActionState) -> Update:
        return Update(at=now, by=self.actor.name, note=note, state=state, post=self.actor.role.label)


def _minuted(steps: Steps, action: Action) -> tuple[Violation, ...]:
    """RA.13: a row is withdrawn by the Board, which its minutes show."""
    if steps.minute.strip():
        return ()
    sentence = f"A-{action.number} is withdrawn by the Board alone; cite the minute."
    return (Violation("RA.13", sentence, _MODEL, "minute"),)


def _needs_another(steps: Steps, action: Action) -> tuple[Violation, ...]:
    """RA.13: what is superseded says by which row."""
    return (Violation("RA.13", f"Name the action that supersedes A-{action.number}.", _MODEL, "by"),)


_FURTHER: dict[ActionState, Callable[[Steps, Action], Iterable[Violation]]] = {
    _S.VERIFIED: lambda _, action: evidenced(action),
    _S.EMBEDDED: lambda _, action: may_embed(action),
    _S.CLOSED: lambda steps, action: may_close(action, steps.actor, steps.level(action), steps.minute),
    _S.WITHDRAWN: _minuted,
    _S.SUPERSEDED: _needs_another,
}
"""What a state asks for beyond a step that may be made and somebody who may make it."""
