"""What is done with an action, by keyboard: noted in three keys, taken back, evidenced, verified, tested, moved."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from screens.dialogs.confirm import Confirm
from screens.dialogs.menu import Menu
from screens.dialogs.note_box import NoteBox
from screens.dialogs.recommending import WordedForm
from screens.tracker import Tracker
from screens.widgets.action_pane import ActionPane
from screens.widgets.form_dialog import FormDialog
from sscb_tui.domain.action import Action
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.domain.terms import ActionState, Rag, Shown
from sscb_tui.services.backend import Backend
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
MANAGER, LIIP, OWNER, BOARD = "B. Manager", "L. Lead", "H. Owner", "F. Board"


@asynccontextmanager
async def tracker(demo: Backend, settle: Settle, who: str = MANAGER) -> AsyncIterator[Typist]:
    """Somebody at the tracker, the cursor on A-2, which Housing owes since 9 November."""
    async with at_keyboard(demo, settle, who) as at:
        await at.press("T")
        await at.sees("A-2 · R-2", "Colour")
        yield at


async def action(demo: Backend, number: int) -> Action:
    return await demo.call(lambda services: services.tracker.numbered(number))


async def box(at: Typist) -> NoteBox:
    """The box for a note, once it is open."""
    await at.until(lambda: isinstance(at.screen, NoteBox))
    assert isinstance(at.screen, NoteBox)
    return at.screen


async def back(at: Typist) -> None:
    await at.until(lambda: isinstance(at.screen, Tracker))


async def note(at: Typist, text: str, *then: str) -> None:
    await at.press("u")
    await box(at)
    await at.type(text)
    await at.press(*then, "enter")
    await back(at)


def told(at: Typist) -> str:
    """Everything in the pane, however it is wrapped."""
    return " ".join(str(at.screen.query_one("ActionPane > Static", Static).content).split())


async def reads(at: Typist, *words: str) -> None:
    """Read the pane until every one of these is in it."""
    await at.until(lambda: isinstance(at.screen, Tracker) and all(each in told(at) for each in words))


async def test_an_update_takes_u_the_words_and_enter_and_keeps_the_state(demo: Backend, settle: Settle) -> None:
    before = await action(demo, 2)
    async with tracker(demo, settle) as at:
        await at.press("u")
        await box(at)
        await at.sees("Last 3 Nov 2026: Wording agreed with two practices. (H. Owner)", "as it is: in progress")
        await at.type("Asked [again].\n")
        await back(at)
        await at.sees("A-2 updated. z takes it back.")
        after = await action(demo, 2)
        assert after.updates[-1].note == "Asked [again]."
        assert (after.state, len(after.updates)) == (before.state, len(before.updates) + 1)
        await reads(at, "Asked [again]. (B. Manager)")


async def test_tab_and_an_arrow_change_the_state_to_one_that_is_allowed(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await note(at, "The practices do not answer.", "tab", "right")
        assert (await action(demo, 2)).state is ActionState.BLOCKED
        await reads(at, "R overdue by 14 days", "State blocked")


async def test_esc_keeps_the_words_for_the_next_time_and_recording_lets_them_go(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await at.press("u")
        await box(at)
        await at.type("Half a sen")
        await at.press("escape")
        await back(at)
        assert len((await action(demo, 2)).updates) == 1
        await at.press("u")
        opened = await box(at)
        assert opened.values["note"] == "Half a sen"
        await at.sees("as it was left")
        await at.type("tence.\n")
        await back(at)
        assert (await action(demo, 2)).updates[-1].note == "Half a sentence."
        await at.press("u")
        assert (await box(at)).values["note"] == ""


async def test_words_that_are_emptied_leave_no_draft(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await at.press("u")
        await box(at)
        await at.type("x")
        await at.press("backspace", "escape")
        await back(at)
        assert not [each for each in await demo.call(lambda s: s.desk.drafts()) if "update" in each.title]


async def test_a_refused_note_comes_back_with_every_word(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle, OWNER) as at:
        await at.press("j")
        await at.sees("A-1 · R-1")
        await at.press("u")
        first = await box(at)
        await at.type("Not mine.\n")
        await at.until(lambda: at.screen is not first and isinstance(at.screen, NoteBox))
        assert (await box(at)).values["note"] == "Not mine."
        await at.sees("belongs to")
        await at.press("escape")
        await back(at)
        assert len((await action(demo, 1)).updates) == len((await action(demo, 1)).spoken)


async def test_one_note_goes_to_every_marked_row_and_is_taken_back_with_another_key(
    demo: Backend, settle: Settle
) -> None:
    async with tracker(demo, settle) as at:
        await at.press("asterisk", "u")
        await box(at)
        await at.sees("2 actions of 2 agencies", "A-2, A-1: all of them, or none", "each as it is")
        await at.type("Raised at LIIP.\n")
        await back(at)
        await at.sees("2 actions of 2 agencies updated. z takes it back.")
        assert [(await action(demo, n)).updates[-1].note for n in (1, 2)] == ["Raised at LIIP."] * 2
        assert isinstance(at.screen, Tracker)
        assert at.screen.marks.marked == ()

        await at.press("z")
        await at.until(lambda: isinstance(at.screen, Confirm))
        await at.sees("update of 2 actions", "Take it back?")
        await at.press("z")
        assert isinstance(at.screen, Confirm), "the key that asked does not answer"
        await at.press("y")
        await back(at)
        await at.sees("taken back")
        assert [(await action(demo, n)).updates[-2].taken_back for n in (1, 2)] == [True, True]


async def test_where_nothing_was_said_there_is_nothing_to_take_back(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle, "C. Chair") as at:
        await at.press("z")
        await at.sees("Nothing you did here last")
        assert isinstance(at.screen, Tracker)


async def test_evidence_a_second_person_and_a_test_that_fails_reopens(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await at.tell(
            "e",
            {
                "Rung": "3  reached: how many of how many intended",
                "What it shows": "Both teams had the form.",
                "Reached": "30",
                "Of intended": "40",
                "Kind": "register",
                "Where it is kept": "LIIP file 12",
                "Who checked it": "L. Lead",
            },
        )
        await reads(
            at, "3 register: Both teams had the form. 30 of 40 intended. In LIIP file 12.", "checked by L. Lead"
        )
        await note(at, "Done.", "tab", "right", "right")
        assert (await action(demo, 2)).state is ActionState.DONE_UNVERIFIED
        await at.act_as(LIIP)
        await at.tell("v", {"How it was verified": "Saw ten files."})
        assert (await action(demo, 2)).state is ActionState.VERIFIED
        await at.press("r")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.sees("did not hold: the action is reopened", "23 May 2027")
        await at.answer(
            {
                "What changed": "Two of ten families were told.",
                "How it is known": "dip sample",
                "The change": "did not hold: the action is reopened",
                "How sure": "medium",
            }
        )
        await at.press("ctrl+r")
        await back(at)
        await at.sees("A-2 is reopened: the change did not hold.")
        after = await action(demo, 2)
        assert (after.state, after.impacts[-1].shown) == (ActionState.REOPENED, Shown.NOT_SHOWN)


async def test_a_date_is_moved_with_its_reason_and_the_first_one_stays_in_sight(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await at.tell("d", {"New date": "9 Dec 2026", "Reason": "Waits for legal advice.", "Approved by": "L. Lead"})
        moved = await action(demo, 2)
        assert (str(moved.due), str(moved.first_due)) == ("2026-12-09", "2026-11-09")
        await reads(at, "first 9 Nov 2026, moved once, +30 days", "Waits for legal advice. (approved by L. Lead)")
        await at.press("d")
        await at.sees("Due 9 Dec 2026; first 9 Nov 2026, moved once, +30 days.")


async def test_a_day_that_has_passed_is_asked_about_before_it_is_taken(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await at.press("d")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer({"New date": "20 Nov 2026"})
        await at.press("tab")
        await at.sees("Past day, and meant")
        await at.answer({"Past day, and meant": True, "Reason": "It was agreed then.", "Approved by": "L. Lead"})
        await at.press("ctrl+r")
        await back(at)
        assert str((await action(demo, 2)).due) == "2026-11-20"


@pytest.mark.parametrize(
    ("key", "answers", "why"),
    [
        ("v", {"How it was verified": "I did it."}, "owns A-2"),
        ("x", {"Note": "It is done.", "Board minute": "none"}, "owns A-2"),
        ("d", {"New date": "9 Dec 2026", "Reason": "Later.", "Approved by": "Me"}, "may not move the date"),
        (
            "r",
            {"What changed": "All.", "How it is known": "I say so.", "The change": "held", "How sure": "high"},
            "may not test",
        ),
    ],
    ids=["verify", "close", "date", "impact"],
)
async def test_the_owner_is_refused_in_words_and_loses_none(
    demo: Backend, settle: Settle, key: str, answers: dict[str, str], why: str
) -> None:
    before = await action(demo, 2)
    async with tracker(demo, settle, OWNER) as at:
        await at.tell(key, answers)
        await at.sees(why)
        await at.until(lambda: isinstance(at.screen, FormDialog))
        assert isinstance(at.screen, FormDialog)
        assert set(answers.values()) - {"held", "high"} <= set(map(str, at.screen.values.values()))
        assert await action(demo, 2) == before


async def test_the_menu_shows_the_owner_what_is_barred_and_why(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle, OWNER) as at:
        await at.press("m")
        await at.until(lambda: isinstance(at.screen, Menu))
        await at.sees("✗ Verify, as a second person", "✗ Close", "✗ Withdraw", "✗ Colour by hand", "✗ Transfer")
        assert "✗ Evidence" not in at.seen()
        await at.choose("Verify")
        await at.sees("Not now: H. Owner owns A-2")
        assert isinstance(at.screen, Menu)


async def test_a_colour_set_by_hand_says_whose_it_is_and_what_the_key_says_and_comes_off(
    demo: Backend, settle: Settle
) -> None:
    async with tracker(demo, settle, LIIP) as at:
        await at.press("m")
        await at.choose("Colour by hand")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.sees("The key says R red")
        await at.answer({"Colour": "G green", "Reason": "The court agreed a later day"})
        await at.press("ctrl+r")
        await back(at)
        coloured = (await action(demo, 2)).override
        assert coloured is not None
        assert coloured.rag is Rag.GREEN
        await reads(at, "G set by hand by L. Lead: The court agreed a later day. The key says R, overdue by 14 days")
        await at.press("m")
        await at.choose("Colour by hand")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer({"Colour": "the key's: R red"})
        await at.press("ctrl+r")
        await back(at)
        assert (await action(demo, 2)).override is None


async def test_withdrawing_asks_for_the_minute(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        await at.press("m")
        await at.choose("Withdraw")
        await at.until(lambda: isinstance(at.screen, FormDialog))
        await at.answer({"Reason": "A-1 does it."})
        await at.press("ctrl+r")
        await at.sees("This is needed.")
        await at.answer({"Board minute": "Board 4 Dec 2026, item 6"})
        await at.press("ctrl+r")
        await back(at)
        assert (await action(demo, 2)).state is ActionState.WITHDRAWN
        await reads(at, "withdrawn · Board 4 Dec 2026, item 6")


async def test_a_long_history_is_made_as_far_as_somebody_reads_and_moves_nothing(demo: Backend, settle: Settle) -> None:
    async with tracker(demo, settle) as at:
        pane = at.screen.query_one(ActionPane)
        held = await demo.call(lambda services: services.action_desk.whole(services.tracker.numbered(2).id))
        many = held.action.but(updates=held.action.updates * 2_000)
        assert isinstance(at.screen, Tracker)
        row = at.screen.in_hand()
        assert row is not None
        focused = at.screen.focused
        whole = replace(held, action=many)
        pane.show(row, whole)
        await settle(at.pilot)
        first = pane.virtual_size.height
        assert first < 200
        for _ in range(4):
            await at.press("right_square_bracket")
        deep = pane.scroll_offset.y
        assert deep > 0
        assert pane.virtual_size.height > first
        pane.show(row, whole)
        await settle(at.pilot)
        assert pane.scroll_offset.y == deep, "reading it again leaves it where it was"
        assert (at.screen.focused, at.screen.table.key) == (focused, row.action_id)


async def test_a_recommendation_without_an_action_is_answered_or_acted_on_from_its_own_row(
    demo: Backend, settle: Settle
) -> None:
    case = await demo.call(lambda services: services.desk.case("SSCB/2026/002"))
    form = RecommendationForm(text="Nobody acts on this.")
    manager = (await demo.call(lambda services: services.board.settings())).people[0].actor()
    made = await demo.call(lambda services: services.tracker.recommend(manager, case.id, form))
    async with tracker(demo, settle) as at:
        assert isinstance(at.screen, Tracker)
        at.screen.uncover(made.id)
        await at.sees(f"R-{made.number} · {case.pseudonym}")
        await at.press("m")
        await at.choose("Its words")
        await at.until(lambda: isinstance(at.screen, WordedForm))
        await at.type(" Really.")
        await at.press("ctrl+r")
        await back(at)
        held = await demo.call(lambda services: services.tracker.recommendations(case.id))
        assert held[-1].text in ("Nobody acts on this. Really.", " Really.Nobody acts on this.")
        await at.press("a")
        await at.until(lambda: isinstance(at.screen, WordedForm))
        await at.answer(
            {
                "Agency": "HSG Housing",
                "Owner's post": "Head of tenancy",
                "Action": "Ring the school.",
                "Outcome for children": "Schools know.",
                "Due": "9 Dec 2026",
            }
        )
        await at.press("ctrl+r")
        await back(at)
        rows = await demo.call(lambda services: services.tracker.rows())
        assert rows[-1].recommendation == f"R-{made.number}"
        await at.until(lambda: isinstance(at.screen, Tracker) and at.screen.table.key == rows[-1].action_id)
