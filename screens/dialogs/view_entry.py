"""One agency's view: the outcome and why, its dissent in its own words, and each criterion as it holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.forms.spec import Entry, Field, Kind, Section
from sscb_tui.domain.meeting import AgencyView, LimbView
from sscb_tui.domain.rules.rounds import ASKED_ROUND
from sscb_tui.domain.terms import Decided

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting

NO_VIEW = "none"
"""An agency may have no view; that is an answer, and silence is not."""
OUTCOMES = (*((each.value, each.label) for each in Decided), (NO_VIEW, "no view"))
OWN = "As the meeting found, or its own."
AS_FOUND = "The limbs below begin as the meeting found them; leave them where the agency agrees."


def agency_view(name: str, *, deputy: bool = False) -> Section:
    """The questions to one agency."""
    limbs = (
        Field(
            f"limb_{fact.value}", fact.label, Kind.CHOICE, choices=fact.values, help="As the meeting found, or its own."
        )
        for fact in ASKED_ROUND
    )
    return Section(
        f"{name}'s view",
        (
            Field("outcome", "Outcome it would recommend", Kind.CHOICE, required=True, choices=OUTCOMES),
            Field("reason", "Because", Kind.LONG, required=True),
            Field("dissent", "Dissent, word for word", Kind.LONG, help="Goes to the Chair exactly as written here."),
            *limbs,
        ),
        intro=f"{AS_FOUND} A deputy speaks: the view stands subject to confirmation." if deputy else AS_FOUND,
    )


def held(agency: str, meeting: Meeting) -> Entry:
    """Where the questions begin: at the view the agency holds, or at the meeting's findings."""
    values: Entry = {f"limb_{each.fact.value}": each.value for each in meeting.findings if each.fact in ASKED_ROUND}
    view = next((each for each in meeting.views if each.agency == agency), None)
    if view is not None:
        values |= {f"limb_{each.fact.value}": each.value for each in view.limbs}
        values |= {"outcome": view.outcome.value if view.outcome else NO_VIEW}
        values |= {"reason": view.reason, "dissent": view.dissent}
    return values


def stated(agency: str, values: Entry) -> AgencyView:
    """The view as the meeting holds it."""
    limbs = tuple(
        LimbView(fact=fact, value=str(value)) for fact in ASKED_ROUND if (value := values.get(f"limb_{fact.value}"))
    )
    return AgencyView(
        agency=agency,
        limbs=limbs,
        outcome=None if values["outcome"] == NO_VIEW else Decided(str(values["outcome"])),
        reason=str(values["reason"]),
        dissent=str(values.get("dissent") or ""),
    )
