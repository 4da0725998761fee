"""The keys on the last line: those that work now, those that fit, and the mouse."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.referrals import Referrals
from screens.widgets.footer import Footer
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


def keys(seen: Seen, app: Sscb) -> str:
    """The last line of the screen."""
    return seen(app).splitlines()[-1]


async def test_the_keys_of_the_screen_stand_on_the_last_line(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert " ⏎ Open  n New  d Discuss  s Scope " in keys(seen, app)
        await pilot.press("T")
        await settle(pilot)
        assert " u Update  e Evidence " in keys(seen, app)


@pytest.mark.parametrize("width", [20, 40, 80])
async def test_a_key_is_left_out_whole_and_help_never(demo: Backend, settle: Settle, seen: Seen, width: int) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        offered = keys(seen, app).strip().split("  ")
        assert offered[-1] == "? Keys"
        assert all(len(each.split()) == 2 for each in offered)


async def test_a_click_on_a_key_is_that_key(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.click(Footer, offset=(keys(seen, app).index("? Keys"), 0))
        await settle(pilot)
        assert not isinstance(app.screen, Referrals)
        assert "Log a new referral" in seen(app)


async def test_the_mouse_is_told_what_a_key_does(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.hover(Footer, offset=(keys(seen, app).index("n New"), 0))
        assert str(app.screen.query_one(Footer).tooltip) == "Log a new referral"


async def test_keys_that_do_not_work_here_are_not_offered(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash")
        await settle(pilot)
        assert "Open" not in keys(seen, app)  # Enter belongs to the field now
