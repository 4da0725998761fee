"""What every paper shares: marking, title block, numbered paragraphs, tables set in columns, and the closing line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from exports import escape
from exports.escape import block, inline
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import names_of

_WIDEST, _WIDEST_OF_FEW = 40, 92
"""Cells are set in columns up to a width; longer words run on rather than push every row out."""
NOT_SAID = "–"
WIDTH = 100
"""Our own words wrap here; other people's are never broken."""


def moment(at: datetime | None) -> str:
    """A day and time as papers print them."""
    return NOT_SAID if at is None else f"{shown(at.date())}, {at:%H:%M}"


def clock(at: datetime | None) -> str:
    """A time of day."""
    return NOT_SAID if at is None else f"{at:%H:%M}"


def agency_words(code: str, board: BoardSettings, on: datetime | None = None) -> str:
    """An agency by the name it had on the day, for a paper's running text."""
    agency = board.agency(code)
    return inline(agency.name_on(on.date()) if agency and on else agency.names[-1].name if agency else code)


def pairs(rows: Iterable[tuple[str, str]]) -> list[str]:
    """A two-column table of labels and values whose first row is its head."""
    head, *rest = rows
    return table(head, rest)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table whose cells are already escaped, padded so that the plain text reads as well."""
    grid = [tuple(head), *(tuple(row) for row in rows)]
    widest = _WIDEST if len(head) > 3 else _WIDEST_OF_FEW
    widths = [max(3, *(min(widest, _width(row[column])) for row in grid)) for column in range(len(head))]
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return [_row(grid[0], widths), rule, *(_row(row, widths) for row in grid[1:])]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join(padded) + " |"


def _width(text: str) -> int:
    """Columns a text takes in plain type; some scripts take two for a sign, and marks over letters none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


class Masks(Protocol):
    """Knows what a paper does not say."""

    def masked(self, text: str) -> str:
        """The text without it."""


@dataclass(slots=True)
class Sheet:
    """A paper as it is written: headings number themselves, and so do the paragraphs below them."""

    names: Masks
    """What no paper says of the child and the family; people's words are printed without it (name scan of F7.01)."""
    lines: list[str] = field(default_factory=list)
    heading_number: int = 0
    paragraph_number: int = 0

    def said(self, text: str) -> str:
        """Somebody's words with the pseudonym, relationships and signs in place of what identifies the family."""
        return self.names.masked(text)

    def cell(self, text: str) -> str:
        """Somebody's words for a table; a dash where there are none."""
        return escape.cell(self.said(text)) or NOT_SAID

    def inline(self, text: str) -> str:
        """Somebody's words within a line."""
        return inline(self.said(text))

    def heading(self, title: str) -> None:
        """The next numbered heading."""
        self.heading_number += 1
        self.paragraph_number = 0
        self.add(f"## {self.heading_number}. {title}")

    def paragraph(self, text: str, lead: str = "") -> str:
        """The next numbered paragraph of somebody's words, with a lead-in of ours; answers its number."""
        self.paragraph_number += 1
        number = f"{self.heading_number}.{self.paragraph_number}"
        self.add(" ".join(part for part in (number, lead, block(self.said(text))) if part))
        return number

    def add(self, *lines: str) -> None:
        """Lines already made safe, with a blank line after them."""
        self.lines += [*lines, ""]

    def box(self, title: str, text: str) -> None:
        """Words set apart, as a dissent is."""
        body = block(self.said(text)).split("\n")
        self.add(f"> **{title}**", ">", *(f"> {line}".rstrip(" ") for line in body))

    def text(self) -> str:
        """The paper, ending in exactly one line end."""
        return "\n".join(self.lines).rstrip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class Cover:
    """What the head of a paper says about it."""

    title: str
    status: str
    version: int
    extra: tuple[tuple[str, str], ...] = ()
    """Further rows, already escaped."""
    marking: str | None = None
    """In place of the Board's own; empty for what is public."""


OFFICIAL = "OFFICIAL"
"""The marking of what says nothing of a case that is not public already."""


class Nobody:
    """For papers in whose words nobody can be named, since nobody wrote them."""

    def masked(self, text: str) -> str:
        """The text as it is."""
        return text


def begin(cover: Cover, file: CaseFile, board: BoardSettings, on: datetime, names: Masks | None = None) -> Sheet:
    """A paper's marking, title and title block: pseudonym and reference, never the child's name."""
    case, sheet = file.case, Sheet(names or names_of(file))
    about = (("Reference", inline(case.reference)), ("Child", f"{inline(case.pseudonym)} (a pseudonym)"))
    masthead(sheet, cover, about, board, on)
    return sheet


def masthead(sheet: Sheet, cover: Cover, about: Iterable[tuple[str, str]], board: BoardSettings, on: datetime) -> None:
    """Marking, title and title block of a paper, whatever it is about."""
    if marking := _marking(cover, board):
        sheet.add(f"**{marking}**")
    sheet.add(f"# {cover.title}")
    rows = (
        *about,
        ("Board", inline(board.name)),
        ("Status", cover.status),
        ("Version", str(cover.version)),
        *cover.extra,
        ("Printed", moment(on)),
        ("Every page", "carries the marking, the reference and its number, as the closing line has them"),
    )
    sheet.add(*pairs(rows if marking else rows[:-1]))


def _marking(cover: Cover, board: BoardSettings) -> str:
    return inline(board.marking if cover.marking is None else cover.marking)


def finish(sheet: Sheet, cover: Cover, file: CaseFile, board: BoardSettings) -> str:
    """The paper with its closing line: marking, reference, version, and room for the page."""
    return closed(sheet, cover, (inline(file.case.reference), inline(file.case.pseudonym)), board)


def closed(sheet: Sheet, cover: Cover, about: Iterable[str], board: BoardSettings) -> str:
    """The same, whatever the paper is about."""
    marking = _marking(cover, board)
    sheet.add("---")
    sheet.add(
        " · ".join((*([f"**{marking}**"] if marking else ()), *about, f"version {cover.version}", "page ___ of ___"))
    )
    return sheet.text()
