"""Actions that carry recommendations out: said by the owner, evidenced, verified by another, shown to have worked."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.base import ActionId, AgencyCode, Aggregate, CaseId, Model, Moment, RecommendationId, Said
from sscb_tui.domain.terms import ActionState, Confidence, Rag, Shown


class DateMove(Model):
    """A due date moved with approval; the date it moved from is kept for ever (RA.11)."""

    was: date
    now: date
    reason: Said
    approved_by: Said
    at: Moment | None = None
    by: str = ""


class Update(Model):
    """A dated progress note; append-only, so that one taken back still stands, marked (RA.15)."""

    at: Moment
    by: Said
    note: Said
    state: ActionState
    post: str = ""
    """In which capacity they spoke."""
    taken_back: bool = False
    takes_back: bool = False
    """Says that an earlier one was taken back; no word about the action itself."""


class ActionEvidence(Model):
    """What shows that something was done; rung 1 to 7 of the ladder from assertion to outcome (RA.16)."""

    on: date
    kind: Said
    note: Said
    rung: Annotated[int, Field(ge=1, le=7)]
    by: Said
    where: str = ""
    """Where it is kept: a file's reference, never the file."""
    checked_by: str = ""
    reached: Annotated[int, Field(ge=0)] | None = None
    intended: Annotated[int, Field(ge=1)] | None = None
    """For people reached: how many, of how many it was meant for."""


class ImpactForm(Model):
    """A test of what changed for practice or for children (RA.18)."""

    on: date
    claim: Said
    """What changed."""
    source: Said
    """How it is known."""
    sample: str = ""
    counter: str = ""
    """What speaks against the claim."""
    confidence: Confidence
    shown: Shown
    """Whether the change held; where it did not, what was verified is taken up again."""
    next_test: date | None = None
    """When it is tested again, if not at six and at twelve months."""


class Impact(ImpactForm):
    """The same as it was recorded: when, and by whom."""

    at: Moment
    by: Said


class Transfer(Model):
    """The action given to another lead; who had it before still cannot verify it."""

    at: Moment
    by: Said
    agency_was: str
    agency_now: AgencyCode
    owner_was: str
    owner_now: Said
    owner_name_was: str = ""
    reason: Said


class Override(Model):
    """A colour set by a person over the one the key gives; always printed as such (RA.14)."""

    rag: Rag
    reason: Said
    by: Said
    at: Moment


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
    """One concrete step (A-n; columns RA.01 to RA.20): one owner and one date, which it may still lack on arrival."""

    id: ActionId
    number: Annotated[int, Field(ge=1)]
    case_id: CaseId
    recommendation_id: RecommendationId | None = None
    """The recommendation it stands under; None only for an early action taken before any stands."""
    also: tuple[RecommendationId, ...] = ()
    """Other recommendations that it carries out as well."""
    number_given: str = ""
    """The number it arrived with from somebody else's tracker."""
    agency: str = ""
    contributing: tuple[AgencyCode, ...] = ()
    owner: str = ""
    """A post; the owner can never verify. Several, as it arrived, are kept and flagged."""
    owner_name: str = ""
    action: Said
    outcome: str = ""
    """What will be different for children."""
    measure: str = ""
    agreed_on: date
    start: date | None = None
    due: date | None = None
    moves: tuple[DateMove, ...] = ()
    early: bool = False
    state: ActionState = ActionState.NOT_STARTED
    updates: tuple[Update, ...] = ()
    evidence: tuple[ActionEvidence, ...] = ()
    impacts: tuple[Impact, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    override: Override | None = None
    publishable: str = ""
    """Progress in words fit to publish (RA.20)."""
    rests_on: tuple[str, ...] = ()
    """What an action that waits for no recommendation comes from: "POL F4.J2", "minute 12"."""
    verified_by: str = ""
    verified_at: Moment | None = None
    superseded_by: ActionId | None = None
    board_minute: str = ""
    """The minute by which the Board withdrew it, or closed it without its effect being shown."""

    @model_validator(mode="after")
    def _outcome_is_not_the_action(self) -> Action:
        says_what_will_differ(self.action, self.outcome)
        return self

    @property
    def intended(self) -> str:
        """The outcome as lists and papers print it, said to be missing where it is (RA.09)."""
        return self.outcome if self.outcome.strip() else OUTCOME_NOT_STATED

    @property
    def carries_out(self) -> tuple[RecommendationId, ...]:
        """Every recommendation it carries out, the one it stands under first."""
        own = () if self.recommendation_id is None else (self.recommendation_id,)
        return tuple(dict.fromkeys((*own, *self.also)))

    @property
    def first_due(self) -> date | None:
        """The date first agreed, which nothing changes."""
        return self.moves[0].was if self.moves else self.due

    @property
    def spoken(self) -> tuple[Update, ...]:
        """The updates that count: none that was taken back, nor the word that took it back."""
        return tuple(each for each in self.updates if not each.taken_back and not each.takes_back)

    @property
    def said_done(self) -> tuple[Update, ...]:
        """The updates by which it became done; a note on what is done already claims nothing anew."""
        before = (None, *(each.state for each in self.spoken))
        done = ActionState.DONE_UNVERIFIED
        return tuple(
            each for was, each in zip(before, self.spoken, strict=False) if each.state is done and was is not done
        )

    @property
    def failed_on(self) -> date | None:
        """The day of the latest test, where it found that the change did not hold."""
        last = self.impacts[-1] if self.impacts else None
        return last.on if last is not None and last.shown is Shown.NOT_SHOWN else None

    @property
    def standing_evidence(self) -> tuple[ActionEvidence, ...]:
        """The evidence that still shows something: none from before a test that found the change gone."""
        failed = self.failed_on
        return tuple(each for each in self.evidence if failed is None or each.on >= failed)

    @property
    def rung(self) -> int:
        """The highest rung of evidence that stands; 0 without any."""
        return max((item.rung for item in self.standing_evidence), default=0)

    @property
    def effect_shown(self) -> bool:
        """Whether the latest test found that the change held."""
        return bool(self.impacts) and self.impacts[-1].shown is Shown.HELD
