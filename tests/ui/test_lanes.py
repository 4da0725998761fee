"""The merged chronology in lanes: by keyboard, with any text, at any width."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from screens.widgets.filter import Filter
from screens.widgets.lanes import Lanes
from screens.widgets.lanes_filter import Wanted
from screens.widgets.lanes_pane import LanesPane
from sscb_tui.services.views import MergedChronology
from tests.ui.chronicle import NAMES, PRECISIONS, chronology, document, every_precision, row, told_twice
from tests.ui.conftest import HOSTILE

SIZES = ((80, 24), (120, 40), (200, 50))
WIDE = (130, 40)


class Room(App[None]):
    """The lanes alone."""

    CSS = "LanesPane { display: block; }"

    def __init__(self, shown: MergedChronology) -> None:
        super().__init__()
        self.shown = shown
        self.opened: list[str] = []
        self.asked = 0

    def compose(self) -> ComposeResult:
        yield LanesPane()

    def on_mount(self) -> None:
        self.lanes.show(self.shown, NAMES)
        self.lanes.focus()

    @property
    def lanes(self) -> Lanes:
        return self.query_one(Lanes)

    @property
    def title_words(self) -> str:
        return f"{self.lanes.border_title}"

    @property
    def filters(self) -> str:
        return f"{self.lanes.border_subtitle or ''}"

    def on_lanes_opened(self, message: Lanes.Opened) -> None:
        self.opened.append(message.entry.event if message.entry else message.words)

    def on_lanes_filter_asked(self) -> None:
        self.asked += 1

    def lines(self) -> list[str]:
        return [self.lanes.render_line(y).text for y in range(self.lanes.size.height)]

    def on_screen(self) -> str:
        return "\n".join(self.lines())

    def dates(self) -> str:
        """The date column, line after line, as one text."""
        width = self.lanes._layout.columns.question
        return " ".join(" ".join(line[:width].split()) for line in self.lines())

    def under(self) -> str:
        entry = self.lanes.current()
        return f"{entry.agency} {entry.text}" if entry else ""


def days(agencies: int = 6, count: int = 60) -> MergedChronology:
    """One row a day, agency after agency, no two of one event."""
    return chronology(
        *(
            document(
                f"A{agency}",
                *(
                    row(f"{day % 28 + 1} {('Jan', 'Feb', 'Mar')[day // 28]} 2026", f"happening{day}")
                    for day in range(agency, count, agencies)
                ),
            )
            for agency in range(agencies)
        ),
        incident=None,
    )


@pytest.mark.parametrize("size", SIZES)
async def test_every_date_is_shown_as_typed_with_a_sign_and_a_word_for_its_precision(size: tuple[int, int]) -> None:
    app = Room(every_precision())
    async with app.run_test(size=(size[0], 60)):
        shown = app.dates()
        assert all(text in shown for text, _ in PRECISIONS)
        assert all(said in shown for _, said in PRECISIONS)
        assert "after 30 Dec 2006 to Feb 2007" in shown
        assert "Nobody has said when" in app.on_screen()
        assert all(len(line) == app.lanes.size.width for line in app.lines())


async def test_a_date_nobody_typed_is_called_that() -> None:
    app = Room(chronology(document("HSG", row("", "Arrears"))))
    async with app.run_test(size=WIDE):
        assert "(no date typed)" in app.on_screen()


async def test_accounts_of_one_event_share_a_line_with_what_differs_marked() -> None:
    app = Room(told_twice())
    async with app.run_test(size=WIDE):
        shown = app.on_screen()
        line = next(line for line in app.lines() if "Call-out, shouting" in line)
        assert "≠ 13 Oct 2026" in line
        assert "≠ 2026" in line
        assert "≠ 3 accounts: date, child seen, words" in app.dates()
        assert "≠ ○ not seen" in shown
        assert "≠ ● seen" in shown
        assert "★ Call-out, shouting" in shown


async def test_silences_are_rows_of_their_own_with_their_days() -> None:
    app = Room(chronology(document("CSC", row("1 Jan 2026", "a"), row("5 Apr 2026", "b")), incident=None))
    async with app.run_test(size=WIDE) as pilot:
        assert "… 94 days without contact · 1 Jan 2026 to 5 Apr 2026" in app.on_screen()
        await pilot.press("j", "enter")
        assert app.lanes.current() is None
        assert app.opened == ["… 94 days without contact · 1 Jan 2026 to 5 Apr 2026"]


async def test_the_cursor_comes_to_the_rows_wherever_they_are_and_opens_them() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "down", "down", "enter")
        assert app.opened == ["happening3"]
        assert app.under() == "A3 4 Jan 2026"
        assert "▸ A3: happening3" in app.on_screen()
        await pilot.press("k")
        assert app.under() == "A2 3 Jan 2026"


async def test_home_end_and_pages_move_through_all_rows() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert "happening59" in app.on_screen()
        assert app.under() == "A5 4 Mar 2026"
        await pilot.press("home", "pagedown")
        assert app.lanes.row > 5
        await pilot.press("pageup")
        assert app.lanes.row == 0


async def test_left_and_right_go_from_account_to_account_and_slide_to_them() -> None:
    app = Room(told_twice())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "j")
        assert app.under() == "POL 12 Oct 2026"
        await pilot.press("l")
        assert app.under() == "CSC 13 Oct 2026"
        await pilot.press("l")
        assert app.under() == "HSG 2026"
        assert "Housing" in app.lines()[0]
        assert "Police" not in app.lines()[0]
        await pilot.press("h", "h")
        assert "Police" in app.lines()[0]


async def test_lanes_slide_and_a_kept_one_stays() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        assert "agencies 1-2 of 6" in app.title_words
        await pilot.press("equals_sign", "right_square_bracket", "right_square_bracket")
        assert "= A0" in app.lines()[0]
        assert "A3" in app.lines()[0]
        assert "agency 4 of 6 · 1 kept" in app.title_words
        await pilot.press("left_square_bracket")
        assert "A2" in app.lines()[0]


async def test_zoom_gives_one_agency_the_width_and_its_words_whole() -> None:
    long = " ".join(f"word{number}" for number in range(150))
    app = Room(chronology(document("POL", row("1 Jan 2026", long)), document("CSC", row("2 Jan 2026", "x"))))
    async with app.run_test(size=WIDE) as pilot:
        assert "… more" in app.on_screen()
        await pilot.press("z")
        assert "word149" in app.on_screen()
        assert "Social care" not in app.lines()[0]
        await pilot.press("z")
        assert "Social care" in app.lines()[0]


async def test_an_agency_is_brought_into_sight_by_its_code() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        app.lanes.bring("A5")
        await pilot.pause()
        assert "A5" in app.lines()[0]
        app.lanes.bring("nobody")
        assert "A5" in app.lines()[0]


async def test_reading_again_keeps_the_cursor_on_its_row_and_the_kept_agency() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign", *["j"] * 30)
        before, place = app.under(), app.lanes._above()
        earlier = chronology(document("POL", row("1 Jan 2020", "long before"), row("2 Jan 2020", "and again")))
        app.lanes.show(
            MergedChronology((*earlier.rows, *app.shown.rows), app.shown.gaps, app.shown.events), {"POL": "Police"}
        )
        assert app.under() == before
        assert app.lanes._above() == place
        assert app.lanes.kept == ["A0"]


async def test_a_row_that_is_gone_leaves_the_cursor_at_its_height() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        app.lanes.show(MergedChronology(app.shown.rows[:10], ()), NAMES)
        assert app.under() == "A3 10 Jan 2026"
        app.lanes.show(MergedChronology((), ()), NAMES)
        assert app.under() == ""


async def test_filters_are_named_in_the_border_and_escape_shows_all() -> None:
    app = Room(told_twice())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        assert app.asked == 1
        app.lanes.want(Wanted(key=True, agency="POL"))
        await pilot.pause()
        assert "1 of 5 rows" in app.title_words
        assert app.filters == "only key events + Police · Esc shows all"
        assert "Social care" not in app.lines()[0]
        await pilot.press("escape")
        assert app.filters == ""
        assert "5 rows" in app.title_words


async def test_agencies_without_a_row_that_fits_give_their_place_to_those_that_have_one() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("equals_sign")
        app.lanes.want(Wanted(words="happening5"))
        await pilot.pause()
        app.lanes.want(Wanted(words="happening59"))
        await pilot.pause()
        assert "agency 1 of 1" in app.title_words
        assert "A5" in app.lines()[0]
        app.lanes.want(Wanted())
        await pilot.pause()
        assert "= A0" in app.lines()[0]
        assert "of 6 · 1 kept" in app.title_words


async def test_the_cursor_stays_on_its_row_through_a_filter_that_keeps_it() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["j"] * 17)
        assert app.under() == "A5 18 Jan 2026"
        app.lanes.want(Wanted(words="happening1"))
        assert app.under() == "A5 18 Jan 2026"
        app.lanes.want(Wanted())
        assert app.under() == "A5 18 Jan 2026"


async def test_words_narrow_with_every_key_and_leave_the_focus_where_the_person_put_it() -> None:
    app = Room(told_twice())
    async with app.run_test(size=WIDE) as pilot:
        app.query_one(LanesPane).type_words()
        await pilot.press(*"rent")
        assert "1 of 5 rows" in app.title_words
        assert app.query_one(Filter).has_focus
        await pilot.press("enter")
        assert app.lanes.has_focus
        assert "“rent”" in app.filters
        await pilot.press("escape")
        assert app.query_one(Filter).value == ""
        assert app.filters == ""
        assert app.lanes.has_focus


async def test_no_row_that_fits_and_no_chronology_at_all_are_said() -> None:
    app = Room(told_twice())
    async with app.run_test(size=(80, 24)) as pilot:
        app.lanes.want(Wanted(words="nowhere"))
        assert "No row fits" in app.on_screen()
        assert app.lanes.current() is None
        app.lanes.want(Wanted())
        app.lanes.show(MergedChronology((), ()), NAMES)
        assert "No agency has given a chronology yet" in app.on_screen()
        keys = ("down", "right", "left", "z", "equals_sign", "right_square_bracket", "pagedown", "end")
        await pilot.press(*keys)
        assert app.opened == []


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_shown_harmlessly_and_fill_no_more_than_their_cell(size: tuple[int, int]) -> None:
    rows = [row(text[:60], text, key=True, people=text[:200]) for text in HOSTILE]
    app = Room(chronology(document("POL", *rows), document("CSC", *rows)))
    async with app.run_test(size=size) as pilot:
        for key in ("end", "home", "z", "z", "l", "right_square_bracket"):
            await pilot.press(key)
            assert all(strip.cell_length == app.lanes.size.width for strip in map(app.lanes.render_line, range(20)))
            assert not set("\x1b\u202e\u200b") & set(app.on_screen())
        assert len(app.opened) == 0


async def test_a_click_moves_the_cursor_to_the_row() -> None:
    app = Room(days())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Lanes, offset=(20, 6))
        assert app.lanes.row > 0
        await pilot.click(Lanes, offset=(20, 6), times=2)
        assert len(app.opened) == 1
