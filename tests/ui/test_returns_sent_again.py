"""A return that came twice: what it changed opens by itself, is marked in its column, and never hides an answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import App, ComposeResult
from textual.keys import _character_to_key
from textual.pilot import Pilot

from screens.base import Page, Place
from screens.dialogs.passage import Passage
from screens.dialogs.told import Told
from screens.scoping import Scoping
from screens.widgets.side_by_side import SideBySideGrid
from screens.widgets.side_by_side_layout import CAP, ZOOM_CAP, heading, wrap
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend
from sscb_tui.services.views import CellView, SideBySide

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


async def case_of(demo: Backend, pseudonym: str) -> str:
    rows = await demo.call(lambda services: services.desk.queue())
    return next(row.case_id for row in rows if row.pseudonym == pseudonym)


async def test_importing_a_return_again_opens_what_it_changed(
    demo: Backend, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    case_id = await case_of(demo, "Child Q")
    paper = await demo.call(lambda services: services.scoping.filled(case_id, "CHS"))
    file = tmp_path / "chs.md"
    file.write_text(paper.markdown.replace("Emergency department twice", "Emergency department three times"))
    app = Sscb(demo, act_as="B. Manager")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.journey.go(Page.Go(Place.CASE, case_id))
        await settle(pilot)
        await pilot.press("3", "f")
        await settle(pilot)
        await pilot.press(*map(_character_to_key, str(file)), "ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, Told), seen(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Passage)
        shown = " ".join(seen(app).split())
        assert "CHANGED C1" in shown
        assert "{+three" in shown


async def test_an_answer_the_filter_leaves_out_is_found_all_the_same(demo: Backend, settle: Settle) -> None:
    case_id = await case_of(demo, "Child F")
    app = Sscb(demo, act_as="L. Lead")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.journey.go(Page.Go(Place.SCOPING, case_id))
        await settle(pilot)
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, Scoping)
        grid = app.screen.query_one(SideBySideGrid)
        everything = len(grid.view.questions)
        await pilot.press("slash", "down", "down", "down", "enter")
        await settle(pilot)
        assert len(grid.view.questions) < everything
        grid.to_cell("POL", "F4.M1")
        await settle(pilot)
        current = grid.current()
        assert current is not None
        assert (current[0][0], current[1][0], len(grid.view.questions)) == ("F4.M1", "POL", everything)
        assert "only" not in str(grid.border_title)
        grid.to_cell("POL", "F4.Z9")
        await settle(pilot)
        assert grid.current() == current


async def test_an_answer_opened_says_where_it_stands(demo: Backend, settle: Settle, seen: Seen) -> None:
    case_id = await case_of(demo, "Child F")
    app = Sscb(demo, act_as="L. Lead")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        app.journey.go(Page.Go(Place.SCOPING, case_id))
        await settle(pilot)
        assert isinstance(app.screen, Scoping)
        app.screen.query_one(SideBySideGrid).to_cell("POL", "F4.C1")
        await pilot.press("enter")
        await settle(pilot)
        shown = " ".join(seen(app).replace("│", " ").split())
        assert "F4.C1 of the return of Police, received" in shown
        assert "form F4-1" in shown


class Noted(App[None]):
    """A grid whose first agency sent its return again."""

    def compose(self) -> ComposeResult:
        yield SideBySideGrid()

    def on_mount(self) -> None:
        cells = tuple(CellView("said") for _ in range(6))
        agencies = tuple((f"AG{number}", f"Agency {number}") for number in range(6))
        notes = ("sent again", "template F4-0", "", "", "", "")
        self.query_one(SideBySideGrid).show(SideBySide((("F4.C1", "Involvement"),), agencies, (cells,), notes))


async def test_a_column_says_that_it_was_sent_again_and_on_which_form() -> None:
    app = Noted()
    async with app.run_test(size=(200, 50)):
        head = app.query_one(SideBySideGrid).render_line(0).text
        assert "Agency 0 (sent again)" in head
        assert "Agency 1 (template F4-0)" in head
        assert "Agency 2 (" not in head


def test_where_the_words_do_not_fit_their_signs_do() -> None:
    assert heading("City Hospitals", 20, "sent again · template F4-0") == "City Hospitals ±v   "
    assert heading("A very long name of a body", 20, "sent again") == "A very long name … ±"
    assert heading("A very long name of a body", 20) == "A very long name of…"


def test_a_long_silence_takes_two_lines_until_it_is_zoomed() -> None:
    nil = CellView("", "∅ nil return: " + "searched by name, date of birth and address; " * 20)
    assert len(wrap(nil, 20, CAP).lines) == 2
    assert wrap(nil, 20, CAP).more
    assert len(wrap(nil, 60, ZOOM_CAP).lines) > 10
