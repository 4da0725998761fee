"""Words as the screens write them: headings, a correction at any width, the places of a page."""

from __future__ import annotations

from datetime import UTC, datetime

from screens.scoping_room_words import place_words
from screens.widgets.minute_words import Names, line_words
from screens.words import capital
from sscb_tui.domain.base import LineId, MeetingId
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.terms import LineKind

AT = datetime(2026, 11, 25, 20, 1, tzinfo=UTC)


def test_a_heading_keeps_the_capitals_of_a_name() -> None:
    assert capital("CCG and GPs's view") == "CCG and GPs's view"
    assert capital("settle a conflict") == "Settle a conflict"
    assert capital("") == ""


def test_the_last_page_may_hold_one_agency() -> None:
    assert (place_words(1, 9), place_words(10, 10)) == ("1-9", "10")


def test_a_long_correction_begins_below_its_date_and_fills_the_line() -> None:
    said = "the log of 9 Oct was for 10 Oct"
    line = MinuteLine(
        id=LineId("line"),
        meeting_id=MeetingId("met"),
        number=1,
        at=AT,
        kind=LineKind.CORRECTION,
        text=said,
        by="LIIP Chair",
    )
    narrow = line_words(line, Names(), 60, under=True).plain.split("\n")
    assert narrow[1:] == [" " * 14 + said]
    assert "\n" not in line_words(line, Names(), 100, under=True).plain
