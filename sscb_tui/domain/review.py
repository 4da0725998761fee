"""A commissioned review: its kind, its terms, how far it is, what the Board makes of its report (T20 to T36)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.base import Aggregate, CaseId, DecisionId, Model, Moment, ReportId, ReviewId, Said, Text
from sscb_tui.domain.case import Signature
from sscb_tui.domain.publication import Holdback, Publication, PublicationPlan, Response, Restriction
from sscb_tui.domain.terms import Accepted, Decided
from sscb_tui.domain.terms_of_reference import Milestone, Terms


class TermsVersion(Model):
    """One version of the terms of reference (F10.20): it can be edited until the Chair approves it, never after."""

    number: Annotated[int, Field(ge=1)]
    decision_id: DecisionId
    """The signed decision it rests on (F10.02)."""
    terms: Terms
    written_by: Said
    written_at: Moment
    approved: Signature | None = None


class Reached(Model):
    """A milestone reached: which, on what day."""

    what: Said
    on: date
    note: str = ""


class Extension(Model):
    """Longer than six months (T27): why, until when, and how learning moves meanwhile; the clock is never stopped."""

    reason: Said
    target: date
    interim_learning: Said
    agreed: Signature


class Finding(Model):
    """What the report found (F-n)."""

    number: Annotated[int, Field(ge=1)]
    text: Said


class Answer(Model):
    """What the Board says to one finding or recommendation, and why (T30)."""

    to: Annotated[str, Field(pattern=r"^[FR]-[1-9][0-9]*$")]
    """F-1 for a finding, R-12 for a recommendation of the tracker."""
    accepted: Accepted
    reason: Said


class Review(Aggregate):
    """One commissioned review of one child's case."""

    id: ReviewId
    case_id: CaseId
    decision_id: DecisionId
    kind: Decided
    """A Serious Case Review or another review."""
    types: tuple[str, ...] = ()
    """AR-01 to AR-10, for another review."""
    publication_expectation: str = ""
    """For another review, whose publication is no duty: what is expected, and why (T21)."""
    commissioned: Signature
    versions: tuple[TermsVersion, ...] = ()
    reached: tuple[Reached, ...] = ()
    extensions: tuple[Extension, ...] = ()
    findings: tuple[Finding, ...] = ()
    answers: tuple[Answer, ...] = ()
    response: Response | None = None
    agreed: Signature | None = None
    """The Board's agreement to its response (T30)."""
    restrictions: tuple[Restriction, ...] = ()
    plan: PublicationPlan | None = None
    holdbacks: tuple[Holdback, ...] = ()
    publication: Publication | None = None

    @model_validator(mode="after")
    def _answers_are_to_findings(self) -> Review:
        found = {f"F-{each.number}" for each in self.findings}
        if unknown := [each.to for each in self.answers if each.to.startswith("F-") and each.to not in found]:
            raise ValueError(f"{', '.join(unknown)}: an answer is to a finding of this review")
        return self

    @property
    def is_scr(self) -> bool:
        """Whether the statutory duties of a Serious Case Review apply."""
        return self.kind is Decided.SCR

    @property
    def latest(self) -> TermsVersion | None:
        """The version being worked on, or the last one approved."""
        return self.versions[-1] if self.versions else None

    @property
    def approved_terms(self) -> TermsVersion | None:
        """The version that binds: the last one the Chair approved."""
        return next((each for each in reversed(self.versions) if each.approved), None)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The timetable that binds, or that of the draft until there is one."""
        version = self.approved_terms or self.latest
        return version.terms.milestones if version else ()

    def reached_on(self, what: str) -> date | None:
        """When a milestone was reached, if it was."""
        return next((each.on for each in self.reached if each.what == what), None)

    def answer_to(self, subject: str) -> Answer | None:
        """The Board's answer to F-n or R-n."""
        return next((each for each in self.answers if each.to == subject), None)


class Report(Aggregate):
    """The report as received and as it will be published; each later text is a new version of this record."""

    id: ReportId
    case_id: CaseId
    review_id: ReviewId
    title: Said
    received_on: date
    text: Annotated[Text, Field(min_length=1, pattern=r"\S")]
    text_given_on: date
    """The day this text was given, so that a copy sent before it is known to be of another text."""
