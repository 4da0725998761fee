"""When an agency does not answer: whom to write to next, and when the Board enters a challenge (6.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import Letter
from sscb_tui.domain.working_days import working_days_between

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sscb_tui.domain.progress_round import ProgressRound

FROM_DAY = {Letter.OWNER: 1, Letter.SENIOR: 6, Letter.CHIEF: 11}
"""From which working day after the answer was due each letter is drafted: the Board's own ladder, no law's.

Answers are due 15 working days before the meeting, so that the last letter still leaves a week.
"""


def working_days_late(asked: ProgressRound, today: date) -> int:
    """Working days since an answer was due that has not come; 0 while it is not due, or once it is here."""
    return 0 if asked.receipts else max(0, working_days_between(asked.due, today))


def letter_due(asked: ProgressRound, today: date) -> Letter | None:
    """The letter to draft now; None while nobody is late."""
    late = working_days_late(asked, today)
    return next((letter for letter, day in reversed(FROM_DAY.items()) if late >= day), None)


def was_missed(asked: ProgressRound) -> bool:
    """Whether a round whose meeting is over went by without an answer before it."""
    return not any(local_day(each.at) <= asked.meeting_on for each in asked.receipts)


def missed_before(asked: ProgressRound, rounds: Sequence[ProgressRound]) -> int:
    """How many rounds in a row the same agency missed before this one."""
    earlier = [each for each in rounds if each.agency == asked.agency and each.meeting_on < asked.meeting_on]
    count = 0
    for each in sorted(earlier, key=lambda each: each.meeting_on, reverse=True):
        if not was_missed(each):
            break
        count += 1
    return count


def is_challenged(asked: ProgressRound, rounds: Sequence[ProgressRound], today: date) -> bool:
    """The Board enters a challenge when an agency misses twice: this answer is late, and so was the one before."""
    return working_days_late(asked, today) > 0 and missed_before(asked, rounds) > 0
