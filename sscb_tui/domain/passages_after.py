"""What records say that can be found from the review on: terms, findings, report, register, family, the tracker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.passage import Passage, Sort, passage
from sscb_tui.domain.passages import day
from sscb_tui.domain.terms_of_reference import headings

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.family_contact import FamilyContact
    from sscb_tui.domain.proceeding import Proceeding
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.review import Report, Review, TermsVersion
    from sscb_tui.domain.reviewer import Reviewer

_NAMES = frozenset({"panel"})
"""Headings of the terms that are lists of people."""


def of_review(review: Review) -> Iterator[Passage]:
    """Its terms as they bind and as they are rewritten, findings, answers, response, and what bars publication."""
    for version in dict.fromkeys(filter(None, (review.approved_terms, review.latest))):
        yield from _terms(version)
    for found in review.findings:
        yield from passage(f"F-{found.number}", Sort.REVIEW, f"F-{found.number}", (found.text,))
    for answer in review.answers:
        yield from passage(f"answer {answer.to}", Sort.REVIEW, f"The Board on {answer.to}", (answer.reason,))
    for each in review.reached:
        yield from passage("", Sort.REVIEW, each.what, (each.note,), each.on.isoformat())
    for longer in review.extensions:
        said, on = (longer.reason, longer.interim_learning), day(longer.agreed.at)
        yield from passage("", Sort.REVIEW, "Extension", said, on)
    words = review.response.words() if review.response else ""
    yield from passage(
        "", Sort.REVIEW, "The Board's response", (words,), day(review.agreed.at) if review.agreed else ""
    )
    yield from _publication(review)


def _terms(version: TermsVersion) -> Iterator[Passage]:
    """Heading by heading."""
    on = day(version.written_at)
    for field, heading, words in headings(version.terms):
        if field not in _NAMES:
            label = f"Terms of reference {version.number}: {heading}"
            yield from passage(f"terms {version.number}", Sort.TERMS, label, (words,), on)


def _publication(review: Review) -> Iterator[Passage]:
    yield from passage("", Sort.PUBLICATION, "Expected publication", (review.publication_expectation,))
    for order in review.restrictions:
        said = (order.what, order.imposed_by)
        yield from passage("", Sort.PUBLICATION, "Restriction", said)
    if review.plan is not None:
        said_of_it = (review.plan.second_reader_found, review.plan.staff_support, review.plan.media_plan)
        yield from passage("", Sort.PUBLICATION, "Plan of publication", said_of_it)
    for held in review.holdbacks:
        why = (held.reasons, held.advice, held.regard)
        yield from passage("", Sort.PUBLICATION, "Proposal not to publish", why, day(held.proposed.at))


def of_report(report: Report) -> Iterator[Passage]:
    """Its text, a paragraph to a passage, so that a hit leads to a sentence and not to a book."""
    paragraphs = (each for each in report.text.split("\n\n") if each.strip())
    yield from passage("", Sort.REPORT, "Report", (report.title,), report.received_on.isoformat())
    for number, words in enumerate(paragraphs, 1):
        yield from passage("", Sort.REPORT, f"Report, paragraph {number}", (words,), report.received_on.isoformat())


def of_reviewer(reviewer: Reviewer) -> Iterator[Passage]:
    """On what showing, what the Chair ruled and the panel advised (F11); never who."""
    form = reviewer.form
    said = (
        *(form.organisation, form.experience, form.qualifications, form.route_reason, reviewer.ruling or ""),
        *(reviewer.panel_advice, reviewer.panel_regard, reviewer.stood_down),
    )
    yield from passage("", Sort.REVIEWER, "Reviewer", said)


def of_proceeding(proceeding: Proceeding) -> Iterator[Passage]:
    """What runs beside the case and what it asks of it (F12)."""
    form = proceeding.form
    said = (form.lead, form.reference, form.expected_end, form.handling, form.disclosure)
    holds = (each.until for each in form.holds)
    label = form.kind.label[:1].upper() + form.kind.label[1:]
    yield from passage("", Sort.PROCEEDING, label, (*said, *holds), proceeding.reviewed_on.isoformat())


def of_family_contact(contact: FamilyContact) -> Iterator[Passage]:
    """What they were told, wished and gave (F13); neither who they are nor how to reach them."""
    gave = contact.contribution
    said = (
        *(each.not_yet for each in contact.told),
        *(f"{limit.asked_by}: {limit.until}" for limit in contact.limits),
        *(gave.wishes, gave.gave, gave.used, contact.support, contact.not_shown, contact.form.access_needs),
    )
    yield from passage("", Sort.FAMILY, f"Contact with {contact.form.called}", said)


# The tracker


def of_recommendation(recommendation: Recommendation) -> Iterator[Passage]:
    """What should change, then what it is for, where it comes from and what the Board answered."""
    label, agency = f"R-{recommendation.number}", recommendation.addressed_to
    said = (recommendation.outcome, recommendation.finding, recommendation.response, recommendation.why_not_before)
    on = recommendation.locked_on.isoformat() if recommendation.locked_on else ""
    yield from passage("", Sort.RECOMMENDATION, label, (recommendation.text,), on, agency)
    yield from passage("", Sort.RECOMMENDATION, f"{label}, behind it", said, on, agency)


def of_action(action: Action) -> Iterator[Passage]:
    """What is to be done and what for, then each note, each item of evidence, each test, and why anything was moved."""
    label, agency, on = f"A-{action.number}", action.agency, action.agreed_on.isoformat()
    yield from passage("", Sort.ACTION, label, (action.action, action.outcome, action.measure), on, agency)
    for at, update in enumerate(action.updates, 1):
        if not update.taken_back:
            yield from passage(
                f"update {at}", Sort.ACTION, f"{label} note {at}", (update.note,), day(update.at), agency
            )
    yield from _shown(action, label)
    why = (
        *(moved.reason for moved in action.moves),
        *(given.reason for given in action.transfers),
        *(action.override.reason if action.override else "", action.publishable, action.board_minute),
    )
    yield from passage("", Sort.ACTION, f"{label}, behind it", why, on, agency)


def _shown(action: Action, label: str) -> Iterator[Passage]:
    """What shows that it was done, and that it helped."""
    for at, shows in enumerate(action.evidence, 1):
        said = (shows.kind, shows.note, shows.where)
        place = f"{label} evidence {at}"
        yield from passage(f"evidence {at}", Sort.ACTION, place, said, shows.on.isoformat(), action.agency)
    for at, test in enumerate(action.impacts, 1):
        found = (test.claim, test.source, test.sample, test.counter)
        yield from passage("", Sort.ACTION, f"{label} effect {at}", found, test.on.isoformat(), action.agency)
