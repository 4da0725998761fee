"""What of an imported row no field of ours holds: kept word for word as a progress note, and never written twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sscb_tui.domain.trackers.columns import Column
from sscb_tui.domain.trackers.given import Given
from sscb_tui.domain.trackers.words import bodies, level_of, origin_of, state_of

if TYPE_CHECKING:
    from sscb_tui.domain.agency import Agency

_OPEN = {
    Column.DUE: "Due as given",
    Column.FIRST_DUE: "First due as given",
    Column.AGREED: "Agreed as given",
    Column.START: "Start as given",
}


def kept_words(row: Given, known: Sequence[Agency]) -> list[str]:
    """Progress first, in its own words; then whatever else could not become a field of ours."""
    lines = [row.said(Column.PROGRESS)] if row.said(Column.PROGRESS) else []
    lines += [f"{label}: {row.when(column).words}" for column, label in _OPEN.items() if row.when(column).open]
    if row.when(Column.FIRST_DUE).day and row.when(Column.DUE).day is None:
        lines.append(f"{_OPEN[Column.FIRST_DUE]}: {row.when(Column.FIRST_DUE).words}")
    lines += [f"{label}: {said}" for label, said in _unread(row, known)]
    if row.colour.name or row.colour.said:
        said = f" ({row.colour.said})" if row.colour.name and row.colour.said else row.colour.said
        lines.append(f"Their colour: {row.colour.name}{said}")
    if evidence := row.said(Column.EVIDENCE):
        lines.append(f"Evidence as given: {evidence}")
    return lines + [f"{heading}: {words.strip()}" for heading, words in row.notes]


def _unread(row: Given, known: Sequence[Agency]) -> Iterable[tuple[str, str]]:
    """Words under our columns that come to no word of ours, or to less than they say."""
    state, agency = row.said(Column.STATE), row.said(Column.AGENCY)
    found = state_of(state)
    if state and (found is None or found.label != state.casefold()):
        yield "Status as given", state
    if agency and not bodies(agency, known).lead:
        yield "Agency as given", agency
    contributing = row.said(Column.CONTRIBUTING)
    if contributing and bodies(contributing, known).unknown:
        yield "Contributing as given", contributing
    if (level := row.said(Column.LEVEL)) and level_of(level) is None:
        yield "Level as given", level
    if (origin := row.said(Column.ORIGIN)) and origin_of(origin) is None:
        yield "Origin as given", origin


def unsaid(lines: Iterable[str], said: Iterable[str]) -> str:
    """The lines that nobody has said yet, so that a cell which grows from month to month adds only what is new."""
    before = {line.strip() for text in said for line in text.split("\n")}
    return "\n".join(line for text in lines for line in text.split("\n") if line.strip() and line.strip() not in before)


def with_notes(row: Given, *notes: tuple[str, str]) -> Given:
    """The row with more that is to be kept in words; blank ones say nothing."""
    return replace(row, notes=(*row.notes, *(each for each in notes if each[1])))


def of_a_recommendation(row: Given) -> tuple[tuple[str, str], ...]:
    """What a row says of a recommendation that it does not state."""
    columns = (Column.RECOMMENDATION_NUMBER, Column.THEMES, Column.ORIGIN, Column.LEVEL)
    return tuple((f"{column.label} as given".capitalize(), row.said(column)) for column in columns)
