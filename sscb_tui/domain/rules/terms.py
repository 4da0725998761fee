"""What terms of reference must hold before the Chair can approve them (F10), and how long a review may take (CK-5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.reviewer import THE_BOARD
from sscb_tui.domain.rules.clocks import Due, due
from sscb_tui.domain.rules.register import reviewed_lately
from sscb_tui.domain.terms import Decided, ReturnState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.decision import Decision
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.review import TermsVersion
    from sscb_tui.domain.terms_of_reference import Terms

_REVIEWS = (Decided.SCR, Decided.ALTERNATIVE)


def involved(file: CaseFile) -> tuple[str, ...]:
    """Agencies that had to do with the child or may have had: named at referral, or asked and not answered with nil."""
    asked = [each.agency for each in file.requests if each.state is not ReturnState.NIL_RETURN]
    return tuple(dict.fromkeys([*(each.agency for each in file.case.agencies), *asked]))


def bodies(file: CaseFile) -> tuple[str, ...]:
    """Whom a reviewer must be independent of: the Board and every involved agency (WT2015 ch.4)."""
    return (THE_BOARD, *involved(file))


def standing_decision(file: CaseFile) -> Decision | None:
    """The decision a review may rest on: the last one, if it calls for a review."""
    return file.decision if file.decision and file.decision.outcome in _REVIEWS else None


def six_months(file: CaseFile) -> Due | None:
    """When a Serious Case Review is due (CK-5), counted from the decision it rests on; another review has no limit."""
    review, clock = file.review, load(file.case.framework).clock("CK-5")
    if review is None or not review.is_scr or clock is None:
        return None
    decision = next((each for each in file.decisions if each.id == review.decision_id), None)
    return due(clock, local_day(decision.signature.at)) if decision else None


def terms_hold(file: CaseFile, version: TermsVersion, now: datetime) -> tuple[Violation, ...]:
    """Everything that bars approval of this version."""
    return (
        *_rests_on_the_decision(file, version),
        *_period(file, version.terms),
        *_agencies(file, version.terms),
        *_timetable(file, version.terms),
        *reviewed_lately(file, local_day(now)),
    )


def _rests_on_the_decision(file: CaseFile, version: TermsVersion) -> Iterator[Violation]:
    standing = standing_decision(file)
    if standing is None or standing.id != version.decision_id:
        sentence = "These terms rest on a decision that no longer stands; write a new version."
        yield Violation("F10.02", sentence, "terms of reference (F10.02)")


def _period(file: CaseFile, terms: Terms) -> Iterator[Violation]:
    happened = file.incident.happened_on.earliest
    if happened is not None and terms.period_to < happened:
        sentence = f"The period ends on {shown(terms.period_to)}, before the incident ({shown(happened)})."
        yield Violation("F10.04", sentence, "terms of reference (F10.04)", "period_to")


def _agencies(file: CaseFile, terms: Terms) -> Iterator[Violation]:
    named = {each.agency for each in terms.supplies}
    if missing := [code for code in involved(file) if code not in named]:
        sentence = f"Involved, but nothing is asked of: {', '.join(missing)}."
        yield Violation("F10.08", sentence, "terms of reference (F10.08)", "supplies")


def _timetable(file: CaseFile, terms: Terms) -> Iterator[Violation]:
    limit, last = six_months(file), max(each.due for each in terms.milestones)
    yield from late(limit, last, terms.late_reason, "F10.15", "The last milestone")


def late(limit: Due | None, day: date, reason: str, code: str, what: str) -> Iterator[Violation]:
    """A day after the six months needs a reason; the aim itself stays (WT2015 ch.4)."""
    if limit is not None and day > limit.due and not reason.strip():
        after = f"{what} is on {shown(day)}, after the six months ({shown(limit.due)})"
        sentence = f"{after}: choose an earlier day or give the reason."
        yield Violation(code, sentence, "CK-5: aim for six months", "late_reason")
