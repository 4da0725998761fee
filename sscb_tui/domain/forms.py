"""What people fill in for records whose other fields a service computes: forms on screen, files on the command line."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.action import states_what_will_differ
from sscb_tui.domain.base import AgencyCode, Model, Moment, Said
from sscb_tui.domain.case import Present, ScopingPlan
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.decision import Dissent, Limbs
from sscb_tui.domain.terms import ActionState, Decided, DiscussionOutcome, Level, Origin, YesNo

AGENCY_OR_NONE = r"^([A-Z][A-Z0-9_-]{1,15})?$"
"""An agency's code as the Board's list spells it, or an empty cell."""


class DiscussionForm(Model):
    """The initial discussion as written down (F2); the provisional result is computed from `facts`."""

    held_at: Moment
    mode: Said = "telephone"
    present: Annotated[tuple[Present, ...], Field(min_length=1)]
    absent_reason: str = ""
    facts_relied_on: Said
    not_yet_known: Said
    facts: Facts
    other_children_safe: Said
    notifiable: YesNo
    outcome: DiscussionOutcome
    reason: Said
    plan: ScopingPlan | None = None


class AdviceForm(Model):
    """The recommendation as written at the end of the meeting (F7); limbs and views come from the meeting."""

    summary: Said
    missing_returns: Said
    limbs: Limbs = ()
    """Only where the case went straight to the Chair; otherwise the meeting's findings stand."""
    recommended: Decided
    alternative_type: str = ""
    reasons: Said
    dissent: tuple[Dissent, ...] = ()
    dissent_none: bool = False
    """True is the explicit answer that nobody dissented."""
    scope: str = ""
    parallel_processes: Said
    family_position: Said
    early_actions: Said
    inquorate_reason: str = ""


class RecommendationForm(Model):
    """A recommendation as agreed (R-n)."""

    number_given: str = ""
    """The number it arrived with: a report's own, or another Board's."""
    text: Said
    origin: Origin = Origin.SCOPING
    level: Level = Level.MULTI_AGENCY
    addressed_to: str = ""
    """Who can do it, where the level does not say."""
    outcome: str = ""
    """What will be different for children."""
    themes: tuple[str, ...] = ()
    finding: str = ""
    rests_on: tuple[str, ...] = ()
    """Where it comes from: "POL F4.G4", "minute 12", "(a)", "decision"."""
    response: str = ""


class ActionForm(Model):
    """An action as agreed (A-n)."""

    recommendation_number: int | None = None
    """R-number it carries out; None for an early action."""
    agency: AgencyCode
    owner: Said
    owner_name: str = ""
    action: Said
    outcome: str = ""
    """What will be different for children; only an early action may state it later."""
    measure: str = ""
    due: date
    early: bool = False
    rests_on: tuple[str, ...] = ()
    """Where an early action comes from: "POL F4.J2", "minute 12"."""
    state: ActionState = ActionState.NOT_STARTED

    @model_validator(mode="after")
    def _outcome_is_stated_and_is_not_the_action(self) -> ActionForm:
        states_what_will_differ(self.action, self.outcome, early=self.early)
        return self


class TransferForm(Model):
    """An action given to another lead; one, who is then accountable (RA.06, RA.07)."""

    agency: AgencyCode
    owner: Said
    owner_name: str = ""
    reason: Said


class FillForm(Model):
    """What an action lacked when it arrived; only what is still missing is taken."""

    agency: Annotated[str, Field(pattern=AGENCY_OR_NONE)] = ""
    owner: str = ""
    owner_name: str = ""
    outcome: str = ""
    measure: str = ""
    start: date | None = None
    due: date | None = None


class UnsafeForm(Model):
    """A child unsafe now: what is done about it, who does it for which agency, and by what hour."""

    text: Said
    owner: Said
    agency: AgencyCode
    deadline: Moment
