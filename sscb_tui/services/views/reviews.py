"""A review as the screen and the command line show it: parts, each with its state in words and its lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.terms import Move, Stage
    from sscb_tui.domain.thread import Address


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One line of a part, and what it says in full."""

    key: str
    """What the services know it by: an id, F-1, the number of a restriction."""
    label: str
    state: str
    mark: str = ""
    """✓ done, ! in the way, ○ to do; the state says it in words."""
    words: tuple[tuple[str, str], ...] = ()
    """(heading, words) of the pane beside it."""
    at: Address | None = None
    """The thing of the record it is, for the golden thread."""


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """One part of a review's life."""

    key: str
    label: str
    state: str
    mark: str
    items: tuple[ReviewItem, ...]
    at: Address | None = None
    """The thing of the record it is as a whole, where it is one."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The move that takes the case on, who makes it, and what stands against it."""

    move: Move | None
    words: str
    who: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Everything about one case's review."""

    reference: str
    pseudonym: str
    stage: Stage
    kind: str
    line: tuple[tuple[str, str], ...]
    """The stage line: (label, "done" | "now" | "todo")."""
    due: date | None
    target: date | None
    working_days: int | None
    next: NextStep
    parts: tuple[ReviewPart, ...]
    at: Address | None = None
    """The review itself; None before one is commissioned."""

    def part(self, key: str) -> ReviewPart:
        """The part under that key."""
        return next(part for part in self.parts if part.key == key)
