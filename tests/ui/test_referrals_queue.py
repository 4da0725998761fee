"""The queue: what is due first, the case under the cursor, and the ways on from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.base import Page, Place
from screens.referrals import Referrals
from screens.widgets.case_pane import CasePane
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.domain.terms import Stage
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_the_queue_shows_clocks_and_the_case_in_hand_at_every_size(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        words = seen(app)
        for part in ("7 open", "1 late", "Child N", "+6 wd ✗", "Next", "● received", "n New", "? Keys", "B. Manager"):
            assert part in words, part
        assert words.splitlines()[-1].strip()


async def test_the_most_urgent_case_comes_first_and_decided_ones_last(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        table = app.screen.query_one(Table)
        lines = [table.render_line(y).text for y in range(1, 10)]
        assert "Child N" in lines[0]
        assert all("decided" in line for line in lines[7:])


async def test_sorting_goes_round_and_keeps_the_cursor(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        table, key = app.screen.query_one(Table), app.screen.query_one(Table).key
        firsts = []
        for _ in range(4):
            await pilot.press("o")
            firsts.append(table.render_line(1).text[1:14])
            assert table.key == key
        assert firsts[0] == "SSCB/2026/001"
        assert "by " not in (app.screen.sub_title or "")


async def test_the_pane_follows_the_cursor_and_makes_it_the_case_in_hand(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"child q", "enter")
        await settle(pilot)
        assert "SSCB/2026/004 · Child Q" in seen(app)
        assert "6 of 9" in seen(app)
        case = await demo.call(lambda services: services.desk.case("SSCB/2026/004"))
        assert app.context.case_id == case.id


@pytest.mark.parametrize(
    ("key", "place"),
    [("n", Place.REFERRAL_FORM), ("enter", Place.CASE), ("d", Place.DISCUSSION), ("s", Place.SCOPING)],
)
async def test_the_keys_of_the_queue_lead_on_and_escape_leads_back(
    demo: Backend, settle: Settle, key: str, place: Place
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        here = app.screen.query_one(Table).key
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, Page)
        assert app.screen.place is place
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Referrals)
        assert app.screen.query_one(Table).key == here


async def test_the_case_one_comes_back_from_is_under_the_cursor(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        case_id = app.context.case_id
        await pilot.press("R")
        await settle(pilot)
        assert app.screen.query_one(Table).key == case_id != ""


async def test_an_empty_queue_says_how_to_begin(empty: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "No referrals yet. n logs the first." in seen(app)
        await pilot.press("j", "d", "s", "enter")
        assert isinstance(app.screen, Referrals)


async def test_a_draft_is_offered_and_taken_up(demo: Backend, settle: Settle, seen: Seen) -> None:
    case = await demo.call(lambda services: services.desk.case("SSCB/2026/005"))
    key = f"discussion:{case.id}"
    await demo.call(lambda services: services.desk.keep_draft(None, key, "Discussion · Child [P]", {}))
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Discussion · Child [P]" in seen(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Page)
        assert (app.screen.place, app.screen.argument) == (Place.DISCUSSION, key)
        assert app.context.case_id == case.id


async def test_hostile_words_are_shown_and_never_obeyed(demo: Backend, settle: Settle, seen: Seen) -> None:
    settings = await demo.call(lambda services: services.board.settings())
    hostile = "[@click=app.quit]Q[/] \x1b[31m\u202e日本"
    actor = settings.people[0].actor()
    case = await demo.call(lambda services: services.desk.case("SSCB/2026/004"))
    form = await demo.call(lambda services: services.referrals.form_of(case.id))
    await demo.call(lambda services: services.referrals.receive(actor, form.but(pseudonym=hostile)))
    app = Sscb(demo)
    async with app.run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"quit", "enter")
        await settle(pilot)
        assert "[@click=app.quit]Q[/] ␛[31m⟨RLO⟩" in seen(app)
        assert "\x1b" not in seen(app)
        assert app.screen.query_one(CasePane).border_title


async def test_every_stage_has_a_place_in_the_order_of_stages(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("o", "o", "o")
        table = app.screen.query_one(Table)
        assert Stage.RECEIVED.label in table.render_line(1).text
        assert "by stage" in (app.screen.sub_title or "")
