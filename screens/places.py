"""Which screen serves which place. A screen is imported when it is first opened, never before."""

from __future__ import annotations

from importlib import import_module

from screens.base import Context, Page, Place
from sscb_tui.domain.errors import NotFoundError

SCREENS: dict[Place, tuple[str, str]] = {
    Place.REFERRALS: ("screens.referrals", "Referrals"),
    Place.REFERRAL_FORM: ("screens.referral_form", "ReferralPage"),
    Place.DISCUSSION: ("screens.discussion", "Discussion"),
    Place.CASE: ("screens.case_file", "CaseFile"),
    Place.SCOPING: ("screens.scoping", "Scoping"),
    Place.ADVICE: ("screens.advice", "Advice"),
    Place.DECISION: ("screens.decision", "Decision"),
    Place.REVIEW: ("screens.review", "Review"),
    Place.TERMS: ("screens.terms", "TermsOfReference"),
    Place.TRACKER: ("screens.tracker", "Tracker"),
    Place.DUTIES: ("screens.duties", "Duties"),
    Place.PAPER: ("screens.paper", "PaperPreview"),
    Place.BOARD_PAPER: ("screens.board_paper", "BoardPaperPreview"),
    Place.DASHBOARD: ("screens.dashboard", "Dashboard"),
    Place.SETTINGS: ("screens.settings", "Settings"),
    Place.FIND: ("screens.find", "Find"),
}
OF_A_CASE = frozenset(
    {
        *(Place.DISCUSSION, Place.CASE, Place.SCOPING, Place.ADVICE, Place.DECISION, Place.PAPER),
        *(Place.REVIEW, Place.TERMS),
    },
)
"""Places that mean nothing without a case in hand."""
FORMS = frozenset({Place.REFERRAL_FORM, Place.DISCUSSION, Place.ADVICE, Place.TERMS, Place.SETTINGS})
"""What opens from a form takes its place: Esc does not come back to a form that is done."""
KEPT = frozenset(
    {
        Place.FIND,
        Place.TRACKER,
        Place.DASHBOARD,
        Place.DUTIES,
        Place.SCOPING,
        Place.DECISION,
        Place.REVIEW,
    }
)
"""Left standing when one goes elsewhere, so that the cursor is where it was; of a case, while it is in hand."""


def page_class(place: Place) -> type[Page]:
    """The screen's class, imported now if nobody has been there yet."""
    module, name = SCREENS[place]
    try:
        found: object = getattr(import_module(module), name)
    except ModuleNotFoundError as missing:
        if missing.name != module:
            raise
        raise NotFoundError(f"There is no screen for {place.value.replace('_', ' ')} yet.") from missing
    if not (isinstance(found, type) and issubclass(found, Page)):
        raise TypeError(f"{module}.{name} is not a screen of this program")
    return found


def page(place: Place, context: Context, argument: str = "") -> Page:
    """A new screen for the place."""
    made = page_class(place)(context)
    made.place, made.argument = place, argument
    return made
