"""A form cut at its headings: what stands in its header table, and the lines under each question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.markup import alike, boundaries, cells, fold, open_fences, tables
from sscb_tui.domain.errors import InputError, Problem

REFERENCE, TOKEN, AGENCY, VERSION, PEOPLE = (
    "Case reference",
    "Token",
    "Agency code",
    "Template version",
    "People asked about",
)
"""Rows of the form's header table that a program reads back."""
_HEADER = {fold(label): label for label in (REFERENCE, TOKEN, AGENCY, VERSION, PEOPLE)}


@dataclass(frozen=True, slots=True)
class Slice:
    """One question's part of the file: its heading's line, counted from one, and the lines below it."""

    question: str
    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CutForm:
    """A form cut up, before anything in it is judged."""

    header: Mapping[str, str]
    slices: tuple[Slice, ...]
    strays: tuple[Slice, ...]
    """Words under a section's heading, which no question would keep."""
    open_fences: tuple[int, ...]


@dataclass(slots=True)
class Findings:
    """Every problem of one file, collected so that the agency mends it once."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, where: str, what: str, allowed: str = "", *, line: int | None = None) -> None:
        """Note one problem; the sentence's full stop is put here."""
        self.problems.append(Problem(where, f"{what}.", allowed, line))

    def refuse(self) -> None:
        """Raise everything found, in the order of the file; nothing if nothing was."""
        if self.problems:
            raise InputError(sorted(self.problems, key=lambda problem: problem.line or 0))


def cut(text: str) -> CutForm:
    """Cut a form at its headings; the agency's words are sliced by line and not touched."""
    text = alike(text.removeprefix("\ufeff"))
    lines = text.split("\n")
    marks = boundaries(text)
    ends = [mark.line for mark in marks[1:]] + [len(lines)]
    parts = [
        Slice(mark.question, mark.line + 1, tuple(lines[mark.line + 1 : end]))
        for mark, end in zip(marks, ends, strict=bool(marks))
    ]
    preamble = "\n".join(lines[: marks[0].line] if marks else lines)
    return CutForm(
        header=_header(preamble),
        slices=tuple(part for part in parts if part.question),
        strays=tuple(part for part in parts if not part.question and any(line.strip() for line in part.lines)),
        open_fences=tuple(number + 1 for number in open_fences(text)),
    )


def _header(preamble: str) -> dict[str, str]:
    """The labelled rows of any table before the first question, the first of each label."""
    lines = preamble.split("\n")
    rows = (cells(line) for first, end in tables(preamble) for line in lines[first:end])
    found: dict[str, str] = {}
    for row in rows:
        if len(row) == 2 and (label := _HEADER.get(fold(row[0]))):
            found.setdefault(label, row[1])
    return found
