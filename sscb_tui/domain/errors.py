"""What can go wrong in a way a person can act on.

SscbError
├── RuleError        refused by a rule: sentences with reason codes; exit code 1
├── InputError       bad input: where, what, what is allowed; exit code 2
├── StaleError       somebody else saved first; carries both versions
└── NotFoundError       nothing under that reference; exit code 2
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation:
    """One reason a rule says no, with its code and the source that says so."""

    code: str
    sentence: str
    source: str = ""
    field: str = ""

    def __str__(self) -> str:
        """The sentence with its code, as the command line and the screens print it."""
        return f"{self.code}: {self.sentence}" + (f" ({self.source})" if self.source else "")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: where it is, what is wrong, and what is allowed."""

    where: str
    what: str
    allowed: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """One sentence a person can act on."""
        place = f"line {self.line}, {self.where}" if self.line is not None else self.where
        return f"{place}: {self.what}" + (f" Allowed: {self.allowed}." if self.allowed else "")


class SscbError(Exception):
    """An expected failure, shown where it happened."""


class RuleError(SscbError):
    """A rule refuses; nothing was written."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        """Keep every violation, so that a person sees all of them at once."""
        self.violations = tuple(violations)
        super().__init__("\n".join(str(violation) for violation in self.violations))


class InputError(SscbError):
    """An input cannot be taken; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem, so that a file is mended once and not ten times."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class StaleError(SscbError):
    """The record was saved by somebody else after it was read here."""

    def __init__(self, what: str, read: int, stored: int) -> None:
        """Name the record and both versions."""
        self.what, self.read, self.stored = what, read, stored
        super().__init__(f"{what} was changed elsewhere (you read version {read}, the file holds {stored}).")


class NotFoundError(SscbError):
    """Nothing is held under that name."""


def refuse_if(violations: Iterable[Violation]) -> None:
    """Raise when a rule returned anything; the one bridge from pure rules to services."""
    if found := tuple(violations):
        raise RuleError(found)
