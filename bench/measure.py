"""One line of the results: ours beside a floor that does the same with nothing of ours, and whether the ratio holds."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Sample = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, in the unit named; `hold` is the largest ratio, or value where there is no floor."""

    name: str
    ours: float
    floor: float | None
    unit: str
    hold: float

    @property
    def ratio(self) -> float | None:
        """Ours by the floor's; None where the value itself is held."""
        return self.ours / self.floor if self.floor else None

    @property
    def holds(self) -> bool:
        """Whether it is within bounds."""
        return (self.ours if self.ratio is None else self.ratio) <= self.hold

    def data(self) -> dict[str, object]:
        """The row as `results.json` keeps it."""
        return {
            "name": self.name,
            "ours": round(self.ours, 3),
            "floor": None if self.floor is None else round(self.floor, 3),
            "unit": self.unit,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "hold": self.hold,
            "holds": self.holds,
        }

    def line(self) -> str:
        """The row as a person reads it."""
        floor = "" if self.floor is None else f" beside {self.floor:.1f} {self.unit}"
        ratio = "" if self.ratio is None else f" = {self.ratio:.2f} x"
        verdict = "holds" if self.holds else "DOES NOT HOLD"
        return f"{self.name:<58} {self.ours:9.1f} {self.unit}{floor}{ratio}  (at most {self.hold:g})  {verdict}"


def interleaved(samples: Sequence[Sample], rounds: int) -> tuple[float, ...]:
    """The median of each sample, taken in turns so that a noisy machine is noisy for all of them."""
    for sample in samples:
        sample()
    taken = [[sample() for sample in samples] for _ in range(rounds)]
    return tuple(statistics.median(column) for column in zip(*taken, strict=True))
