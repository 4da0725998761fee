"""Nothing typed is lost: drafts are kept as one types, found again, and dropped only for a record."""

from __future__ import annotations

import asyncio

import pytest
from textual.pilot import Pilot

from screens.dialogs.confirm import Confirm
from screens.forms.spec import Entry
from screens.forms.values import restored
from screens.referral_form import ReferralPage
from screens.widgets.form import Form
from screens.widgets.form_text import LineEditor, PageEditor
from tests.ui.forms.shell import Shell, kept

NARROW = (80, 24)
HOSTILE = ("[/]", "[b", "日本", "\x1b[31mred", "‮right to left", "|<b>", "=1+1", "​zero width", "x" * 10_000)


async def opened(shell: Shell, pilot: Pilot[None], argument: str = "new") -> ReferralPage:
    """The referral form, read and on screen."""
    page = ReferralPage(shell.context, argument)
    await shell.push_screen(page)
    await shell.settle(pilot)
    return page


async def test_typing_is_kept_within_a_second_under_a_pseudonym(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
        assert page._keeping is not None
        assert page._keeping._interval < 1
        await page.keep_now()
        draft, *others = await kept(shell)
        assert others == []
        assert draft.title == "Referral · Child Z"
        assert page.saved_at is not None


async def test_leaving_a_field_keeps_it_at_once(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
        await pilot.press("tab")
        await shell.settle(pilot)
        assert [draft.title for draft in await kept(shell)] == ["Referral · Child Z"]


async def test_a_form_that_was_only_looked_at_leaves_no_draft(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot)
        await pilot.press("tab", "pagedown", "escape")
        await shell.settle(pilot)
        assert await kept(shell) == ()


async def test_leaving_keeps_the_draft_and_resuming_finds_text_and_section(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
        await pilot.press("pagedown")
        await shell.paste(pilot, "N. Nurse")
        await pilot.press("escape")
        await shell.settle(pilot)
        (draft,) = await kept(shell)
        page = await opened(shell, pilot, draft.key)
        assert page.form.at == 1
        assert page.values["pseudonym"] == "Child Z"
        assert isinstance(shell.focused, LineEditor)
        assert shell.focused.value == "N. Nurse"
        assert any(note.title == "Resumed" for note in shell._notifications)


async def test_a_new_form_offers_what_was_left_unfinished(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
        await pilot.press("escape")
        await shell.settle(pilot)
        again = ReferralPage(shell.context)
        await shell.push_screen(again)
        while not isinstance(shell.screen, Confirm):
            await pilot.pause()
        await pilot.press("y")
        await shell.settle(pilot)
        assert again.values["pseudonym"] == "Child Z"


async def test_the_draft_is_dropped_only_once_the_record_is_taken(shell: Shell, complete: Entry) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert len(await kept(shell)) == 1
        page.values.update(complete)
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert await kept(shell) == ()
        assert [row.pseudonym for row in await shell.read(lambda services: services.desk.queue())] == ["Child Z"]
        assert [gone.place for gone in shell.gone] == ["case"]


async def test_closing_the_program_keeps_the_last_keys(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
    assert [draft.title for draft in await kept(shell)] == ["Referral · Child Z"]


async def test_giving_a_draft_up_takes_two_different_keys(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot)
        await shell.paste(pilot, "Child Z")
        await pilot.press("tab", "ctrl+g", "ctrl+g")
        await shell.settle(pilot)
        assert len(await kept(shell)) == 1
        await pilot.press("y")
        await shell.settle(pilot)
        assert await kept(shell) == ()


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_shown_harmlessly_and_kept_exactly(shell: Shell, text: str) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await shell.paste(pilot, text)
        await pilot.press("tab")
        await shell.settle(pilot)
        (draft,) = await kept(shell)
        found = draft.fields["values"]
        assert isinstance(found, dict)
        assert found["pseudonym"] == text
        assert "\x1b" not in "".join(strip.text for strip in shell.screen._compositor.render_strips())
        assert restored(page.form.spec, found)["pseudonym"] == text


async def test_a_paste_of_a_hundred_thousand_letters_is_taken_whole(shell: Shell) -> None:
    text = ("Bruises were seen on arrival.\n" * 3_500)[:100_000]
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await page.form.go_to("referral.what_happened")
        await pilot.pause()
        assert isinstance(shell.focused, PageEditor)
        await shell.paste(pilot, text)
        await page.keep_now()
        (draft,) = await kept(shell)
        found = draft.fields["values"]
        assert isinstance(found, dict)
        assert found["referral.what_happened"] == text


async def test_lines_pasted_into_a_line_are_joined_not_dropped(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await shell.paste(pilot, "Child\r\nZ")
        await pilot.pause()
        assert page.values["pseudonym"] == "Child Z"


async def test_a_slow_record_does_not_hold_up_the_keys(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        gate = asyncio.Event()
        page.run_worker(gate.wait(), group="elsewhere")
        await shell.paste(pilot, "Child Z")
        await pilot.pause()
        assert page.query_one(Form).values["pseudonym"] == "Child Z"
        gate.set()
