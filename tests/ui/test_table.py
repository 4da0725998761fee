"""The list widget: any text, any length, and a cursor that stays on its row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from screens.widgets.columns import Column, fit, share
from screens.widgets.filter import Filter
from screens.widgets.marked_table import MarkedTable
from screens.widgets.table import Row, Table
from sscb_tui.domain.text import folded, shown, shown_line
from sscb_tui.themes import HIGH_CONTRAST
from tests.ui.contrast import READABLE, THEMES, contrast

HOSTILE = (
    "see [/] path",
    "[b",
    "日本の子",
    "👩\u200d⚖️",
    "\x1b[31mred",
    "\u202eabc",
    "a\u200bb",
    "x" * 100_000,
    "a\nb\t",
)
COLUMNS = (Column("no", "No", width=6), Column("name", "Name"), Column("due", "Due", width=8, align="right", drop=1))


class Listed(App[None]):
    """A table under a filter, alone."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names
        self.heard: list[str] = []
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield Filter()
        yield Table(*COLUMNS, empty="Nobody yet.")

    def on_mount(self) -> None:
        self.show(self.names)
        self.table.focus()

    def show(self, names: list[str]) -> None:
        rows: list[Row] = [(str(at), name, ("late", "late")) for at, name in enumerate(names)]
        self.table.show([f"key {name}" for name in names], rows)

    @property
    def table(self) -> Table:
        return self.query_one(Table)

    def on_table_moved(self, message: Table.Moved) -> None:
        self.heard.append(message.key)

    def on_table_opened(self, message: Table.Opened) -> None:
        self.opened.append(message.key)

    def on_filter_narrowed(self, message: Filter.Narrowed) -> None:
        self.table.find(message.needle)

    def on_filter_left(self) -> None:
        self.table.focus()

    def lines(self) -> list[str]:
        return [self.table.render_line(y).text for y in range(self.table.size.height)]


@given(st.text())
def test_nothing_invisible_is_ever_shown(text: str) -> None:
    for line in (shown(text), shown_line(text)):
        assert all(sign.isprintable() or sign in "\n" or _unassigned(sign) for sign in line)
    assert "\n" not in shown_line(text)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Po", "Zs"])))
def test_ordinary_words_are_shown_as_they_are(text: str) -> None:
    assert shown(text) == text


@given(st.text(), st.integers(1, 60))
def test_a_cell_takes_exactly_its_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(st.integers(1, 200))
def test_columns_fill_the_width_once_it_is_enough(width: int) -> None:
    shares = share(COLUMNS, width)
    assert [position for position, _ in shares][:2] == [0, 1]
    if width >= 6 + 8 + 8 + 4:
        assert sum(cells for _, cells in shares) + 2 * (len(shares) - 1) == width


def test_searching_ignores_capitals_and_accents() -> None:
    assert folded("Zoë ÉCOLE Straße") == "zoe ecole strasse"


def _unassigned(sign: str) -> bool:
    import unicodedata

    return unicodedata.category(sign) in {"Cn", "Co", "Zs"}


async def test_hostile_text_is_drawn_harmlessly() -> None:
    app = Listed(list(HOSTILE))
    async with app.run_test(size=(60, 20)):
        for line in app.lines():
            assert cell_len(line) == 60
            assert line.isprintable()
        assert "see [/] path" in app.lines()[1]
        assert "␛[31mred" in "".join(app.lines())


async def test_reloading_keeps_the_cursor_on_its_row_wherever_it_went() -> None:
    app = Listed(["Ada", "Ben", "Cyd"])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j")
        assert app.table.key == "key Ben"
        app.show(["Zoe", "Yan", "Ada", "Ben"])
        await pilot.pause()
        assert app.table.key == "key Ben"
        assert app.table.cursor == 3
        assert "▸3" in app.lines()[4]


async def test_a_row_that_is_gone_leaves_the_cursor_near_its_place() -> None:
    app = Listed(["Ada", "Ben", "Cyd"])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G")
        app.show(["Ada", "Ben"])
        await pilot.pause()
        assert app.table.key == "key Ben"
        assert app.heard[-1] == "key Ben"


