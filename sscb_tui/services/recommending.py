"""A recommendation put on the tracker, and in the same breath what it says again and why that did not work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.services.amendments import Amendments
from sscb_tui.services.tracker import Tracker

if TYPE_CHECKING:
    from sscb_tui.domain.forms import RecommendationForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Recommending:
    """Both or neither: one that reiterates another is never left without the reason."""

    room: Room

    def recommend(
        self,
        actor: Actor,
        case_id: str,
        form: RecommendationForm,
        earlier: int | None = None,
        why_not_before: str = "",
    ) -> Recommendation:
        """Put it on the tracker; with `earlier`, an R-number, say that it says that one again."""
        with self.room.deed(actor, Deed.CREATE, Thing.TRACKER, "recommendation agreed"):
            held = Tracker(self.room).recommend(actor, case_id, form)
            if earlier is None:
                return held
            return Amendments(self.room).reiterate(actor, held.id, earlier, why_not_before)
