"""A review at a glance: how far it is, what comes next, what stands against it, and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.terms import six_months
from sscb_tui.domain.terms import Move, Stage
from sscb_tui.domain.thread import Address
from sscb_tui.domain.workflow import STEPS
from sscb_tui.domain.working_days import working_days_between
from sscb_tui.services import review_parts as parts
from sscb_tui.services.views.reviews import NextStep, ReviewView

if TYPE_CHECKING:
    from datetime import date, datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.room import Room

_AHEAD: dict[Stage, tuple[Move, str]] = {
    Stage.DECIDED_SCR: (Move.COMMISSION_SCR, "commission the review"),
    Stage.DECIDED_ALTERNATIVE: (Move.COMMISSION_ALTERNATIVE, "commission the review"),
    Stage.DECIDED_NO_REVIEW: (Move.CLOSE_WITHOUT_REVIEW, "close the case, or carry out what an agency has to learn"),
    Stage.TRANSFERRED: (Move.CLOSE_TRANSFERRED, "close our copy"),
    Stage.COMMISSIONING: (Move.BEGIN_REVIEW, "begin the review"),
    Stage.REVIEW_IN_PROGRESS: (Move.RECEIVE_REPORT, "receive the report"),
    Stage.REVIEW_EXTENDED: (Move.RECEIVE_REPORT, "receive the report"),
    Stage.REPORT_RECEIVED: (Move.AGREE_RESPONSE, "agree the Board's response"),
    Stage.RESPONSE_AGREED: (Move.PREPARE_PUBLICATION, "prepare publication"),
    Stage.PRE_PUBLICATION: (Move.PUBLISH, "publish"),
    Stage.PUBLICATION_WITHHELD: (Move.RESUME_PUBLICATION, "resume publication, with the panel's advice"),
    Stage.IMPLEMENTATION: (Move.CLOSE, "close the case"),
    Stage.CLOSED: (Move.REOPEN, "nothing, unless a follow-up finds slippage: then reopen"),
}
_ASKS_FIRST = frozenset(
    {
        *(Move.COMMISSION_SCR, Move.COMMISSION_ALTERNATIVE, Move.RECEIVE_REPORT, Move.RESUME_PUBLICATION),
        *(Move.CLOSE_WITHOUT_REVIEW, Move.CLOSE_TRANSFERRED, Move.REOPEN),
    }
)
"""Moves whose guard looks for what the step itself asks; nothing stands against them before."""
_ASKED_BY_THE_STEP = "T36-impact"
"""Closing after the actions asks for their impact, so that only open actions stand in its way."""
_LINE: tuple[tuple[str, tuple[Stage, ...]], ...] = (
    ("terms", (Stage.COMMISSIONING,)),
    ("review", (Stage.REVIEW_IN_PROGRESS, Stage.REVIEW_EXTENDED)),
    ("report", (Stage.REPORT_RECEIVED,)),
    ("response", (Stage.RESPONSE_AGREED,)),
    ("publication", (Stage.PRE_PUBLICATION, Stage.PUBLICATION_WITHHELD, Stage.PUBLISHED)),
    ("actions", (Stage.IMPLEMENTATION,)),
    ("closed", (Stage.CLOSED, Stage.RETENTION_REVIEW)),
)

_DECIDED_AGAIN = frozenset({Stage.WITH_CHAIR, Stage.FURTHER_INFORMATION, Stage.PANEL_SCRUTINY})


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """Reads across the rooms of a review; writes nothing."""

    room: Room

    def view(self, case_id: str) -> ReviewView:
        """Everything the Review screen and `sscb review show` show."""
        file, now = self.room.file(case_id), self.room.now()
        limit = six_months(file)
        target = _target(file)
        runs_to = target or (limit.due if limit else None)
        over = file.review is None or file.review.agreed is not None
        return ReviewView(
            reference=file.case.reference,
            pseudonym=file.case.pseudonym,
            stage=file.case.stage,
            kind=parts.kind(file),
            line=review_line(file),
            due=limit.due if limit else None,
            target=target,
            working_days=_left(now, runs_to) if runs_to and not over else None,
            next=_next(file, now),
            parts=parts.every(file, now),
            at=Address("reviews", file.review.id) if file.review else None,
        )


def _target(file: CaseFile) -> date | None:
    """The day aimed at beyond six months: as the review was extended (T27), or as its clock departs from (CK-5)."""
    if file.review and file.review.extensions:
        return file.review.extensions[-1].target
    return next((duty.target for duty in file.duties if duty.clock == "CK-5" and not duty.not_needed), None)


def _left(now: datetime, day: date) -> int:
    today = now.date()
    return working_days_between(today, day) if day >= today else -working_days_between(day, today)


def review_line(file: CaseFile) -> tuple[tuple[str, str], ...]:
    """Each step of a review: done, now, or still to do."""
    here = next((n for n, (_, stages) in enumerate(_LINE) if file.case.stage in stages), -1)
    last = len(_LINE) - 1
    return tuple(
        (label, "done" if n < here or n == here == last else "now" if n == here else "todo")
        for n, (label, _) in enumerate(_LINE)
    )


def _next(file: CaseFile, now: datetime) -> NextStep:
    move, words = _AHEAD.get(file.case.stage, (None, _waits(file)))
    if move is None:
        return NextStep(None, words, "", ())
    step = STEPS[file.case.stage, move]
    who = " or ".join(sorted(role.label for role in step.who))
    reasons = () if move in _ASKS_FIRST else step.guard(file, now)
    return NextStep(move, words, who, tuple(str(each) for each in reasons if each.code != _ASKED_BY_THE_STEP))


def _waits(file: CaseFile) -> str:
    """Why nothing comes next here: a decision reopened (T25, T29) is the Chair's again before the review goes on."""
    if file.decisions and file.case.stage in _DECIDED_AGAIN:
        return "nothing until the Chair has decided again"
    return f"nothing: the case is {file.case.stage.label.lower()}"
