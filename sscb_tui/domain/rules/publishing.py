"""What stands between a report and the public: one checklist, all of it shown at once (WT2015 ch.4; T31 to T35)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.naming.scanning import scan
from sscb_tui.domain.rules.clocks import due
from sscb_tui.domain.rules.register import publication_is_free, reviewed_lately
from sscb_tui.domain.rules.responding import answered, response_is_whole
from sscb_tui.domain.rules.told import BEFORE_PUBLICATION, family_shown, family_told
from sscb_tui.domain.terms import Holding, ToldOf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.naming.scanning import Hit
    from sscb_tui.domain.review import Review

_ANONYMITY = "WT2015 ch.4: without redaction, and not likely to harm a child"
_PUBLISHES = "WT2015 ch.4: the LSCB publishes the report"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist: what it asks, and whatever still stands against it."""

    label: str
    reasons: tuple[Violation, ...]


def checklist(file: CaseFile, now: datetime) -> tuple[Check, ...]:
    """Everything that bars publication today, line by line; a line without reasons is done."""
    review, today = file.review, local_day(now)
    if review is None:
        return (Check("Review", (Violation("T32", "No review was commissioned.", _PUBLISHES),)),)
    lines = (
        ("Report and planned day", (*_report(file), *_planned(review, today))),
        ("No name, mark or contact", _names(file, review)),
        ("Second reader", _second_reader(review)),
        ("Court orders", _orders(review)),
        ("Proceedings", (*publication_is_free(file), *reviewed_lately(file, today))),
        ("Family told", family_told(file, ToldOf)),
        ("Family shown the report", family_shown(file)),
        ("National panel copied", tuple(_copied(file, review, today))),
        ("Response", (*answered(file, review), *response_is_whole(review, today))),
        ("Staff and media", tuple(_people(review))),
    )
    return tuple(Check(label, tuple(reasons)) for label, reasons in lines)


