"""The lines of the lanes: accounts side by side, never merged; silences between; filters that hide no contradiction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.lanes_filter import Chooser, Wanted, choose
from screens.widgets.lanes_layout import LanesLayout, Told
from screens.widgets.lanes_rows import LOOSE, Line, arranged, lines_of
from screens.widgets.side_by_side_layout import Window
from sscb_tui.services.views import MergedChronology
from tests.ui.chronicle import NAMES, chronology, document, every_precision, row, told_twice


def whole(view: MergedChronology) -> tuple[Line, ...]:
    return arranged(lines_of(view), view.gaps)


def told(lines: tuple[Line, ...]) -> list[tuple[str, list[str]]]:
    return [
        (line.on, [f"{code}{' ' + each.see if each.see else ''}" for code, each in line.accounts.items()])
        for line in lines
    ]


def fitting(view: MergedChronology, wanted: Wanted) -> list[str]:
    rows = Chooser(view, NAMES).rows(wanted)
    kept = arranged(choose(lines_of(view), rows, wanted.agency), view.gaps if wanted.silences else ())
    return [line.on or line.words for line in kept]


def test_accounts_stand_where_the_closest_date_stands_and_a_vague_one_says_where_its_words_are() -> None:
    assert told(lines_of(told_twice())) == [
        ("2026", ["HSG ↓ see 12 Oct 2026"]),
        ("1 July 2026", ["HSG"]),
        ("12 Oct 2026", ["HSG", "POL", "CSC"]),
        ("?", ["POL"]),
    ]


def test_a_vague_row_that_may_be_two_events_is_told_once_and_pointed_at_twice() -> None:
    view = chronology(
        document("HSG", row("2012", "Police call-outs, shouting")),
        document("POL", row("2 Mar 2012", "Call-out, shouting"), row("9 June 2012", "Call-out, shouting")),
    )
    assert told(lines_of(view)) == [
        ("2012", ["HSG ↓ see 2 Mar 2012"]),
        ("2 Mar 2012", ["HSG", "POL"]),
        ("9 June 2012", ["HSG ↑ see 2 Mar 2012", "POL"]),
    ]


def test_what_nobody_has_dated_comes_last_under_words_that_say_so() -> None:
    lines = whole(every_precision())
    assert lines[-2].words == LOOSE
    assert (lines[-1].on, lines[-1].after) == ("?", "")
    relative = next(line for line in lines if line.on == "two days later")
    assert relative.after == "30 Dec 2006 to Feb 2007"


def test_a_silence_stands_between_the_rows_it_parts() -> None:
    view = chronology(document("CSC", row("1 Jan 2026", "a"), row("5 Apr 2026", "b")), incident=None)
    assert [line.on or line.words for line in whole(view)] == [
        "1 Jan 2026",
        "… 94 days without contact · 1 Jan 2026 to 5 Apr 2026",
        "5 Apr 2026",
    ]


TEXTS = st.sampled_from(["2 Mar 2012", "3 Mar 2012", "March 2012", "2012", "?", "two days later", "9 June 2012"])
EVENTS = st.sampled_from(["Call-out, shouting", "Shouting, a call-out at night", "Rent arrears letter sent"])


@given(st.lists(st.tuples(st.sampled_from(list(NAMES)), TEXTS, EVENTS), max_size=14))
def test_every_row_is_told_once_wherever_it_stands_and_lines_come_in_order(rows: list[tuple[str, str, str]]) -> None:
    documents = [document(code, *(row(on, said) for each, on, said in rows if each == code)) for code in NAMES]
    view = chronology(*documents)
    lines = whole(view)
    entries = sorted(entry.entry_id for line in lines for entry in line.whole)
    assert entries == sorted(row.entry_id for row in view.rows)
    assert len({line.key for line in lines}) == len(lines)
    stands = [line.stands for line in lines if line.stands and not line.words]
    assert stands == sorted(stands)


def test_each_filter_keeps_what_it_names_and_the_other_accounts_of_it() -> None:
    view = told_twice()
    assert fitting(view, Wanted(differs=True)) == ["2026", "12 Oct 2026"]
    assert fitting(view, Wanted(person="P2 mother")) == ["1 July 2026"]
    assert fitting(view, Wanted(words="RENT paid")) == ["1 July 2026"]
    assert fitting(view, Wanted(words="children seen")) == ["12 Oct 2026"]
    assert fitting(view, Wanted(agency="POL")) == ["12 Oct 2026", "?"]
    assert fitting(view, Wanted(words="nowhere to be found")) == []


def test_key_events_keep_the_silences_since_those_are_of_all_rows() -> None:
    kept = fitting(told_twice(), Wanted(key=True))
    assert kept[-1] == "12 Oct 2026"
    assert any("days without contact" in words for words in kept)


def test_filters_combine_and_are_named() -> None:
    wanted = Wanted().turned("key").turned("recent").turned("differs").of("agency", "POL").of("person", "P2 mother")
    assert wanted.labels(NAMES) == ("key events", "differences", "last 90 days", "P2 mother", "Police")
    assert fitting(told_twice(), Wanted(key=True, words="shouting", agency="POL")) == ["12 Oct 2026"]
    assert fitting(told_twice(), wanted) == []
    assert wanted.turned("key").turned("recent").turned("differs").of("agency", "").of("person", "") == Wanted()


def test_the_last_ninety_days_leave_out_what_came_before() -> None:
    shown = fitting(told_twice(), Wanted(recent=True))
    assert "12 Oct 2026" in shown
    assert "1 July 2026" not in shown


def test_one_agency_alone_stands_under_its_own_date() -> None:
    view = told_twice()
    lines = choose(lines_of(view), Chooser(view, NAMES).rows(Wanted(agency="CSC")), "CSC")
    assert told(lines) == [("13 Oct 2026", ["CSC"])]


def test_only_cells_in_sight_are_wrapped_and_sliding_wraps_no_more_than_comes_into_sight() -> None:
    view = told_twice()
    cache: dict[tuple[object, ...], Told] = {}
    lanes = {code: name for code, name in NAMES.items() if code != "CHS"}
    for first, least in ((0, 2), (0, 0), (1, 1)):
        before = len(cache)
        layout = LanesLayout(whole(view), lanes, 62, Window(first))
        layout.measure(cache)
        assert layout.columns.shown == (first, first + 1)
        assert (len(cache) > before) is bool(least)
