"""What things that come after the decision are called in the thread: by number, day or post, never by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from sscb_tui.domain.base import Aggregate
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.register import numbered

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.review import Review
    from sscb_tui.domain.thread import Address

R = TypeVar("R", bound=Aggregate)
Words = tuple[str, str]
"""A name and what it says."""
_NEWS = {"panel": "The national panel's letter", "information": "New information"}


def held(records: Iterable[R], id: str) -> R:
    """The record of this case; NotFoundError for one of another."""
    for each in records:
        if each.id == id:
            return each
    raise NotFoundError("That is not held in this case.")


def _reopening(file: CaseFile, at: Address) -> Words:
    news = held(file.reopenings, at.id)
    return f"{_NEWS[news.cause]}, {shown(news.on)}", news.words


def _addendum(file: CaseFile, at: Address) -> Words:
    added = held(file.addenda, at.id)
    return f"Addendum, {shown(local_day(added.signature.at))}", added.words


def _review(file: CaseFile, at: Address) -> Words:
    review = held(file.reviews, at.id)
    what, _, which = at.part.partition(" ")
    if what == "answer":
        answer = review.answer_to(which)
        return f"The Board on {which}", f"{answer.accepted.label}: {answer.reason}" if answer else "taken back"
    if what == "terms":
        return _terms(review, int(which))
    if what:
        found = next((each.text for each in review.findings if f"F-{each.number}" == what), "no longer a finding")
        return what, found
    kind = "Serious Case Review" if review.is_scr else "another review than a Serious Case Review"
    return f"The review, commissioned {shown(local_day(review.commissioned.at))}", kind


def _terms(review: Review, number: int) -> Words:
    version = next((each for each in review.versions if each.number == number), None)
    if version is None:
        return f"Terms of reference, version {number}", "no longer there"
    approved = f"approved {shown(local_day(version.approved.at))}" if version.approved else "a draft"
    return f"Terms of reference, version {number}, {approved}", version.terms.purpose


def _report(file: CaseFile, at: Address) -> Words:
    report = held(file.reports, at.id)
    return f"The report, received {shown(report.received_on)}", report.title


def _reviewer(file: CaseFile, at: Address) -> Words:
    reviewer = held(file.reviewers, at.id)
    if reviewer.stood_down:
        name = "A reviewer stood down"
    elif reviewer.appointed:
        name = f"The reviewer, appointed {shown(local_day(reviewer.appointed.at))}"
    else:
        name = "Considered as reviewer"
    return name, reviewer.form.organisation


def _proceeding(file: CaseFile, at: Address) -> Words:
    form = held(file.proceedings, at.id).form
    number = next(number for number, each in numbered(file) if each.id == at.id)
    return f"{number} {form.kind.label}, {form.stage.label}", f"led by {form.lead}"


def _family_contact(file: CaseFile, at: Address) -> Words:
    contact = held(file.family_contacts, at.id)
    limits = "; ".join(f"no contact until {limit.until}" for limit in contact.limited)
    return f"Contact with {contact.form.called}", limits


AFTER_DECISION: dict[str, Callable[[CaseFile, Address], Words]] = {
    "reopenings": _reopening,
    "addenda": _addendum,
    "reviews": _review,
    "reports": _report,
    "reviewers": _reviewer,
    "proceedings": _proceeding,
    "family_contacts": _family_contact,
}
"""How each kind is called."""
