"""Spreadsheets as they really are: titles, merged cells, fills, odd encodings; and what we write comes back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Color, PatternFill

from exports.sheets.guard import guarded, unguarded
from exports.sheets.reading import MOST_BYTES, read_sheet
from exports.sheets.separated import written_separated
from exports.sheets.workbook import LONGEST, written_workbook
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.trackers.sheet import Sheet

HOSTILE = "=cmd|' /C calc'!A0"


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in sheet.lines]


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def plan() -> Workbook:
    """A plan as a Board keeps it: a title, a merged recommendation, fills, a formula, a hidden sheet before it."""
    book = Workbook()
    book.worksheets[0].title = "Lists"
    book.worksheets[0].sheet_state = "hidden"
    sheet = book.create_sheet("Action plan")
    sheet["A1"] = "Composite action plan"
    sheet.merge_cells("A1:E1")
    sheet.append(["Recommendation", "Action", "By when", "RAG", "Spent"])
    sheet.append(["Share call-outs", "Write to GPs", date(2026, 11, 9), None, 0.5])
    sheet.append([None, "Write to schools", "Nov 2026", "A", "=1+1"])
    sheet.merge_cells("A3:A4")
    sheet["E3"].number_format = "0%"
    sheet["D3"].fill = PatternFill("solid", fgColor="FFFF0000")
    sheet["D4"].fill = PatternFill("solid", fgColor=Color(theme=9))
    sheet["B4"].comment = Comment("Ask again", "S. Body")
    sheet.row_dimensions[4].hidden = True
    return book


def test_a_workbook_gives_its_first_visible_sheet_with_days_fills_and_merged_cells() -> None:
    sheet = read_sheet(saved(plan()), "plan.xlsx")
    assert sheet.name == "Action plan"
    assert [cell.text for cell in sheet.lines[2].cells] == ["Share call-outs", "Write to GPs", "9 Nov 2026", "", "50%"]
    assert sheet.lines[2].cells[2].day == date(2026, 11, 9)
    assert [line.cells[3].fill for line in sheet.lines[2:]] == ["FF0000", "70AD47"]
    assert sheet.lines[3].cells[0].text == "Share call-outs"
    assert [cell.text for cell in sheet.lines[0].cells[:2]] == ["Composite action plan", ""]


def test_what_a_workbook_keeps_from_us_is_said() -> None:
    said = " ".join(read_sheet(saved(plan()), "plan.xlsx").remarks)
    assert "hidden in the file are read as well: 4" in said
    assert "comments pinned to cells are not taken: B4" in said
    assert "formulas without a saved value are read as blank: E4" in said


def test_a_sheet_is_chosen_by_its_name_and_a_wrong_name_lists_those_there() -> None:
    assert read_sheet(saved(plan()), "plan.xlsx", "lists").name == "Lists"
    with pytest.raises(InputError, match="Lists, Action plan"):
        read_sheet(saved(plan()), "plan.xlsx", "Tracker")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0 old", "old Excel file"),
        (b"PK\x03\x04 broken", "cannot be read as a workbook"),
        (b"PK\x03\x04", "cannot be read as a workbook"),
        (b'No,Action\n1,"open', "cannot be read as CSV"),
        (b"a\0b", "is not text"),
        (b"\x81\x8d\x8f", "is not text"),
    ],
)
def test_a_file_that_is_no_tracker_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as refused:
        read_sheet(data, "file")
    assert len(refused.value.problems) == 1


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    read_sheet(b"a" * 1000, "file.csv")
    with pytest.raises(InputError, match="larger than any tracker"):
        read_sheet(b"a" * (MOST_BYTES + 1), "file.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_with_whatever_parts_its_cells_best(separator: str) -> None:
    text = f"Plan; of, us\nNo{separator}Action\n1{separator}Do it\n"
    assert texts(read_sheet(text.encode(), "plan.csv"))[1:] == [["No", "Action"], ["1", "Do it"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_is_read_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    sheet = read_sheet("No,Action\n1,Zoë’s school".encode(encoding), "plan.csv")
    assert texts(sheet)[1] == ["1", "Zoë’s school"]
    assert bool(sheet.remarks) is (encoding == "cp1252")


def test_a_row_is_found_by_the_line_it_begins_on() -> None:
    sheet = read_sheet(b'No,Action\n1,"a\nb"\n2,c\n', "plan.csv")
    assert [line.number for line in sheet.lines] == [1, 2, 4]


cells = st.text(max_size=60) | st.sampled_from([HOSTILE, "'=1", " '=1", "+1", "@x", "a\r\nb", "\n=1", "''", "\ufeff"])
rows = st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=5)


@given(cells)
def test_a_guarded_cell_never_runs_and_comes_back_as_it_was_guarded(text: str) -> None:
    inside = guarded(text)
    assert not inside.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert guarded(unguarded(inside)) == inside


@settings(max_examples=60, deadline=None)
@given(rows)
def test_what_is_written_is_read_back_the_same_from_both_kinds_of_file(said: Sequence[Sequence[str]]) -> None:
    meant = [[unguarded(guarded(cell)) for cell in row] for row in (("No", "Action"), *said)]
    for data in (written_separated(meant).encode(), written_workbook(meant, "Tracker")):
        found = [row + [""] * (2 - len(row)) for row in texts(read_sheet(data, "file"))]
        assert found + [["", ""]] * (len(meant) - len(found)) == meant


def test_no_cell_of_a_workbook_of_ours_is_a_formula() -> None:
    data = written_workbook([["Action"], [HOSTILE], ["+1"], ["@SUM(A1)"], ["-2+3"]], "Tracker")
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert all(not str(cell.value).startswith(("=", "+", "-", "@")) for row in sheet.iter_rows() for cell in row)


def test_a_workbook_refuses_what_a_cell_cannot_hold_and_cuts_nothing() -> None:
    written_workbook([["x" * LONGEST]], "Tracker")
    with pytest.raises(InputError, match=r"row 1.*32,768"):
        written_workbook([["x" * (LONGEST + 1)]], "Tracker")
