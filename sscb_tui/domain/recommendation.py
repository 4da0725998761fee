"""Recommendations (R-n): what should change, addressed to whom, and what the Board answered."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import Aggregate, CaseId, RecommendationId, Said
from sscb_tui.domain.terms import Accepted, Level, Origin


class Recommendation(Aggregate):
    """What should change, addressed to whom (RA.01 to RA.05)."""

    id: RecommendationId
    number: Annotated[int, Field(ge=1)]
    case_id: CaseId
    number_given: str = ""
    """The number it arrived with: a report's own, or another Board's."""
    text: Said
    """As published, once it is; a change is then another recommendation (RA.02)."""
    origin: Origin
    level: Level = Level.MULTI_AGENCY
    addressed_to: str = ""
    """Who can do it, where the level does not say: an agency, a post, a national body."""
    outcome: str = ""
    """What will be different for children."""
    themes: tuple[str, ...] = ()
    finding: str = ""
    rests_on: tuple[str, ...] = ()
    """The passages, criteria, finding or decision it comes from: "POL F4.G4", "minute 12", "(a)", "F-2"."""
    accepted: Accepted | None = None
    """The Board's answer; that to a review's report stands with the review (F15.03)."""
    response: str = ""
    """The Board's words: why it is accepted, in part or not."""
    reiterates: RecommendationId | None = None
    """An earlier one that says the same."""
    why_not_before: str = ""
    """Why the earlier one did not work, as somebody answered."""
    locked_on: date | None = None
    """The day its text was published."""
