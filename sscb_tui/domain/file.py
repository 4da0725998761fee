"""A case with everything that belongs to it, as guards and papers need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sscb_tui.domain.action import Action
from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.case import Case, Incident
from sscb_tui.domain.chronology import ChronologyFile
from sscb_tui.domain.decision import Advice, Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.family_contact import FamilyContact
from sscb_tui.domain.meeting import Meeting, MinuteLine
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.proceeding import Proceeding
from sscb_tui.domain.publication import Response
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Report, Review
from sscb_tui.domain.reviewer import Reviewer
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import Decided


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with everything that belongs to it, as papers and guards need it."""

    case: Case
    incident: Incident
    siblings: tuple[Case, ...]
    requests: tuple[AgencyRequest, ...]
    meeting: Meeting | None
    lines: tuple[MinuteLine, ...]
    advice: Advice | None
    decisions: tuple[Decision, ...]
    duties: tuple[Duty, ...]
    recommendations: tuple[Recommendation, ...]
    actions: tuple[Action, ...]
    seals: Mapping[str, str]
    """Journal hash by record id, for records that print theirs."""
    chronology_files: tuple[ChronologyFile, ...] = ()
    """Chronologies that came as spreadsheets beside the returns."""
    pins: tuple[Pin, ...] = ()
    """Passages pinned to criteria, withdrawn ones too."""
    settlements: tuple[Settlement, ...] = ()
    """Answers to differences between accounts, oldest first."""
    reopenings: tuple[Reopening, ...] = ()
    """Why the decision came before the Chair again, oldest first."""
    addenda: tuple[Addendum, ...] = ()
    """Corrections beside signed decisions, oldest first."""
    reviews: tuple[Review, ...] = ()
    reports: tuple[Report, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    """What runs beside the case, in the order entered: the first is P-1."""
    family_contacts: tuple[FamilyContact, ...] = ()

    @property
    def decision(self) -> Decision | None:
        """The decision that stands: the last one, the earlier ones being superseded."""
        return self.decisions[-1] if self.decisions else None

    @property
    def review(self) -> Review | None:
        """The review in hand: the last one commissioned."""
        return self.reviews[-1] if self.reviews else None

    @property
    def response(self) -> Response | None:
        """The Board's response to the report of the review in hand, once it is written."""
        return self.review.response if self.review else None

    @property
    def has_lessons(self) -> bool:
        """Whether a review found or recommended anything."""
        return bool(self.review and (self.review.findings or self.recommendations))

    @property
    def report(self) -> Report | None:
        """The report of the review in hand, once it is in."""
        review = self.review
        return next((each for each in self.reports if review and each.review_id == review.id), None)

    @property
    def reviewer(self) -> Reviewer | None:
        """The reviewer appointed."""
        return next((each for each in reversed(self.reviewers) if each.stands), None)

    @property
    def has_terms(self) -> bool:
        """Whether terms of reference have been written."""
        return bool(self.review and self.review.versions)

    @property
    def final_decision(self) -> Decision | None:
        """The decision others are told of: the last that is no deferral and no transfer."""
        told = [each for each in self.decisions if each.outcome not in (Decided.DEFER, Decided.TRANSFER)]
        return told[-1] if told else None

    @property
    def letters(self) -> tuple[Duty, ...]:
        """Duties that a letter does (F9), sent or still to send; those of a superseded decision fell away."""
        return tuple(duty for duty in self.duties if duty.by_letter)

    @property
    def has_learning(self) -> bool:
        """Whether an agency has answered, or an action that waits for no review was agreed."""
        return any(each.returned for each in self.requests) or any(each.early for each in self.actions)

    @property
    def has_chronology(self) -> bool:
        """Whether any agency's chronology is held, in its return or in a file."""
        return bool(self.chronology_files) or any(each.returned and each.returned.chronology for each in self.requests)
