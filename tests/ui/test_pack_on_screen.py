"""The pack is the first of a case's papers, and opens from the list of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.app import App
from textual.pilot import Pilot

from screens.base import Place
from screens.paper import PaperPreview
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


async def test_enter_on_the_first_paper_shows_the_pack(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        case = await app.context.backend.call(lambda services: services.desk.case("SSCB/2026/007"))
        app.journey.go(PaperPreview.Go(Place.CASE, case.id, ""))
        await settle(pilot)
        await pilot.press("6")
        await settle(pilot)
        assert "Pack for the scoping meeting" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PaperPreview)
        assert app.screen.paper is not None
        assert "_pack_v" in app.screen.paper.filename
        assert "# Pack for the scoping meeting" in app.screen.paper.markdown
