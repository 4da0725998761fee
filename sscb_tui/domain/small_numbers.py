"""The small-number rule: in anything public, counts of 1 to 4 are kept back, and so is whatever would give them away.

A small count in public can be the one family everybody has read about. Keeping it back alone is not enough where the
total is printed: then it can be worked out, and further counts are kept back until none can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST, LARGEST = 1, 4
FEW, KEPT_BACK = "<5", "withheld"
MEANING = f"“{FEW}” is 1 to 4; “{KEPT_BACK}” is any number from 5, kept back so that no other can be worked out."
_ANY = 10**9


@dataclass(frozen=True, slots=True)
class Told:
    """Counts as they may be told in public: in their order, and their total."""

    cells: tuple[str, ...]
    total: str


def is_small(count: int) -> bool:
    """Whether a count could point at somebody."""
    return SMALLEST <= count <= LARGEST


def alone(count: int) -> str:
    """A count that no other adds up with."""
    return FEW if is_small(count) else str(count)


def told(counts: Sequence[int], *, total_shown: bool = True) -> Told:
    """Counts that add up to a total: which of them are told, and whether the total is.

    The total goes last: papers print it once and count by several things. With it kept back, nothing can be worked out.
    """
    total = sum(counts)
    if not total_shown:
        return Told(tuple(map(alone, counts)), KEPT_BACK)
    kept = {place for place, count in enumerate(counts) if is_small(count)}
    while _can_be_worked_out(counts, kept, total):
        further = [place for place, count in enumerate(counts) if place not in kept and count > LARGEST]
        if not further:
            return told(counts, total_shown=False)
        kept.add(min(further, key=lambda place: (counts[place], place)))
    return Told(tuple(_told(count, place in kept) for place, count in enumerate(counts)), alone(total))


def _told(count: int, kept: bool) -> str:
    return alone(count) if is_small(count) or not kept else KEPT_BACK


def _can_be_worked_out(counts: Sequence[int], kept: set[int], total: int) -> bool:
    """Whether some count that is kept back can only be one number, given the total and the counts that are told."""
    ranges = {place: _range(counts[place]) for place in kept}
    shown = sum(count for place, count in enumerate(counts) if place not in kept)
    low, high = ((SMALLEST, LARGEST) if is_small(total) else (total, total)) if kept else (0, _ANY)
    least, most = low - shown, high - shown
    lowest, highest = (sum(each[end] for each in ranges.values()) for end in (0, 1))
    return any(
        max(own[0], least - (highest - own[1])) == min(own[1], most - (lowest - own[0])) for own in ranges.values()
    )


def _range(count: int) -> tuple[int, int]:
    """What a reader knows of a count that is kept back."""
    return (SMALLEST, LARGEST) if is_small(count) else (LARGEST + 1, _ANY)
