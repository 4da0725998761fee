"""Help with the words of a recommendation while they are typed: quiet, never in the way, never a word changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from time import monotonic

import pytest
from textual.pilot import Pilot

from screens.dialogs.recommending import WordedForm
from screens.tracker import Tracker
from screens.widgets.wording import Earlier, Wording
from sscb_tui.services.backend import Backend
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]


async def recommending(at: Typist) -> WordedForm:
    """The form for a recommendation of Child M's case, the cursor in its words."""
    await at.press("T")
    await at.sees("A-2 · R-2")
    await at.press("n")
    await at.until(lambda: isinstance(at.screen, WordedForm) and at.field is not None)
    assert isinstance(at.screen, WordedForm)
    return at.screen


async def wipe(at: Typist) -> None:
    """Take every word out again."""
    await at.press("ctrl+u")
    await at.until(lambda: not str(at.screen.query_one(Wording).content).strip())


def advice(at: Typist) -> str:
    return " ".join(str(at.screen.query_one(Wording).content).split())


async def test_the_advice_follows_the_words_and_clears_with_them(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        form = await recommending(at)
        assert not form.query_one(Wording).has_class("-shown")
        await at.type("Remind staff to consider it")
        await at.until(lambda: "Reminding people changes little" in advice(at))
        assert advice(at).startswith("weak: asks people to remember. Nothing about their work is different.")
        assert "It does not say who is to do it, nor by when, nor what will be different for children." in advice(at)
        await wipe(at)
        await at.type("Fund a second health visitor in Housing within a year")
        await at.until(lambda: "strong: changes the work" in advice(at))
        assert "Reminding" not in advice(at)
        assert "by when" not in advice(at)
        await at.until(lambda: "Housing carries 1 open, 1 overdue." in advice(at))
        assert form.values["text"] == "Fund a second health visitor in Housing within a year"
        await wipe(at)
        await at.until(lambda: not form.query_one(Wording).has_class("-shown"))


async def test_what_is_answered_beside_the_words_is_no_longer_missing(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await recommending(at)
        await at.type("Share it")
        await at.until(lambda: "who is to do it" in advice(at))
        await at.answer({"For": "Head of tenancy", "Outcome for children": "They are seen."})
        await at.until(lambda: "It does not say by when." in advice(at))


async def test_advice_never_stands_in_the_way(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await recommending(at)
        await at.type("Remind all staff.")
        await at.press("ctrl+r")
        await at.until(lambda: isinstance(at.screen, Tracker))
        assert (await demo.call(lambda s: s.tracker.recommendations()))[-1].text == "Remind all staff."


async def test_an_earlier_one_alike_is_shown_with_what_became_of_it_and_is_linked_with_its_reason(
    demo: Backend, settle: Settle
) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        form = await recommending(at)
        await at.type("Tenancy teams and general practices tell each other about households at risk = now")
        earlier = form.query_one(Earlier)
        await at.until(lambda: earlier.has_class("-shown"))
        await at.sees("R-2 Child M", "→ in progress, overdue, no evidence")
        assert "= now" in str(form.values["text"]), "a sign typed into the words is a sign"
        await at.press("down")
        await at.until(lambda: at.screen.focused is earlier)
        await at.press("equals_sign")
        await at.until(lambda: at.field is not None and at.field.field.path == "why_not_before")
        assert form.values["reiterates"] == "R-2"
        await at.press("ctrl+r")
        await at.sees("This is needed.")
        await at.type("Nobody was named to do it.")
        await at.press("ctrl+r")
        await at.until(lambda: isinstance(at.screen, Tracker))
        held = (await demo.call(lambda s: s.tracker.recommendations()))[-1]
        assert held.why_not_before == "Nobody was named to do it."
        assert held.reiterates is not None
        assert held.number > 2


async def test_a_reiterated_number_that_is_not_held_records_nothing(demo: Backend, settle: Settle) -> None:
    before = await demo.call(lambda s: s.tracker.recommendations())
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await recommending(at)
        await at.type("Share it.")
        await at.answer({"Reiterates": "R-99", "Why the earlier one did not work": "Unknown."})
        await at.press("ctrl+r")
        await at.sees("there is no R-99")
        await at.until(lambda: isinstance(at.screen, WordedForm))
        assert isinstance(at.screen, WordedForm)
        assert at.screen.values["text"] == "Share it."
        assert await demo.call(lambda s: s.tracker.recommendations()) == before


@pytest.mark.parametrize("text", ["[/] [b", "word " * 3_000], ids=["markup", "long"])
async def test_any_words_can_be_typed(demo: Backend, settle: Settle, text: str) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        form = await recommending(at)
        began = monotonic()
        form.query_one(Wording)
        form._help.words({"text": text})
        assert monotonic() - began < 0.1
