"""Chronologies of invented agencies, merged by the rules of the program, for tests of how they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.merge import Entry
from sscb_tui.domain.terms import YesNo
from sscb_tui.services.chronology_view import view_of
from sscb_tui.services.views import MergedChronology

INCIDENT = date(2026, 11, 2)
NAMES = {"POL": "Police", "CSC": "Social care", "HSG": "Housing", "CHS": "City Hospitals"}
PEOPLE = (("P1 the child", ("P1", "child")), ("P2 mother", ("P2", "mother")))
SEEN, UNSEEN = YesNo.YES, YesNo.NO


def row(on: str, event: str, seen: YesNo = YesNo.UNDETERMINED, *, key: bool = False, people: str = "") -> ChronologyRow:
    """One row as an agency wrote it."""
    return ChronologyRow(on=stated(on), event=event, child_seen=seen, key=key, people=people)


def document(agency: str, *rows: ChronologyRow) -> list[Entry]:
    """One agency's rows in the order of its document."""
    return [Entry(agency, each, "return", f"of-{agency}", place) for place, each in enumerate(rows, 1)]


def chronology(*documents: Sequence[Entry], incident: date | None = INCIDENT) -> MergedChronology:
    """Documents merged as the meeting sees them."""
    return view_of((entry for each in documents for entry in each), incident, PEOPLE)


PRECISIONS = (
    ("12 Oct 2026", "• exact"),
    ("early March 2012", "≈ approx."),
    ("March 2012", "▍ month"),
    ("Spring 2010", "▋ season"),
    ("2009", "█ year"),
    ("30 Dec 2006 to Feb 2007", "↔ range"),
    ("two days later", "? undated"),
    ("?", "? undated"),
)


def every_precision() -> MergedChronology:
    """A row of every way to say a date; the last agency has nothing but a question mark."""
    police = (row(on, f"Long enough a story to need three lines, told of “{on}”") for on, _ in PRECISIONS[:-1])
    return chronology(document("POL", *police), document("HSG", row("?", "Arrears letter of an unreadable date")))


def told_twice() -> MergedChronology:
    """One call-out as three agencies tell it, and one far away from it."""
    return chronology(
        document(
            "POL", row("12 Oct 2026", "Call-out, shouting; children asleep", UNSEEN, key=True), row("?", "Rang back")
        ),
        document("CSC", row("13 Oct 2026", "Police call-out, shouting; children seen", SEEN)),
        document("HSG", row("2026", "Call-out by police, shouting"), row("1 July 2026", "Mother paid the rent")),
    )
