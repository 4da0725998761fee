"""What became of a recommendation, in a few words: how far its actions are, on what evidence, with what effect."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import is_overdue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sscb_tui.domain.recommendation import Action


def standing(actions: Sequence[Action], today: date) -> str:
    """For example "no action", "closed, evidence at rung 5" or "2 actions: 1 closed, 1 in progress; 1 overdue"."""
    if not actions:
        return "no action"
    states = Counter(each.state.label for each in actions)
    late = sum(is_overdue(each.state, each.due, today) for each in actions)
    shown = max((each.rung for action in actions for each in action.evidence), default=0)
    evidence = f"evidence at rung {shown}" if shown else "no evidence"
    if len(actions) == 1:
        return ", ".join([*states, *(["overdue"] if late else []), evidence])
    counted = ", ".join(f"{number} {state}" for state, number in states.items())
    overdue = f"; {late} overdue" if late else ""
    return f"{len(actions)} actions: {counted}{overdue}; {evidence}"
