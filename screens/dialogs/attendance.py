"""Who is at the meeting: name, post, the agencies they speak for, and in what standing."""

from __future__ import annotations

from screens.forms.spec import Entry, Field, Kind, Options, Section
from screens.forms.values import lines
from sscb_tui.domain.meeting import Attendee
from sscb_tui.domain.terms import Capacity, Ruling


def attendance(agencies: Options, name: str = "") -> Section:
    """The questions, with the Board's agencies to tick; a name that is on the list stays."""
    known = (Field("name", "Name", required=True, help="The same name again corrects the entry."),) if not name else ()
    return Section(
        name or "Somebody arrives",
        (
            *known,
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


def attendee(values: Entry, name: str = "") -> Attendee:
    """The person as the attendance list holds them."""
    known = {"name": name} if name else {}
    agencies = lines(str(values["agencies"]))
    return Attendee.model_validate({**values, **known, "agencies": agencies, "ruling": values.get("ruling") or None})


def typed_attendee(who: Attendee) -> Entry:
    """An entry as somebody would have typed it."""
    return {
        "post": who.post,
        "agencies": "\n".join(who.agencies),
        "capacity": who.capacity.value,
        "interest": who.interest,
        "ruling": who.ruling.value if who.ruling else "",
    }


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
