"""The parts of a review's life, each as lines with a state in words: terms, timetable, reviewers, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import ALTERNATIVE_TYPES
from sscb_tui.domain.rules.independence import may_appoint, ties, warnings
from sscb_tui.domain.rules.terms import terms_hold
from sscb_tui.domain.terms import YesNo
from sscb_tui.domain.terms_of_reference import headings
from sscb_tui.domain.thread import Address
from sscb_tui.domain.working_days import working_days_between
from sscb_tui.services.review_parts_family import family
from sscb_tui.services.review_parts_outcome import answers, publication, response
from sscb_tui.services.review_parts_register import proceedings
from sscb_tui.services.views.reviews import ReviewItem, ReviewPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.review import Review
    from sscb_tui.domain.reviewer import Reviewer


def every(file: CaseFile, now: datetime) -> tuple[ReviewPart, ...]:
    """All parts; proceedings and family are kept before there is a review."""
    return (
        terms(file, now),
        timetable(file, now),
        reviewers(file, now),
        proceedings(file, now),
        family(file),
        answers(file),
        response(file, now),
        publication(file, now),
    )


def kind(file: CaseFile) -> str:
    """What sort of review it is."""
    review = file.review
    if review is None:
        return "no review commissioned"
    types = ", ".join(ALTERNATIVE_TYPES[each] for each in review.types if each in ALTERNATIVE_TYPES)
    return "Serious Case Review" if review.is_scr else types or "another review"


def terms(file: CaseFile, now: datetime) -> ReviewPart:
    """The twenty headings of the version in hand (F10)."""
    review = file.review
    latest = review.latest if review else None
    if review is None or latest is None:
        return ReviewPart("terms", "Terms of reference", "not written", "○", ())
    items = tuple(
        ReviewItem(name, label, _brief(words), "", ((label, words),)) for name, label, words in headings(latest.terms)
    )
    here = Address("reviews", review.id, f"terms {latest.number}")
    if latest.approved:
        signed = f"{shown(latest.approved.at.date())}, {latest.approved.name}"
        approval = ReviewItem("approved", "Approved", signed, "✓", (("Approved", signed),))
        return ReviewPart("terms", "Terms of reference", f"v{latest.number} approved", "✓", (approval, *items), here)
    bars = terms_hold(file, latest, now)
    faults = tuple(ReviewItem(each.code, "To mend", each.sentence, "!", (("To mend", str(each)),)) for each in bars)
    state = f"v{latest.number} draft" + (f", {len(bars)} to mend" if bars else "")
    return ReviewPart("terms", "Terms of reference", state, "!" if bars else "○", faults + items, here)


def _brief(words: str) -> str:
    return " ".join(words.split())


def timetable(file: CaseFile, now: datetime) -> ReviewPart:
    """Milestones with their days, and extensions (F10.15, T27)."""
    review = file.review
    if review is None or not review.milestones:
        return ReviewPart("timetable", "Timetable", "none yet", "○", ())
    items = (*_milestones(review, now), *_extensions(review))
    done = sum(each.mark == "✓" for each in items)
    late = sum(each.mark == "!" for each in items)
    state = (
        f"{done} of {len(review.milestones)}, {late} late" if late else f"{done} of {len(review.milestones)} reached"
    )
    return ReviewPart("timetable", "Timetable", state, "!" if late else "✓" if done == len(items) else "○", items)


def _milestones(review: Review, now: datetime) -> Iterator[ReviewItem]:
    """Each with the working days that are left, or that it is over; nothing is late once the report is accepted."""
    for each in review.milestones:
        words, mark = _due(each.due, review.reached_on(each.what), now.date(), over=review.agreed is not None)
        told = (("Milestone", each.what), ("Due", shown(each.due)), ("State", words))
        yield ReviewItem(each.what, each.what, words, mark, told)


def _due(due: date, reached: date | None, today: date, *, over: bool) -> tuple[str, str]:
    if reached:
        return f"reached {shown(reached)}", "✓"
    if over:
        return f"due {shown(due)}", "·"
    if due < today:
        return f"due {shown(due)}, {working_days_between(due, today)} wd late", "!"
    return f"due {shown(due)}, {working_days_between(today, due)} wd left", "○"


def _extensions(review: Review) -> Iterator[ReviewItem]:
    for number, each in enumerate(review.extensions, 1):
        words = (
            ("Why", each.reason),
            ("Learning meanwhile", each.interim_learning),
            ("Agreed", f"{each.agreed.name}, {shown(each.agreed.at.date())}"),
        )
        yield ReviewItem(f"extension {number}", "Extended", f"until {shown(each.target)}", "·", words)


def reviewers(file: CaseFile, now: datetime) -> ReviewPart:
    """Everybody thought of (F11)."""
    items = tuple(_reviewer(file, each, now) for each in file.reviewers)
    chosen = file.reviewer
    state = chosen.form.name if chosen else f"{len(items)} considered" if items else "nobody yet"
    return ReviewPart("reviewers", "Reviewers", state, "✓" if chosen else "○", items)


def _reviewer(file: CaseFile, each: Reviewer, now: datetime) -> ReviewItem:
    bars = may_appoint(file, each, now)
    if each.stood_down:
        state, mark = "stood down", "·"
    elif each.appointed:
        state, mark = f"appointed {shown(each.appointed.at.date())}", "✓"
    else:
        state, mark = (
            ("linked" if ties(each) and not each.ruled else "to be completed", "!")
            if bars
            else ("free to appoint", "○")
        )
    words = (*_words(each), *_bars(file, each, now))
    return ReviewItem(each.id, each.form.name, state, mark, words, Address("reviewers", each.id))


def _words(each: Reviewer) -> Iterator[tuple[str, str]]:
    yield "From", each.form.organisation
    yield "Experience", each.form.experience
    yield "Found", f"{each.form.route.label}: {each.form.route_reason}"
    for row in each.form.links:
        tied = ", ".join(f"{kind} {answer.label}" for kind, answer in row.kinds.items() if answer is not YesNo.NO)
        yield row.body, ". ".join(part for part in (tied or "no tie in five years", row.detail) if part)
    if each.ruled and each.ruling:
        yield f"Ruling of {each.ruled.name}", each.ruling
    if each.contract:
        yield "Contract", f"{each.contract.days} days, £{each.contract.fee:,}, ends {shown(each.contract.final_on)}"
    yield "Panel told", shown(each.panel_told_on) if each.panel_told_on else "not yet"
    if each.stood_down:
        yield "Stood down", each.stood_down


def _bars(file: CaseFile, each: Reviewer, now: datetime) -> Iterator[tuple[str, str]]:
    if not each.stood_down:
        yield from (("In the way", str(bar)) for bar in may_appoint(file, each, now))
        yield from (("Think of", warning.sentence) for warning in warnings(file, each))
