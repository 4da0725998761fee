"""Clocks that follow from other records and are stored nowhere: returns awaited (CK-3), the annual report (CK-11)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.frameworks import for_notification, load
from sscb_tui.domain.rules.annual import year_of, years_owed
from sscb_tui.domain.rules.clocks import due
from sscb_tui.domain.rules.returns import RETURNS_OPEN
from sscb_tui.domain.terms import DutyState, ReturnState
from sscb_tui.domain.working_days import act_by, working_days_between
from sscb_tui.services.clockwork import ENDS_WITH
from sscb_tui.services.views import DutyRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.domain.agency import AnnualReport, BoardSettings
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import WaitingFacts

RETURN, REPORT = "CK-3", "CK-11"
_ANSWERED = (ReturnState.REFUSED, ReturnState.VERBAL_ONLY)


def returns_awaited(room: Room, case_id: str | None, board: BoardSettings, today: date) -> Iterator[DutyRow]:
    """One clock for each agency that has been asked and has not answered (CK-3)."""
    for facts in room.lists.waiting(case_id, RETURNS_OPEN):
        if facts.state not in _ANSWERED:
            yield _awaited(facts, board, today)


def _awaited(facts: WaitingFacts, board: BoardSettings, today: date) -> DutyRow:
    clock = load(facts.framework).needed(RETURN)
    rule = clock.but(limit=f"{board.return_working_days} WD")
    return DutyRow(
        duty_id=f"{RETURN}:{facts.request_id}",
        case_id=facts.case_id,
        reference=facts.reference,
        pseudonym=facts.pseudonym,
        clock=RETURN,
        what=f"{board.brief(facts.agency)}: {clock.what}",
        to="",
        rule=rule.rule,
        source=clock.source,
        strength=clock.strength,
        who=board.brief(facts.agency),
        due=facts.due,
        act_by=act_by(facts.due),
        working_days=_left(facts.due, today),
        state=DutyState.LATE if today > facts.due else DutyState.RUNNING,
        overrun_reason="",
        started_on=facts.issued_on,
        ends_with=ENDS_WITH[RETURN],
    )


def annual_reports(room: Room, board: BoardSettings, today: date) -> Iterator[DutyRow]:
    """The Board's own report, for every financial year since it began to keep its record here (CK-11)."""
    since = room.lists.set_up_on()
    published = {report.year_end: report for report in board.annual_reports}
    owed = years_owed(since, today) if since else ()
    for year_end in owed:
        report = published.get(year_end)
        if report is None or year_end == owed[-1]:
            yield _report(year_end, report, board, today)


def _report(year_end: date, report: AnnualReport | None, board: BoardSettings, today: date) -> DutyRow:
    clock = load(for_notification(today)).needed(REPORT)
    limit = due(clock, year_end)
    late = (report.published_on if report else today) > limit.due
    state = (DutyState.DONE_LATE if late else DutyState.DONE) if report else _running(late=late)
    return DutyRow(
        duty_id=f"{REPORT}:{year_end.year}",
        case_id="",
        reference=board.short_name,
        pseudonym="",
        clock=REPORT,
        what=f"{clock.what} for {year_of(year_end)}",
        to="",
        rule=clock.rule,
        source=clock.source,
        strength=clock.strength,
        who=clock.who,
        due=limit.due,
        act_by=limit.act_by,
        working_days=_left(limit.due, today),
        state=state,
        overrun_reason="",
        started_on=year_end,
        done_on=report.published_on if report else None,
        done_by=report.by if report else "",
        method=report.method if report else "",
        proof=report.proof if report else "",
    )


def _running(*, late: bool) -> DutyState:
    return DutyState.LATE if late else DutyState.RUNNING


def _left(due_on: date, today: date) -> int:
    return -working_days_between(due_on, today) if today > due_on else working_days_between(today, act_by(due_on))
