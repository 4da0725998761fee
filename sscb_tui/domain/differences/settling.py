"""Answers to differences: which one stands, and whether it still answers what the parties say (F6.11)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import DifferenceState

if TYPE_CHECKING:
    from sscb_tui.domain.differences.model import Difference
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.settlement import Settlement


def answers(difference: Difference, file: CaseFile) -> tuple[Settlement, ...]:
    """Every answer ever given to the difference, oldest first."""
    return tuple(each for each in file.settlements if each.difference == difference.id)


def settled_by(difference: Difference, file: CaseFile) -> Settlement | None:
    """The answer that stands: the last one, unless a party has put the matter in other words since."""
    given = answers(difference, file)
    last = given[-1] if given else None
    return last if last is not None and last.rests_on in ("", digest(difference)) else None


def state_of(standing: Settlement | None) -> DifferenceState:
    """Settled in words, with somebody to check by a day, or open."""
    if standing is None:
        return DifferenceState.OPEN
    return DifferenceState.SETTLED if standing.settled.strip() else DifferenceState.CHECKING


def digest(difference: Difference) -> str:
    """The words of all parties in a few signs; rows renumbered or told in another order change nothing."""
    said = sorted(f"{each.agency}|{' '.join(each.words.split())}" for each in difference.sayings)
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]
