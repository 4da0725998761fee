"""Who is at the meeting: name, post, the agencies they speak for, and in what standing."""

from __future__ import annotations

from screens.forms.spec import Entry, Field, Kind, Options, Section
from screens.forms.values import lines
from sscb_tui.domain.meeting import Attendee
from sscb_tui.domain.terms import Capacity, Ruling


def attendance(agencies: Options) -> Section:
    """The questions, with the Board's agencies to tick."""
    return Section(
        "Somebody arrives",
        (
            Field("name", "Name", required=True, help="The same name again replaces the entry."),
            Field("post", "Post"),
            Field("agencies", "Speaks for", Kind.MULTI, choices=agencies, help="One person may carry several."),
            Field(
                "capacity",
                "Capacity",
                Kind.CHOICE,
                required=True,
                choices=Capacity,
                default=Capacity.MEMBER.value,
                help="Members and deputies count for the quorum. A deputy's view stands subject to confirmation.",
            ),
            Field("interest", "Interest declared", help="In a few words; empty for none."),
            Field(
                "ruling",
                "Ruling",
                Kind.CHOICE,
                choices=Ruling,
                help="Until it is ruled on, an interest bars from moving the recommendation.",
            ),
        ),
    )


def attendee(values: Entry) -> Attendee:
    """The person as the attendance list holds them."""
    return Attendee.model_validate(
        {**values, "agencies": lines(str(values["agencies"])), "ruling": values.get("ruling") or None}
    )


def opening(confidentiality: str) -> Section:
    """The three questions every meeting opens with."""
    return Section(
        "Before the meeting starts",
        (
            Field("confidentiality_read", "Confidentiality statement read out", Kind.BOOL),
            Field("interests_asked", "Interests asked for", Kind.BOOL),
            Field("purpose_restated", "Purpose restated: learning, not blame", Kind.BOOL),
        ),
        intro=confidentiality,
    )
