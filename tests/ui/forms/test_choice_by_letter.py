"""A choice among many answers, by its letters."""

from __future__ import annotations

from textual.app import App, ComposeResult

from screens.widgets.form_choice import ChoiceEditor

ROLES = (
    "Business Manager",
    "Minute taker",
    "LIIP Chair",
    "Independent Chair",
    "Member",
    "Lead",
    "Referrer",
    "Owner",
    "Board",
    "Other",
)


class Asked(App[None]):
    """One question with many answers, none of them chosen."""

    def compose(self) -> ComposeResult:
        yield ChoiceEditor("role", tuple((word, word) for word in ROLES), frozenset())


async def test_the_first_letter_chooses_the_first_answer_that_begins_with_it() -> None:
    app = Asked()
    async with app.run_test() as pilot:
        choice = app.query_one(ChoiceEditor)
        choice.focus()
        await pilot.press("b")
        assert choice.value == "Business Manager"
        await pilot.press("b")
        assert choice.value == "Board"
        await pilot.press("b")
        assert choice.value == "Business Manager"
