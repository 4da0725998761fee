"""Following the golden thread: the tree of one thing, the place where another lives, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base import Page, Place
from screens.dialogs.choose import Choose
from screens.dialogs.thread import BACK, ThreadDialog
from screens.words import cut
from sscb_tui.domain.terms import Fact, Paper

if TYPE_CHECKING:
    from screens.base import Subject
    from sscb_tui.domain.thread import Address
    from sscb_tui.services.views import OrphanRow

PLACES = {
    "requests": (Place.SCOPING, ""),
    "chronologies": (Place.SCOPING, ""),
    "lines": (Place.SCOPING, ""),
    "meetings": (Place.SCOPING, ""),
    "pins": (Place.SCOPING, ""),
    "settlements": (Place.SCOPING, ""),
    "advice": (Place.PAPER, Paper.RECOMMENDATION.value),
    "decisions": (Place.DECISION, ""),
    "duties": (Place.DUTIES, ""),
    "recommendations": (Place.TRACKER, ""),
    "actions": (Place.TRACKER, ""),
    "reopenings": (Place.DECISION, ""),
    "addenda": (Place.DECISION, ""),
    **dict.fromkeys(("reviews", "reports", "reviewers", "proceedings", "family_contacts"), (Place.REVIEW, "")),
}
"""Where each kind of thing lives, and what the place is told to begin with."""
NONE_LOOSE = "Nothing hangs loose: every thing of every case has what it rests on."
LIMBS = frozenset(fact.value for fact in Fact)


async def follow(page: Page, subject: Subject, cursor: Address | None = None) -> None:
    """Show the tree; go where what is chosen in it lives, or back one step along the thread."""
    view = await page.ask(lambda services: services.thread.of(subject.at, subject.case_id))
    if view is None:
        return
    chosen = await page.app.push_screen_wait(ThreadDialog(view, cursor, back=bool(page.context.trail)))
    if chosen == BACK:
        page.action_retrace()
    elif chosen is not None and not isinstance(chosen, str):
        here = page.place or Place.REFERRALS
        left = Page.Go(here, subject.case_id, page.argument, at=subject.at, thread=(subject, chosen))
        _go(page, left, subject.case_id, chosen)


async def orphans(page: Page) -> None:
    """List what hangs loose in every case, and go where the chosen thing lives."""
    rows = await page.ask(lambda services: services.thread.orphans())
    if not rows:
        page.notify(NONE_LOOSE, markup=False) if rows is not None else None
        return
    told = [(str(place), _told(row)) for place, row in enumerate(rows)]
    amiss = sum(not row.loose.information for row in rows)
    title = f"What hangs loose: {amiss}; for information: {len(rows) - amiss}"
    chosen = await page.app.push_screen_wait(Choose(title, told, "Enter goes there, Backspace comes back, Esc leaves"))
    if chosen is not None:
        row = rows[int(chosen)]
        left = Page.Go(page.place or Place.REFERRALS, page.context.case_id, page.argument)
        _go(page, left, row.case_id, row.thing.at)


def _go(page: Page, left: Page.Go, case_id: str, at: Address) -> None:
    """One step along the thread, which can be taken back."""
    place, argument = home_of(at, left.place)
    page.context.trail.append(left)
    page.ask_for(Page.Go(place, case_id, argument, at=at))


def _told(row: OrphanRow) -> str:
    return f"{row.reference} {row.pseudonym} · {row.loose.label} · {row.thing.name}: {cut(row.thing.words)}"


def home_of(at: Address, here: Place) -> tuple[Place, str]:
    """Where a thing lives: a criterion in the meeting's panel for who is there, else on the Chair's bench."""
    if at.kind == "requests" and not at.part:
        return Place.CASE, "returns"
    if at.kind == "cases" and at.part in LIMBS:
        return (Place.SCOPING if here is Place.SCOPING else Place.DECISION), ""
    return PLACES.get(at.kind, (Place.CASE, "overview"))
