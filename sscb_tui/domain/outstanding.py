"""What a meeting sets aside or sets going, and whether that was answered: parking list and urgent actions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.domain.terms import ActionState, LineKind

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.meeting import MinuteLine

_UNDONE = OPEN - {ActionState.DONE_UNVERIFIED}


@dataclass(frozen=True, slots=True)
class Parked:
    """Something set aside as outside today's scope, and what became of it."""

    line: MinuteLine
    answer: MinuteLine | None = None


def parking_list(lines: Iterable[MinuteLine]) -> tuple[Parked, ...]:
    """What was parked, in order; struck lines have left the list."""
    standing = [line for line in lines if not line.struck]
    answers = {line.refers: line for line in standing if line.refers and line.kind is LineKind.NOTE}
    return tuple(Parked(line, answers.get(line.id)) for line in standing if line.kind is LineKind.PARK)


@dataclass(frozen=True, slots=True)
class Urgent:
    """Something done for a child's safety today: who, by what time, and the action on the tracker."""

    line: MinuteLine
    action: Action
    deadline: datetime

    def is_late(self, now: datetime) -> bool:
        """Past its hour and not answered."""
        return now > self.deadline


def urgent(lines: Iterable[MinuteLine], actions: Iterable[Action]) -> tuple[Urgent, ...]:
    """Urgent actions not yet answered, the first due first; one is answered when the tracker says that it is done."""
    undone: dict[str, Action] = {action.id: action for action in actions if action.state in _UNDONE}
    found = [
        Urgent(line, undone[line.refers], line.deadline)
        for line in lines
        if line.deadline is not None and not line.struck and line.refers in undone
    ]
    return tuple(sorted(found, key=lambda each: each.deadline))
