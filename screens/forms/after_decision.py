"""What is asked when a signed decision is questioned, reopened or corrected, and when legal advice is put on record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from screens.forms import when
from screens.forms.spec import Field, Kind, Section
from screens.forms.verdict import DATE_HELP
from sscb_tui.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from screens.forms.spec import Values

ADDENDUM = Section(
    "Addendum to the decision",
    (Field("words", "Correction", Kind.LONG, required=True, help="What is corrected, and how it should read."),),
    intro="It prints under the record with your name and the time. Nothing in the record changes.",
)
PANEL = Section(
    "The national panel's letter",
    (
        Field("on", "Date of the letter", Kind.DATE, required=True),
        Field("reference", "Its reference", required=True),
        Field("words", "What it asks or advises", Kind.LONG, required=True),
    ),
    intro="The Chair decides again, and says how regard was had to the advice. The decision that stands is kept.",
)
NEWS = Section(
    "New information",
    (
        Field("on", "Known on", Kind.DATE, required=True, help="Day 0 of a new decision clock."),
        Field("words", "What is newly known, and from whom", Kind.LONG, required=True),
    ),
    intro="The Chair decides again within a month. The decision that stands is kept.",
)
LEGAL = Section(
    "Legal advice, privileged",
    (
        Field("reference", "Reference", required=True, help="The decision may cite it, and says no more."),
        Field("given_by", "Given by", required=True),
        Field("on", "Given on", Kind.DATE, required=True),
        Field("text", "The advice", Kind.LONG, required=True),
    ),
    intro="Read by the Chair, the Business Manager and the legal adviser; in no case file, paper or pack.",
)


def on_day(typed: Values) -> date:
    """The day that was asked for."""
    day = when.day(str(typed["on"]))
    if day is None:
        raise InputError([Problem("date", "is not a day in full.", DATE_HELP)])
    return day
