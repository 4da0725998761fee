"""What the Board owes to a report: an answer to every finding and recommendation, and a response under three headings.

WT2015 ch.4: the response says what was done, what difference it made, and what more will be done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.progress import GIVEN_UP
from sscb_tui.domain.terms import Accepted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.review import Review

_SOURCE = "published response (F15)"
_HEADINGS = {
    "done": "actions already taken",
    "difference": "the difference they made",
    "still_to_do": "what more will be done",
}
_WORDS = {
    "chair_statement": "the Chair's statement (F15.02)",
    "check": "how the Board will check (F15.07)",
    "practice_now": "where practice is now (F15.08)",
}


def subjects(file: CaseFile, review: Review) -> dict[str, str]:
    """What has to be answered: every finding and every recommendation of the case, with its words."""
    found = {f"F-{each.number}": each.text for each in review.findings}
    return found | {f"R-{each.number}": each.text for each in file.recommendations}


def answered(file: CaseFile, review: Review) -> tuple[Violation, ...]:
    """T30, F15.03: none is left without an answer and its reason."""
    missing = [subject for subject in subjects(file, review) if review.answer_to(subject) is None]
    if not missing:
        return ()
    sentence = f"The Board has not answered {', '.join(missing)}: accepted, in part or not, with the reason."
    return (Violation("T30-answers", sentence, _SOURCE),)


def may_agree_response(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T30: findings are on record and answered, and what was accepted has its actions."""
    review = file.review
    if review is None:
        return ()
    found = []
    if not review.findings and not file.recommendations:
        found.append(
            Violation("T30-findings", "Put the report's findings or recommendations on record first.", _SOURCE)
        )
    return (*found, *answered(file, review), *_acted_on(file, review))


def _acted_on(file: CaseFile, review: Review) -> Iterator[Violation]:
    live = [action for action in file.actions if action.state not in GIVEN_UP]
    acted = {each for action in live for each in action.carries_out}
    for each in file.recommendations:
        answer = review.answer_to(f"R-{each.number}")
        if answer and answer.accepted is not Accepted.NOT and each.id not in acted:
            sentence = f"R-{each.number} is {answer.accepted.label}, but no action on the tracker carries it out."
            yield Violation("T30-actions", sentence, _SOURCE)


def response_is_whole(review: Review, today: date) -> Iterator[Violation]:
    """F15: the three headings are there, what was done lies behind and what is to do lies ahead."""
    if review.response is None:
        sentence = f"Write the response: {', '.join(_HEADINGS.values())}."
        yield Violation("F15", sentence, "WT2015 ch.4: the LSCB's response")
        return
    response = review.response
    for name, words in {**_HEADINGS, **_WORDS}.items():
        value = getattr(response, name)
        if not (value.strip() if isinstance(value, str) else value):
            yield Violation("F15", f"The response lacks {words}.", "WT2015 ch.4: the LSCB's response", name)
    for each in response.done:
        if each.on > today:
            yield Violation(
                "F15.04", f"“{each.what}” is dated {shown(each.on)}, which is still to come.", _SOURCE, "done"
            )
    for task in response.still_to_do:
        if task.by <= today and review.publication is None:
            sentence = f"“{task.what}” was to be done by {shown(task.by)}, which has passed."
            yield Violation("F15.06", sentence, _SOURCE, "still_to_do")


def may_receive_report(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T28: the report is on record, received neither before the decision nor later than today."""
    report, decision = file.report, file.decision
    if report is None or decision is None:
        return (Violation("T28-report", "Put the report on record: title, day and text.", "the Board's process"),)
    if local_day(decision.signature.at) <= report.received_on <= local_day(now):
        return ()
    sentence = f"A report received on {shown(report.received_on)} is before the decision or still to come."
    return (Violation("T28-report", sentence, "the Board's process", "received_on"),)