async def test_vim_keys_arrows_and_pages_move_and_stop_at_the_ends() -> None:
    app = Listed([f"Name {at}" for at in range(100)])
    async with app.run_test(size=(60, 21)) as pilot:
        for key, cursor in (("k", 0), ("down", 1), ("j", 2), ("pagedown", 22), ("G", 99), ("j", 99), ("pageup", 79)):
            await pilot.press(key)
            assert app.table.cursor == cursor, key
        assert any("▸79" in line for line in app.lines())
        await pilot.press("g", "enter")
        assert app.opened == ["key Name 0"]


async def test_a_click_moves_and_a_double_click_opens() -> None:
    app = Listed(["Ada", "Ben", "Cyd"])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(Table, offset=(4, 2))
        assert app.table.key == "key Ben"
        await pilot.click(Table, offset=(4, 3), times=2)
        assert app.opened == ["key Cyd"]


async def test_typing_filters_and_escape_shows_everything_again() -> None:
    app = Listed(["Zoë Blue", "Ben Grey", "Zoe Grey"])
    async with app.run_test(size=(60, 20)) as pilot:
        app.query_one(Filter).open()
        await pilot.press(*"zoe")
        assert app.table.count == (2, 3)
        await pilot.press("space", *"grey")
        assert app.table.count == (1, 3)
        await pilot.press("enter", "enter")
        assert app.opened == ["key Zoe Grey"]
        app.query_one(Filter).open()
        await pilot.press("escape")
        assert app.table.count == (3, 3)
        assert app.focused is app.table


async def test_an_empty_list_says_so_in_a_sentence() -> None:
    app = Listed([])
    async with app.run_test(size=(60, 20)) as pilot:
        assert "Nobody yet." in app.lines()[2]
        await pilot.press("j", "enter", "G")
        assert app.opened == []


@pytest.mark.parametrize("width", [20, 40, 80, 200])
async def test_columns_reflow_with_the_terminal(width: int) -> None:
    app = Listed(["Ada"])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.resize_terminal(width, 20)
        await pilot.pause()
        assert ("Due" in app.lines()[0]) == (width > 26)
        assert cell_len(app.lines()[1]) == width


async def test_words_are_found_anywhere_among_twenty_thousand_rows() -> None:
    app = Listed([f"Name {at} of the many" for at in range(20_000)])
    async with app.run_test(size=(60, 20)):
        app.table.find("many 19999")
        assert app.table.count == (1, 20_000)


async def test_words_that_stand_side_by_side_somewhere_are_meant_so() -> None:
    app = Listed(["Child A, seen by the Board", "Child B", "Child B, sibling", "the Board"])
    async with app.run_test(size=(60, 20)):
        app.table.find("child b")
        assert app.table.count == (2, 4)
        app.table.find("child board")
        assert app.table.count == (1, 4)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_look_of_a_cell_can_be_read_in_every_theme(theme: str) -> None:
    app = Listed([])
    app.register_theme(HIGH_CONTRAST)
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        looks = ("late", "near", "good", "dim", "strong", "")
        app.table.show([*looks, "last"], [("1", (look or "plain", look), "") for look in (*looks, "")])
        await pilot.press("end")
        await pilot.pause()
        for line in range(1, len(looks) + 1):
            for segment in app.table.render_line(line):
                assert contrast(segment) >= READABLE, segment


class Grouped(App[None]):
    """Rows that can be marked, under heads."""

    ROWS = (("a", "Ada", "red"), ("b", "Ben", "red"), ("c", "Cyd", "blue"), ("d", "Dot", "green"))

    def compose(self) -> ComposeResult:
        yield MarkedTable(*COLUMNS)

    def on_mount(self) -> None:
        self.show(self.ROWS)
        self.table.focus()

    def show(self, rows: tuple[tuple[str, str, str], ...], *, grouped: bool = True) -> None:
        cells: list[Row] = [(key, name, "") for key, name, _ in rows]
        groups = [group for _, _, group in rows] if grouped else []
        self.table.show([key for key, _, _ in rows], cells, groups=groups)

    @property
    def table(self) -> MarkedTable:
        return self.query_one(MarkedTable)

    def lines(self) -> list[str]:
        return [line for y in range(1, self.table.size.height) if (line := self.table.render_line(y).text.rstrip())]


