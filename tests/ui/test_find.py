"""Find: words typed anywhere lead to where they stand, and back, with names masked until somebody shows them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from screens.base import Page, Place
from screens.find import BEGIN, NOBODY, NOTHING, Find
from screens.widgets.found import FoundList
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration import people
from tests.ui.conftest import HOSTILE

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
SIZES = [(80, 24), (120, 40), (200, 50)]


async def looking(pilot: Pilot[None], settle: Settle, *words: str) -> FoundList:
    """Go to Find and type."""
    await settle(pilot)
    await pilot.press("F")
    await settle(pilot)
    for word in words:
        await pilot.press(*(["space"] if word is not words[0] else []), *word)
    await settle(pilot)
    return pilot.app.screen.query_one(FoundList)


def place(app: Sscb) -> Place | None:
    """Where the person is."""
    assert isinstance(app.screen, Page)
    return app.screen.place


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_words_are_found_as_one_types_with_their_place_and_the_hit_marked_without_colour(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Sscb(demo)
    async with app.run_test(size=size) as pilot:
        await looking(pilot, settle)
        assert BEGIN[:30] in seen(app)
        await pilot.press(*"tenancy", "space", *"check")
        await settle(pilot)
        words = seen(app)
        for part in ("SSCB/2026/002 · Child M", "A-2", "action", "tenancy checks with general practices", "masked"):
            assert part in words, part
        lines = [app.screen.query_one(FoundList).render_line(at) for at in range(6)]
        marked = {each.text for line in lines for each in line if each.style and each.style.underline}
        assert {"tenancy", "checks"} <= marked


async def test_enter_goes_to_the_thing_and_esc_comes_back_with_the_words_and_the_cursor_kept(
    demo: Backend, settle: Settle
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        found = await looking(pilot, settle, "general", "practices")
        while (hit := found.hit) is not None and hit.label != "A-2":
            await pilot.press("down")
        await pilot.press("enter")
        await settle(pilot)
        assert place(app) is Place.TRACKER
        assert app.screen.query_one(Table).key == hit.at.id if hit else False
        await pilot.press("escape")
        await settle(pilot)
        assert place(app) is Place.FIND
        assert app.screen.query_one(Input).value == "general practices"
        assert found.hit == hit
        await pilot.press("escape")
        await settle(pilot)
        assert place(app) is None
        await pilot.press("F")
        await settle(pilot)
        assert app.screen.query_one(Input).value == "general practices"


@pytest.mark.parametrize(
    ("words", "kind", "where"),
    [
        ("toddler collapsed", "cases", Place.CASE),
        ("second visit bruise left", "requests", Place.SCOPING),
        ("log of calls for september", "lines", Place.SCOPING),
        ("dissent hsg", "advice", Place.PAPER),
        ("nothing since says otherwise", "decisions", Place.DECISION),
        ("file goes prosecutors first", "duties", Place.DUTIES),
        ("panel assures quality", "reviews", Place.REVIEW),
        ("jury summer", "proceedings", Place.REVIEW),
        ("visited after funeral", "family_contacts", Place.REVIEW),
        ("tenancy teams", "recommendations", Place.TRACKER),
        ("wording agreed with two practices", "actions", Place.TRACKER),
    ],
)
async def test_each_kind_of_hit_opens_its_screen_and_esc_comes_back(
    demo: Backend, settle: Settle, words: str, kind: str, where: Place
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        found = await looking(pilot, settle, *words.split())
        assert found.hit is not None
        assert found.hit.at.kind == kind
        await pilot.press("enter")
        await settle(pilot)
        assert place(app) is where
        await pilot.press("escape")
        await settle(pilot)
        assert place(app) is Place.FIND


async def test_a_name_finds_nothing_until_the_mask_is_taken_off_and_the_mask_is_on_again_after_leaving(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        found = await looking(pilot, settle, "Finn")
        assert NOTHING in seen(app)
        await pilot.press("tab", "m")
        await settle(pilot)
        assert "will read names" in seen(app)
        await pilot.press("y")
        await settle(pilot)
        assert found.hit is not None
        assert "Finn" in seen(app).split("\n", 3)[3]
        await pilot.press("R", "F")
        await settle(pilot)
        assert NOTHING in seen(app)


async def test_the_dialog_that_asks_twice_leaves_the_mask_on_for_every_other_key(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await looking(pilot, settle, "Finn")
        await pilot.press("tab", "m")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, Find)
        assert not app.screen.named


async def test_one_kind_only_is_found_and_hits_are_grouped_by_kind(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        found = await looking(pilot, settle, "police")
        await pilot.press("tab", "o")
        await settle(pilot)
        assert any(line.strip().startswith("Minutes  ") for line in seen(app).splitlines())
        await pilot.press("f")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert found.hit is not None
        assert {line.strip().rstrip("0123456789 ") for line in seen(app).splitlines() if line[:1].isalpha()} == {
            "Referral"
        }
        assert "referral" in str(app.screen.sub_title)


async def test_what_another_window_saves_is_found_without_a_key(board: Path, demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        found = await looking(pilot, settle, "zirconium")
        assert found.hit is None
        other = open_record(board)
        case = other.desk.queue()[0]
        other.tracker.recommend(people.MANAGER.actor(), case.case_id, RecommendationForm(text="Store zirconium apart."))
        other.close()
        await app._glance()
        await settle(pilot)
        assert found.hit is not None
        assert found.hit.label.startswith("R-")


async def test_an_owner_finds_only_what_is_their_own(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo, act_as="H. Owner")
    async with app.run_test(size=(120, 40)) as pilot:
        found = await looking(pilot, settle, "police")
        assert found.hit is None
        await pilot.press(*["backspace"] * 6, *"tenancy")
        await settle(pilot)
        assert found.hit is not None
        assert found.hit.at.kind == "actions"


async def test_hostile_words_neither_raise_nor_change_the_screen(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await looking(pilot, settle)
        for words in (*HOSTILE, '"*:^()- NEAR', "'; DROP TABLE found; --"):
            app.screen.query_one(Input).value = words
            await settle(pilot)
            assert found.is_attached
        await pilot.press("down", "up", "enter")
        await settle(pilot)


async def test_the_thread_of_what_was_found_opens(demo: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await looking(pilot, settle, "tenancy", "checks")
        await pilot.press("tab", "t")
        await settle(pilot)
        assert "Came from" in seen(app)


async def test_before_anybody_acts_nothing_is_found_and_as_soon_as_somebody_does_it_is(
    demo: Backend, settle: Settle, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nobody() -> None:
        """The program does not know yet."""

    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        actor = app.context.actor
        monkeypatch.setattr(app, "_identify", nobody)
        app.act(None)
        found = await looking(pilot, settle, "tenancy")
        assert NOBODY[:20] in seen(app)
        app.act(actor)
        await pilot.pause(0.5)
        await settle(pilot)
        assert found.hit is not None
