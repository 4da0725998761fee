"""What the learning section of the annual report tells (F16), before the small-number rule is applied to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sscb_tui.services.views.dashboard import Cross, DecisionFigures, Figure


@dataclass(frozen=True, slots=True)
class PublishedReview:
    """A review that was published in the year, under its pseudonym."""

    case_id: str
    pseudonym: str
    title: str
    on: date
    address: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What changed, with the entry that says so: "A-12, impact of 3 Jun 2027"."""

    case_id: str
    cites: str
    words: str
    source: str
    sample: str
    shown: str
    confidence: str
    counter: str
    """What speaks against it."""


@dataclass(frozen=True, slots=True)
class AnnualFigures:
    """One financial year of the Board."""

    year_end: date
    referred: Figure
    """Cases notified in the year, by what was decided."""
    scoped: int
    decisions: DecisionFigures
    started: int
    under_way: int
    """Reviews commissioned and not published when the year ended."""
    published: tuple[PublishedReview, ...]
    themes: Figure
    by_agency: Cross
    claims: tuple[Claim, ...]
    total: int
    """Actions on the tracker."""
