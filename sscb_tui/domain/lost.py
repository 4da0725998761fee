"""Days lost to police, courts, coroners, families and want of capacity: counted once, however many stood in the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import Cause
from sscb_tui.domain.working_days import is_working_day

if TYPE_CHECKING:
    from sscb_tui.domain.duty import Lost


@dataclass(frozen=True, slots=True)
class DaysLost:
    """Working days lost by cause, and in all; a day lost to two causes counts once in all."""

    by_cause: tuple[tuple[Cause, int], ...] = ()
    total: int = 0


NOTHING_LOST = DaysLost()


def days_lost(losses: Iterable[Lost]) -> DaysLost:
    """What these periods come to, over one duty or over all duties of a case."""
    days: dict[Cause, set[date]] = {}
    for each in (loss for loss in losses if not loss.withdrawn):
        days.setdefault(each.cause, set()).update(_working_days(each))
    if not days:
        return NOTHING_LOST
    by_cause = tuple((cause, len(days[cause])) for cause in Cause if days.get(cause))
    return DaysLost(by_cause, len(set().union(*days.values())))


def _working_days(lost: Lost) -> set[date]:
    """The first and the last day are both lost."""
    span = (lost.first + timedelta(days=ahead) for ahead in range((lost.last - lost.first).days + 1))
    return {day for day in span if is_working_day(day)}
