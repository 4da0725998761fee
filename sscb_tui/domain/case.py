"""The case, the incident that groups cases, the referral (F1) and the initial discussion (F2)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, IncidentId, Model, Moment, Said
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.criteria import Assessment, Facts
from sscb_tui.domain.dates import StatedDate
from sscb_tui.domain.family import Child, FamilyMember, OtherChild
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import AbuseOrNeglect, DiscussionOutcome, Stage, WorkingTogether, YesNo

Reference = Annotated[str, Field(pattern=r"^[A-Z]{2,8}/[0-9]{4}/[0-9]{3,}$")]
"""For example SSCB/2026/004; never reused."""


class Referrer(Model):
    """Who told the Board (F1.04); members of the public may stay anonymous."""

    name: Said
    agency: str = ""
    designation: str = ""
    contact: str = ""
    anonymous: bool = False


class InvolvedAgency(Model):
    """An agency known at referral to be involved (F1.40)."""

    agency: AgencyCode
    worker: str = ""
    contact: str = ""
    still_involved: YesNo = YesNo.UNDETERMINED


class Referral(Model):
    """What the referrer says happened and why it may call for a review (F1)."""

    received_at: Moment
    channel: Said = "telephone"
    purposes: Annotated[tuple[str, ...], Field(min_length=1)] = ("SCR consideration",)
    referrer: Referrer
    safeguarding_lead: str = ""
    senior_manager_agrees: YesNo = YesNo.UNDETERMINED
    can_present: YesNo = YesNo.UNDETERMINED
    what_happened: Annotated[str, Field(min_length=100, max_length=1_000_000)]
    abuse_or_neglect: AbuseOrNeglect
    why_abuse_or_neglect: Said
    serious_harm: YesNo
    serious_harm_note: str = ""
    working_together: WorkingTogether
    working_together_note: str = ""
    expected_learning: str = ""
    links: str = ""
    parallel_processes: Said = "none known"
    la_notification: Said = "unknown"
    """Whether the local authority has told Ofsted, when and under what reference (F1.71)."""
    authority_aware_on: date | None = None
    """The day the local authority came to know of the incident, where that is on record: day 0 of its own duty."""
    media: Said = "none"
    records_secured: str = ""
    signed_by: Said
    chronology: tuple[ChronologyRow, ...] = ()


class ReferralForm(Model):
    """Everything a new referral brings: the file format of `sscb referral add` and the form's draft (F1)."""

    pseudonym: Said
    """For example "Child Q"; lists, titles and file names show this and never the name."""
    incident_on: StatedDate
    """When it happened or came to notice."""
    incident_title: Said
    """A few words without names, for example "unexplained injury at home"."""
    same_incident_as: Reference | None = None
    """Another case of the same incident: siblings are separate cases of one incident."""
    child: Child
    family: tuple[FamilyMember, ...]
    """May be empty only where `family_none_known` is set."""
    family_none_known: bool = False
    other_children: tuple[OtherChild, ...]
    other_children_none: bool = False
    """True is the explicit answer that there are no other children."""
    agencies: tuple[InvolvedAgency, ...]
    referral: Referral

    @model_validator(mode="after")
    def _lists_are_answered(self) -> ReferralForm:
        if not self.family and not self.family_none_known:
            raise ValueError('list the family, or answer "none known"')
        if not self.other_children and not self.other_children_none:
            raise ValueError('list the other children and whether they are safe, or answer "none"')
        own = {self.child.name.casefold(), self.child.also_known_as.casefold(), _initials(self.child.name)}
        if self.pseudonym.casefold() in own - {""}:
            raise ValueError("the pseudonym is the child's own name or initials")
        return self


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).casefold()


class Signature(Model):
    """Who agreed or signed, in what post, when; `authority` for a deputy."""

    name: Said
    post: Said
    at: Moment
    authority: str = ""


class Present(Model):
    """One of the three at the initial discussion; a deputy is named as such."""

    name: Said
    post: Said
    deputy: bool = False


