"""One of everything a review keeps."""

from __future__ import annotations

from datetime import date

from db.record import Record
from sscb_tui.domain.base import DecisionId, ProceedingId, ReportId, ReviewId
from sscb_tui.domain.case import Case
from sscb_tui.domain.proceeding import Hold, Proceeding, ProceedingForm
from sscb_tui.domain.review import Report, Review
from sscb_tui.domain.terms import Effect, Process, ProcessStage
from tests.papers import reviewed

DAY = date(2026, 12, 4)


def proceeding(case: Case) -> Proceeding:
    """A trial that publication waits for."""
    form = ProceedingForm(
        kind=Process.CRIMINAL,
        lead="Police",
        contact="the officer in the case",
        stage=ProcessStage.UNDER_WAY,
        next_on=DAY,
        holds=(Hold(effect=Effect.NO_PUBLICATION, until="the verdict"),),
        handling="The report waits.",
        agreed_by="the officer",
        agreed_on=DAY,
    )
    return Proceeding(
        id=ProceedingId("proceeding-1"), case_id=case.id, form=form, reviewed_on=DAY, reviewed_by="B. Manager"
    )


def review(case: Case) -> Review:
    """The review of papers, under the decision that is held here."""
    made, here = reviewed.review(case), DecisionId("decision-1")
    versions = tuple(each.but(decision_id=here) for each in made.versions)
    return made.but(version=0, decision_id=here, versions=versions)


def report(case: Case) -> Report:
    """A report with words a database might take for its own."""
    return Report(
        id=ReportId("report-1"),
        case_id=case.id,
        review_id=ReviewId("review-1"),
        title="Child Q",
        received_on=DAY,
        text="'); DROP TABLE reports; --",
        text_given_on=DAY,
    )


def save(record: Record, case: Case) -> None:
    """All of it, new; inside a transaction."""
    record.reviews.save(review(case))
    record.reports.save(report(case))
    record.reviewers.save(reviewed.reviewer(case).but(version=0))
    record.proceedings.save(proceeding(case))
    record.family_contacts.save(reviewed.contact(case, case.child.name).but(version=0))
