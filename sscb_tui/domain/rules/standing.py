"""What became of a recommendation, in a few words: how far its actions are, on what evidence, with what effect."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import is_overdue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sscb_tui.domain.action import Action


def standing(actions: Sequence[Action], today: date) -> str:
    """For example "no action", "closed, impact shown" or "2 actions: 1 closed, 1 blocked; 1 overdue; no evidence"."""
    if not actions:
        return "no action"
    states = Counter(each.state.label for each in actions)
    late = sum(is_overdue(each.state, each.due, today) for each in actions)
    if len(actions) == 1:
        return ", ".join([*states, *(["overdue"] if late else []), _effect(actions)])
    counted = ", ".join(f"{number} {state}" for state, number in states.items())
    overdue = f"; {late} overdue" if late else ""
    return f"{len(actions)} actions: {counted}{overdue}; {_effect(actions)}"


def _effect(actions: Sequence[Action]) -> str:
    """What shows that it helped: a test of the effect, else the highest rung of evidence."""
    tested = [each for each in actions if each.impacts]
    if tested:
        held = sum(each.effect_shown for each in tested)
        if held in (0, len(actions)):
            return "impact shown" if held else "impact not shown"
        return f"impact shown by {held}"
    rung = max(each.rung for each in actions)
    return f"evidence at rung {rung}" if rung else "no evidence"