class ScopingPlan(Model):
    """What agencies will be asked: who, for what period, about whom, by when (F2.10 to F2.14)."""

    agencies: Annotated[tuple[AgencyCode, ...], Field(min_length=1)]
    period_from: date
    period_to: date
    period_reason: Said
    search_for: Annotated[tuple[str, ...], Field(min_length=1)]
    """Names of the child and of each adult to search for."""
    meeting_at: Moment
    place: Said = "to be confirmed"
    chair: Said
    minute_taker: Said
    overrun_reason: str = ""
    """Why the meeting is held although it leaves the Chair no time within the month, if it does not."""
    not_to_receive: str = ""

    @model_validator(mode="after")
    def _period_runs_forward(self) -> ScopingPlan:
        if self.period_from >= self.period_to:
            raise ValueError("the scoping period ends before it begins")
        return self


class InitialDiscussion(Model):
    """Business Manager, Independent Chair and LIIP Chair: what they knew and agreed (F2)."""

    held_at: Moment
    mode: Said = "telephone"
    present: Annotated[tuple[Present, ...], Field(min_length=1)]
    absent_reason: str = ""
    facts_relied_on: Said
    not_yet_known: Said
    facts: Facts
    assessment: Assessment
    """The provisional result, computed and stored."""
    other_children_safe: Said
    """Immediate safety of other children: satisfied because ..., or action raised with whom (F2.06)."""
    notifiable: YesNo
    outcome: DiscussionOutcome
    reason: Said
    plan: ScopingPlan | None = None
    agreed_by_chair: Signature | None = None
    agreed_by_liip_chair: Signature | None = None


class Transfer(Model):
    """Another Board takes the case: which one, its acceptance in writing, and who agreed for this Board (T06)."""

    board: Said
    acceptance: Said
    agreed: Signature


class Closing(Model):
    """Why a case could close, and who closed it; a case reopened keeps the closing it had (T22, T23, T36, T37)."""

    statement: Said
    """The impact there was, or why nothing is left to do."""
    signed: Signature
    reopened: str = ""
    """Why it was opened again, if it was."""


class Incident(Aggregate):
    """What happened, once, however many children it touched; groups their cases."""

    id: IncidentId
    happened_on: StatedDate
    title: Said


class Case(Aggregate):
    """One child's case, from the phone call to its archive."""

    id: CaseId
    reference: Reference
    incident_id: IncidentId
    pseudonym: Said
    framework: Said
    """The framework the case began under; it keeps it."""
    stage: Stage
    child: Child
    family: tuple[FamilyMember, ...]
    other_children: tuple[OtherChild, ...]
    agencies: tuple[InvolvedAgency, ...]
    referral: Referral
    duplicate_check: str = ""
    """What was searched before the discussion opened, and what was found (guard of T04)."""
    discussion: InitialDiscussion | None = None
    further_information: str = ""
    """The Chair's open questions, who answers them, by when (T17)."""
    transfer: Transfer | None = None
    """Set where a query of jurisdiction was resolved as another Board's case (T06)."""
    closings: tuple[Closing, ...] = ()

    @property
    def closing(self) -> Closing | None:
        """The closing that stands."""
        return next((each for each in self.closings[-1:] if not each.reopened), None)

    @property
    def notified_on(self) -> date:
        """The day the Board was told: day 0 of the decision clock."""
        return local_day(self.referral.received_at)

    def facts(self) -> Facts:
        """What is known so far: the discussion's values where it was held, else the referral's."""
        if self.discussion is not None:
            return self.discussion.facts
        return Facts(
            age_under_18=self.child.under_18,
            normally_resident=self.child.normally_resident,
            abuse_or_neglect=self.referral.abuse_or_neglect,
            outcome=self.child.outcome,
            always_list=self.child.always_list,
            serious_harm=self.referral.serious_harm,
            working_together=self.referral.working_together,
        )
