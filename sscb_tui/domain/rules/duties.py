"""What may be put on record about a duty: done once, extended openly, days lost where they were lost (F9, 2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import DutyState, Strength

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.duty import Duty

_NOTICES = "notifications (F9)"
_NO_PAUSE = "clocks do not pause"


def still_owed(duty: Duty) -> tuple[Violation, ...]:
    """What was done once stays as recorded; the decision clock ends with a signature and by no other road (CK-2)."""
    if duty.clock == "CK-2":
        return (Violation("CK-2", "The decision clock ends with the Chair's signed decision.", duty.source),)
    if duty.strength is Strength.INFO:
        return (Violation("F9-info", "This is for information; nobody here has anything to do about it.", duty.source),)
    if duty.not_needed:
        return (Violation("F9-needed", f"The duty has fallen away: {duty.not_needed}."),)
    if duty.done_at is None:
        return ()
    sentence = f"This is on record as done on {shown(local_day(duty.done_at))}, {duty.method}."
    return (Violation("F9-done", sentence, _NOTICES),)


def extension_is_a_departure(duty: Duty, target: date, today: date) -> tuple[Violation, ...]:
    """An extension aims at a later day and says so; the date due stays (2.6)."""
    if duty.strength is Strength.INFO or duty.state(today) not in (DutyState.RUNNING, DutyState.LATE):
        return (Violation("F9-over", "Only a duty that is still owed can be extended.", _NO_PAUSE, "target"),)
    if target <= max(duty.due, duty.target or duty.due):
        latest = max(duty.due, duty.target or duty.due)
        sentence = f"The day aimed at must be later than {shown(latest)}; an earlier one needs no extension."
        return (Violation("F9-extension", sentence, _NO_PAUSE, "target"),)
    if target < today:
        return (Violation("F9-extension", "The day aimed at has passed already.", _NO_PAUSE, "target"),)
    return ()


def lost_while_it_ran(duty: Duty, first: date, last: date, today: date) -> tuple[Violation, ...]:
    """Days are lost from the day the duty began to the day it was done, or today."""
    end = local_day(duty.done_at) if duty.done_at else today
    if duty.started_on <= first <= last <= end:
        return ()
    sentence = f"Days can have been lost from {shown(duty.started_on)} to {shown(end)}, the first before the last."
    return (Violation("F9-lost", sentence, _NO_PAUSE, "first"),)


def letter_may_be_signed(duty: Duty) -> bool:
    """Whether the Chair still has a letter to sign: one that is owed, unsigned and not sent."""
    return duty.by_letter and duty.done_at is None and duty.signed is None
