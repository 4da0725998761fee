"""What the duties screen asks for: a duty done, its date missed or extended, days lost."""

from __future__ import annotations

from datetime import date

from screens.forms.spec import Field, Kind, Section
from screens.forms.when import day_text
from sscb_tui.domain.terms import Cause

_RUNS_ON = "The date due stays and the clock runs on."


def done(today: date) -> Section:
    """When and how a duty was done, and what proves it."""
    return Section(
        "Duty done",
        (
            Field("done_on", "Done on", Kind.DATE, required=True, default=day_text(today)),
            Field("method", "How", required=True, help="For example secure e-mail, telephone and letter."),
            Field("proof", "Proof", help="Where the proof lies: a reference, a receipt, a file number."),
        ),
    )


def overrun(reason: str) -> Section:
    """Why a clock was or will be overrun; it keeps running."""
    return Section(
        "Why late",
        (Field("reason", "Reason", Kind.LONG, required=True, default=reason, help="The clock keeps running."),),
    )


def extension(due: date) -> Section:
    """A later day to aim at: a recorded departure, not a stopped clock."""
    return Section(
        "Extend",
        (
            Field("target", "Now aimed at", Kind.DATE, required=True, help=f"Later than {day_text(due)}. {_RUNS_ON}"),
            Field("reason", "Reason", Kind.LONG, required=True, help="Why the date due cannot be kept."),
            Field(
                "approved_by", "Approved by", required=True, help="Who agreed to the later day, for example the Chair."
            ),
        ),
    )


def days_lost(today: date) -> Section:
    """A stretch of days on which nothing could be done, and what stood in the way."""
    return Section(
        "Days lost",
        (
            Field("cause", "Lost to", Kind.CHOICE, required=True, choices=Cause),
            Field("first", "From", Kind.DATE, required=True, help="The first day lost."),
            Field(
                "last", "To", Kind.DATE, required=True, default=day_text(today), help="The last day lost, itself too."
            ),
            Field("note", "What stood in the way", Kind.LONG, required=True, help=_RUNS_ON),
        ),
    )


def taken_back() -> Section:
    """Why days on record as lost were not."""
    return Section(
        "Take back", (Field("reason", "Reason", Kind.LONG, required=True, help="The entry stays, with this."),)
    )
