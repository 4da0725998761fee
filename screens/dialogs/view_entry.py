"""One agency's view on the outcome, its reason, and its dissent in its own words."""

from __future__ import annotations

from screens.forms.spec import Entry, Field, Kind, Options, Section
from sscb_tui.domain.meeting import AgencyView
from sscb_tui.domain.terms import Decided

NO_VIEW = "none"
"""An agency may have no view; that is an answer, and silence is not."""


def agency_view(agencies: Options) -> Section:
    """The questions, with the agencies that may answer."""
    outcomes = (*((each.value, each.label) for each in Decided), (NO_VIEW, "no view"))
    return Section(
        "An agency's view",
        (
            Field("agency", "Agency", Kind.CHOICE, required=True, choices=agencies),
            Field("outcome", "Outcome it would recommend", Kind.CHOICE, required=True, choices=outcomes),
            Field("reason", "Because", Kind.LONG, required=True),
            Field("dissent", "Dissent, word for word", Kind.LONG, help="Goes to the Chair exactly as written here."),
        ),
    )


def stated(values: Entry) -> AgencyView:
    """The view as the meeting holds it."""
    outcome = None if values["outcome"] == NO_VIEW else values["outcome"]
    return AgencyView.model_validate({**values, "outcome": outcome})
