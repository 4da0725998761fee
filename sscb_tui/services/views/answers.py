"""What the side-by-side view shows: every answer, its marks, and what was sent again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of the side-by-side view: words, or a named silence."""

    text: str
    silence: str = ""
    """Glyph and word, for example "⊘ no contact"; empty where there are words."""
    folded: str = ""
    """Whose words these only repeat, for example "as Police, C1"; empty while every answer is shown."""
    conflicts: int = 0
    """Differences between accounts that rest on these words and nobody has answered yet."""
    pins: int = 0
    """Passages of it pinned to criteria."""
    moved: int = 0
    """Pinned passages whose words no longer stand here."""
    change: str = ""
    """"added", "changed" or "withdrawn" since the agency's earlier return."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Rows are template questions, columns are agencies; aligned by question id."""

    questions: tuple[tuple[str, str], ...]
    """(id, label) of each row."""
    agencies: tuple[tuple[str, str], ...]
    """(code, name) of each column."""
    cells: tuple[tuple[CellView, ...], ...]
    """cells[row][column]."""
    notes: tuple[str, ...] = ()
    """A word on each agency's return: sent again, written on another version of the template."""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer of a return that was sent again, as it was and as it is."""

    question: str
    label: str
    kind: str
    """"added", "changed" or "withdrawn"."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReturnChanges:
    """What an agency changed when it sent its return again."""

    agency: str
    name: str
    received_at: datetime
    changes: tuple[AnswerChange, ...]
    broken: tuple[tuple[str, str], ...]
    """Pinned passages whose words no longer stand in the return: (question, words as they were pinned)."""
