"""One row of somebody's tracker, read by its columns: what it says in our terms, and what stays in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sscb_tui.domain.trackers.colours import Colour, colour_of
from sscb_tui.domain.trackers.columns import Column, Mapped
from sscb_tui.domain.trackers.sheet import Headed, Line
from sscb_tui.domain.trackers.when import When, when

_DAYS = (Column.DUE, Column.FIRST_DUE, Column.AGREED, Column.START)

_CARRIED = (Column.RECOMMENDATION, Column.RECOMMENDATION_NUMBER)


@dataclass(frozen=True, slots=True)
class Given:
    """What one row says; every word of it is in one of these, so that nothing is lost."""

    number: int
    """The row people find it by."""
    words: dict[Column, str] = field(default_factory=dict)
    days: dict[Column, When] = field(default_factory=dict)
    colour: Colour = field(default_factory=Colour)
    notes: tuple[tuple[str, str], ...] = ()
    """Columns that are none of ours, each under its heading."""

    def said(self, column: Column) -> str:
        """The words under a column, without the white space around them; empty where there are none."""
        return self.words.get(column, "").strip()

    def when(self, column: Column) -> When:
        """The day under a column."""
        return self.days.get(column, When())

    @property
    def remarks(self) -> tuple[str, ...]:
        """How its days were read, where they could have been read otherwise."""
        return tuple(each.remark for each in self.days.values() if each.remark)


def given(table: Headed, columns: Mapped) -> tuple[Given, ...]:
    """Every row of a table, by its columns."""
    return tuple(_row(line, table.headings, columns) for line in table.lines)


def carried_down(rows: Sequence[Given]) -> tuple[Given, ...]:
    """The rows, each action without a recommendation under the one above it, where somebody says blank means that."""
    carried: list[Given] = []
    above: dict[Column, str] = {}
    for row in rows:
        if row.said(Column.RECOMMENDATION):
            above = {column: row.words[column] for column in _CARRIED if column in row.words}
        blank = row.said(Column.ACTION) and not row.said(Column.RECOMMENDATION)
        carried.append(replace(row, words=above | row.words) if blank else row)
    return tuple(carried)


def _row(line: Line, headings: Sequence[str], columns: Mapped) -> Given:
    words: dict[Column, str] = {}
    days: dict[Column, When] = {}
    colour, notes = Colour(), []
    for place, column in enumerate(columns):
        cell, heading = line.at(place), headings[place] or f"column {place + 1}"
        if column in _DAYS:
            days[column] = when(cell)
        elif column is Column.RAG:
            colour = colour_of(cell)
        elif column is Column.NOTE:
            notes += [(heading, cell.text)] * bool(cell.text.strip())
        elif column is not Column.NOTHING and cell.text.strip():
            words[column] = _joined(words.get(column), heading, cell.text, columns.count(column))
    return Given(line.number, words, days, colour, tuple(notes))


def _joined(before: str | None, heading: str, text: str, columns: int) -> str:
    """Several columns of one kind are told apart by their headings: "Q1 update: ..."."""
    if columns == 1:
        return text
    said = f"{heading}: {text}"
    return said if before is None else f"{before}\n{said}"
