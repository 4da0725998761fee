"""From the decision to the start of a review, and beyond six months (T20, T21, T26, T27)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import ALTERNATIVE_TYPES
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.independence import commissioned, linked, unanswered
from sscb_tui.domain.rules.register import reviewed_lately
from sscb_tui.domain.rules.terms import standing_decision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sscb_tui.domain.file import CaseFile

_PROCESS = "the Board's process"


def may_commission(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T20, T21: of the kind decided; another review has its type, and says what is expected of publication."""
    review, decision = file.review, standing_decision(file)
    if review is None or decision is None or review.decision_id != decision.id:
        return (Violation("T20-review", "Say what kind of review is commissioned under this decision.", _PROCESS),)
    if review.kind is not decision.outcome:
        sentence = f"The decision was {decision.outcome.label}; a review of another kind needs another decision."
        return (Violation("T20-review", sentence, _PROCESS),)
    return () if review.is_scr else tuple(_alternative(review.types, review.publication_expectation))


def _alternative(types: tuple[str, ...], expectation: str) -> Iterator[Violation]:
    if not types or any(each not in ALTERNATIVE_TYPES for each in types):
        sentence = f"Choose the type of review: {', '.join(ALTERNATIVE_TYPES)}."
        yield Violation("T21-type", sentence, _PROCESS, "types")
    if not expectation.strip():
        sentence = "Say whether its report is to be published, and why: for another review that is not automatic."
        yield Violation("T21-publication", sentence, _PROCESS, "publication_expectation")


def may_begin_review(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T26: terms approved under the decision that stands; an independent reviewer under contract; the panel told."""
    review, decision, reviewer = file.review, standing_decision(file), file.reviewer
    found: list[Violation] = []
    approved = review.approved_terms if review else None
    if approved is None or decision is None or approved.decision_id != decision.id:
        sentence = "The Chair has not approved terms of reference under this decision."
        found.append(Violation("T26-terms", sentence, "terms of reference (F10.20)"))
    if reviewer is None:
        found.append(Violation("T26-reviewer", "No reviewer has been appointed.", "commission (F11.01)"))
    else:
        found += (*unanswered(file, reviewer), *linked(reviewer), *commissioned(file, reviewer))
    return (*found, *reviewed_lately(file, local_day(now)))


def may_extend(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T27: reason, a target still to come and later than the last, and how learning moves meanwhile."""
    extensions = file.review.extensions if file.review else ()
    if not extensions:
        return (Violation("T27-extension", "Say why, until when, and how learning moves meanwhile.", "WT2015 ch.4"),)
    *earlier, last = extensions
    floor = max([local_day(now), *(each.target for each in earlier)])
    if last.target > floor:
        return ()
    sentence = f"The new target, {shown(last.target)}, has to be later than {shown(floor)}."
    return (Violation("T27-target", sentence, "WT2015 ch.4", "target"),)
