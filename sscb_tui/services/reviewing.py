"""What every room of a review shares: the review in hand, and one way to save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, StaleError, Violation

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.base import Aggregate
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.review import Report, Review
    from sscb_tui.domain.terms import Stage
    from sscb_tui.services.room import Room


def the_review(file: CaseFile) -> Review:
    """The review in hand; NotFoundError where none was commissioned."""
    if file.review is None:
        raise NotFoundError(f"No review has been commissioned for {file.case.reference}.")
    return file.review


def the_report(file: CaseFile) -> Report:
    """Its report; NotFoundError while it is awaited."""
    if file.report is None:
        raise NotFoundError(f"The report for {file.case.reference} is not in yet.")
    return file.report


def save(room: Room, review: Review, **changes: object) -> Review:
    """The review with these fields changed; inside a deed."""
    return room.record.reviews.save(review.but(**changes))


def only_at(file: CaseFile, stages: tuple[Stage, ...], what: str) -> None:
    """Refuse what belongs to another stage of the case."""
    if file.case.stage not in stages:
        sentence = f"{what} at the stage {file.case.stage.label!r} is not possible."
        raise RuleError([Violation("MOVE", sentence, "the process of the Board")])


def as_read(record: Aggregate, version: int, what: str) -> None:
    """StaleError where somebody saved since the words now given were begun."""
    if record.version != version:
        raise StaleError(what, version, record.version)


def not_ahead(day: date | None, today: date, where: str) -> None:
    """Refuse a day that is still to come for something said to be done."""
    if day is not None and day > today:
        raise InputError([Problem(where, f"{day.isoformat()} is still to come.", "today or earlier")])
