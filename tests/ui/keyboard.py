"""Somebody at the keyboard: types into whatever is in hand, reads the screen, and counts the keys it took."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TypeAlias

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from screens.forms.spec import Kind, Section
from screens.widgets.form import Form
from screens.widgets.form_choice import ChoiceEditor
from screens.widgets.form_dialog import FormDialog
from screens.widgets.form_field import FieldRow
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend
from tests.ui.conftest import screen_text

Said: TypeAlias = "str | bool | tuple[str, ...] | list[Answers]"
"""An answer: words to type or to choose, a tick, several choices, or rows of a list."""
Answers: TypeAlias = "Mapping[str, Said]"
"""Answers by the label a person reads beside the field."""
FAR = 60
"""Keys after which a person gives up looking."""


@dataclass
class Typist:
    """Uses nothing but keys; everything else it does is look."""

    pilot: Pilot[None]
    settle: Callable[[Pilot[None]], Awaitable[None]]
    seen: Callable[[], str]
    keys: int = 0

    @property
    def screen(self) -> Screen[object]:
        """What is in front."""
        return self.pilot.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, then wait until everything is drawn."""
        self.keys += len(keys)
        await self.pilot.press(*keys)
        await self.settle(self.pilot)

    async def step(self, key: str, changing: Callable[[], object]) -> None:
        """Press one key and wait only until what it is to change has changed: for getting about in a form."""
        self.keys += 1
        before = changing()
        self.pilot.app.post_message(events.Key(key, " " if key == "space" else None))
        for _ in range(FAR):
            await self.pilot._wait_for_screen()
            if changing() != before:
                return

    async def type(self, text: str) -> None:
        """Type a text where the cursor stands, faster than anybody can."""
        self.keys += len(text)
        for sign in text:
            key = events.Key("enter", "\r") if sign == "\n" else events.Key(_character_to_key(sign), sign)
            self.pilot.app.post_message(key)
        await self.settle(self.pilot)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for what a person would see happen, however busy the machine is."""
        patience = monotonic() + 60
        while monotonic() < patience:
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"waited in vain; {self.screen} shows\n{self.seen()}")

    async def sees(self, *words: str) -> None:
        """Look until every one of these is on the screen."""
        try:
            await self.until(lambda: all(each in self.seen() for each in words))
        except AssertionError as waited:
            raise AssertionError(f"{[each for each in words if each not in self.seen()]}: {waited}") from None

    # Lists

    async def choose(self, words: str) -> None:
        """Go down a list to the line with these words, and take it."""
        options = self.screen.focused
        assert isinstance(options, OptionList), f"{options} is no list:\n{self.seen()}"
        for _ in range(FAR):
            at = options.highlighted or 0
            if words in str(options.get_option_at_index(at).prompt):
                return await self.press("enter")
            await self.step("down", lambda: options.highlighted)
        raise AssertionError(f"{words} is not in the list:\n{self.seen()}")

    async def act_as(self, name: str, post: str = "") -> None:
        """Let somebody else take the keyboard; a masked screen shows the post instead of the name."""
        await self.press("A")
        await self.choose(name)
        await self.sees(post or name)

    # Forms

    @property
    def field(self) -> FieldRow | None:
        """The field in hand."""
        found = self.screen.focused
        return found.parent if found is not None and isinstance(found.parent, FieldRow) else None

    async def fill(self, sections: Mapping[str, Answers]) -> None:
        """Fill a form section by section, in any order of its fields."""
        for title, answers in sections.items():
            await self._turn_to(self.screen.query_one(Form), title)
            await self.answer(answers)

    async def _turn_to(self, form: Form, title: str) -> None:
        for _ in range(FAR):
            section = form.sections[form.at]
            await self.until(partial(self._is_in, section))
            if section.title == title:
                return
            await self.step("pagedown", lambda: form.at)
        raise AssertionError(f"no section {title}:\n{self.seen()}")

    def _is_in(self, section: Section) -> bool:
        return self.field is not None and self.field.field in section.fields

    async def tell(self, key: str, answers: Answers) -> None:
        """Press the key of a dialog, answer what it asks, and have it kept."""
        behind = self.screen
        await self.press(key)
        await self.until(lambda: self.screen is not behind and isinstance(self.screen, FormDialog))
        await self.until(lambda: self.field is not None)
        dialog = self.screen
        await self.answer(answers)
        await self.press("ctrl+r")
        await self.until(lambda: self.screen is not dialog)

    async def go_round(self, agencies: int, answers: Answers) -> None:
        """Every agency that has still to speak gives the same view, nobody dissents, and the round is closed."""
        await self.press("v")
        for left in range(agencies, 0, -1):
            await self.sees(f"{left} still to speak")
            await self.tell("enter", answers)
        await self.sees("everybody has spoken")
        await self.press("c")
        await self.sees("Does anybody at the table dissent?")
        await self.press("y")
        await self.sees("Round of views · closed")
        await self.press("escape")

    async def answer(self, answers: Answers) -> None:
        """Go to each field by its label and answer it."""
        for label, said in answers.items():
            await self._say(await self._go_to(label), said)

    async def _go_to(self, label: str) -> FieldRow:
        for _ in range(FAR):
            if (row := self.field) is not None and row.field.label == label:
                return row
            await self.step("tab", lambda: self.screen.focused)
        raise AssertionError(f"no field {label}:\n{self.seen()}")

    async def _say(self, row: FieldRow, said: Said) -> None:
        editor = row.editor
        if isinstance(said, str) and not isinstance(editor, ChoiceEditor):
            await self._write(row, said)
        elif isinstance(said, str | bool):
            assert isinstance(editor, ChoiceEditor)
            await self._pick(editor, said if isinstance(said, str) else "yes" if said else "no")
        elif isinstance(said, tuple):
            assert isinstance(editor, ChoiceEditor)
            await self._tick(editor, said)
        else:
            for entry in said:
                await self.tell("a", entry)

    async def _write(self, row: FieldRow, text: str) -> None:
        if row.field.kind in (Kind.LONG, Kind.LINES):
            await self.press("ctrl+end")
        else:
            await self.press("end", "ctrl+u")
        await self.type(text)

    async def _pick(self, editor: ChoiceEditor, label: str) -> None:
        value = editor.options[_place(editor, label)][0]
        for way in ("right", "left"):
            for _ in editor.options:
                if value in editor.chosen:
                    return
                await self.step(way, lambda: (editor.cursor, editor.chosen))
        assert value in editor.chosen, f"{label} cannot be reached:\n{self.seen()}"

    async def _tick(self, editor: ChoiceEditor, labels: tuple[str, ...]) -> None:
        for label in labels:
            at = _place(editor, label)
            for _ in range(abs(at - editor.cursor)):
                await self.step("right" if editor.cursor < at else "left", lambda: editor.cursor)
            if editor.options[at][0] not in editor.chosen:
                await self.step("space", lambda: editor.chosen)


@asynccontextmanager
async def at_keyboard(
    backend: Backend, settle: Callable[[Pilot[None]], Awaitable[None]], who: str | None, child: str = ""
) -> AsyncIterator[Typist]:
    """Somebody in front of the program, with the cursor of the queue on a child's case."""
    app = Sscb(backend, act_as=who)
    app.animation_level = "none"
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        typist = Typist(pilot, settle, lambda: screen_text(app.screen))
        if child:
            await typist.press("slash")
            await typist.type(f"{child}\n")
            await typist.sees(f"· {child}")
        yield typist


def _place(editor: ChoiceEditor, label: str) -> int:
    """Where the answer with these words stands; the whole words before a part of them."""
    labels = [words for _, words in editor.options]
    places = [at for at, words in enumerate(labels) if words == label]
    places += [at for at, words in enumerate(labels) if label in words]
    assert places, f"{label} is not among {labels}"
    return places[0]
