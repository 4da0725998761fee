"""What an agency is told of its own last word when it is asked again, so that no answer falls into a hole (6.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.evidence_wanted import rung_words
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.progress import OPEN, is_overdue
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.action import Action

_S = ActionState
_UNDER_WAY = "it is down as under way"
_STANDS = {
    _S.REOPENED: "it was taken for done, and reopened: what was to change did not hold",
    _S.BLOCKED: "it is still down as blocked; say what would unblock it",
    _S.NOT_STARTED: "it is still down as not started",
    _S.PROPOSED: "it is still only proposed",
}


def is_asked(action: Action, agency: str) -> bool:
    """An agency is asked of the open actions it leads, and of no other's."""
    return action.agency == agency and action.state in OPEN


def last_said(action: Action) -> str:
    """The latest word on record, with its day; or that there is none."""
    if not action.spoken:
        return "nothing so far"
    last = action.spoken[-1]
    return f"{shown(local_day(last.at))}, {last.state.label}: {last.note}"


def what_became(action: Action, today: date) -> str:
    """What happened to what was last said: verified or not and why not, overdue since when, or waiting."""
    told = _said_done(action) if action.state is _S.DONE_UNVERIFIED else _STANDS.get(action.state, _UNDER_WAY)
    return f"{told}{_late(action, today)}"


def _said_done(action: Action) -> str:
    """Why what was called done is not verified."""
    said = next((each for each in reversed(action.spoken) if each.state is _S.DONE_UNVERIFIED), None)
    on = f" on {shown(local_day(said.at))}" if said else ""
    if action.rung <= 1:
        return f"you said done{on}; not verified: no evidence beyond your word"
    return f"you said done{on}; not verified yet: evidence so far, {rung_words(action.rung)}"


def _late(action: Action, today: date) -> str:
    if action.due is None or not is_overdue(action.state, action.due, today):
        return ""
    days = (today - action.due).days
    return f"; overdue by {days} day{'s' if days != 1 else ''}"
