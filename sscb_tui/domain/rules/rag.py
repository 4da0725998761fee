"""An action's colour at a glance, computed and never typed; no two Boards define colours alike, so `KEY` does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import ActionState, Rag

if TYPE_CHECKING:
    from sscb_tui.domain.recommendation import Action

SOON = timedelta(days=30)
CYCLE = timedelta(days=92)
"""A quarter: the sub-committee's rhythm. Longer without a word is silence, and is shown as silence."""
KEY: dict[Rag, str] = {
    Rag.BLUE: "embedded or closed: verified, and its effect shown",
    Rag.GREEN: "done on time, or under way with its date more than 30 days ahead",
    Rag.AMBER: "due within 30 days, or moved once, or done late, or done with only somebody's word for it",
    Rag.RED: "overdue, blocked, moved twice, or not started within 30 days of its date",
    Rag.GREY: "not yet accepted or not yet due to start, or refused, superseded or withdrawn",
    Rag.SILENT: "nothing heard for a quarter",
}
"""The key printed on every plan, in the order of the count."""

_S = ActionState
_BLUE = frozenset({_S.EMBEDDED, _S.CLOSED})
_GREY = frozenset({_S.NOT_ACCEPTED, _S.SUPERSEDED, _S.WITHDRAWN})
_DONE = frozenset({_S.DONE_UNVERIFIED, _S.VERIFIED})


@dataclass(frozen=True, slots=True)
class Progress:
    """What the colour turns on, so that a list can be coloured without reading whole actions."""

    state: ActionState
    due: date
    moves: int
    """How often the due date was moved."""
    done_on: date | None
    """The day it was said to be done."""
    rung: int
    """The highest rung of evidence; 0 without any."""
    last_word: date
    """The latest day anybody said anything: an update, else the day it was agreed."""


def progress_of(action: Action) -> Progress:
    """The same from an action read whole."""
    done = [update.at.date() for update in action.updates if update.state is _S.DONE_UNVERIFIED]
    return Progress(
        state=action.state,
        due=action.due,
        moves=len(action.moves),
        done_on=done[-1] if done else None,
        rung=max((item.rung for item in action.evidence), default=0),
        last_word=max([action.agreed_on, *(update.at.date() for update in action.updates)]),
    )


def rag(action: Progress, today: date) -> Rag:
    """The colour that the Board's key gives; what is wrong outranks silence, and silence outranks what seems well."""
    if action.state in _BLUE:
        return Rag.BLUE
    if action.state in _GREY:
        return Rag.GREY
    if action.state in _DONE:
        late = action.done_on is not None and action.done_on > action.due
        return Rag.AMBER if late or action.rung <= 1 else Rag.GREEN
    return _open(action, today)


def _open(action: Progress, today: date) -> Rag:
    """Not yet done: by its date, its slips, and how long nobody has spoken."""
    if action.due < today or action.state is _S.BLOCKED or action.moves > 1:
        return Rag.RED
    if action.state is _S.PROPOSED:
        return Rag.GREY
    if action.due <= today + SOON:
        return Rag.RED if action.state is _S.NOT_STARTED else Rag.AMBER
    if action.moves:
        return Rag.AMBER
    if today - action.last_word > CYCLE:
        return Rag.SILENT
    return Rag.GREY if action.state is _S.NOT_STARTED else Rag.GREEN
