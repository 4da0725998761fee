"""Who may sign a decision, when, and on what footing (RF-01, RF-02, RF-12, RF-13, RF-17, CK-2)."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.frameworks import for_notification, load, told_on
from sscb_tui.domain.rules.clocks import Owed, duties_on_receipt
from sscb_tui.domain.terms import Decided, DiscussionOutcome, Fact, Role, Stage

if TYPE_CHECKING:
    from sscb_tui.domain.after_decision import Reopening
    from sscb_tui.domain.decision import DecisionForm, Limbs
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor

_CHAIR_DECIDES = "WT2015 ch.4: the final decision rests with the LSCB Chair"
_BEFORE_THE_CHAIR = (Stage.WITH_CHAIR, Stage.PANEL_SCRUTINY)
_NO_MEETING = (DiscussionOutcome.STRAIGHT_TO_CHAIR, DiscussionOutcome.NO_SCOPING)
_RESOLVED = re.compile(r"(?<!not )(?<!never )\bresolved\b", re.IGNORECASE)


def signer_may_decide(actor: Actor) -> tuple[Violation, ...]:
    """RF-01: the Chair alone decides, or a deputy whose authority is on record (WT2015 ch.4)."""
    if actor.role is Role.CHAIR or actor.authority.strip():
        return ()
    sentence = (
        f"{actor.name} is {actor.role.label}. Only the Independent Chair, or a deputy whose written authority is on "
        "record, may decide; everyone else recommends."
    )
    return (Violation("RF-01", sentence, _CHAIR_DECIDES),)


def nothing_signed_is_edited(file: CaseFile) -> tuple[Violation, ...]:
    """RF-17: a signed decision stands until the case comes before the Chair again and a new one supersedes it."""
    signed = file.decision
    if signed is None or signed.outcome is Decided.DEFER or file.case.stage in _BEFORE_THE_CHAIR:
        return ()
    day = shown(signed.signature.at.date())
    sentence = (
        f"The decision signed by {signed.signature.name} on {day} stands and is never edited. Reopen the decision, "
        "and sign a new one that supersedes it."
    )
    return (Violation("RF-17", sentence, "record of the Chair's decision (F8)"),)


def every_limb_is_answered(limbs: Limbs) -> tuple[Violation, ...]:
    """RF-02: each of the seven questions has one answer; blank is not a value (F8)."""
    answers = Counter(limb.fact for limb in limbs)
    return tuple(_badly_answered(fact, answers[fact]) for fact in Fact if answers[fact] != 1)


def _badly_answered(fact: Fact, times: int) -> Violation:
    allowed = ", ".join(value.label for value in fact.values)
    wrong = f"is answered {times} times" if times else "is not answered; blank is not a value"
    return Violation("RF-02", f'"{fact.label}" {wrong}. Answer it once with one of: {allowed}.', "reg 5(2)", fact.value)


def time_is_right(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """RF-12: not before the referral, and not before the meeting has closed unless none was to be held (T08, T09)."""
    if now < file.case.referral.received_at:
        sentence = f"The decision would be dated before the referral was received on {shown(file.case.notified_on)}."
        return (Violation("RF-12", sentence, "record of the Chair's decision (F8)"),)
    discussion = file.case.discussion
    if file.meeting is None or (discussion is not None and discussion.outcome in _NO_MEETING):
        return ()
    closed = file.meeting.closed_at
    if closed is not None and closed <= now:
        return ()
    sentence = "The scoping meeting has not closed, so the Chair would decide before it has recommended."
    return (Violation("RF-12", sentence, "record of the Chair's decision (F8)"),)


def decide_by(file: CaseFile) -> date:
    """The guidance date: "normally" one month from the day the Board was told, or from what is newly known (CK-2)."""
    return _decision_clock(file).due


def _decision_clock(file: CaseFile) -> Owed:
    again = reopened_for_news(file)
    (owed,) = duties_on_receipt(again.on if again else file.case.notified_on, load(file.case.framework))
    return owed


def reopened_for_news(file: CaseFile) -> Reopening | None:
    """The new information for which the decision was reopened, until the Chair has decided on it (T29)."""
    last = file.reopenings[-1] if file.reopenings else None
    final = [each.id for each in file.decisions if each.outcome is not Decided.DEFER]
    return last if last and last.cause == "information" and last.decision_id == final[-1] else None


def overrun_is_explained(form: DecisionForm, file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """CK-2: "normally" permits a reasoned overrun, never a silent one."""
    if not _days_over(file, now) or form.overrun_reason.strip():
        return ()
    sentence = (
        f'The decision was due "normally within one month", by {shown(decide_by(file))}. Say why it is late; '
        "parallel proceedings do not stop the clock."
    )
    return (Violation("CK-2", sentence, _decision_clock(file).source, "overrun_reason"),)


def overrun_is_noticed(form: DecisionForm, file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """A late decision with its reason is lawful, and worth a glance (CK-2)."""
    days = _days_over(file, now)
    if not days or not form.overrun_reason.strip():
        return ()
    sentence = (
        f"The decision is {days} day{'' if days == 1 else 's'} past {shown(decide_by(file))}; the record says why."
    )
    return (Violation("CK-2", sentence, _decision_clock(file).source, "overrun_reason"),)


def guidance_has_changed(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """The case keeps the guidance it began under; others are told under the one in force on the day of decision."""
    told = told_on(load(file.case.framework), now.date())
    if told.id == for_notification(file.case.notified_on):
        return ()
    names = ", ".join(each.name for each in told.recipients if each.clock == "CK-4")
    sentence = (
        f"The case began under {file.case.framework}, whose criteria stand; {told.id} is in force today and says who "
        f"is told: {names}."
    )
    return (Violation("F8-guidance", sentence, told.title),)


def _days_over(file: CaseFile, now: datetime) -> int:
    """Days past the guidance date; one that supersedes a signed decision, with no news, has met its clock already."""
    signed = any(decision.outcome is not Decided.DEFER for decision in file.decisions)
    return 0 if signed and reopened_for_news(file) is None else max(0, (now.date() - decide_by(file)).days)


def conflict_is_resolved(form: DecisionForm) -> tuple[Violation, ...]:
    """RF-13: nobody decides under a declared and unresolved conflict of interest."""
    asked = form.conflict_of_interest
    if asked.answer == "no" or (asked.answer == "yes" and _RESOLVED.search(asked.detail)):
        return ()
    declared = "A conflict of interest is declared, and nothing says how it was resolved."
    unknown = "It is not yet known whether there is a conflict of interest."
    sentence = (
        f"{declared if asked.answer == 'yes' else unknown} "
        'Write "resolved:" and how, or let a deputy with written authority decide.'
    )
    return (Violation("RF-13", sentence, "the Board's rule on conflicts of interest", "conflict_of_interest"),)
