"""Keys that come faster than screens open: each lands where it was meant, and none does what another meant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens.base import Page
from screens.referral_form import ReferralPage
from screens.widgets.form_dialog import FormDialog
from screens.widgets.table import Table
from sscb_tui import turns
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]


def flood(app: App[None], *keys: str) -> None:
    """All at once, as after a second in which the program was busy; words letter by letter."""
    for key in keys:
        for sign in (key,) if key in ("enter", "escape", "tab", "ctrl+r") else tuple(key):
            alone = len(sign) == 1
            app.post_message(events.Key(_character_to_key(sign) if alone else sign, sign if alone else None))


async def test_letters_typed_behind_the_key_that_asks_for_a_form_are_written_in_it(
    demo: Backend, settle: Settle
) -> None:
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        flood(app, "Tn", "Review every visit")
        await settle(pilot)
        assert isinstance(app.screen, FormDialog)
        assert app.screen.values["text"] == "Review every visit"


async def test_a_form_that_fills_the_screen_takes_them_too(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        flood(app, "nDr Rota")
        await settle(pilot)
        assert isinstance(app.screen, ReferralPage)
        assert "Dr Rota" in app.screen.values.values()


async def test_going_and_coming_in_one_burst_ends_where_it_says(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        flood(app, "jTjDjT", "escape", "R", "j")
        await settle(pilot)
        assert app.screen.title == "Referrals"
        assert app.screen.query_one(Table).cursor == 2


async def test_a_key_whose_work_opens_nothing_gives_way(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        flood(app, "Dixxx", "escape", "T")
        await settle(pilot)
        assert app.screen.title == "Tracker"


async def test_a_page_that_never_comes_to_read_holds_no_key_beyond_patience(
    demo: Backend, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        assert isinstance(app.screen, Page)
        app.screen.has_read = False
        flood(app, "R")
        await settle(pilot)
        assert app.screen.title == "Referrals"
