"""How an action stands, in the few words that a Board counts by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.progress import GIVEN_UP, RETESTED, UNDONE
from sscb_tui.domain.rules.rag import CYCLE
from sscb_tui.domain.terms import ActionState, Rag

if TYPE_CHECKING:
    from sscb_tui.services.views import ActionRow

SHOWN, DONE, IN_TIME, UNDATED, OVERDUE, DROPPED = STANDINGS = (
    "effect shown",
    "done, effect not shown",
    "open, in time",
    "open, no date",
    "overdue",
    "given up",
)
"""Exactly one holds of every action."""
BY_FIRST, BY_MOVED, LATE, DONE_UNDATED = "done by the first date", "done by a moved date", "done late", "done, no date"
TIMES = (BY_FIRST, BY_MOVED, LATE, DONE_UNDATED, IN_TIME, UNDATED, OVERDUE, DROPPED)
"""Exactly one holds of every action; what was promised first is told apart from what was promised later."""


def is_shown(row: ActionRow) -> bool:
    """Verified, and a test found that the change held."""
    return row.state in RETESTED and row.effect


def is_done(row: ActionRow) -> bool:
    """Said to be done, or more."""
    return row.state not in UNDONE and row.state not in GIVEN_UP


def standing(row: ActionRow) -> str:
    """One of the STANDINGS."""
    if row.state in GIVEN_UP:
        return DROPPED
    if is_done(row):
        return SHOWN if is_shown(row) else DONE
    if row.overdue:
        return OVERDUE
    return IN_TIME if row.due else UNDATED


def timed(row: ActionRow) -> str:
    """One of the TIMES."""
    where = standing(row)
    if where not in (SHOWN, DONE):
        return where
    if row.due is None or row.first_due is None:
        return DONE_UNDATED
    done = finished_on(row)
    if done <= row.first_due:
        return BY_FIRST
    return BY_MOVED if done <= row.due else LATE


def finished_on(row: ActionRow) -> date:
    """The day it was said to be done; where nobody said so, the last day anybody spoke of it."""
    return row.done_on or (local_day(row.last_update) if row.last_update else row.agreed_on)


def past_first_date(row: ActionRow, day: date) -> bool:
    """Whether on that day it was past the date first agreed and not done, however often the date was moved since."""
    if row.first_due is None or row.first_due >= day or row.agreed_on > day or row.state in GIVEN_UP:
        return False
    return not is_done(row) or finished_on(row) > day


def red_for_two_cycles(row: ActionRow, today: date) -> bool:
    """Red now, and for the same reason red a quarter ago: the Board hears of it (the rhythm of monitoring)."""
    if row.rag is not Rag.RED:
        return False
    before = today - CYCLE
    if row.state is ActionState.BLOCKED:
        return row.last_update is None or local_day(row.last_update) <= before
    return row.overdue and row.due is not None and row.due < before
