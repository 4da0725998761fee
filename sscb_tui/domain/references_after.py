"""What records say of others after the decision: what corrects or reopens it, the review, its report, the family.

A reviewer and a proceeding name no other record; what they have to do with a review is drawn in `strands_after`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.thread import Address, Named, Refers, Why

if TYPE_CHECKING:
    from sscb_tui.domain.after_decision import Addendum, Reopening
    from sscb_tui.domain.family_contact import FamilyContact
    from sscb_tui.domain.review import Report, Review


def of_addendum(addendum: Addendum) -> Iterator[Refers]:
    """The decision it corrects beside itself."""
    yield Refers("", Address("decisions", addendum.decision_id), Why.CORRECTS)


def of_reopening(reopening: Reopening) -> Iterator[Refers]:
    """The decision that came before the Chair again (T24, T29)."""
    yield Refers("", Address("decisions", reopening.decision_id), Why.REOPENS)


def of_review(review: Review) -> Iterator[Refers]:
    """The decision it carries out, that of each version of its terms (F10.02), and what each answer is to (F15.03)."""
    yield Refers("", Address("decisions", review.decision_id), Why.RESTS_ON)
    for version in review.versions:
        yield Refers(f"terms {version.number}", Address("decisions", version.decision_id), Why.RESTS_ON)
    for answer in review.answers:
        yield Refers(f"answer {answer.to}", _answered(review, answer.to), Why.RESPONDS_TO)


def _answered(review: Review, to: str) -> Address | Named:
    """A finding is the review's own; a recommendation is the tracker's."""
    if to.startswith("F-"):
        return Address("reviews", review.id, to)
    return Named(review.case_id, "recommendation", to)


def of_report(report: Report) -> Iterator[Refers]:
    """The review that it reports."""
    yield Refers("", Address("reviews", report.review_id), Why.REPORTS)


def of_family_contact(contact: FamilyContact) -> Iterator[Refers]:
    """The proceeding that keeps somebody from contact (F13.04)."""
    for number, limit in enumerate(contact.limits, 1):
        if said := limit.proceeding.strip():
            yield Refers(f"limit {number}", Named(contact.case_id, "proceeding", said), Why.WAITS_FOR)
