"""One round of asking an agency how far its actions are (6.6): what was asked, what came back, and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.base import ActionId, AgencyCode, Aggregate, Model, Moment, ProgressRoundId, Said
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.terms import ActionState

BEFORE_THE_MEETING = 15
"""Working days before the meeting by which agencies answer, so that the papers can go out with what they said."""
SAYABLE = (ActionState.NOT_STARTED, ActionState.IN_PROGRESS, ActionState.DONE_UNVERIFIED, ActionState.BLOCKED)
"""What an agency may say of its own action; that it is verified is for others to say (6.3)."""


class Asked(Model):
    """An action as it stood when its agency was asked."""

    action_id: ActionId
    number: Annotated[int, Field(ge=1)]
    version: int
    state: ActionState


class EvidenceGiven(Model):
    """What an agency says shows that something was done: kind, day, where it is kept, whom it reached."""

    on: date
    kind: Said
    rung: Annotated[int, Field(ge=1, le=7)]
    note: Said
    where: str = ""
    reached: Annotated[int, Field(ge=0)] | None = None
    intended: Annotated[int, Field(ge=1)] | None = None


class ProgressAnswer(Model):
    """What an agency says of one action."""

    number: Annotated[int, Field(ge=1)]
    state: ActionState | None = None
    note: Said
    evidence: EvidenceGiven | None = None
    proposed: date | None = None
    """Another date it asks for; a proposal, which moves nothing."""
    reason: str = ""

    @model_validator(mode="after")
    def _says_what_an_owner_may_say(self) -> ProgressAnswer:
        if self.state is not None and self.state not in SAYABLE:
            raise ValueError(f"{self.state.label} is not for the agency to say")
        if self.proposed is not None and not self.reason.strip():
            raise ValueError("another date needs its reason")
        return self


class ProgressReturn(Model):
    """A form that came back, whole."""

    token: Said
    agency: AgencyCode
    post: Said
    """Who answers for the agency."""
    completed_on: date
    answers: tuple[ProgressAnswer, ...]

    def answer(self, number: int) -> ProgressAnswer | None:
        """What was said of one action; None where nothing was."""
        return next((each for each in self.answers if each.number == number), None)


class ProgressRound(Aggregate):
    """One agency asked before one meeting."""

    id: ProgressRoundId
    agency: AgencyCode
    token: Said
    """Ties a form that comes back to this round."""
    meeting_on: date
    asked_at: Moment
    due: date
    asked: tuple[Asked, ...]
    returned: ProgressReturn | None = None
    receipts: tuple[Receipt, ...] = ()

    def was(self, number: int) -> Asked | None:
        """The action as it stood when it was asked about; None where it was not."""
        return next((each for each in self.asked if each.number == number), None)

    @property
    def silent_on(self) -> tuple[int, ...]:
        """Actions asked about of which nothing was said."""
        return tuple(each.number for each in self.asked if not (self.returned and self.returned.answer(each.number)))
