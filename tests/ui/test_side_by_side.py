"""The side-by-side view: by keyboard, with any text, at any width."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from screens.dialogs.passage import Passage
from screens.widgets.side_by_side import SideBySideGrid
from screens.widgets.side_by_side_layout import Window, fit, wrap
from sscb_tui.services.views import CellView, SideBySide

WIDE = (130, 30)
HOSTILE = "see [/] path [b \x1b[31mred 日本\u202eabc\u200b | <b>"
LONG = " ".join(f"word{number}" for number in range(150))


def view(agencies: int = 6, questions: int = 5, text: str = "") -> SideBySide:
    """A view whose every cell says where it stands."""
    return SideBySide(
        questions=tuple((f"F4.C{row}", f"Question {row}") for row in range(questions)),
        agencies=tuple((f"AG{column}", f"Agency {column}") for column in range(agencies)),
        cells=tuple(
            tuple(CellView(text or f"said {row}/{column}") for column in range(agencies)) for row in range(questions)
        ),
    )


class Room(App[None]):
    """The grid alone."""

    def __init__(self, shown: SideBySide) -> None:
        super().__init__()
        self.shown = shown
        self.opened: list[SideBySideGrid.Opened] = []

    def compose(self) -> ComposeResult:
        yield SideBySideGrid()

    def on_mount(self) -> None:
        self.grid.show(self.shown)

    @property
    def grid(self) -> SideBySideGrid:
        return self.query_one(SideBySideGrid)

    def on_side_by_side_grid_opened(self, message: SideBySideGrid.Opened) -> None:
        self.opened.append(message)
        self.push_screen(Passage(message.agency[1], message.cell.text))

    def lines(self) -> list[str]:
        return [self.grid.render_line(y).text for y in range(self.grid.size.height)]

    def on_screen(self) -> str:
        return "\n".join(self.lines())


async def test_both_headings_stay_while_the_answers_scroll() -> None:
    app = Room(view(questions=60))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("end")
        assert "Agency 0" in app.lines()[0]
        assert "Question 59" in app.on_screen()
        assert "Question 0 " not in app.on_screen()


async def test_only_as_many_agencies_as_fit_are_joined() -> None:
    app = Room(view())
    async with app.run_test(size=(80, 24)):
        assert "Agency 1" in app.lines()[0]
        assert "Agency 5" not in app.lines()[0]
        assert all(len(line) == app.grid.size.width for line in app.lines())


async def test_the_window_slides_and_a_kept_agency_stays() -> None:
    app = Room(view())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign", "right_square_bracket", "right_square_bracket")
        assert "= Agency 0" in app.lines()[0]
        assert "Agency 3" in app.lines()[0]
        assert "Agency 1" not in app.lines()[0]
        await pilot.press("left_square_bracket")
        assert "Agency 2" in app.lines()[0]


async def test_letting_an_agency_go_puts_it_back_among_the_others() -> None:
    app = Room(view())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign", "equals_sign")
        assert app.grid.kept == []
        assert "=" not in app.lines()[0]


async def test_moving_past_the_edge_brings_the_next_agency_into_sight() -> None:
    app = Room(view())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "l", "l", "j")
        assert "said 1/3" in app.on_screen()
        current = app.grid.current()
        assert current is not None
        assert (current[0][0], current[1][0]) == ("F4.C1", "AG3")


async def test_zoom_shows_one_agency_whole_and_comes_back() -> None:
    app = Room(view(text=LONG))
    async with app.run_test(size=WIDE) as pilot:
        assert "… more" in app.on_screen()
        assert "word149" not in app.on_screen()
        await pilot.press("z")
        assert "word149" in app.on_screen()
        assert "Agency 1" not in app.lines()[0]
        await pilot.press("z")
        assert "Agency 1" in app.lines()[0]


async def test_enter_opens_the_whole_text_of_the_answer() -> None:
    app = Room(view(text=LONG))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down", "right", "enter")
        assert [(each.question[0], each.agency[0]) for each in app.opened] == [("F4.C1", "AG1")]
        assert isinstance(app.screen, Passage)
        await pilot.press("escape")
        assert not isinstance(app.screen, Passage)


async def test_hostile_text_is_shown_harmlessly_and_nothing_of_it_is_markup() -> None:
    app = Room(view(text=HOSTILE))
    async with app.run_test(size=(200, 50)) as pilot:
        shown = app.on_screen()
        assert "see [/] path [b" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        await pilot.press("enter")
        assert isinstance(app.screen, Passage)


async def test_a_silence_says_which_silence_it_is() -> None:
    silent = SideBySide((("F4.C1", "Involvement"),), (("POL", "Police"),), ((CellView("", "⊘ no contact"),),))
    app = Room(silent)
    async with app.run_test(size=(80, 24)):
        assert "⊘ no contact" in app.on_screen()


async def test_reloading_keeps_the_cursor_and_what_was_kept_by_agency() -> None:
    app = Room(view())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "equals_sign", "down", "down")
        before = view()
        app.grid.show(SideBySide(before.questions, before.agencies[1:], tuple(row[1:] for row in before.cells)))
        assert app.grid.row == 2
        assert app.grid.kept == [0]
        assert "= Agency 1" in app.lines()[0]


async def test_the_cursor_follows_its_agency_when_another_arrives_before_it() -> None:
    app = Room(view())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "down")
        now = view(agencies=7)
        agencies = (("NEW", "New agency"), *now.agencies[:6])
        app.grid.show(SideBySide(now.questions, agencies, now.cells))
        current = app.grid.current()
        assert current is not None
        assert current[1][0] == "AG1"


async def test_nobody_asked_is_an_honest_empty_grid() -> None:
    app = Room(SideBySide((), (), ()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "right", "enter", "z", "equals_sign", "right_square_bracket", "pagedown")
        assert app.opened == []
        assert app.grid.current() is None


async def test_a_click_moves_the_cursor_to_the_cell() -> None:
    app = Room(view())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.click(SideBySideGrid, offset=(60, 3))
        assert app.grid.row == 2
        assert app.grid.column > 0


@pytest.mark.parametrize(("width", "agencies"), [(20, 1), (40, 3), (80, 9), (120, 9), (200, 20)])
def test_columns_never_ask_for_more_than_there_is(width: int, agencies: int) -> None:
    question, cell, count = fit(width, agencies)
    assert question + cell * count == width
    assert 1 <= count <= agencies


def test_a_window_never_runs_off_the_end() -> None:
    assert Window(first=99).choose(6, 3) == (3, 4, 5)
    assert Window(first=-2).choose(6, 3) == (0, 1, 2)
    assert Window(first=99, kept=(5,)).choose(6, 3) == (5, 3, 4)


def test_wide_characters_are_wrapped_by_the_cells_they_take() -> None:
    wrapped = wrap(CellView("日本語" * 10), 10, 6)
    assert all(len(line) <= 5 for line in wrapped.lines)


def test_a_very_long_answer_is_read_no_further_than_it_shows() -> None:
    wrapped = wrap(CellView("word " * 200_000), 30, 6)
    assert wrapped.more
    assert len(wrapped.lines) == 6
