"""Why an action has its colour: the part of the key that applies to it, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.rules.rag import OVERRIDDEN, SOON, computed, progress_of
from sscb_tui.domain.terms import ActionState, Rag

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.rules.rag import Progress

_S = ActionState


def colour_reason(action: Action, today: date) -> str:
    """For example "R overdue by 12 days"; of a colour set by hand, whose it is and what the key says."""
    progress = progress_of(action)
    given = computed(progress, today)
    why = _why(progress, given, today)
    if action.override is None:
        return f"{given.letter} {why}"
    by = action.override
    said = by.reason if by.reason.rstrip().endswith((".", "!", "?")) else f"{by.reason}."
    return f"{by.rag.letter} {OVERRIDDEN} by {by.by}: {said} The key says {given.letter}, {why}"


def _why(action: Progress, given: Rag, today: date) -> str:
    if action.state is _S.CLOSED:
        return "closed, its effect shown" if action.effect else "closed, its effect not shown"
    if action.state in (_S.DONE_UNVERIFIED, _S.VERIFIED):
        return _done(action)
    if given is Rag.SILENT:
        return f"nothing heard for {_days((today - action.last_word).days)}"
    if given in (Rag.BLUE, Rag.GREY):
        return "not yet due to start" if action.state is _S.NOT_STARTED else action.state.label
    return _open(action, given, today)


def _done(action: Progress) -> str:
    if action.done_on is not None and action.due is not None and action.done_on > action.due:
        return f"done {_days((action.done_on - action.due).days)} late"
    return "done, on somebody's word alone" if action.rung <= 1 else "done on time"


def _open(action: Progress, given: Rag, today: date) -> str:
    left = (action.due - today).days if action.due is not None else None
    if left is not None and left < 0:
        return f"overdue by {_days(-left)}"
    if action.state is _S.BLOCKED:
        return "blocked"
    if action.moves > 1:
        return f"moved {action.moves} times"
    if left is None:
        return "no date"
    due = f"due in {_days(left)}" if left else "due today"
    return {Rag.RED: f"not started, {due}", Rag.GREEN: f"under way, {due}"}.get(given, _amber(action, due, left))


def _amber(action: Progress, due: str, left: int) -> str:
    return "moved once" if action.moves and left > SOON.days else due


def _days(number: int) -> str:
    return f"{number:,} {'day' if number == 1 else 'days'}"
