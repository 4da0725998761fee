"""The meeting's recommendation to the Chair (F7) and the Chair's decision (F8)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, DecisionId, MeetingId, Model, Said
from sscb_tui.domain.case import Signature
from sscb_tui.domain.criteria import Assessment, Facts
from sscb_tui.domain.exclusions import Exclusions
from sscb_tui.domain.terms import AbuseBy, Decided, Fact, HarmLimb

ALTERNATIVE_TYPES: dict[str, str] = {
    "AR-01": "multi-agency learning lessons review",
    "AR-02": "single-agency management review",
    "AR-03": "significant incident learning process",
    "AR-04": "SCIE Learning Together",
    "AR-05": "Welsh model (concise or extended practice review)",
    "AR-06": "appreciative inquiry",
    "AR-07": "root cause analysis",
    "AR-08": "critical incident review or reflective workshop",
    "AR-09": "multi-agency case audit or thematic audit",
    "AR-10": "join another statutory review",
}


class Evidence(Model):
    """A passage relied on: where it stands, and its words as they stood."""

    source: Literal["referral", "discussion", "return", "chronology", "minutes", "other"]
    ref: str
    """Agency and question (POL F4.G4), a minute's number, or a document's name."""
    quote: Said
    bearing: Literal["for", "against", "context"] = "for"


class LimbFinding(Model):
    """One criterion answered: value, reason, and the evidence relied on (3.10 item 3)."""

    fact: Fact
    value: Said
    reason: Said
    evidence: tuple[Evidence, ...] = ()
    gap: str = ""

    @model_validator(mode="after")
    def _value_belongs_to_the_question(self) -> LimbFinding:
        allowed = [term.value for term in self.fact.values]
        if self.value not in allowed:
            raise ValueError(f"{self.fact.label}: {self.value!r} is not an answer; use one of {', '.join(allowed)}")
        return self


Limbs = Annotated[tuple[LimbFinding, ...], Field(max_length=len(Fact))]


def facts_of(limbs: tuple[LimbFinding, ...]) -> Facts:
    """The facts a complete set of findings states; pydantic names any question left blank."""
    return Facts.model_validate({limb.fact.value: limb.value for limb in limbs})


class Dissent(Model):
    """An agency that does not agree, in its own words."""

    agency: AgencyCode
    words: Said


class Advice(Aggregate):
    """The scoping meeting's recommendation to the Chair (F7): the meeting recommends, the Chair decides."""

    id: str
    case_id: CaseId
    meeting_id: MeetingId | None = None
    """None where the case went straight to the Chair from the initial discussion (T08, T09)."""
    summary: Said
    contributing: tuple[AgencyCode, ...]
    missing_returns: Said
    limbs: Limbs
    assessment: Assessment
    recommended: Decided
    alternative_type: str = ""
    reasons: Said
    dissent: tuple[Dissent, ...]
    dissent_answered: bool
    """True when "none" was given as an explicit answer or dissent is listed."""
    scope: str = ""
    parallel_processes: Said
    family_position: Said
    early_actions: Said
    quorate: bool
    inquorate_reason: str = ""
    submitted: Signature


class Asked(Model):
    """A thing the record asks about: done, or honestly not yet, because."""

    answer: Literal["yes", "no", "not_yet"]
    detail: Said


class PeerChallenge(Model):
    """Who was asked to challenge the Chair, what that Chair advised and what it changed; one may ask by telephone."""

    name: str = ""
    board: str = ""
    on: date | None = None
    advice: str = ""
    effect: str = ""


class Deciding(Model):
    """What the Chair says in a decision: all of the record but its number, its result in law and its signature."""

    limbs: Limbs
    outcome: Decided
    alternative_type: str = ""
    reasons: Said
    agrees_with_recommendation: Literal["yes", "no", "part", "none_made"]
    reasons_for_departure: str = ""
    overrun_reason: str = ""
    precaution_reason: str = ""
    """Why a review is held that the criteria do not, or do not yet, require."""
    exclusions: Exclusions = Exclusions()
    """Grounds the guidance does not know, each said to be relied on or not (RF-20)."""
    definitive_evidence: tuple[str, ...] = ()
    """Required where working together is definitively none (3.10 item 7)."""
    abuse_by: AbuseBy | None = None
    """By whom the abuse or neglect is known or suspected to be."""
    harm_kinds: tuple[HarmLimb, ...] = ()
    """Which kinds of serious harm are in issue (WT2015 ch.4: seriously harmed)."""
    medical_view: str = ""
    """What the designated doctor or nurse makes of the harm: an opinion, not the legal test."""
    instead: str = ""
    """If not an SCR: what will be done instead, and why that is enough (item 8)."""
    panel_explanation: str = ""
    scope_view: str = ""
    """If an SCR: an early view of scope and size (item 9)."""
    peer_challenge: Asked
    peer: PeerChallenge = PeerChallenge()
    legal_advice: Asked
    """Whether it was taken, and its reference; the advice itself is privileged and kept apart."""
    other_children_safe: Asked
    family_informed: Asked
    board_informed: Asked
    conflict_of_interest: Asked
    receiving_board: str = ""
    """For a transfer: the Board that has accepted."""
    acceptance: str = ""
    """For a transfer: that Board's acceptance in writing."""
    questions: str = ""
    """For a deferral: the facts awaited."""
    awaited_from: str = ""
    """For a deferral: who is to give them."""
    redecide_on: date | None = None
    """For a deferral: the day on which the Chair decides again."""
    regard_to_panel: str = ""
    """Where the national panel has advised: how regard was had to its advice (WT2015 ch.4)."""
    copied_from: str = ""
    """The reference of a sibling's case whose reasons were the first draft of these."""
    made_own: str = ""
    """What in copied reasons is this child's own."""
    covers: tuple[str, ...] = ()
    """Other cases this record was meant to cover: always refused, one decision being one child (RF-18)."""


class DecisionForm(Deciding):
    """What the Chair fills in; the service adds the assessment and the signature."""


class Decision(Deciding, Aggregate):
    """The Chair's decision (F8): fifteen headings, signed once, never edited, superseded by a new one."""

    id: DecisionId
    case_id: CaseId
    assessment: Assessment
    signature: Signature
    supersedes: DecisionId | None = None
