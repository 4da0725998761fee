"""One action in the hand: everything said of it. Reads only; what is done to it stands in the deeds' own services."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.colour_reason import colour_reason
from sscb_tui.domain.rules.rag import computed, progress_of
from sscb_tui.services.possible import bars, bars_to, ways_on
from sscb_tui.services.tracker import Tracker
from sscb_tui.services.views.whole import ActionWhole

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.agency import Agency
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.terms import ActionState
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import Load

MOST = 3
"""Agencies whose load is told at once."""


@dataclass(frozen=True, slots=True)
class ActionDesk:
    """Reads what screens show of one action."""

    room: Room

    def whole(self, action_id: str) -> ActionWhole:
        """The action with its recommendation, the Board's answer and the reason of its colour."""
        action = self.room.record.actions.get(action_id)
        found = self._recommendation(action)
        today = self.room.today()
        return ActionWhole(
            action=action,
            recommendation=found,
            answer=self._answer(found) if found else "",
            reiterates=self._reiterated(found) if found else "",
            superseded_by=self._successor(action),
            colour=colour_reason(action, today),
            given=computed(progress_of(action), today),
            today=today,
        )

    def said(self, action_ids: tuple[str, ...]) -> tuple[Action, ...]:
        """These actions as they stand, for what was said of them last."""
        return tuple(self.room.record.actions.get(each) for each in action_ids)

    def ways_on(self, actor: Actor, action_ids: tuple[str, ...]) -> tuple[ActionState, ...]:
        """The states to which one note of theirs may take all of these."""
        return ways_on(self.room, actor, self.said(action_ids))

    def bars(self, actor: Actor, action_id: str) -> dict[str, str]:
        """What stands in the way of each deed, for this person now; empty where nothing does."""
        action = self.room.record.actions.get(action_id)
        return bars(self.room, actor, action, self._recommendation(action))

    def bars_to(self, actor: Actor, recommendation_id: str) -> dict[str, str]:
        """The same of a recommendation that waits for an action."""
        return bars_to(actor, self.room.record.recommendations.get(recommendation_id))

    def loads(self, text: str) -> tuple[str, ...]:
        """What the agencies named in a text carry already, in a sentence each."""
        tracker, words = Tracker(self.room), f" {_plain(text)} "
        named = [each for each in self.room.settings().agencies if any(f" {name} " in words for name in _names(each))]
        loads = ((each.brief, tracker.open_load(each.code)) for each in named[:MOST])
        return tuple(_load(name, load) for name, load in loads if load.open)

    def _recommendation(self, action: Action) -> Recommendation | None:
        key = action.recommendation_id
        return self.room.record.recommendations.find(key) if key is not None else None

    def _answer(self, recommendation: Recommendation) -> str:
        """A review's recommendation is answered with the review, any other by itself."""
        label = f"R-{recommendation.number}"
        reviews = self.room.record.reviews.of_case(recommendation.case_id)
        given = next((found for each in reviews if (found := each.answer_to(label)) is not None), None)
        if given is not None:
            return ": ".join(part for part in (given.accepted.label, given.reason) if part)
        accepted = recommendation.accepted.label if recommendation.accepted else ""
        return ": ".join(part for part in (accepted, recommendation.response) if part)

    def _reiterated(self, recommendation: Recommendation) -> str:
        key = recommendation.reiterates
        earlier = self.room.record.recommendations.find(key) if key is not None else None
        return f"R-{earlier.number}" if earlier else ""

    def _successor(self, action: Action) -> str:
        key = action.superseded_by
        successor = self.room.record.actions.find(key) if key is not None else None
        return f"A-{successor.number}" if successor else ""


def _names(agency: Agency) -> tuple[str, ...]:
    """Everything it is called."""
    return tuple(_plain(name) for name in (agency.code, agency.brief, *(each.name for each in agency.names)))


def _plain(text: str) -> str:
    """Words without signs; capitals stay, since an agency's name is told by them from a word."""
    return " ".join(re.findall(r"[^\W_]+", text))


def _load(name: str, load: Load) -> str:
    parts = [f"{load.open} open", *([f"{load.overdue} overdue"] if load.overdue else [])]
    silent = f", {load.silent} silent" if load.silent else ""
    return f"{name} carries {', '.join(parts)}{silent}."