async def test_groups_stand_under_heads_that_count_what_is_found() -> None:
    app = Grouped()
    async with app.run_test(size=(40, 20)):
        assert [line[:9].strip() for line in app.lines()][:3] == ["▾ red  2", "▸a", "b"]
        app.table.find("ben")
        assert [line.strip() for line in app.lines()] == ["▾ red  1", "▸b       Ben"]
        assert app.table.count == (1, 4)


async def test_a_group_is_folded_on_its_head_and_the_cursor_rests_there() -> None:
    app = Grouped()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("g")
        assert app.table.key == ""
        await pilot.press("enter")
        assert app.lines()[0].startswith("▸▹ red")
        assert "Ada" not in "".join(app.lines())
        assert app.table.count == (4, 4)
        await pilot.press("j", "j")
        assert app.table.key == "c"
        await pilot.press("g", "space", "j")
        assert app.table.key == "a"


async def test_a_row_that_changes_its_group_keeps_the_cursor_and_marks_keep_their_rows() -> None:
    app = Grouped()
    async with app.run_test(size=(40, 20)) as pilot:
        app.table.go_to("b")
        await pilot.press("space", "k", "k")
        assert app.table.key == "b"
        app.show((("a", "Ada", "red"), ("c", "Cyd", "blue"), ("d", "Dot", "green"), ("b", "Ben", "green")))
        assert (app.table.key, app.table.cursor) == ("b", 6)
        assert list(app.table.marked) == ["b"]
        app.show(app.ROWS, grouped=False)
        assert (app.table.key, app.table.cursor) == ("b", 1)
        assert any(line.startswith("◆b") for line in app.lines())


async def test_a_row_in_two_groups_is_one_row_and_the_cursor_stays_in_its_group() -> None:
    app = Grouped()
    async with app.run_test(size=(40, 20)) as pilot:
        rows = (("a", "Ada", "red"), ("a", "Ada", "blue"), ("c", "Cyd", "blue"))
        app.show(rows)
        assert app.table.count == (2, 2)
        await pilot.press("g", "j", "j", "j")
        assert (app.table.key, app.table.cursor) == ("a", 3)
        app.show(rows)
        assert app.table.cursor == 3
        await pilot.press("asterisk")
        assert list(app.table.marked) == ["a", "c"]


async def test_marking_goes_on_to_the_next_row_and_escape_takes_marks_away_first() -> None:
    app = Grouped()
    async with app.run_test(size=(40, 20)) as pilot:
        app.table.go_to("a")
        await pilot.press("space", "space")
        assert list(app.table.marked) == ["a", "b"]
        app.table.find("ben")
        assert list(app.table.marked) == ["a", "b"]
        assert app.table.marked_unseen == 1
        assert app.table.check_action("unmark", ()) is True
        await pilot.press("escape")
        assert list(app.table.marked) == []
        assert app.table.check_action("unmark", ()) is False
        await pilot.press("asterisk")
        assert list(app.table.marked) == ["b"]
        await pilot.press("asterisk")
        assert list(app.table.marked) == []


async def test_a_test_from_outside_narrows_and_the_whole_question_is_repeated() -> None:
    app = Grouped()
    async with app.run_test(size=(40, 20)):
        app.table.find("", lambda places: [at for at in places if at > 1], "size:>1")
        assert app.table.count == (2, 4)
        app.table.find("ada", lambda places: [at for at in places if at > 1], "ada size:>1")
        assert app.lines() == ["  Nothing matches “ada size:>1”."]


@pytest.mark.parametrize("theme", THEMES)
async def test_the_head_of_a_group_can_be_read_in_every_theme(theme: str) -> None:
    app = Grouped()
    app.register_theme(HIGH_CONTRAST)
    async with app.run_test(size=(40, 20)) as pilot:
        app.theme = theme
        await pilot.press("g")
        for line in (1, 4):
            assert "▾" in app.table.render_line(line).text
            for segment in app.table.render_line(line):
                assert contrast(segment) >= READABLE, segment
