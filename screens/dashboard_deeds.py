"""What can be done on the dashboard: narrow it, read its papers, save it as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base import Place
from screens.board_paper import ANNUAL, DASHBOARD, EXTRACT, PLAN, PUBLIC, Wanted
from screens.dialogs.choose import Choose
from screens.saving import save_as

if TYPE_CHECKING:
    from screens.dashboard import Dashboard
    from sscb_tui.services.container import Services

_EVERY = ""
_PAPERS = (
    (DASHBOARD, "the dashboard, for the Board"),
    (PUBLIC, "the dashboard, for the public: small numbers kept back"),
    (PLAN, "the composite action plan"),
    (EXTRACT, "one agency's actions, with boxes for its update"),
    (ANNUAL, "the learning section of the annual report"),
)


async def narrow_to_review(page: Dashboard) -> None:
    """Count one review alone, or all."""
    held = await page.ask(_reviews)
    options = [(_EVERY, "every review"), *((case_id, words) for case_id, words, _ in held or ())]
    chosen = await page.app.push_screen_wait(Choose("Which review?", options))
    if chosen is not None:
        page.case = next(((case_id, reference) for case_id, _, reference in held or () if case_id == chosen), None)
        page.refresh_record()


def _reviews(services: Services) -> tuple[tuple[str, str, str], ...]:
    """Cases with an action: id, words, reference."""
    rows = services.tracker.rows()
    found = {row.case_id: (f"{row.reference} {row.pseudonym}", row.reference) for row in rows}
    return tuple((case_id, *words) for case_id, words in sorted(found.items(), key=lambda each: each[1]))


async def narrow_to_agency(page: Dashboard) -> None:
    """Count one agency alone, or all."""
    chosen = await _which_agency(page, [(_EVERY, "every agency")])
    if chosen is not None:
        page.agency = chosen
        page.refresh_record()


async def _which_agency(page: Dashboard, more: list[tuple[str, str]]) -> str | None:
    """An agency with an action."""
    held = await page.ask(_agencies) or ()
    return await page.app.push_screen_wait(Choose("Which agency?", [*more, *held]))


def _agencies(services: Services) -> tuple[tuple[str, str], ...]:
    board = services.board.settings()
    codes = sorted({row.agency for row in services.tracker.rows() if row.agency})
    return tuple((code, f"{code} {board.brief(code)}") for code in codes)


async def papers(page: Dashboard) -> None:
    """Choose a paper, and read it; it is narrowed as the dashboard is."""
    chosen = await page.app.push_screen_wait(Choose("Which paper?", _PAPERS))
    if chosen is None:
        return
    agency: str | None = page.agency
    if chosen == EXTRACT and not agency:
        agency = await _which_agency(page, [])
    if agency is not None:
        page.go(Place.BOARD_PAPER, argument=Wanted(chosen, agency, page.case_ids).argument())


async def save_page(page: Dashboard) -> None:
    """One page for a browser, drawings and all."""
    case_ids, agency = page.case_ids, page.agency
    text = await page.ask(lambda services: services.board_papers.dashboard_page(case_ids, agency))
    if text is not None:
        await save_as(page, text, "Save the page as")
