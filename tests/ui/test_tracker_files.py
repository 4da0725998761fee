"""Files by keyboard: a tracker taken in from the path to the last row, agencies asked, answers taken, ours written."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from screens.dialogs.told import Told
from screens.tracker import Tracker
from screens.tracker_import import Columns, Rows
from screens.tracker_rounds import Silent
from screens.widgets.form_dialog import FormDialog
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from tests.ui.test_tracker import tracker

MANAGER = people.MANAGER.actor()
Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
PLAN = """No,Action,Sponsor,By when
7,Write to [every] practice,Head of A,30/11/2026
8,Ask the schools,,Nov 2026
,,loose,
"""


async def way(pilot: Pilot[None], settle: Settle, number: int) -> None:
    """The files' menu, and one of its lines."""
    await pilot.press("i")
    await settle(pilot)
    await pilot.press(*["j"] * number, "enter")
    await settle(pilot)


async def typed(pilot: Pilot[None], settle: Settle, *answers: str) -> None:
    """Fill in the first fields of the dialog in front and send it."""
    dialog = pilot.app.screen
    assert isinstance(dialog, FormDialog), dialog
    fields = [each for each in dialog.query("Input, TextArea").results() if isinstance(each, Input | TextArea)]
    for field, text in zip(fields, answers, strict=False):
        if isinstance(field, Input):
            field.value = text
        else:
            field.text = text
        await pilot.pause()
    fields[0].focus()
    await pilot.press("ctrl+r")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=str)
async def test_a_tracker_comes_in_from_its_path_to_its_last_row(
    demo: Backend, settle: Settle, seen: Seen, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(PLAN, encoding="utf-8")
    reference = (await demo.call(lambda services: services.desk.queue()))[0].reference
    async with tracker(demo, settle, size=size) as pilot:
        await way(pilot, settle, 0)
        await typed(pilot, settle, str(file), "", reference)
        assert isinstance(pilot.app.screen, Columns)
        words = seen(pilot.app)
        assert "Sponsor" in words
        assert "kept in words" in words
        await pilot.press("j", "j", "enter")
        await settle(pilot)
        options = pilot.app.screen.query_one(OptionList)
        places = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
        options.highlighted = places.index("owner")
        await pilot.press("enter")
        await settle(pilot)
        assert "owner" in seen(pilot.app)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Rows)
        assert "Nothing is written yet: 2 new, 1 refused" in seen(pilot.app)
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Rows), "a refused row keeps the file out"
        await pilot.press("end", "enter")
        await settle(pilot)
        assert "1 left out" in seen(pilot.app)
        await pilot.press("w")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Tracker)
    rows = await demo.call(lambda services: services.tracker.rows())
    assert [(row.number_given, row.owner) for row in rows[-2:]] == [("7", "Head of A"), ("8", "")]
    assert rows[-2].action == "Write to [every] practice"


async def test_a_file_that_cannot_be_read_comes_back_as_it_was_typed(
    demo: Backend, settle: Settle, tmp_path: Path
) -> None:
    async with tracker(demo, settle) as pilot:
        await way(pilot, settle, 0)
        await typed(pilot, settle, str(tmp_path / "none.csv"))
        assert isinstance(pilot.app.screen, FormDialog)
        assert pilot.app.screen.values["file"] == str(tmp_path / "none.csv")
        assert any("No such file" in each.message for each in pilot.app._notifications)
        await pilot.press("escape")
        await settle(pilot)


async def test_esc_goes_from_the_rows_to_the_columns_and_writes_nothing(
    demo: Backend, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Case,Action,Lead\nChild M,Write,A\n", encoding="utf-8")
    before = await demo.call(lambda services: services.tracker.rows())
    async with tracker(demo, settle) as pilot:
        await way(pilot, settle, 0)
        await typed(pilot, settle, str(file))
        await pilot.press("r")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Columns)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Tracker)
    assert await demo.call(lambda services: services.tracker.rows()) == before


async def test_a_blank_recommendation_is_put_under_the_one_above_by_a_key(
    demo: Backend, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Case,Recommendation,Action\nChild M,Share.,Write\nChild M,,Call\n", encoding="utf-8")
    async with tracker(demo, settle) as pilot:
        await way(pilot, settle, 0)
        await typed(pilot, settle, str(file))
        await pilot.press("r")
        await settle(pilot)
        assert "under no recommendation" in seen(pilot.app)
        await pilot.press("b")
        await settle(pilot)
        assert "under no recommendation" not in seen(pilot.app)
        await pilot.press("escape", "escape")
        await settle(pilot)


async def test_agencies_are_asked_answer_and_are_seen_to_be_silent(
    demo: Backend, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    async with tracker(demo, settle) as pilot:
        await way(pilot, settle, 1)
        dialog = pilot.app.screen
        assert isinstance(dialog, FormDialog)
        fields = list(dialog.query(Input).results())
        fields[0].value, fields[-1].value = "15 Jan 2027", str(folder)
        await pilot.pause()
        fields[0].focus()
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Told)
        assert "2 forms in" in seen(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        form = next(folder.glob("progress_HSG_*.md"))
        text = form.read_text(encoding="utf-8").replace("- Post:", "- Post: Head", 1)
        text = text.replace("- Date completed:", "- Date completed: 20/11/2026", 1)
        form.write_text(text.replace("Answer:\n", "Answer:\n\nTwo [practices] joined.\n", 1), encoding="utf-8")
        await way(pilot, settle, 2)
        await typed(pilot, settle, str(folder))
        words = seen(pilot.app)
        assert "is on record" in words
        assert "was not taken; nothing of it is on record" in words
        await pilot.press("escape")
        await settle(pilot)
        await way(pilot, settle, 3)
        assert isinstance(pilot.app.screen, Silent)
        words = seen(pilot.app)
        assert "answered" in words
        assert "awaited" in words
        await pilot.press("escape")
        await settle(pilot)
    actions = await demo.call(lambda services: services.record.actions.all())
    notes = [update.note for action in actions for update in action.updates]
    assert "Two [practices] joined." in notes


def _asked_in_autumn(services: Services) -> None:
    """Housing, asked so long ago that its answer is late."""
    (asked,) = services.rounds.ask(MANAGER, date(2027, 1, 15), ("HSG",))
    with services.record.atomic(MANAGER, "asked earlier"):
        services.record.progress_rounds.save(asked.but(due=date(2026, 11, 20), meeting_on=date(2026, 12, 11)))


async def test_the_next_letter_to_who_is_silent_is_saved_as_a_draft(
    demo: Backend, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    await demo.call(_asked_in_autumn)
    async with tracker(demo, settle) as pilot:
        await way(pilot, settle, 3)
        assert "SILENT 1 working day → reminder to the owners" in seen(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "letter.md")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Silent)
    assert "DRAFT: this program sends nothing" in (tmp_path / "letter.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["ours.xlsx", "ours.csv"])
async def test_our_tracker_is_written_where_it_is_wanted(
    demo: Backend, settle: Settle, tmp_path: Path, name: str
) -> None:
    async with tracker(demo, settle) as pilot:
        await way(pilot, settle, 4)
        field = pilot.app.screen.query_one(Input)
        field.value = str(tmp_path / name)
        await pilot.press("enter")
        await settle(pilot)
    data = (tmp_path / name).read_bytes()
    assert data.startswith(b"PK" if name.endswith("xlsx") else b"Case,Rec no")
