"""The lines of the tracker: actions, and what still waits for one, with every word by which people look for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sscb_tui.domain.text import folded
from sscb_tui.services.views import ActionRow, OpenEnd

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings

LETTERS = {"A": 0, "R": 1, "F": 2}
"""Actions before recommendations before findings, where they go by number."""


class Line(NamedTuple):
    """One line; the words are folded, each name of the agency begins after a blank."""

    key: str
    label: str
    """A-12, R-7 or F-2."""
    thing: ActionRow | OpenEnd
    action: ActionRow | None
    """The same, where it is an action."""
    agency: str
    """What people call it in little room; empty where none is named."""
    agencies: str
    """Code, short name and every name it had."""
    text: str

    @property
    def state(self) -> str:
        """Its state in words; of what is no action, what it waits for."""
        return self.thing.waits_for if isinstance(self.thing, OpenEnd) else self.thing.state.label

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands by number."""
        return LETTERS[self.label[0]], self.thing.number


def lines(rows: Sequence[ActionRow], ends: Sequence[OpenEnd], settings: BoardSettings) -> tuple[Line, ...]:
    """Actions by number, then what waits for one."""
    brief = {agency.code: agency.brief for agency in settings.agencies}
    names = {
        agency.code: folded(f" {agency.code} {agency.brief} {' '.join(name.name for name in agency.names)}")
        for agency in settings.agencies
    }
    return (*_actions(rows, brief, names), *(_end(end, brief, names) for end in ends))


def _actions(rows: Sequence[ActionRow], brief: dict[str, str], names: dict[str, str]) -> Iterator[Line]:
    for row in rows:
        label = f"A-{row.number}"
        known = names.get(row.agency) or folded(f" {row.agency}")
        words = (
            *(label, row.number_given, row.recommendation, *row.also, row.reference, row.pseudonym, row.action),
            *(row.outcome, row.owner, row.state.label, *row.themes, *_said(row), *(gap.label for gap in row.gaps)),
        )
        yield Line(row.action_id, label, row, row, brief.get(row.agency, row.agency), known, _folded(words) + known)


def _said(row: ActionRow) -> Iterator[str]:
    """What is derived and has a word."""
    if row.overdue:
        yield "overdue"
    if row.silent:
        yield "silent"


def _end(end: OpenEnd, brief: dict[str, str], names: dict[str, str]) -> Line:
    words = (end.label, end.number_given, end.reference, end.pseudonym, end.action, end.waits_for, *end.themes)
    known = names.get(end.agency) or folded(f" {end.agency}")
    return Line(end.key, end.label, end, None, brief.get(end.agency, end.agency), known, _folded(words) + known)


def _folded(words: Sequence[str]) -> str:
    return folded("\n".join(words))
