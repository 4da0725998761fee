"""How the tracker's lines are put in order, and what they may be grouped by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens.list_page import Order
from screens.words import capital
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE, GIVEN_UP, OPEN
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from sscb_tui.services.tracker_lines import Line

NEVER = 10_000_000
"""Later than any day."""
STATES = {state: place for place, state in enumerate(ActionState)}
BAR = 5
"""Cells of the bar that shows how much of a group is verified."""


def _due(line: Line) -> tuple[int | str, ...]:
    """What is open first; what has no date, after what has one."""
    thing, action = line.thing, line.action
    is_open = action is None or action.state in OPEN
    return (not is_open, thing.due.toordinal() if thing.due else NEVER, *line.place)


ORDERS: tuple[Order[Line], ...] = (
    Order("due", _due),
    Order("slip", lambda line: (-line.thing.slipped_days, *_due(line))),
    Order("agency", lambda line: (not line.agency, line.agency.casefold(), *_due(line))),
    Order("evidence", lambda line: (not _is_open(line), line.thing.evidence_rung, *_due(line))),
    Order("number", lambda line: line.place),
    Order("state", lambda line: (STATES[line.action.state] if line.action else -1, *_due(line))),
)
"""The usual one first; evidence begins with the weakest of what is open."""


def _is_open(line: Line) -> bool:
    return line.action is None or line.action.state in OPEN


Heading = tuple[int, str]
"""Where a group stands, and its name."""


@dataclass(frozen=True, slots=True)
class Group:
    """One way to group lines; a line that has several values stands under each."""

    label: str
    of: Callable[[Line], Sequence[Heading]]


def _named(name: str, otherwise: str) -> Heading:
    return (0, name) if name else (1, otherwise)


def _recommendations(line: Line) -> Sequence[Heading]:
    """By number; early actions and findings after them."""
    numbers = [each for each in (line.thing.recommendation, *line.thing.also) if each.startswith("R-")]
    if numbers:
        return [(int(each[2:]), each) for each in numbers]
    return [(NEVER, "early")] if line.action else [(NEVER + 1, "finding without a recommendation")]


def _state(line: Line) -> Sequence[Heading]:
    if line.action is not None:
        return [(STATES[line.action.state], capital(line.action.state.label))]
    return [(-1, capital(line.state))]


GROUPS: tuple[Group, ...] = (
    Group("", lambda line: ()),
    Group("agency", lambda line: [_named(line.agency, "no agency")]),
    Group("review", lambda line: [(0, f"{line.thing.reference} · {line.thing.pseudonym}")]),
    Group("recommendation", _recommendations),
    Group("theme", lambda line: [(0, theme) for theme in line.thing.themes] or [(1, "no theme")]),
    Group("owner", lambda line: [_named(line.thing.owner, "no owner")]),
    Group("state", _state),
)
"""None first."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Lines in order, with the name of each one's group where there are groups."""

    lines: Sequence[Line]
    groups: Sequence[str] = ()


def arrange(lines: Sequence[Line], order: Order[Line], group: Group) -> Arranged:
    """Put lines in order, within their groups."""
    ordered = sorted(lines, key=order.by)
    if not group.label:
        return Arranged(ordered)
    headed = [(place, name.casefold(), name, line) for line in ordered for place, name in dict.fromkeys(group.of(line))]
    headed.sort(key=lambda each: each[:3])
    return Arranged([line for *_, line in headed], [name for _, _, name, _ in headed])


def counts(lines: Sequence[Line]) -> str:
    """What a group comes to: what is open, overdue and silent, what waits for an action, and how much is verified."""
    actions = [line.action for line in lines if line.action is not None]
    parts = (
        (sum(each.state in OPEN for each in actions), "open"),
        (sum(each.overdue for each in actions), "overdue"),
        (sum(each.silent for each in actions), "silent"),
        (len(lines) - len(actions), "waiting"),
    )
    said = " · ".join(f"{number:,} {word}" for number, word in parts if number) or "nothing open"
    meant = [each for each in actions if each.state not in GIVEN_UP]
    return f"{said}  {bar(sum(each.state in BY_SOMEBODY_ELSE for each in meant), len(meant))}" if meant else said


def bar(done: int, of: int) -> str:
    """How much of it is verified, as a bar and in figures; full only when all of it is."""
    filled = done * BAR // of
    return f"{'█' * filled}{'▁' * (BAR - filled)} {done * 100 // of}%"
