"""What somebody else's tracker says: its header, columns, days, colours and words; nothing is made up."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.errors import InputError
from sscb_tui.domain.sunderland import AGENCIES
from sscb_tui.domain.terms import ActionState, Rag
from sscb_tui.domain.trackers.colours import Colour, colour_of
from sscb_tui.domain.trackers.columns import Column, changed, fingerprint, guessed, header, mapped
from sscb_tui.domain.trackers.given import given
from sscb_tui.domain.trackers.sheet import Cell, Line, Sheet
from sscb_tui.domain.trackers.when import when
from sscb_tui.domain.trackers.words import BY_AN_OWNER, bodies, state_of


def sheet(*rows: tuple[str, ...]) -> Sheet:
    return Sheet(tuple(Line(number, tuple(map(Cell, row))) for number, row in enumerate(rows, start=1)))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("No", Column.NUMBER),
        ("Ref.", Column.NUMBER),
        ("Action No", Column.NUMBER),
        ("Rec. No.", Column.RECOMMENDATION_NUMBER),
        ("Recommendation", Column.RECOMMENDATION),
        ("ACTION REQUIRED", Column.ACTION),
        ("Lead", Column.OWNER),
        ("Responsible", Column.OWNER),
        ("Lead Agency", Column.AGENCY),
        ("By when", Column.DUE),
        ("Timescale", Column.DUE),
        ("Deadline:", Column.DUE),
        ("Progress update (Q3)", Column.PROGRESS),
        ("Comments", Column.PROGRESS),
        ("Status", Column.STATE),
        ("BRAG", Column.RAG),
        ("RAG rating Nov", Column.RAG),
        ("Evidence of completion", Column.EVIDENCE),
        ("Outcome / Impact", Column.OUTCOME),
        ("Theme", Column.THEMES),
        ("Review/Case", Column.CASE),
        ("Cost centre", Column.NOTE),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, column: Column) -> None:
    assert guessed(heading)[0] is column


def test_the_surest_heading_takes_a_column_and_the_other_stays_a_note() -> None:
    assert mapped(("Who is the lead on this", "Lead")) == (Column.NOTE, Column.OWNER)


def test_several_columns_of_progress_are_all_kept_under_their_headings() -> None:
    table = header(sheet(("Action", "Q1 update", "Q2 update"), ("Do it", "begun", "done")))
    columns = mapped(table.headings)
    (row,) = given(table, columns)
    assert row.said(Column.PROGRESS) == "Q1 update: begun\nQ2 update: done"


def test_the_header_is_found_below_titles_and_a_key() -> None:
    table = header(
        sheet(("Composite action plan",), (), ("Key: red is late",), ("No", "Action", "Lead", "By when"), ("1", "a"))
    )
    assert (table.at, table.headings) == (4, ("No", "Action", "Lead", "By when"))
    assert [line.number for line in table.lines] == [5]


@pytest.mark.parametrize("rows", [(), (("Dear all",), ("please see",)), (("No",), ("1",))])
def test_a_file_without_a_header_is_refused_in_words(rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(InputError, match="headings that this program knows"):
        header(sheet(*rows))


def test_a_person_changes_what_a_column_holds_by_its_heading() -> None:
    headings = ("Action", "Lead", "Sponsor")
    columns = changed(headings, mapped(headings), {"sponsor": "owner", "Lead": "agency"})
    assert columns == (Column.ACTION, Column.AGENCY, Column.OWNER)


def test_a_column_given_away_leaves_its_old_heading_a_note() -> None:
    headings = ("Action", "Lead", "Sponsor")
    assert changed(headings, mapped(headings), {"Sponsor": "owner"})[1] is Column.NOTE


def test_a_heading_or_a_meaning_that_is_none_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(InputError) as refused:
        changed(("Action",), (Column.ACTION,), {"Nobody": "owner", "Action": "colour blind"})
    assert [problem.where for problem in refused.value.problems] == ["Nobody", "Action"]
    assert "first_due" in refused.value.problems[1].allowed


def test_the_fingerprint_knows_the_same_header_and_holds_none_of_it() -> None:
    assert fingerprint(("Action", "Lead")) == fingerprint(("ACTION", "lead"))
    assert fingerprint(("Action", "Lead")) != fingerprint(("Action Lead",))
    assert "action" not in fingerprint(("Action", "Lead"))


@pytest.mark.parametrize(
    ("text", "day", "remark"),
    [
        ("9 Nov 2026", date(2026, 11, 9), ""),
        ("Mon 9th November 2026", date(2026, 11, 9), ""),
        ("2026-11-09 00:00:00", date(2026, 11, 9), ""),
        ("30/11/2026", date(2026, 11, 30), ""),
        ("11/11/2026", date(2026, 11, 11), ""),
        ("9/11/2026", date(2026, 11, 9), "9/11/2026 is read day first: 9 Nov 2026"),
        ("12/01/2026", date(2026, 1, 12), "12/01/2026 is read day first: 12 Jan 2026"),
        ("09.11.26", date(2026, 11, 9), "09.11.26 is read as 9 Nov 2026"),
        ("46335", date(2026, 11, 9), "46335 is a spreadsheet's number for 9 Nov 2026"),
    ],
)
def test_a_day_is_read_however_it_is_written_and_a_doubtful_reading_is_said(text: str, day: date, remark: str) -> None:
    found = when(Cell(text))
    assert (found.day, found.remark) == (day, remark)


@pytest.mark.parametrize(
    "text", ["Nov 2026", "ongoing", "ASAP", "11/25/2026", "31 Feb 2026", "Tue 9 Nov 2026", "29999", "Spring", "1.5"]
)
def test_what_states_no_day_stays_in_words(text: str) -> None:
    found = when(Cell(text))
    assert (found.day, found.words, found.open) == (None, text, True)


def test_an_empty_cell_states_nothing() -> None:
    assert not when(Cell(" ")).open


def test_a_real_date_of_the_spreadsheet_wins_over_how_it_is_shown() -> None:
    assert when(Cell("09/11", date(2026, 11, 9))).day == date(2026, 11, 9)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        (Cell("R"), "red"),
        (Cell("Red - overdue"), "red"),
        (Cell("(A)"), "amber"),
        (Cell("GREEN"), "green"),
        (Cell("", None, "FF0000"), "red"),
        (Cell("", None, "FFC7CE"), "red"),
        (Cell("", None, "FFC000"), "amber"),
        (Cell("", None, "FFFF00"), "amber"),
        (Cell("", None, "00B050"), "green"),
        (Cell("", None, "0070C0"), "blue"),
        (Cell("on track", None, "92D050"), "green"),
        (Cell("Green", None, "FF0000"), "green"),
        (Cell("", None, "FFFFFF"), ""),
        (Cell("", None, "D9D9D9"), ""),
        (Cell("on track"), ""),
        (Cell("Reviewed by the Board in June"), ""),
    ],
)
def test_their_colour_is_read_from_word_letter_or_fill(cell: Cell, name: str) -> None:
    assert colour_of(cell).name == name


def test_their_colour_differs_from_ours_only_where_both_are_colours() -> None:
    assert Colour("red").differs(Rag.AMBER)
    assert not Colour("red").differs(Rag.RED)
    assert not Colour("white").differs(Rag.RED)
    assert not Colour("").differs(Rag.RED)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Complete", ActionState.DONE_UNVERIFIED),
        ("Closed", ActionState.DONE_UNVERIFIED),
        ("VERIFIED", ActionState.DONE_UNVERIFIED),
        ("done, not verified", ActionState.DONE_UNVERIFIED),
        ("In progress", ActionState.IN_PROGRESS),
        ("Partially complete", ActionState.IN_PROGRESS),
        ("Not yet started", ActionState.NOT_STARTED),
        ("on hold", ActionState.BLOCKED),
        ("see above", None),
        ("", None),
    ],
)
def test_a_status_comes_to_no_more_than_an_owner_may_say(text: str, state: ActionState | None) -> None:
    assert state_of(text) is state
    assert state is None or state in BY_AN_OWNER


def test_one_agency_leads_and_of_several_none_does() -> None:
    code, other = AGENCIES[0].code, AGENCIES[1].code
    assert bodies(AGENCIES[0].names[-1].name, AGENCIES).lead == code
    both = bodies(f"{code} / {AGENCIES[1].brief}", AGENCIES)
    assert (both.lead, both.several, both.unknown) == ("", (code, other), False)
    assert bodies("National panel", AGENCIES) == bodies("The Martians", AGENCIES)
    assert bodies(f"{code} and the Martians", AGENCIES).unknown
