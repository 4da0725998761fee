"""Cards in columns: any text, any width, and a cursor that stays on its card."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from screens.widgets.board import Board, Lane
from sscb_tui.themes import HIGH_CONTRAST
from tests.ui.contrast import READABLE, THEMES, contrast
from tests.ui.test_table import HOSTILE

LANES = (Lane("To do", ("a", "b", "c")), Lane("Doing", ()), Lane("Done", ("d",)), Lane("Proved", ("e",)))
LOOKS = ("late", "near", "good", "dim", "")


class Carded(App[None]):
    """A board alone."""

    def __init__(self, words: dict[str, str] | None = None) -> None:
        super().__init__()
        self.words = words or {}
        self.heard: list[str] = []
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield Board("No cards.")

    def on_mount(self) -> None:
        self.deal(LANES)
        self.board.focus()

    def deal(self, lanes: tuple[Lane, ...]) -> None:
        self.board.show(lanes, lambda key: (self.words.get(key, f"card {key}"), (f" of {key}", "late")))

    @property
    def board(self) -> Board:
        return self.query_one(Board)

    def on_board_moved(self, message: Board.Moved) -> None:
        self.heard.append(message.key)

    def on_board_opened(self, message: Board.Opened) -> None:
        self.opened.append(message.key)

    def lines(self) -> list[str]:
        return [self.board.render_line(y).text for y in range(self.board.size.height)]


async def test_arrows_pass_over_an_empty_column_and_stop_at_the_ends() -> None:
    app = Carded()
    async with app.run_test(size=(120, 20)) as pilot:
        for key, card in (("down", "b"), ("j", "c"), ("j", "c"), ("right", "d"), ("l", "e"), ("l", "e"), ("h", "d")):
            await pilot.press(key)
            assert app.board.key == card, key
        await pilot.press("left", "end", "k", "g", "enter")
        assert app.board.key == "a"
        assert app.opened == ["a"]


async def test_a_card_that_moves_to_another_column_takes_the_cursor_along() -> None:
    app = Carded()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("down")
        heard = len(app.heard)
        app.deal((Lane("To do", ("a", "c")), Lane("Doing", ("b",)), *LANES[2:]))
        await pilot.pause()
        assert (app.board.key, app.board.at) == ("b", (1, 0))
        assert len(app.heard) == heard
        app.deal((Lane("To do", ("a", "c")), Lane("Doing", ()), *LANES[2:]))
        await pilot.pause()
        assert app.board.key == "a"
        app.deal(())
        await pilot.pause()
        assert app.board.key == ""
        await pilot.press("enter", "down", "right", "end", "space")
        assert "No cards." in app.lines()[2]


@pytest.mark.parametrize(("width", "fitting"), [(20, 1), (47, 1), (48, 2), (80, 3), (200, 4)])
async def test_as_many_columns_stand_as_fit_and_the_others_slide(width: int, fitting: int) -> None:
    app = Carded()
    async with app.run_test(size=(width, 20)) as pilot:
        assert app.board.fitting == fitting
        await pilot.press("right", "right")
        assert app.board.key == "e"
        assert "Proved" in app.lines()[0]
        assert ("‹" in app.lines()[0]) == (fitting < 4)
        assert {cell_len(line) for line in app.lines()} == {app.board.size.width}
        assert any("▸card e" in line for line in app.lines())


async def test_the_card_under_the_cursor_is_always_in_sight() -> None:
    app = Carded()
    async with app.run_test(size=(60, 11)) as pilot:
        app.deal((Lane("Many", tuple(f"{number:03}" for number in range(200))),))
        for key, card in (("end", "199"), ("pageup", "194"), ("home", "000"), ("pagedown", "005"), ("down", "006")):
            await pilot.press(key)
            assert app.board.key == card
            assert any(f"▸card {card}" in line for line in app.lines()), key
            assert any(f"of {card}" in line for line in app.lines()), key


async def test_a_click_moves_and_a_double_click_opens() -> None:
    app = Carded()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.click(Board, offset=(65, 2))
        assert app.board.key == "d"
        await pilot.click(Board, offset=(5, 4), times=2)
        assert app.opened == ["b"]


async def test_hostile_text_is_drawn_harmlessly() -> None:
    app = Carded(dict(enumerate_keys()))
    async with app.run_test(size=(60, 40)):
        app.deal((Lane("[b", tuple(app.words)),))
        for line in app.lines():
            assert cell_len(line) == app.board.size.width
            assert line.isprintable()
        assert any("see [/] path" in line for line in app.lines())


def enumerate_keys() -> list[tuple[str, str]]:
    """Every hostile text under a key of its own."""
    return [(str(number), text) for number, text in enumerate(HOSTILE)]


@pytest.mark.parametrize("theme", THEMES)
async def test_every_look_of_a_card_can_be_read_in_every_theme(theme: str) -> None:
    app = Carded()
    app.register_theme(HIGH_CONTRAST)
    async with app.run_test(size=(60, 20)) as pilot:
        app.theme = theme
        await pilot.pause()
        app.board.show((Lane("Looks", LOOKS),), lambda look: (f"card {look}", (f"in {look or 'plain'}", look)))
        await pilot.pause()
        for line in range(1 + 2 * len(LOOKS)):
            for segment in app.board.render_line(line):
                if segment.text.strip():
                    assert contrast(segment) >= READABLE, segment
