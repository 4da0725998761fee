"""Keys that come faster than the program takes them land where they were meant, behind the Tab or Enter before them."""

from __future__ import annotations

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens.forms.spec import Entry, Field, Kind, Section, chosen
from screens.referral_form import ReferralPage
from screens.widgets.form_dialog import FormDialog
from tests.ui.forms.shell import Shell

ASKED = Section(
    "Ahead",
    (
        Field("one", "One"),
        Field("sure", "Sure", Kind.CHOICE, choices=(("yes", "yes"), ("no", "no"))),
        Field("why", "Why", when=chosen("sure", "yes")),
        Field("long", "Long", Kind.LONG),
        Field("last", "Last"),
    ),
)


def flood(shell: Shell, *keys: str) -> None:
    """All at once, as after a second in which the program was busy; words letter by letter."""
    named = ("tab", "shift+tab", "enter", "right", "pagedown", "home", "ctrl+r")
    for key in keys:
        for sign in (key,) if key in named else tuple(key):
            is_key = key in named
            shell.post_message(events.Key(sign if is_key else _character_to_key(sign), None if is_key else sign))


async def filled(shell: Shell, pilot: Pilot[None], *keys: str) -> Entry | None:
    """What the dialog answers to a flood of keys."""
    answers: list[Entry | None] = []
    dialog = FormDialog(ASKED, {})
    await shell.push_screen(dialog, answers.append)
    await shell.settle(pilot)
    flood(shell, *keys)
    for _ in range(100):
        await shell.settle(pilot)
        if answers:
            break
    return answers[0] if answers else dict(dialog.values)


@pytest.mark.parametrize("on", ["tab", "enter"])
async def test_what_is_typed_at_once_after_a_field_is_left_lands_in_the_next(shell: Shell, on: str) -> None:
    async with shell.run_test(size=(80, 24)) as pilot:
        said = await filled(
            shell, pilot, "first words", on, "right", on, "because", "tab", "more", "tab", "end", "ctrl+r"
        )
        assert said == {"one": "first words", "sure": "yes", "why": "because", "long": "more", "last": "end"}


async def test_back_and_forth_in_one_burst(shell: Shell) -> None:
    async with shell.run_test(size=(80, 24)) as pilot:
        said = await filled(
            shell, pilot, "a", "tab", "tab", "l", "shift+tab", "shift+tab", "b", "tab", "tab", "m", "ctrl+r"
        )
        assert said == {"one": "ab", "sure": "", "why": "", "long": "lm", "last": ""}


async def test_enter_on_the_last_line_answers_with_every_letter(shell: Shell) -> None:
    async with shell.run_test(size=(80, 24)) as pilot:
        said = await filled(shell, pilot, "x", "tab", "tab", "y", "tab", "the very end", "enter")
        assert said == {"one": "x", "sure": "", "why": "", "long": "y", "last": "the very end"}


async def test_a_section_that_is_turned_at_once_has_kept_what_was_typed_in_it(shell: Shell) -> None:
    async with shell.run_test(size=(80, 24)) as pilot:
        page = ReferralPage(shell.context, "new")
        await shell.push_screen(page)
        await shell.settle(pilot)
        assert page.form.at == 0
        flood(shell, "Child Z", "pagedown", "the next section's first")
        for _ in range(20):
            await shell.settle(pilot)
        assert page.form.at == 1
        first = page.form.sections[1].fields[0].path
        assert (page.values["pseudonym"], page.values[first]) == ("Child Z", "the next section's first")
