"""What a difference is: one matter, and who says what about it in whose words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from sscb_tui.domain.terms import DifferenceKind

REFERRAL = ""
"""Stands where an agency's code would, for what the referral says."""
_QUOTED = 100
_ID_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Saying:
    """What one party says about the matter, and where it stands."""

    agency: str
    """The agency's code; empty for the referral."""
    where: str
    """The question (F4.B2), the row of the chronology (F4.D1 row 3) or the part of the referral."""
    words: str
    """The passage exactly as it stands."""

    @property
    def quote(self) -> str:
        """The same on one line, cut where it grows too long for a list."""
        line = " ".join(self.words.split())
        return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Difference:
    """A conflict between accounts: found, never merged, until people settle it."""

    kind: DifferenceKind
    what: str
    sayings: tuple[Saying, ...]
    id: str
    """The same every time it is found, so that a minute can settle it by name."""


def difference(kind: DifferenceKind, matter: str, what: str, sayings: Iterable[Saying]) -> Difference:
    """A difference under the id its kind and matter give it, whatever words it is told in."""
    digest = hashlib.sha256(f"{kind.value}|{matter}".encode()).hexdigest()
    return Difference(kind, what, tuple(dict.fromkeys(sayings)), f"{kind.value}-{digest[:_ID_LENGTH]}")
