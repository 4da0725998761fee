"""The tracker: actions with their evidence, and what may be said about them by whom."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import TextArea

from screens.base import Page, Place
from screens.tracker_words import KEY_LINE
from screens.widgets.form_dialog import FormDialog
from screens.widgets.form_field import FieldRow
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.domain.rules.rag import KEY
from sscb_tui.domain.terms import ActionState, Role
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


@asynccontextmanager
async def tracker(
    backend: Backend, settle: Settle, *, role: Role = Role.BUSINESS_MANAGER, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The tracker, with somebody of that role acting."""
    people = (await backend.call(lambda services: services.board.settings())).people
    app = Sscb(backend, act_as=next(person.name for person in people if person.role is role))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        yield pilot


def dialog(app: App[None]) -> FormDialog:
    """The dialog in front."""
    assert isinstance(app.screen, FormDialog), app.screen
    return app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_overdue_is_a_word_and_the_pane_shows_the_ladder(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with tracker(demo, settle, size=size) as pilot:
        words = seen(pilot.app)
        for part in ("2 actions", "1 overdue", "R overdue", "A-2", "Outcome", "u Update", "? Keys"):
            assert part in words, part
        await pilot.press("j")
        await settle(pilot)
        assert "A-1 · R-1 · Child M" in seen(pilot.app)
        if size != (80, 24):
            assert "decision → R-1" in seen(pilot.app)


async def test_an_update_is_noted_and_shown(demo: Backend, settle: Settle, seen: Seen) -> None:
    async with tracker(demo, settle) as pilot:
        await pilot.press("u")
        await settle(pilot)
        dialog(pilot.app).query_one(TextArea).focus()
        await pilot.press(*"Letter [sent]", "ctrl+r")
        await settle(pilot)
        assert "[sent]" in seen(pilot.app)
        assert "saved 14:" in seen(pilot.app)


async def test_a_refused_verification_comes_back_as_it_was_typed(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle, role=Role.LIIP_CHAIR) as pilot:
        await pilot.press("v")
        await settle(pilot)
        dialog(pilot.app).query_one(TextArea).focus()
        await pilot.press(*"seen", "ctrl+r")
        await settle(pilot)
        assert dialog(pilot.app).values["note"] == "seen"
        assert any("cannot become verified" in each.message for each in pilot.app._notifications)


async def test_a_second_person_verifies_what_has_evidence(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle, role=Role.LIIP_CHAIR) as pilot:
        await pilot.press("j", "v")
        await settle(pilot)
        dialog(pilot.app).query_one(TextArea).focus()
        await pilot.press(*"seen", "ctrl+r")
        await settle(pilot)
        rows = await demo.call(lambda services: services.tracker.rows())
        assert rows[0].state is ActionState.VERIFIED


async def test_a_new_recommendation_goes_to_the_case_in_hand(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as pilot:
        before = await demo.call(lambda services: services.tracker.recommendations())
        await pilot.press("n")
        await settle(pilot)
        dialog(pilot.app).query(TextArea).first().focus()
        await pilot.press(*"Share it", "ctrl+r")
        await settle(pilot)
        after = await demo.call(lambda services: services.tracker.recommendations())
        assert len(after) == len(before) + 1
        assert after[-1].text == "Share it"


async def test_an_action_that_repeats_itself_as_outcome_is_refused_in_words(demo: Backend, settle: Settle) -> None:
    case = await demo.call(lambda services: services.desk.case("SSCB/2026/002"))
    async with tracker(demo, settle) as pilot:
        assert isinstance(pilot.app, Sscb)
        pilot.app.context.case_id = case.id
        await pilot.press("a")
        await settle(pilot)
        asked = dialog(pilot.app)
        for row, text in (
            ("owner", "Head of tenancy"),
            ("action", "Share"),
            ("outcome", "share"),
            ("due", "9 Dec 2026"),
        ):
            next(each.editor for each in asked.query(FieldRow) if each.field.path == row).focus()
            await pilot.press(*text)
        asked.values["agency"] = "HSG"
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert any("repeats the action" in each.message for each in pilot.app._notifications)
        assert dialog(pilot.app).values["owner"] == "Head of tenancy"


async def test_evidence_climbs_the_ladder(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as pilot:
        await pilot.press("e")
        await settle(pilot)
        asked = dialog(pilot.app)
        asked.values.update(kind="audit", note="12 of 12", rung="5")
        await pilot.press("ctrl+r")
        await settle(pilot)
        rows = await demo.call(lambda services: services.tracker.rows())
        assert {row.number: row.evidence_rung for row in rows}[2] == 5


async def test_the_view_of_what_is_open_leaves_out_what_is_finished(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as pilot:
        manager = (await demo.call(lambda services: services.board.settings())).people[0].actor()
        row = (await demo.call(lambda services: services.tracker.rows()))[1]
        await demo.call(
            lambda services: services.progress.withdraw(manager, row.action_id, "not needed", "Board, item 7")
        )
        await pilot.press("f", "g", "down", "enter")
        await settle(pilot)
        assert pilot.app.screen.query_one(Table).count == (2, 3)
        assert (pilot.app.screen.sub_title or "").startswith("Open · 2 of 3 found")


async def test_the_plan_of_the_case_opens_as_a_paper(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as pilot:
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Page)
        assert (pilot.app.screen.place, pilot.app.screen.argument) == (Place.PAPER, "plan")


async def test_an_empty_tracker_says_how_to_begin(empty: Backend, settle: Settle, seen: Seen) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "T")
        await settle(pilot)
        assert "No actions yet." in seen(app)
        await pilot.press("u", "e", "v", "p", "enter")
        await settle(pilot)
        assert "No actions yet." in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_the_key_to_the_colours_is_in_sight_and_whole_under_the_question_mark(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with tracker(demo, settle, size=size) as pilot:
        assert KEY_LINE in seen(pilot.app)
        assert all(f"{colour.letter} {meaning}" in (pilot.app.screen.HELP or "") for colour, meaning in KEY.items())
