"""Forms left half-filled: which there are, and the way back into one."""

from __future__ import annotations

from screens.base import Page, Place
from screens.dialogs.choose import Choose
from screens.words import clock, day, uk
from sscb_tui.services.views import DraftRow

FORMS = {
    "referral-new-": Place.REFERRAL_FORM,
    "referral:": Place.REFERRAL_FORM,
    "discussion:": Place.DISCUSSION,
    "advice:": Place.ADVICE,
    "decision:": Place.DECISION,
}
"""What a draft's key begins with, and the form that takes it up again; after a colon stands the case."""


async def resume(page: Page) -> None:
    """Offer the drafts, latest first, and open the chosen one."""
    drafts = await page.ask(lambda services: services.desk.drafts()) or ()
    options = [(each.key, _words(each)) for each in drafts if _form(each.key)]
    if not options:
        page.notify("Nothing was left half-filled.", markup=False)
        return
    key = await page.app.push_screen_wait(Choose("Go on with which?", options))
    if key is not None and (form := _form(key)):
        page.go(form, key.partition(":")[2] or None, key)


def _form(key: str) -> Place | None:
    return next((place for start, place in FORMS.items() if key.startswith(start)), None)


def _words(draft: DraftRow) -> str:
    return f"{draft.title} · {day(uk(draft.saved_at).date())} {clock(draft.saved_at)}"
