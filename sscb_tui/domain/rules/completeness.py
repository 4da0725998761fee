"""What must be on record before a case may move: the guards of the process, each a pure function of the file.

Every violation's code begins with the number of the move it bars.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.grounds import has_returned
from sscb_tui.domain.rules.meetings import may_close_meeting, may_start_meeting, may_submit, quorum
from sscb_tui.domain.rules.signing import decide_by
from sscb_tui.domain.rules.wording import linter
from sscb_tui.domain.terms import Result, ReturnState, YesNo
from sscb_tui.domain.working_days import working_days_between

if TYPE_CHECKING:
    from sscb_tui.domain.case import InitialDiscussion, ScopingPlan
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.forms import DiscussionForm
    from sscb_tui.domain.scoping import AgencyRequest

__all__ = [
    "both_chairs_agreed",
    "linter",
    "may_call_scoping",
    "may_close_meeting",
    "may_forgo_scoping",
    "may_hand_over",
    "may_open_discussion",
    "may_query_jurisdiction",
    "may_receive",
    "may_start_meeting",
    "may_submit",
    "quorum",
    "returns_accounted_for",
    "was_held",
]

_PROCESS = "the Board's process"
_WORKING_DAYS_FOR_THE_CHAIR = 2
_THREE = ("Business Manager", "Independent Chair", "LIIP Chair")


def may_receive(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T01: nobody can have been told later than now; everything else the form itself requires (F1)."""
    if file.case.referral.received_at > now:
        sentence = f"The referral is dated {shown(file.case.notified_on)}, which is still to come."
        return (Violation("T01-received", sentence, "referral (F1.02)", "received_at"),)
    aware = file.case.referral.authority_aware_on
    if aware is None or aware <= local_day(now):
        return ()
    sentence = f"The local authority cannot have come to know on {shown(aware)}, which is still to come."
    return (Violation("T01-aware", sentence, "referral (F1.71)", "authority_aware_on"),)


