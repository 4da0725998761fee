"""What came of a review as lines: findings with the Board's answers, its response, what bars publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.rules.publishing import checklist
from sscb_tui.domain.rules.responding import response_is_whole, subjects
from sscb_tui.domain.thread import Address
from sscb_tui.services.views.reviews import ReviewItem, ReviewPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.publication import Response
    from sscb_tui.domain.review import Review


def answers(file: CaseFile) -> ReviewPart:
    """Findings and recommendations, each with the Board's answer (F15.03)."""
    review = file.review
    if review is None or file.report is None:
        return ReviewPart("answers", "Report and answers", "awaited", "·", ())
    made = {f"R-{each.number}": Address("recommendations", each.id) for each in file.recommendations}
    items = tuple(
        _answer(review, subject, words, made.get(subject, Address("reviews", review.id, subject)))
        for subject, words in subjects(file, review).items()
    )
    done = sum(each.mark == "✓" for each in items)
    agreed = ", agreed" if review.agreed else ""
    state = f"{done} of {len(items)}{agreed}" if agreed else f"{done} of {len(items)} answered"
    here = Address("reports", file.report.id)
    return ReviewPart("answers", "Report and answers", state, "✓" if review.agreed else "○", items, here)


def _answer(review: Review, subject: str, words: str, at: Address) -> ReviewItem:
    answer = review.answer_to(subject)
    whole = [("Finding" if subject[0] == "F" else "Recommendation", words)]
    if answer is None:
        return ReviewItem(subject, f"{subject} {words}", "not answered", "○", tuple(whole), at)
    whole.append((answer.accepted.label.capitalize(), answer.reason))
    return ReviewItem(subject, f"{subject} {words}", answer.accepted.label, "✓", tuple(whole), at)


def response(file: CaseFile, now: datetime) -> ReviewPart:
    """The three headings, and what is missing of them (F15)."""
    review = file.review
    if review is None or review.response is None:
        return ReviewPart("response", "Response", "not written", "·" if file.report is None else "○", ())
    missing = tuple(response_is_whole(review, now.date()))
    faults = tuple(ReviewItem(each.code, "To mend", each.sentence, "!", (("To mend", str(each)),)) for each in missing)
    items = (*faults, *_response(review.response))
    return ReviewPart(
        "response", "Response", f"{len(missing)} to mend" if missing else "whole", "!" if missing else "✓", items
    )


def _response(said: Response) -> Iterator[ReviewItem]:
    for each in said.done:
        words = (("Done", each.what), ("When, who", f"{shown(each.on)}, {each.agency}"))
        yield ReviewItem("done", "Done", each.what, "", words)
    for made in said.difference:
        shows = made.evidence or (f"to be looked at on {shown(made.review_on)}" if made.review_on else "")
        yield ReviewItem(
            "difference", "Difference", made.what, "", (("Difference", made.what), ("What shows it", shows))
        )
    for task in said.still_to_do:
        words = (("Still to do", task.what), ("Who, by when", f"{task.who}, by {shown(task.by)}"))
        yield ReviewItem("still_to_do", "Still to do", task.what, "", words)
    for label, text in (
        ("Chair's statement", said.chair_statement),
        ("How the Board checks", said.check),
        ("Practice now", said.practice_now),
        *(("For national bodies", each) for each in said.national),
    ):
        if text:
            yield ReviewItem(label, label, text, "", ((label, text),))


def publication(file: CaseFile, now: datetime) -> ReviewPart:
    """The checklist, the restrictions, what was held back, and where it was published."""
    review = file.review
    if review is None or file.report is None:
        return ReviewPart("publication", "Publication", "later", "·", tuple(_restrictions(review)) if review else ())
    if review.publication is not None:
        state = f"published {shown(review.publication.on)}"
        where = ReviewItem(
            "published", "Published", review.publication.address, "✓", (("Address", review.publication.address),)
        )
        return ReviewPart("publication", "Publication", state, "✓", (where, *_holdbacks(review)))
    checks = tuple(_checks(file, now))
    open_ = sum(each.mark == "!" for each in checks)
    state = f"{len(checks) - open_} of {len(checks)} clear"
    items = (*checks, *_restrictions(review), *_holdbacks(review))
    return ReviewPart("publication", "Publication", state, "!" if open_ else "✓", items)


def _checks(file: CaseFile, now: datetime) -> Iterator[ReviewItem]:
    for check in checklist(file, now):
        reasons = tuple((each.code, f"{each.sentence} ({each.source})") for each in check.reasons)
        state = check.reasons[0].sentence if check.reasons else "clear"
        words = reasons or (("Clear", "Nothing stands against this."),)
        yield ReviewItem(f"check {check.label}", check.label, state, "!" if reasons else "✓", words)


def _restrictions(review: Review) -> Iterator[ReviewItem]:
    for number, each in enumerate(review.restrictions, 1):
        state = f"cleared: {each.cleared}" if each.cleared else f"restricted by {each.imposed_by}"
        words = (
            ("Restriction", each.what),
            ("Imposed by", each.imposed_by),
            ("Cleared under", each.cleared or "not cleared"),
        )
        yield ReviewItem(f"restriction {number}", f"Restriction {number}", state, "✓" if each.cleared else "!", words)


def _holdbacks(review: Review) -> Iterator[ReviewItem]:
    for number, each in enumerate(review.holdbacks, 1):
        words = (
            ("Proposal", each.proposal.label),
            ("Why", each.reasons),
            ("Panel's advice", each.advice or "awaited"),
            ("Regard had", each.regard or "–"),
        )
        state = f"proposed to {each.proposal.label}"
        yield ReviewItem(f"holdback {number}", "Held back", state, "✓" if each.answered else "○", words)
