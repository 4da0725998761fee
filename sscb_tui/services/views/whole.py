"""One action with everything that is said of it, for the pane beside the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.terms import Rag


@dataclass(frozen=True, slots=True)
class ActionWhole:
    """The action, what it carries out, and what is derived of both."""

    action: Action
    recommendation: Recommendation | None
    answer: str
    """What the Board answered to the recommendation, in words; empty until it has."""
    reiterates: str
    """The earlier recommendation that says the same, as R-n."""
    superseded_by: str
    """The action that took its place, as A-n."""
    colour: str
    """Letter, and why."""
    given: Rag
    """What the key gives, whatever was set by hand."""
    today: date
