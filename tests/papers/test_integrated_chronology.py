"""The integrated chronology: every agency's words once, marks explained, silences named, and no formula in its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Paper

Golden = Callable[[str, str], None]


def rows(file: CaseFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(MarkdownPapers().chronology_csv(file), newline="")))


def with_event(file: CaseFile, event: str) -> CaseFile:
    (held,) = file.chronology_files
    first = held.rows[0]
    changed = first.but(row=first.row.but(event=event))
    return replace(file, chronology_files=(held.but(rows=(changed, *held.rows[1:])),))


def test_the_csv_stands_as_it_was_approved(file: CaseFile, golden: Golden) -> None:
    golden("chronology.csv", MarkdownPapers().chronology_csv(file))


def test_every_row_is_there_once_in_order_with_its_date_as_typed(file: CaseFile) -> None:
    assert [(row["date"], row["agency"]) for row in rows(file)] == [
        ("12 Jan 2026", "CSC"),
        ("about March 2026", "POL"),
        ("Spring 2026", "CSC"),
        ("‹date of birth›", "CHS"),
        ("two days later", "CHS"),
        ("9 Sep 2026", "POL"),
        ("10 Sept 2026", "CSC"),
        ("?", "HOU"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "＝", "\n="])
def test_no_cell_of_the_csv_is_a_formula(file: CaseFile, start: str) -> None:
    event = rows(with_event(file, f"{start}1+1"))[0]["event"]
    assert event.startswith("'")
    assert event.endswith("1+1")


def test_words_of_a_row_cannot_break_the_table_or_the_terminal(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    hostile = with_event(file, "a | b\n# c <b> \x1b[31m")
    text = MarkdownPapers().write(Paper.CHRONOLOGY, hostile, board, printed)
    assert "a \\| b ↵ \\# c \\<b\\> ␛\\[31m" in text
    assert "\x1b" not in MarkdownPapers().chronology_csv(hostile)


def test_a_call_out_told_twice_is_marked_and_what_differs_is_named(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = MarkdownPapers().write(Paper.CHRONOLOGY, file, board, printed)
    assert "● ≠1 Call-out: shouting" in text
    assert "≠1 Told by police of a call-out" in text
    assert "The accounts differ in: date, child seen, words." in text


def test_silences_before_the_incident_are_named(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    text = MarkdownPapers().write(Paper.CHRONOLOGY, file, board, printed)
    assert "81 days unseen" in text
    assert "54 days unseen" in text
    assert "2 Nov 2026 (the incident)" in text


def test_without_any_row_there_is_no_csv_either(file: CaseFile) -> None:
    with pytest.raises(NotFoundError, match="no chronology"):
        MarkdownPapers().chronology_csv(replace(file, requests=(), chronology_files=()))
