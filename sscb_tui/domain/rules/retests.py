"""When the effect of a verified action is tested again: at six months, and at twelve (RA.18)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.progress import RETESTED
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action

MONTHS = (6, 12)
"""The follow-up that finds drift, unless a test names its own next date."""


def retest_due(action: Action) -> date | None:
    """The next test of what is verified; None where nothing is verified or both tests are made and name no other."""
    if action.state not in RETESTED or action.verified_at is None:
        return None
    if action.state is ActionState.CLOSED and not action.impacts:
        return None  # the Board minuted that no effect can be shown
    verified = local_day(action.verified_at)
    made = [each for each in action.impacts if local_day(each.at) >= verified]
    if made and made[-1].next_test is not None:
        return made[-1].next_test
    left = [month for month in (months_on(verified, count) for count in MONTHS) if not made or made[-1].on < month]
    return left[0] if left else None


def months_on(day: date, months: int) -> date:
    """The same day that many months on, or the last of its month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
