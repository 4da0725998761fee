"""What the duties screen asks for: that a duty was done, or why its date was missed."""

from __future__ import annotations

from datetime import date

from screens.forms.spec import Field, Kind, Section
from screens.forms.when import day_text


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
