"""Recommendations and the actions that carry them out (6.2): said, evidenced, verified, embedded."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.base import ActionId, AgencyCode, Aggregate, CaseId, Model, Moment, RecommendationId, Said
from sscb_tui.domain.terms import ActionState, Level, Origin


class Recommendation(Aggregate):
    """What should change, addressed to whom (R-n)."""

    id: RecommendationId
    number: Annotated[int, Field(ge=1)]
    case_id: CaseId
    text: Said
    origin: Origin
    level: Level = Level.MULTI_AGENCY
    themes: tuple[str, ...] = ()
    finding: str = ""
    rests_on: tuple[str, ...] = ()
    """The passages, criteria or decision it comes from: "POL F4.G4", "minute 12", "(a)", "decision"."""
    response: str = ""
    """The Board's answer: accepted, in part or not, with the reason."""


class DateMove(Model):
    """A due date moved with approval; the original is kept."""

    was: date
    now: date
    reason: Said
    approved_by: Said


class Update(Model):
    """A dated progress note; append-only."""

    at: Moment
    by: Said
    note: Said
    state: ActionState


class ActionEvidence(Model):
    """What shows that something was done; rung 1 to 7 of the ladder from assertion to outcome."""

    on: date
    kind: Said
    note: Said
    rung: Annotated[int, Field(ge=1, le=7)]
    by: Said


def says_what_will_differ(action: str, outcome: str) -> None:
    """ValueError where the intended outcome only repeats the action (RA.09): doing it is not what it is for."""
    if outcome.strip() and outcome.strip().casefold() == action.strip().casefold():
        raise ValueError("the intended outcome repeats the action; say what will be different for children")


def states_what_will_differ(action: str, outcome: str, *, early: bool) -> None:
    """ValueError where nothing is said to become different; only an early action may say it later."""
    if not early and not outcome.strip():
        raise ValueError("the intended outcome is blank; say what will be different for children")
    says_what_will_differ(action, outcome)


OUTCOME_NOT_STATED = "outcome not stated yet"


class Action(Aggregate):
    """One concrete step, one owner, one due date (A-n; columns RA.01 to RA.20)."""

    id: ActionId
    number: Annotated[int, Field(ge=1)]
    case_id: CaseId
    recommendation_id: RecommendationId | None = None
    """None only for an early action taken before any recommendation stands."""
    agency: AgencyCode
    owner: Said
    """A post; the owner can never verify."""
    owner_name: str = ""
    action: Said
    outcome: str = ""
    """What will be different for children; an early action agreed in a meeting may state it later."""
    measure: str = ""
    agreed_on: date
    due: date
    moves: tuple[DateMove, ...] = ()
    early: bool = False
    state: ActionState = ActionState.NOT_STARTED
    updates: tuple[Update, ...] = ()
    evidence: tuple[ActionEvidence, ...] = ()
    rests_on: tuple[str, ...] = ()
    """What an action that waits for no recommendation comes from: "POL F4.J2", "minute 12"."""
    verified_by: str = ""
    verified_at: Moment | None = None

    @model_validator(mode="after")
    def _outcome_is_stated(self) -> Action:
        states_what_will_differ(self.action, self.outcome, early=self.early)
        return self

    @property
    def intended(self) -> str:
        """The outcome as lists and papers print it, said to be missing where it is (RA.09)."""
        return self.outcome if self.outcome.strip() else OUTCOME_NOT_STATED