def may_query_jurisdiction(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T03: there is a doubt to query, for the child may be over 18 or live elsewhere (F1.12, F1.17)."""
    facts = file.case.facts()
    if YesNo.YES is not facts.age_under_18 or YesNo.YES is not facts.normally_resident:
        return ()
    sentence = "On record the child is under 18 and normally resident here; correct the referral first if that is open."
    return (Violation("T03-doubt", sentence, "WT2015 ch.4: normally resident"),)


def may_hand_over(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T06: the receiving Board is named and has accepted; until it has, the case and its clock stay ours."""
    if file.case.transfer is not None:
        return ()
    sentence = "Name the Board that takes the case, and its acceptance in writing."
    return (Violation("T06-acceptance", sentence, "WT2015 ch.4: normally resident", "receiving_board"),)


def may_open_discussion(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T04: the same child, siblings and incident were searched for; children's safety the form requires (F1.31)."""
    if file.case.duplicate_check.strip():
        return ()
    sentence = "Say what was searched for the same child, siblings or incident, and what was found."
    return (Violation("T04-duplicates", sentence, _PROCESS, "duplicate_check"),)


def was_held(form: DiscussionForm, received_at: datetime, now: datetime) -> tuple[Violation, ...]:
    """F2.01, F2.02: held after the Board was told and not in the future, by all three or with a reason."""
    found = []
    if not received_at <= form.held_at <= now:
        sentence = f"A discussion held on {shown(local_day(form.held_at))} is before the referral or still to come."
        found.append(Violation("F2-held", sentence, "initial discussion (F2.01)", "held_at"))
    if len(form.present) < len(_THREE) and not form.absent_reason.strip():
        sentence = f"{', '.join(_THREE)} hold the discussion; if one was absent, say why."
        found.append(Violation("F2-present", sentence, "initial discussion (F2.02)", "absent_reason"))
    return tuple(found)


def both_chairs_agreed(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T08: the initial discussion is written down and signed by the Independent Chair and the LIIP Chair (F2.15)."""
    discussion = file.case.discussion
    if discussion is None:
        return (Violation("F2-discussion", "The initial discussion has not been written down.", "F2"),)
    signed = {
        "F2-chair": ("Independent Chair", discussion.agreed_by_chair),
        "F2-liip-chair": ("LIIP Chair", discussion.agreed_by_liip_chair),
    }
    return tuple(
        Violation(code, f"The {post} has not agreed the initial discussion.", "initial discussion (F2.15)")
        for code, (post, signature) in signed.items()
        if signature is None
    )


def may_forgo_scoping(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T09: without a scoping meeting only where the criteria leave a choice; the Chair still has to decide."""
    unsigned = both_chairs_agreed(file, now)
    discussion = file.case.discussion
    if discussion is None or discussion.assessment.result in (Result.DISCRETIONARY, Result.OUT_OF_SCOPE):
        return unsigned
    sentence = (
        f"On the facts so far the criteria say: {discussion.assessment.result.label} "
        f"({discussion.assessment.citation}). Hold a scoping meeting, or go straight to the Chair."
    )
    return (*unsigned, Violation("T09-criteria", sentence, "reg 5(2)"))


def may_call_scoping(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T07: both Chairs agree, agencies and period are chosen, the meeting leaves the Chair time (F2.10 to F2.13)."""
    return (*both_chairs_agreed(file, now), *_plan_is_whole(file, file.case.discussion))


def _plan_is_whole(file: CaseFile, discussion: InitialDiscussion | None) -> tuple[Violation, ...]:
    if discussion is None:
        return ()
    if discussion.plan is None:
        return (
            Violation("T07-plan", "Choose the agencies, the period and the meeting.", "initial discussion (F2.10)"),
        )
    plan = discussion.plan
    return (*_known_agencies_are_asked(file, plan), *_period_reaches_incident(file, plan), *_in_time(file, plan))


def _known_agencies_are_asked(file: CaseFile, plan: ScopingPlan) -> tuple[Violation, ...]:
    left_out = [known.agency for known in file.case.agencies if known.agency not in plan.agencies]
    if not left_out:
        return ()
    sentence = f"Known at referral to be involved, but not asked: {', '.join(dict.fromkeys(left_out))}."
    return (Violation("T07-agencies", sentence, "initial discussion (F2.10)", "agencies"),)


def _period_reaches_incident(file: CaseFile, plan: ScopingPlan) -> tuple[Violation, ...]:
    happened = file.incident.happened_on.earliest
    if happened is None or plan.period_to >= happened:
        return ()
    sentence = f"The scoping period ends on {shown(plan.period_to)}, before the incident ({shown(happened)})."
    return (Violation("T07-period", sentence, "initial discussion (F2.11)", "period_to"),)


def _in_time(file: CaseFile, plan: ScopingPlan) -> tuple[Violation, ...]:
    due, day = decide_by(file), local_day(plan.meeting_at)
    if working_days_between(day, due) >= _WORKING_DAYS_FOR_THE_CHAIR or plan.overrun_reason.strip():
        return ()
    sentence = (
        f"A meeting on {shown(day)} does not leave the Chair {_WORKING_DAYS_FOR_THE_CHAIR} working days before "
        f'{shown(due)}, when the decision is "normally" due: choose an earlier day or give the reason.'
    )
    return (Violation("T07-meeting-date", sentence, "initial discussion (F2.13)", "meeting_at"),)


def returns_accounted_for(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T10: every agency has answered, or its silence is escalated or its refusal recorded."""
    if not file.requests:
        return (Violation("T10-requests", "No agency has been asked yet.", _PROCESS),)
    return tuple(
        Violation("T10-return", _awaited(request), "agency returns", request.agency)
        for request in file.requests
        if not _accounted_for(request, now)
    )


def _accounted_for(request: AgencyRequest, now: datetime) -> bool:
    """Answered; refused with a reason; or late, chased and escalated, so that silence is nobody's secret."""
    if has_returned(request):
        return True
    if request.state is ReturnState.REFUSED:
        return bool(request.refusal_reason.strip())
    late = request.due < now.date() and request.state is not ReturnState.VERBAL_ONLY
    return request.state is ReturnState.ESCALATED or (late and bool(request.chases))


def _awaited(request: AgencyRequest) -> str:
    if request.state is ReturnState.VERBAL_ONLY:
        return f"{request.agency} answered by word of mouth only; it has to be confirmed in writing."
    if request.returned is not None:
        return f"{request.agency}'s return is {request.state.label}; it still has to be approved."
    return f"{request.agency} has not answered (due {shown(request.due)}): chase it, escalate it or record its refusal."
