"""The life of a case as one table: (stage, move) -> where to, who may, and what must be true first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sscb_tui.domain.case import Case
from sscb_tui.domain.errors import RuleError, Violation
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.people import Actor
from sscb_tui.domain.rules import closing, commissioning, completeness, publishing, responding
from sscb_tui.domain.terms import Move, Role, Stage

Guard = Callable[[CaseFile, datetime], tuple[Violation, ...]]


def no_guard(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """Nothing further must be true."""
    return ()


@dataclass(frozen=True, slots=True)
class Step:
    """One permitted move: its number in the process, where it leads, who makes it, its guard."""

    id: str
    to: Stage
    who: frozenset[Role]
    guard: Guard = no_guard


_BM = frozenset({Role.BUSINESS_MANAGER})
_CHAIR = frozenset({Role.CHAIR})
_LIIP = frozenset({Role.LIIP_CHAIR})
_CHAIRS = _CHAIR | _LIIP
_BOARD = frozenset({Role.BOARD})
_PANEL = frozenset({Role.REVIEW_PANEL})
_FINAL = {
    Move.DECIDE_SCR: Stage.DECIDED_SCR,
    Move.DECIDE_ALTERNATIVE: Stage.DECIDED_ALTERNATIVE,
    Move.DECIDE_NO_REVIEW: Stage.DECIDED_NO_REVIEW,
    Move.DECIDE_TRANSFER: Stage.TRANSFERRED,
}
_AGAIN = {
    Move.REDECIDE_SCR: Stage.DECIDED_SCR,
    Move.REDECIDE_ALTERNATIVE: Stage.DECIDED_ALTERNATIVE,
    Move.REDECIDE_NO_REVIEW: Stage.DECIDED_NO_REVIEW,
}
UNDER_WAY = (Stage.REVIEW_IN_PROGRESS, Stage.REVIEW_EXTENDED)
DECIDED = (Stage.DECIDED_SCR, Stage.DECIDED_ALTERNATIVE, Stage.DECIDED_NO_REVIEW)

_BEFORE_THE_DECISION: dict[tuple[Stage, Move], Step] = {
    (Stage.DRAFT, Move.RECEIVE): Step("T01", Stage.RECEIVED, _BM, completeness.may_receive),
    (Stage.DRAFT, Move.DISCARD): Step("T02", Stage.VOID, _BM | {Role.REFERRER}),
    (Stage.RECEIVED, Move.QUERY_JURISDICTION): Step(
        "T03", Stage.JURISDICTION_QUERY, _BM, completeness.may_query_jurisdiction
    ),
    (Stage.INITIAL_DISCUSSION, Move.QUERY_JURISDICTION): Step(
        "T03", Stage.JURISDICTION_QUERY, _BM | _CHAIRS, completeness.may_query_jurisdiction
    ),
    (Stage.RECEIVED, Move.OPEN_DISCUSSION): Step(
        "T04", Stage.INITIAL_DISCUSSION, _BM, completeness.may_open_discussion
    ),
    (Stage.JURISDICTION_QUERY, Move.RESOLVE_OURS): Step("T05", Stage.INITIAL_DISCUSSION, _BM),
    (Stage.JURISDICTION_QUERY, Move.RESOLVE_THEIRS): Step("T06", Stage.TRANSFERRED, _CHAIR, completeness.may_hand_over),
    (Stage.INITIAL_DISCUSSION, Move.CALL_SCOPING): Step(
        "T07", Stage.SCOPING_REQUESTED, _CHAIRS, completeness.may_call_scoping
    ),
    (Stage.INITIAL_DISCUSSION, Move.STRAIGHT_TO_CHAIR): Step(
        "T08", Stage.WITH_CHAIR, _CHAIRS, completeness.both_chairs_agreed
    ),
    (Stage.INITIAL_DISCUSSION, Move.NO_SCOPING): Step("T09", Stage.WITH_CHAIR, _CHAIRS, completeness.may_forgo_scoping),
    (Stage.SCOPING_REQUESTED, Move.COMPLETE_RETURNS): Step(
        "T10", Stage.RETURNS_COMPLETE, _BM | {Role.SYSTEM}, completeness.returns_accounted_for
    ),
    (Stage.SCOPING_REQUESTED, Move.CHASE): Step("T11", Stage.SCOPING_REQUESTED, _BM),
    (Stage.RETURNS_COMPLETE, Move.START_MEETING): Step(
        "T12", Stage.SCOPING_MEETING, _LIIP, completeness.may_start_meeting
    ),
    (Stage.SCOPING_MEETING, Move.CLOSE_MEETING): Step(
        "T13", Stage.RECOMMENDATION_DRAFT, _LIIP, completeness.may_close_meeting
    ),
    (Stage.SCOPING_MEETING, Move.ADJOURN): Step("T14", Stage.SCOPING_REQUESTED, _LIIP),
    (Stage.RECOMMENDATION_DRAFT, Move.SUBMIT): Step("T15", Stage.WITH_CHAIR, _LIIP, completeness.may_submit),
    **{(Stage.WITH_CHAIR, move): Step("T16", stage, _CHAIR) for move, stage in _FINAL.items()},
    (Stage.WITH_CHAIR, Move.ASK_INFORMATION): Step("T17", Stage.FURTHER_INFORMATION, _CHAIR),
    (Stage.FURTHER_INFORMATION, Move.ANSWER_INFORMATION): Step("T18", Stage.WITH_CHAIR, _BM),
}

_AFTER_THE_DECISION: dict[tuple[Stage, Move], Step] = {
    **{(stage, Move.NOTIFY): Step("T19", stage, _BM) for stage in DECIDED},
    (Stage.DECIDED_SCR, Move.COMMISSION_SCR): Step("T20", Stage.COMMISSIONING, _BM, commissioning.may_commission),
    (Stage.DECIDED_ALTERNATIVE, Move.COMMISSION_ALTERNATIVE): Step(
        "T21", Stage.COMMISSIONING, _LIIP, commissioning.may_commission
    ),
    (Stage.DECIDED_NO_REVIEW, Move.SINGLE_AGENCY_LEARNING): Step(
        "T22", Stage.IMPLEMENTATION, _LIIP, closing.learning_is_tracked
    ),
    (Stage.DECIDED_NO_REVIEW, Move.CLOSE_WITHOUT_REVIEW): Step("T22", Stage.CLOSED, _LIIP, closing.nothing_is_open),
    (Stage.TRANSFERRED, Move.CLOSE_TRANSFERRED): Step("T23", Stage.CLOSED, _BM, closing.stated),
    (Stage.DECIDED_NO_REVIEW, Move.PANEL_QUERY): Step("T24", Stage.PANEL_SCRUTINY, _BM),
    (Stage.DECIDED_ALTERNATIVE, Move.PANEL_QUERY): Step("T24", Stage.PANEL_SCRUTINY, _BM),
    **{(Stage.PANEL_SCRUTINY, move): Step("T25", stage, _CHAIR) for move, stage in _AGAIN.items()},
    **{(stage, Move.REOPEN_DECISION): Step("T29", Stage.WITH_CHAIR, _CHAIR) for stage in DECIDED},
}

_THE_REVIEW: dict[tuple[Stage, Move], Step] = {
    (Stage.COMMISSIONING, Move.BEGIN_REVIEW): Step(
        "T26", Stage.REVIEW_IN_PROGRESS, _BM, commissioning.may_begin_review
    ),
    **{
        (stage, Move.EXTEND): Step("T27", Stage.REVIEW_EXTENDED, _CHAIR, commissioning.may_extend)
        for stage in UNDER_WAY
    },
    **{
        (stage, Move.RECEIVE_REPORT): Step("T28", Stage.REPORT_RECEIVED, _PANEL, responding.may_receive_report)
        for stage in UNDER_WAY
    },
    **{
        (stage, Move.REOPEN_DECISION): Step("T29", Stage.WITH_CHAIR, _CHAIR)
        for stage in (Stage.COMMISSIONING, *UNDER_WAY)
    },
    (Stage.REPORT_RECEIVED, Move.AGREE_RESPONSE): Step(
        "T30", Stage.RESPONSE_AGREED, _BOARD, responding.may_agree_response
    ),
    (Stage.RESPONSE_AGREED, Move.PREPARE_PUBLICATION): Step("T31", Stage.PRE_PUBLICATION, _BM, publishing.may_prepare),
    (Stage.PRE_PUBLICATION, Move.PUBLISH): Step("T32", Stage.PUBLISHED, _CHAIR, publishing.may_publish),
    (Stage.PRE_PUBLICATION, Move.WITHHOLD): Step("T33", Stage.PUBLICATION_WITHHELD, _CHAIR, publishing.may_withhold),
    (Stage.PUBLICATION_WITHHELD, Move.RESUME_PUBLICATION): Step(
        "T34", Stage.PRE_PUBLICATION, _CHAIR, publishing.may_resume
    ),
    (Stage.PUBLISHED, Move.BEGIN_IMPLEMENTATION): Step(
        "T35", Stage.IMPLEMENTATION, frozenset({Role.SYSTEM}), publishing.may_implement
    ),
    **{
        (stage, Move.BEGIN_IMPLEMENTATION): Step("T35", Stage.IMPLEMENTATION, _CHAIR, publishing.may_implement)
        for stage in (Stage.RESPONSE_AGREED, Stage.PUBLICATION_WITHHELD)
    },
    (Stage.IMPLEMENTATION, Move.CLOSE): Step("T36", Stage.CLOSED, _BOARD, closing.may_close),
    (Stage.CLOSED, Move.REOPEN): Step("T37", Stage.IMPLEMENTATION, _CHAIR, closing.reason_to_reopen),
    (Stage.CLOSED, Move.ARCHIVE): Step("T38", Stage.RETENTION_REVIEW, _BM),
    (Stage.RETENTION_REVIEW, Move.REVIEW_RETENTION): Step("T39", Stage.RETENTION_REVIEW, _BM),
}

STEPS: dict[tuple[Stage, Move], Step] = {**_BEFORE_THE_DECISION, **_AFTER_THE_DECISION, **_THE_REVIEW}


def may_move(stage: Stage, move: Move, actor: Actor) -> tuple[Violation, ...]:
    """Whether the table knows this move from here, and this person may make it; guards are not asked."""
    step = STEPS.get((stage, move))
    if step is None:
        sentence = f"A case at the stage {stage.label!r} cannot {move.label}."
        return (Violation("MOVE", sentence, "the process of the Board"),)
    deputising = bool(actor.authority.strip()) and Role.CHAIR in step.who
    if actor.role not in step.who and not deputising:
        who = " or ".join(sorted(role.label for role in step.who))
        code = "RF-01" if step.id in ("T16", "T25") else step.id
        return (Violation(code, f"Only the {who} may {move.label}; {actor.name} is {actor.role.label}."),)
    return ()


def advance(file: CaseFile, move: Move, actor: Actor, now: datetime) -> Case:
    """The case at its next stage; RuleError says in words why not."""
    case = file.case
    refusals = may_move(case.stage, move, actor) or STEPS[case.stage, move].guard(file, now)
    if refusals:
        raise RuleError(refusals)
    return case.but(stage=STEPS[case.stage, move].to)


def available(file: CaseFile, actor: Actor, now: datetime) -> tuple[Move, ...]:
    """The moves this person could make now; what `check_action` asks."""
    return tuple(
        move
        for (stage, move), step in STEPS.items()
        if stage is file.case.stage and not may_move(stage, move, actor) and not step.guard(file, now)
    )
