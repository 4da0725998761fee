"""What a search found, as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_tui.domain.passage import Sort
    from sscb_tui.domain.searching import Part
    from sscb_tui.domain.thread import Address


@dataclass(frozen=True, slots=True)
class FoundFacts:
    """A passage as the index knows it."""

    case_id: str
    reference: str
    pseudonym: str
    at: Address
    sort: Sort
    label: str
    on: str
    """The day it was said, as YYYY-MM-DD; empty where the record does not say."""
    words: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: where it stands, and so much of it that what was looked for is seen."""

    case_id: str
    reference: str
    pseudonym: str
    at: Address
    sort: Sort
    label: str
    on: str
    parts: tuple[Part, ...]
    """Words, and whether they were looked for."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, best first."""

    rows: tuple[Hit, ...]
    more: bool = False
    """Whether there are others."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """An earlier recommendation much like the words being written, and what became of it."""

    recommendation_id: str
    number: int
    case_id: str
    reference: str
    pseudonym: str
    text: str
    standing: str
    """How its actions stand: "closed, impact shown", "2 actions, 1 overdue", "no action"."""
    at: Address
