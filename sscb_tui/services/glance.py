"""A case at a glance: the stage line, what the law says so far, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.dates import shown
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import Mode, ReturnState, Stage
from sscb_tui.services.grid import lateness
from sscb_tui.services.minutes import provisional_facts
from sscb_tui.services.views import CaseSummary

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile

_LINE = (
    ("received", (Stage.DRAFT, Stage.RECEIVED, Stage.JURISDICTION_QUERY)),
    ("discussed", (Stage.INITIAL_DISCUSSION,)),
    ("scoping", (Stage.SCOPING_REQUESTED, Stage.RETURNS_COMPLETE, Stage.SCOPING_MEETING, Stage.RECOMMENDATION_DRAFT)),
    ("Chair", (Stage.WITH_CHAIR, Stage.FURTHER_INFORMATION, Stage.PANEL_SCRUTINY)),
    ("decided", tuple(stage for stage in Stage if stage.value.startswith("decided") or stage is Stage.TRANSFERRED)),
)
_NEXT: dict[Stage, tuple[str, str]] = {
    Stage.RECEIVED: ("hold the initial discussion", "d"),
    Stage.JURISDICTION_QUERY: ("settle whose case it is", "d"),
    Stage.INITIAL_DISCUSSION: ("record and agree the initial discussion", "d"),
    Stage.SCOPING_REQUESTED: ("issue templates and gather returns", "Enter"),
    Stage.RETURNS_COMPLETE: ("start the scoping meeting", "S"),
    Stage.SCOPING_MEETING: ("the scoping meeting is on", "S"),
    Stage.RECOMMENDATION_DRAFT: ("submit the recommendation to the Chair", "S"),
    Stage.WITH_CHAIR: ("the Chair's decision", "C"),
    Stage.FURTHER_INFORMATION: ("answer the Chair's questions", "C"),
    Stage.PANEL_SCRUTINY: ("reconsider in the light of the panel's advice", "C"),
    Stage.DECIDED_SCR: ("tell Ofsted, DfE and the panel", "D"),
    Stage.DECIDED_ALTERNATIVE: ("tell Ofsted, DfE and the panel", "D"),
    Stage.DECIDED_NO_REVIEW: ("tell Ofsted, DfE and the panel", "D"),
    Stage.TRANSFERRED: ("close our copy", "V"),
    Stage.COMMISSIONING: ("agree the terms, appoint the reviewer", "V"),
    Stage.REVIEW_IN_PROGRESS: ("the review is under way", "V"),
    Stage.REVIEW_EXTENDED: ("the review is under way", "V"),
    Stage.REPORT_RECEIVED: ("the Board's answers to the report", "V"),
    Stage.RESPONSE_AGREED: ("prepare publication", "V"),
    Stage.PRE_PUBLICATION: ("publish the report", "V"),
    Stage.PUBLICATION_WITHHELD: ("the panel's advice, and the regard had to it", "V"),
    Stage.IMPLEMENTATION: ("carry out the actions, then close", "T"),
}


def summarise(file: CaseFile, today: date, board: BoardSettings) -> CaseSummary:
    """Where the case is, what the law says so far, who is waited for, what comes next."""
    case = file.case
    assessment = assess(provisional_facts(file), Mode.PROVISIONAL, load(case.framework))
    if file.decision is not None:
        assessment = file.decision.assessment
    late = [request for request in file.requests if lateness(request, today)]
    step, key = _NEXT.get(case.stage, (case.stage.label, ""))
    return CaseSummary(
        case_id=case.id,
        reference=case.reference,
        pseudonym=case.pseudonym,
        stage=case.stage,
        line=stage_line(file),
        told=told(case),
        returns_in=sum(request.returned is not None for request in file.requests),
        returns_asked=len(file.requests),
        returns_late=len(late),
        returns_nil=sum(request.state is ReturnState.NIL_RETURN for request in file.requests),
        result=assessment.result,
        citation=assessment.citation,
        missing=tuple(fact.label for fact in assessment.missing),
        waiting_on=_waiting(file, board, today),
        next_step=step,
        next_key=key,
    )


def told(case: Case) -> str:
    """Who told the Board and when, by agency, not by name."""
    return f"{shown(case.notified_on)}  {case.referral.referrer.agency or 'A member of the public'} told the Board"


def stage_line(file: CaseFile) -> tuple[tuple[str, str], ...]:
    """received, discussed, scoping, Chair, decided, told: each done, now, or still to do."""
    order = [label for label, stages in _LINE]
    here = next((label for label, stages in _LINE if file.case.stage in stages), "decided")
    past_all = all(duty.done_at or duty.not_needed for duty in file.duties if duty.clock.startswith("CK-4"))
    steps = []
    for position, label in enumerate(order):
        state = "done" if position < order.index(here) else "now" if label == here else "todo"
        steps.append((label, "done" if label == here == "decided" else state))
    told_state = "todo" if here != "decided" else "done" if past_all else "now"
    return (*steps, ("told", told_state))


def _waiting(file: CaseFile, board: BoardSettings, today: date) -> tuple[str, ...]:
    """Agencies whose return is awaited, late ones first."""
    awaited = [each for each in file.requests if each.returned is None and each.state is not ReturnState.REFUSED]
    names = []
    for request in sorted(awaited, key=lambda each: each.due):
        late = lateness(request, today)
        names.append(board.brief(request.agency) + (f" ({late} d late)" if late else ""))
    return tuple(names)
