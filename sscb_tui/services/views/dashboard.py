"""What the Board's dashboard shows (X-13): figures of the tracker and the decisions, to be drawn or told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sscb_tui.services.views.cases import ActionRow


@dataclass(frozen=True, slots=True)
class Bar:
    """One count of a figure."""

    label: str
    count: int
    asks: str = ""
    """What the tracker is asked to list exactly these; empty where it cannot be."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing counted: its bars in the order they are read, and of how many they are."""

    name: str
    """By which a file or a key finds it: "timeliness"."""
    title: str
    bars: tuple[Bar, ...]
    of: int
    parts: bool = True
    """Whether every one of them is counted under exactly one bar."""
    says: str = ""
    """What it means, where the bars alone do not say it."""
    over_time: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(bar.count for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Cross:
    """Actions counted two ways at once: every action stands in exactly one cell."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """Row by row."""


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """How one agency stands."""

    agency: str
    name: str
    total: int
    open: int
    overdue: int
    silent: int
    red: int
    done: int
    moves: int
    slipped_days: int
    """Days by which its dates were put off, added up."""


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme that more than one review came to, and how the actions of the earlier ones stand."""

    theme: str
    reviews: tuple[str, ...]
    actions: int
    earlier: Mapping[str, int]
    """Actions of all reviews but the last, by how they stand."""


@dataclass(frozen=True, slots=True)
class DecisionFigures:
    """The Chair's decisions and how long they took (CK-2, CK-4); every share with what it is a share of."""

    decided: int
    in_time: int
    """Within a month of the Board being told."""
    median_days: float | None
    waiting: int
    waiting_late: int
    to_tell: int
    """Decisions whose notices are sent, or should have been."""
    told_in_time: int
    """Those of which everybody was told within five working days."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything on the dashboard on one day."""

    on: date
    about: str
    """What it is narrowed to; empty for everything."""
    rows: tuple[ActionRow, ...]
    figures: tuple[Figure, ...]
    agencies: tuple[AgencyLine, ...]
    by_agency: Cross
    """What may be public of it, under the small-number rule."""
    themes: tuple[ThemeLine, ...]
    overdue: tuple[ActionRow, ...]
    silent: tuple[ActionRow, ...]
    red_for_two_cycles: tuple[ActionRow, ...]
    retests: tuple[ActionRow, ...]
    """Tests of effect that are due."""
    decisions: DecisionFigures
    open: int
    unowned: int

    @property
    def total(self) -> int:
        """How many actions there are."""
        return len(self.rows)

    def figure(self, name: str) -> Figure:
        """The figure under that name."""
        return next(each for each in self.figures if each.name == name)
