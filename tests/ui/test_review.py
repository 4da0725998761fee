"""The Review screen: what stands in the way is listed, people go by what the Board calls them, and typing is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.review import Review
from screens.widgets.form_dialog import FormDialog
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration import people, review
from sscb_tui.services.demonstration.clock import SetClock
from tests.ui.decided import CHILD, just_decided
from tests.ui.keyboard import at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
MANAGER, LEAD = "B. Manager", "L. Lead"


@asynccontextmanager
async def reviewing(
    backend: Backend, settle: Settle, child: str, *, who: str = MANAGER, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The Review screen of a child's case."""
    queue = await backend.call(lambda services: services.desk.queue())
    app = Sscb(backend, act_as=who)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        app.context.case_id = next(row.case_id for row in queue if row.pseudonym == child)
        await pilot.press("V")
        await settle(pilot)
        yield pilot


async def case_of(backend: Backend, child: str) -> str:
    queue = await backend.call(lambda services: services.desk.queue())
    return next(row.case_id for row in queue if row.pseudonym == child)


async def go_to(pilot: Pilot[None], settle: Settle, part: str) -> None:
    """The cursor on a part."""
    pilot.app.screen.query_one("#parts", Table).go_to(part)
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_what_comes_next_and_every_part_is_in_sight(
    demo: Backend, settle: Settle, seen: Seen, clock: SetClock, size: tuple[int, int]
) -> None:
    await demo.call(lambda services: just_decided(services, clock()))
    async with reviewing(demo, settle, CHILD, size=size) as pilot:
        words = seen(pilot.app)
        for part in ("Next", "commission the review", "Terms of reference", "Proceedings", "Family", "Publication"):
            assert part in words, part
        assert ". Go on" in words


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_what_is_wrong_anywhere_is_said_at_the_first_look_and_enter_goes_there(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    async with reviewing(demo, settle, "Child M", size=size) as pilot:
        words = seen(pilot.app)
        assert "receive the report" in words
        assert "2 of 5, 1 late" in words
        await pilot.press("right", "down", "enter")
        await settle(pilot)
        words = seen(pilot.app)
        assert "Timetable · 2 of 5, 1 late" in words
        assert "due 17 Nov 2026, 4 wd late" in words
        assert isinstance(pilot.app.screen, Review)
        assert pilot.app.screen.item is not None
        assert pilot.app.screen.item.label == "Learning event held"


async def test_the_case_file_says_how_the_review_stands(demo: Backend, settle: Settle, seen: Seen) -> None:
    async with reviewing(demo, settle, "Child M") as pilot:
        await pilot.press("escape", "slash", *"002", "enter", "enter")
        await settle(pilot)
        assert "Serious Case Review · until 21 Apr 2027 · timetable 2 of 5, 1 late" in seen(pilot.app)


async def test_proceedings_and_family_are_kept_before_there_is_a_review(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with reviewing(demo, settle, "Child J") as pilot:
        await go_to(pilot, settle, "family")
        words = seen(pilot.app)
        assert "no plan yet" in words
        assert "mother" in words
        assert "June Example" not in words
        await go_to(pilot, settle, "proceedings")
        assert "Nothing runs beside this case" in seen(pilot.app)


async def test_everything_in_the_way_is_listed_before_anything_is_asked(
    demo: Backend, settle: Settle, seen: Seen, clock: SetClock
) -> None:
    case_id = await demo.call(lambda services: just_decided(services, clock()))
    await demo.call(lambda services: review.commission(services, case_id))
    async with reviewing(demo, settle, CHILD) as pilot:
        await go_to(pilot, settle, "family")
        await pilot.press("full_stop")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Review)
        words = seen(pilot.app)
        assert "T26-terms" in words
        assert "No reviewer has been appointed." in words


async def test_what_is_typed_in_a_dialog_is_there_again(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, MANAGER, "Child Q") as at:
        await at.press("V")
        await at.sees("no review commissioned")
        screen = at.pilot.app.screen
        screen.query_one("#parts", Table).go_to("proceedings")
        await at.press("n")
        await at.until(lambda: isinstance(at.screen, FormDialog) and at.field is not None)
        await at.answer({"Led by": "the coroner"})
        await at.until(lambda: bool(at.screen.query(".help")))
        for _ in range(40):
            drafts = await demo.call(lambda services: services.desk.drafts())
            if any("Proceeding" in draft.title for draft in drafts):
                break
            await at.pilot.pause(0.05)
        assert any("Proceeding" in draft.title for draft in drafts)


async def test_a_proceeding_is_entered_and_looked_at(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, MANAGER, "Child Q") as at:
        await at.press("V")
        at.pilot.app.screen.query_one("#parts", Table).go_to("proceedings")
        await at.tell(
            "n",
            {
                "Kind": "inquest",
                "Led by": "the coroner",
                "Contact": "the coroner's officer",
                "Stage": "under way",
                "Effects here": [{"Effect": "no publication yet", "Until": "the inquest"}],
                "How handled": "The report waits.",
                "Agreed by": "the officer",
                "Agreed on": "20 Nov 2026",
            },
        )
        await at.sees("P-1 inquest", "under way · no publication yet")
        await at.press("right", "x")
        await at.choose("Looked at today")
        await at.sees("23 Nov 2026, B. Manager")


async def test_the_key_to_the_pseudonyms_opens_to_those_it_is_for(demo: Backend, settle: Settle, seen: Seen) -> None:
    for who, there in ((MANAGER, True), (LEAD, False)):
        async with reviewing(demo, settle, "Child M", who=who) as pilot:
            await pilot.press("p")
            await settle(pilot)
            await pilot.press("down", "down", "down", "enter")
            await settle(pilot)
            await settle(pilot)
            assert ("Miles Sample" in seen(pilot.app)) is there
            assert ("may not read the key" in seen(pilot.app)) is not there


async def test_an_answer_over_somebody_elses_is_refused_once_and_then_stands(demo: Backend, settle: Settle) -> None:
    case_id = await case_of(demo, "Child M")
    manager = people.MANAGER.actor()
    await demo.call(lambda services: review.report_in(services, case_id))
    async with at_keyboard(demo, settle, MANAGER) as at:
        await at.press("slash")
        await at.type("2026/002\n")
        await at.sees("· Child M")
        await at.press("V")
        await at.sees("agree the Board's response")
        at.pilot.app.screen.query_one("#parts", Table).go_to("response")
        await at.press("n")
        await at.until(lambda: isinstance(at.screen, FormDialog) and at.field is not None)
        await at.answer({"Practice now": "In use."})
        await demo.call(lambda services: services.responses.find(manager, case_id, "Meanwhile."))
        await at.press("ctrl+r")
        await at.sees("was changed elsewhere")
        await at.until(lambda: isinstance(at.screen, FormDialog) and at.field is not None)
        await at.press("ctrl+r")
        await at.until(lambda: isinstance(at.screen, Review))
        held = await demo.call(lambda services: services.desk.file(case_id).review)
        assert held is not None
        assert held.response is not None
        assert held.response.practice_now == "In use."
        assert [each.text for each in held.findings][-1] == "Meanwhile."


async def test_a_case_without_a_review_is_closed_with_a_reason_and_opened_again(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, LEAD) as at:
        await at.press("slash")
        await at.type("2026/001\n")
        await at.sees("· Child L")
        await at.press("V")
        await at.sees("close the case, or carry out what an agency has to learn")
        await at.tell("full_stop", {"Then": "close the case", "Why it may close": "The overview panel looks at it."})
        await at.sees("● closed", "nothing, unless a follow-up finds slippage")
        await at.act_as("C. Chair")
        await at.tell("full_stop", {"What was found": "The audit found gaps."})
        await at.sees("◐ actions")
