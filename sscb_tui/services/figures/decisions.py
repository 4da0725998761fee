"""The Chair's decisions and how long they took, with what each share is a share of (F16.02; WT2015 ch.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from sscb_tui.services.views.dashboard import DecisionFigures

if TYPE_CHECKING:
    from sscb_tui.services.views import NoticeFacts, QueueFacts


def decision_figures(cases: Iterable[QueueFacts], notices: Iterable[NoticeFacts], today: date) -> DecisionFigures:
    """Of these cases and the notices of their decisions, as things stand on a day."""
    clocked = [each for each in cases if each.decide_by is not None]
    days = [(each.decided_on - each.notified_on).days for each in clocked if each.decided_on]
    told = _told(notices, {each.case_id for each in clocked}, today)
    waiting = [each for each in clocked if each.decided_on is None]
    return DecisionFigures(
        decided=len(days),
        in_time=sum(
            each.decided_on <= each.decide_by for each in clocked if each.decided_on is not None and each.decide_by
        ),
        median_days=median(days) if days else None,
        waiting=len(waiting),
        waiting_late=sum(each.decide_by < today for each in waiting if each.decide_by),
        to_tell=len(told),
        told_in_time=sum(told),
    )


def _told(notices: Iterable[NoticeFacts], cases: set[str], today: date) -> list[bool]:
    """For each case whose notices are sent or late, whether everybody was told in time."""
    of: dict[str, list[NoticeFacts]] = defaultdict(list)
    for each in notices:
        if each.case_id in cases:
            of[each.case_id].append(each)
    return [
        all(each.done_on is not None and each.done_on <= each.due for each in owed)
        for owed in of.values()
        if all(each.done_on for each in owed) or any(each.due < today and not each.done_on for each in owed)
    ]
