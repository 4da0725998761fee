"""What the process joins after the decision: news to a new decision, a review to its report, findings and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sscb_tui.domain.thread import Address, Strand

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.review import Review


def after_decision(file: CaseFile) -> Iterator[Strand]:
    """Everything that nobody has to say, because the order of the work says it."""
    yield from _decided_anew(file)
    if file.review is not None:
        here = Address("reviews", file.review.id)
        yield from _found(file, file.review, here)
        yield from _served(file, file.review, here)
        yield from _beside(file, here)


def _decided_anew(file: CaseFile) -> Iterator[Strand]:
    """The panel's letter, or the new fact, and the decision that answered it (T24, T29)."""
    for news in file.reopenings:
        for decision in file.decisions:
            if decision.supersedes == news.decision_id:
                yield Strand(Address("reopenings", news.id), Address("decisions", decision.id), "decided anew")


def _found(file: CaseFile, review: Review, here: Address) -> Iterator[Strand]:
    """Findings are the report's (T28), which the family is shown before anybody else (F13.06)."""
    report = Address("reports", file.report.id) if file.report else None
    for finding in review.findings:
        yield Strand(report or here, replace(here, part=f"F-{finding.number}"), "found")
    for contact in file.family_contacts:
        if report is not None and contact.shown_on is not None:
            yield Strand(report, Address("family_contacts", contact.id), "shown")


def _served(file: CaseFile, review: Review, here: Address) -> Iterator[Strand]:
    """What the review works by, and who was thought of to write it (F10, F11)."""
    for version in review.versions:
        yield Strand(here, replace(here, part=f"terms {version.number}"), "set out in")
    for each in file.reviewers:
        yield Strand(here, Address("reviewers", each.id), "reviewed by" if each.stands else "considered")


def _beside(file: CaseFile, here: Address) -> Iterator[Strand]:
    """Proceedings that ask something of the review (F12.04)."""
    for each in file.proceedings:
        if each.form.holds:
            effects = ", ".join(hold.effect.label for hold in each.form.holds)
            yield Strand(Address("proceedings", each.id), here, f"asked for {effects}")
