"""A table from outside as it stands: cells with their words, their days and their colours, nothing made of them yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what is written in it, the day if the spreadsheet keeps it as one, and the colour behind it."""

    text: str = ""
    day: date | None = None
    fill: str = ""
    """Six figures of red, green and blue; empty where nothing is coloured in."""

    @property
    def blank(self) -> bool:
        """Whether it says nothing; a colour alone is something."""
        return not (self.text.strip() or self.day or self.fill)


@dataclass(frozen=True, slots=True)
class Line:
    """One row, under the number people find it by."""

    number: int
    cells: tuple[Cell, ...]

    def at(self, position: int) -> Cell:
        """The cell in that place; rows may be shorter than the header."""
        return self.cells[position] if position < len(self.cells) else Cell()

    @property
    def says(self) -> bool:
        """Whether any cell holds words or a day: a band of colour is no row."""
        return any(cell.text.strip() or cell.day for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole table, with the name of its sheet where the file has sheets, and those it has besides."""

    lines: tuple[Line, ...]
    name: str = ""
    others: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the reader of the file had to decide and says aloud."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose header row is known: the headings, and the rows below that say anything."""

    headings: tuple[str, ...]
    at: int
    """The header row's number."""
    lines: tuple[Line, ...]

    def sample(self, position: int, most: int = 3) -> tuple[str, ...]:
        """The first words of a column, so that a person sees what it holds."""
        said = (line.at(position) for line in self.lines)
        return tuple([cell.text or (f"colour {cell.fill}") for cell in said if not cell.blank][:most])


def below(sheet: Sheet, header: int) -> Headed:
    """The table below the header row at that place in `sheet.lines`; empty columns at the end are left out."""
    line = sheet.lines[header]
    rows = tuple(each for each in sheet.lines[header + 1 :] if each.says)
    width = max((last_said(each.cells) for each in (line, *rows)), default=0)
    headings = tuple(" ".join(line.at(position).text.split()) for position in range(width))
    return Headed(headings, line.number, rows)


def last_said(cells: Sequence[Cell]) -> int:
    """How many cells there are up to the last that says something."""
    return max((place for place, cell in enumerate(cells, start=1) if cell.text.strip() or cell.day), default=0)
