"""The open clocks as a calendar file: what is open and no more, on the day to act by, and nobody's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from icalendar import Calendar

from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.services.clockwork import duty_row
from sscb_tui.services.views import DutyRow

ON = date(2026, 12, 7)


@pytest.fixture
def rows(file: CaseFile) -> list[DutyRow]:
    """The clocks of the invented case."""
    return [duty_row(duty, file.case, ON) for duty in file.duties]


def entries(text: str) -> list[dict[str, str]]:
    read = Calendar.from_ical(text)
    return [{name: str(event[name]) for name in ("SUMMARY", "DESCRIPTION", "UID")} for event in read.walk("VEVENT")]


def test_every_open_clock_has_one_entry_and_nothing_else_has(
    rows: list[DutyRow], board: BoardSettings, printed: datetime
) -> None:
    text = MarkdownPapers().calendar(rows, board, printed)
    assert [each["UID"] for each in entries(text)] == [f"{row.duty_id}@sscb-tui" for row in rows if row.is_open]
    assert "CK-1 " not in text  # done
    assert "CK-10" not in text  # for information
    assert text.endswith("END:VCALENDAR\r\n")


def test_an_entry_stands_on_the_day_to_act_by_and_says_when_it_is_due(
    rows: list[DutyRow], board: BoardSettings, printed: datetime
) -> None:
    row = replace(next(row for row in rows if row.clock == "CK-5"), due=date(2026, 12, 25), act_by=date(2026, 12, 24))
    text = MarkdownPapers().calendar([row], board, printed)
    assert "DTSTART;VALUE=DATE:20261224" in text
    (entry,) = entries(text)
    assert entry["SUMMARY"] == "CK-5 complete the Serious Case Review · SSCB/2026/004 · Child Q"
    assert entry["DESCRIPTION"].startswith("Due 25 Dec 2026, SHOULD: WT2015 ch.4.")


@pytest.mark.parametrize("hostile", ["Child Q\r\nBEGIN:VEVENT", "a;b,c\\d", "\x1b[31mQ", "x" * 300])
def test_no_pseudonym_can_end_an_entry(
    rows: list[DutyRow], board: BoardSettings, printed: datetime, hostile: str
) -> None:
    (row,) = [replace(row, pseudonym=hostile) for row in rows if row.clock == "CK-5"]
    text = MarkdownPapers().calendar([row], board, printed)
    assert len(entries(text)) == 1
    assert "\x1b" not in text


def test_reasons_and_notes_stay_at_home(rows: list[DutyRow], board: BoardSettings, printed: datetime) -> None:
    told = [replace(row, overrun_reason="Robin was ill", proof="Robin", method="Robin") for row in rows]
    assert "Robin" not in MarkdownPapers().calendar(told, board, printed)


def test_the_file_is_named_after_whose_clocks_they_are(board: BoardSettings, printed: datetime) -> None:
    name = MarkdownPapers().calendar_filename("SSCB/2026/004", board, printed)
    assert name == "SSCB-2026-004_duties_OFFICIAL-SENSITIVE_2026-12-07.ics"
