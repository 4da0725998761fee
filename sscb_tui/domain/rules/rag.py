"""An action's colour at a glance, computed and never typed; no two Boards define colours alike, so `KEY` does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.progress import UNDONE
from sscb_tui.domain.terms import ActionState, Rag

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action

SOON = timedelta(days=30)
CYCLE = timedelta(days=92)
"""A quarter: the sub-committee's rhythm. Longer without a word is silence, and is shown as silence."""
KEY: dict[Rag, str] = {
    Rag.BLUE: "embedded or closed: verified, and its effect shown",
    Rag.GREEN: "done on time, or under way with its date more than 30 days ahead",
    Rag.AMBER: "due within 30 days, or without a date, or moved once, or done late, or on somebody's word alone",
    Rag.RED: "overdue, blocked, moved twice, or not started within 30 days of its date",
    Rag.GREY: "not accepted or not yet due to start, or superseded or withdrawn, or closed without effect shown",
    Rag.SILENT: "nothing heard for a quarter",
}
"""The key printed on every plan, in the order of the count."""

_S = ActionState
OVERRIDDEN = "set by hand"
"""How every list and paper marks a colour that is not the key's own."""
_GREY = frozenset({_S.NOT_ACCEPTED, _S.SUPERSEDED, _S.WITHDRAWN})
_DONE = frozenset({_S.DONE_UNVERIFIED, _S.VERIFIED})


@dataclass(frozen=True, slots=True)
class Progress:
    """What the colour turns on, so that a list can be coloured without reading whole actions."""

    state: ActionState
    due: date | None
    moves: int
    """How often the due date was moved."""
    done_on: date | None
    """The day it was said to be done."""
    rung: int
    """The highest rung of evidence; 0 without any."""
    last_word: date
    """The latest day anybody said anything: an update, else the day it was agreed."""
    effect: bool = False
    """Whether the latest test found that the change held."""
    override: Rag | None = None
    """A colour set by hand."""


def progress_of(action: Action) -> Progress:
    """The same from an action read whole."""
    spoken = action.spoken
    done = [local_day(update.at) for update in action.said_done]
    return Progress(
        state=action.state,
        due=action.due,
        moves=len(action.moves),
        done_on=done[-1] if done else None,
        rung=action.rung,
        last_word=max([action.agreed_on, *(local_day(update.at) for update in spoken)]),
        effect=action.effect_shown,
        override=action.override.rag if action.override else None,
    )


def rag(action: Progress, today: date) -> Rag:
    """The colour on the plan: the one set by hand while there is one, else the key's."""
    return action.override or computed(action, today)


def is_silent(action: Progress, today: date) -> bool:
    """Nobody has said a word for a quarter of what is still to be done; derived, never set."""
    return action.state in UNDONE and today - action.last_word > CYCLE


def computed(action: Progress, today: date) -> Rag:
    """The colour that the Board's key gives; what is wrong outranks silence, and silence outranks what seems well."""
    if action.state is _S.EMBEDDED or (action.state is _S.CLOSED and action.effect):
        return Rag.BLUE
    if action.state in _GREY or action.state is _S.CLOSED:
        return Rag.GREY
    if action.state in _DONE:
        late = action.done_on is not None and action.due is not None and action.done_on > action.due
        return Rag.AMBER if late or action.rung <= 1 else Rag.GREEN
    return _open(action, today)


def _open(action: Progress, today: date) -> Rag:
    """Not yet done: by its date, its slips, and how long nobody has spoken."""
    overdue = action.due is not None and action.due < today
    if overdue or action.state is _S.BLOCKED or action.moves > 1:
        return Rag.RED
    if action.state is _S.PROPOSED:
        return Rag.GREY
    if action.due is not None and action.due <= today + SOON:
        return Rag.RED if action.state is _S.NOT_STARTED else Rag.AMBER
    return _ahead(action, today)


def _ahead(action: Progress, today: date) -> Rag:
    """Its date is more than a month ahead, or was never set."""
    if action.moves or action.due is None:
        return Rag.AMBER
    if today - action.last_word > CYCLE:
        return Rag.SILENT
    return Rag.GREY if action.state is _S.NOT_STARTED else Rag.GREEN
