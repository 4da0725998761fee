"""Read-only lists straight from columns: hundreds of cases and thousands of actions without reading one body."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from db.driver import Cell
from db.session import Row, Session
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import ActionState, Level, Origin, Rag, ReturnState, Stage
from sscb_tui.services.views import ActionFacts, NoticeFacts, QueueFacts, WaitingFacts

_QUEUE = """
    SELECT cases.id, reference, pseudonym, stage, happened_on, earliest, date_of_birth, estimated_age, notified_on,
        clock.due, clock.act_by, clock.done_on, coalesce(clock.overrun_explained, 0),
        coalesce(asked.requests, 0), coalesce(asked.returns, 0)
    FROM cases JOIN incidents ON incidents.id = incident_id
    LEFT JOIN duties AS clock ON clock.rowid =
        (SELECT max(rowid) FROM duties WHERE case_id = cases.id AND clock = 'CK-2' AND needed)
    LEFT JOIN (SELECT case_id, count(*) AS requests, sum(returned) AS returns FROM requests GROUP BY case_id)
        AS asked ON asked.case_id = cases.id
    ORDER BY cases.rowid"""
_ACTIONS = """
    SELECT actions.id, actions.case_id, actions.number, recommendations.number, level, origin, themes, reference,
        pseudonym, agency, owner, action, outcome, number_given, also, due, original_due, state, evidence_rung,
        last_update, moves, agreed_on, done_on, effect, override, retest_due
    FROM actions JOIN cases ON cases.id = actions.case_id
    LEFT JOIN recommendations ON recommendations.id = recommendation_id"""
_WAITING = """
    SELECT requests.id, case_id, reference, pseudonym, json_extract(cases.body, '$.framework'), agency,
        json_extract(requests.body, '$.issued_at'), due, requests.state
    FROM requests JOIN cases ON cases.id = case_id
    WHERE NOT returned AND stage IN (SELECT value FROM json_each(?)) AND coalesce(?, case_id) = case_id
    ORDER BY requests.rowid"""
_NOTICES = "SELECT case_id, due, done_on FROM duties WHERE clock IN ('CK-4', 'CK-4a') AND needed ORDER BY rowid"
_SET_UP = "SELECT at FROM journal WHERE entity = 'settings' AND id = 'board' ORDER BY seq LIMIT 1"
_STATES = {state.value: state for state in ActionState}
_LEVELS = {level.value: level for level in Level}
_ORIGINS = {origin.value: origin for origin in Origin}
_COLOURS = {colour.value: colour for colour in Rag}


def queue(session: Session) -> tuple[QueueFacts, ...]:
    """Every case as the referrals queue needs it, oldest first."""
    return tuple(_queue_facts(row) for row in session.rows(_QUEUE))


def _queue_facts(row: Row) -> QueueFacts:
    (id, reference, pseudonym, stage, happened_on, earliest, born, age, notified_on, *clock, asked, returned) = row
    due, act_by, decided_on, explained = clock
    return QueueFacts(
        case_id=str(id),
        reference=str(reference),
        pseudonym=str(pseudonym),
        stage=Stage(str(stage)),
        incident=str(happened_on),
        incident_on=_day(earliest),
        born=_day(born),
        estimated_age=str(age),
        notified_on=_known_day(str(notified_on)),
        decide_by=_day(due),
        act_by=_day(act_by),
        decided_on=_day(decided_on),
        overrun_explained=bool(explained),
        returns_in=int(returned or 0),
        returns_asked=int(asked or 0),
    )


def actions(session: Session, case_id: str | None = None) -> tuple[ActionFacts, ...]:
    """Actions as the tracker needs them, by number: of one case, or of all."""
    if case_id is None:
        rows = session.rows(f"{_ACTIONS} ORDER BY actions.number")
    else:
        rows = session.rows(f"{_ACTIONS} WHERE actions.case_id = ? ORDER BY actions.number", (case_id,))
    return tuple(_action_facts(row) for row in rows)


def _action_facts(row: Row) -> ActionFacts:
    id, case_id, number, recommendation, level, origin, themes, *words = row
    reference, pseudonym, agency, owner, action, outcome, given, also, *progress = words
    due, original_due, state, rung, last_update, moves, agreed_on, done_on, effect, override, retest = progress
    return ActionFacts(
        action_id=str(id),
        case_id=str(case_id),
        number=int(number or 0),
        recommendation=None if recommendation is None else int(recommendation),
        level=_LEVELS.get(str(level)),
        origin=_ORIGINS.get(str(origin)),
        themes=_themes(str(themes or "")),
        reference=str(reference),
        pseudonym=str(pseudonym),
        agency=str(agency),
        owner=str(owner),
        action=str(action),
        outcome=str(outcome),
        number_given=str(given),
        also=tuple(str(also).split()),
        due=_day(due),
        original_due=_day(original_due),
        state=_STATES[str(state)],
        evidence_rung=int(rung or 0),
        last_update=None if last_update is None else datetime.fromisoformat(str(last_update)),
        moves=int(moves or 0),
        agreed_on=_known_day(str(agreed_on)),
        done_on=_day(done_on),
        effect=bool(effect),
        override=_COLOURS.get(str(override)),
        retest_due=_day(retest),
    )


def waiting(session: Session, case_id: str | None, stages: Sequence[Stage]) -> tuple[WaitingFacts, ...]:
    """Requests without a return, in cases at these stages: of one case, or of all."""
    open_stages = json.dumps([stage.value for stage in stages])
    return tuple(_waiting_facts(row) for row in session.rows(_WAITING, (open_stages, case_id)))


def _waiting_facts(row: Row) -> WaitingFacts:
    request_id, of_case, reference, pseudonym, framework, agency, issued_at, due, state = row
    return WaitingFacts(
        request_id=str(request_id),
        case_id=str(of_case),
        reference=str(reference),
        pseudonym=str(pseudonym),
        framework=str(framework),
        agency=str(agency),
        issued_on=local_day(datetime.fromisoformat(str(issued_at))),
        due=_known_day(str(due)),
        state=ReturnState(str(state)),
    )


def notices(session: Session) -> tuple[NoticeFacts, ...]:
    """Notices of every decision that stands (CK-4), oldest first."""
    rows = session.rows(_NOTICES)
    return tuple(NoticeFacts(str(case_id), _known_day(str(due)), _day(done_on)) for case_id, due, done_on in rows)


def set_up_on(session: Session) -> date | None:
    """The day the Board's settings were first saved; None before."""
    row = session.row(_SET_UP)
    return local_day(datetime.fromisoformat(str(row[0]))) if row else None


def _day(cell: Cell) -> date | None:
    return None if cell is None else _known_day(str(cell))


@lru_cache(maxsize=4096)
def _known_day(text: str) -> date:
    """Thousands of rows share a few hundred days."""
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def _themes(lines: str) -> tuple[str, ...]:
    return tuple(filter(None, lines.split("\n")))