def may_publish(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T32: every reason at once."""
    return tuple(reason for check in checklist(file, now) for reason in check.reasons)


def may_prepare(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T31: the text is anonymous, court orders were checked, the family has been told so far."""
    review = file.review
    if review is None:
        return ()
    return (
        *_report(file),
        *_planned(review, local_day(now)),
        *_names(file, review),
        *_orders(review),
        *family_told(file, BEFORE_PUBLICATION),
    )


def _report(file: CaseFile) -> tuple[Violation, ...]:
    if file.report is not None:
        return ()
    return (Violation("T31-report", "The text that is to be published is not on record.", _PUBLISHES),)


def _planned(review: Review, today: date) -> tuple[Violation, ...]:
    if review.plan is None:
        return (Violation("T31-plan", "Choose the day of publication.", _PUBLISHES, "planned_on"),)
    if review.publication is None and today > review.plan.planned_on:
        sentence = f"The planned day, {shown(review.plan.planned_on)}, has passed; plan another."
        return (Violation("T31-plan", sentence, _PUBLISHES, "planned_on"),)
    return ()


def public_words(file: CaseFile, review: Review) -> str:
    """Everything that would be published: title, report, the Board's answers, its response, progress for the public."""
    title, text = (file.report.title, file.report.text) if file.report else ("", "")
    answers = [each.reason for each in review.answers] + [each.text for each in file.recommendations]
    answers += [each.response for each in file.recommendations] + [each.publishable for each in file.actions]
    response = review.response.words() if review.response else ""
    return "\n".join((text, title, *filter(None, answers), response))


def hits(file: CaseFile, review: Review) -> tuple[Hit, ...]:
    """What the search for names finds, less what legal advice cleared."""
    cleared = {each.words.casefold() for each in review.plan.cleared_words} if review.plan else set()
    found = scan(file, public_words(file, review))
    return tuple(hit for hit in found if hit.words.casefold() not in cleared)


def _names(file: CaseFile, review: Review) -> tuple[Violation, ...]:
    """8.3: a name, also misspelt, a date of birth, an address or a number of the case bars publication."""
    return tuple(
        Violation("RF-16", f"Line {hit.line}: “{hit.words}” {hit.why} (… {hit.context} …).", _ANONYMITY, "text")
        for hit in hits(file, review)
    )


def _second_reader(review: Review) -> tuple[Violation, ...]:
    plan = review.plan
    if plan is not None and plan.second_reader.strip() and plan.second_reader_found.strip():
        return ()
    sentence = (
        "Somebody who does not know the case tries to find the family from open sources: say who, and the result."
    )
    return (Violation("T32-reader", sentence, _ANONYMITY, "second_reader"),)


def _orders(review: Review) -> tuple[Violation, ...]:
    """A court's restriction is cleared by nothing but legal advice, under its reference."""
    standing = [each for each in review.restrictions if not each.cleared.strip()]
    found = [
        Violation(
            "T31-orders",
            f"Still restricted by {each.imposed_by}: {each.what}. Clear it under a legal reference.",
            _ANONYMITY,
        )
        for each in standing
    ]
    if review.plan is None or not review.plan.orders_checked.strip():
        sentence = "Give the reference of the legal advice that court orders and reporting restrictions were checked."
        found.append(Violation("T31-orders", sentence, _ANONYMITY, "orders_checked"))
    return tuple(found)


def _copied(file: CaseFile, review: Review, today: date) -> Iterator[Violation]:
    """CK-6: the panel has this text, early enough for publication today (WT2013 a week, WT2015 seven working days)."""
    clock = load(file.case.framework).clock("CK-6")
    if not review.is_scr or clock is None:
        return
    copies = [each for each in file.duties if each.clock == "CK-6" and not each.not_needed]
    sent = [local_day(each.done_at) for each in copies if each.done_at]
    if not copies or len(sent) < len(copies):
        sentence = f"The report has not been sent to {_whom(clock.what)} ({clock.rule})."
        yield Violation("CK-6", sentence, clock.source)
        return
    if file.report is not None and file.report.text_given_on > min(sent):
        sentence = f"The copy sent on {shown(min(sent))} is not of this text ({shown(file.report.text_given_on)})."
        yield Violation("CK-6", sentence, clock.source)
    if max(sent) > due(clock, today).due:
        sentence = f"The copy went on {shown(max(sent))}, less than {clock.length} before today; publish later."
        yield Violation("CK-6", sentence, clock.source)


def _whom(what: str) -> str:
    return what.removeprefix("send the report to ")


def _people(review: Review) -> Iterator[Violation]:
    plan = review.plan
    if plan is None or not plan.staff_support.strip():
        sentence = "Say how the staff concerned are told and supported."
        yield Violation("T32-staff", sentence, _PUBLISHES, "staff_support")
    if plan is None or not plan.media_plan.strip():
        yield Violation("T32-media", "Say what the media plan for the day is.", _PUBLISHES, "media_plan")


def may_withhold(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T33: why, and the panel was informed, neither before there was a report nor later than today."""
    review = file.review
    last = review.holdbacks[-1] if review and review.holdbacks else None
    if review is not None and last is not None and not last.answered:
        informed = last.panel_informed_on
        if (informed is None and not review.is_scr) or (informed is not None and informed <= local_day(now)):
            return ()
    sentence = "Give the reasons, and the day on which the national panel was informed: not later than today."
    return (Violation("T33-panel", sentence, "WT2015 ch.4: inform the panel", "panel_informed_on"),)


def may_resume(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T34: the panel's advice is on record, and how regard was had to it."""
    last = file.review.holdbacks[-1] if file.review and file.review.holdbacks else None
    if last is not None and (last.answered or (file.review is not None and not file.review.is_scr)):
        return ()
    sentence = "Record the national panel's advice and how the Board had regard to it."
    return (Violation("T34-regard", sentence, "WT2015 ch.4: have regard to the panel's advice", "advice"),)


def may_implement(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T35: published; or another review, whose publication is no duty; or withheld after the panel's advice."""
    review = file.review
    if review is None or review.publication is not None:
        return ()
    if not review.is_scr:
        return ()
    if not review.holdbacks:
        return (Violation("T35", "A Serious Case Review is published, or its withholding proposed first.", _PUBLISHES),)
    if review.holdbacks[-1].proposal is not Holding.WITHHOLD:
        return (Violation("T35", "The proposal was to publish later; resume publication.", _PUBLISHES),)
    return may_resume(file, now)
