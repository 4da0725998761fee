"""Dates as people state them: read as far as they go, kept exactly, never completed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sscb_tui.domain.dates import StatedDate, read_date, shown, stated
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.terms import Precision

READ = [
    ("2 Nov 2026", "exact", "2026-11-02", "2026-11-02"),
    ("02/11/2026", "exact", "2026-11-02", "2026-11-02"),
    ("2026-11-02", "exact", "2026-11-02", "2026-11-02"),
    ("12 October 2026", "exact", "2026-10-12", "2026-10-12"),
    ("2nd of November 2026", "exact", "2026-11-02", "2026-11-02"),
    ("November 2, 2026", "exact", "2026-11-02", "2026-11-02"),
    ("2.11.2026", "exact", "2026-11-02", "2026-11-02"),
    ("Monday 2 November 2026 at 14:30", "exact", "2026-11-02", "2026-11-02"),
    ("29 Feb 2012", "exact", "2012-02-29", "2012-02-29"),
    ("  12  SEPT 2026 ", "exact", "2026-09-12", "2026-09-12"),
    ("March 2012", "month", "2012-03-01", "2012-03-31"),
    ("Feb 2012", "month", "2012-02-01", "2012-02-29"),
    ("12/2012", "month", "2012-12-01", "2012-12-31"),
    ("early March 2012", "approximate", "2012-03-01", "2012-03-10"),
    ("mid-March 2012", "approximate", "2012-03-11", "2012-03-20"),
    ("late March 2012", "approximate", "2012-03-21", "2012-03-31"),
    ("late Feb 2012", "approximate", "2012-02-21", "2012-02-29"),
    ("mid 2012", "approximate", "2012-05-01", "2012-08-31"),
    ("late summer 2010", "approximate", "2010-06-01", "2010-08-31"),
    ("about 2 Nov 2026", "approximate", "2026-10-26", "2026-11-09"),
    ("c. March 2012", "approximate", "2012-01-31", "2012-04-30"),
    ("approx 2012", "approximate", "2011-01-01", "2013-12-31"),
    ("c2012", "approximate", "2011-01-01", "2013-12-31"),
    ("about 2-5 Nov 2026", "approximate", "2026-10-26", "2026-11-12"),
    ("2012", "year", "2012-01-01", "2012-12-31"),
    ("Spring 2010", "season", "2010-03-01", "2010-05-31"),
    ("winter 2011", "season", "2011-12-01", "2012-02-29"),
    ("30 Dec 2006 to Feb 2007", "range", "2006-12-30", "2007-02-28"),
    ("2010-2012", "range", "2010-01-01", "2012-12-31"),
    ("Mar-May 2011", "range", "2011-03-01", "2011-05-31"),
    ("2–5 Nov 2026", "range", "2026-11-02", "2026-11-05"),
    ("1 Mar to 3 April 2012", "range", "2012-03-01", "2012-04-03"),
    ("2020-01-01 to 2020-02-01", "range", "2020-01-01", "2020-02-01"),
    ("early - late March 2012", "range", "2012-03-01", "2012-03-31"),
    ("between March and May 2011", "range", "2011-03-01", "2011-05-31"),
]
UNDATED = [
    *("?", "", "   ", "unknown", "n/k", "before he was born", "31 Feb 2012", "29 Feb 2023", "13/2012", "31/04/2012"),
    *("2/3/12", "12 Oct 26", "Mar 11", "spring 10", "2010-11", "2012-03", "2012-1", "99/99/9999", "0000", "9999"),
    *(
        "Tuesday 2 Nov 2026",
        "2012 to 2010",
        "30 Dec - 5 Jan 2007",
        "to",
        "-",
        "early 2 Nov 2026",
        "about ?",
        "２０１２",
    ),
]


@pytest.mark.parametrize(("text", "precision", "earliest", "latest"), READ)
def test_a_date_is_read_as_far_as_it_goes(text: str, precision: str, earliest: str, latest: str) -> None:
    read = stated(text)

    assert read == StatedDate(
        text=text,
        precision=Precision(precision),
        earliest=date.fromisoformat(earliest),
        latest=date.fromisoformat(latest),
    )


@pytest.mark.parametrize("text", UNDATED)
def test_what_cannot_be_read_is_undated_and_kept(text: str) -> None:
    assert stated(text) == StatedDate(text=text, precision=Precision.UNDATED)


words = st.sampled_from(
    re.split(
        " ", "2 31 02 11 2026 2012 1899 12 March feb to - – early mid late about c. spring winter / . ? and at 14:30"
    )
)


@given(st.one_of(st.text(), st.lists(words, max_size=8).map(" ".join), st.lists(words, max_size=8).map("".join)))
def test_the_text_is_always_kept_and_reading_never_fails(text: str) -> None:
    read = stated(text)

    assert read.text == text
    assert (read.precision is Precision.UNDATED) == (read.earliest is None)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_as_shown_reads_back_as_itself(day: date) -> None:
    assert read_date(shown(day)) == day
    assert read_date(f"{day:%d/%m/%Y}") == day
    assert read_date(day.isoformat()) == day
    assert stated(shown(day)).earliest == day


def test_a_very_long_text_is_undated_at_once() -> None:
    assert stated("2 " * 50_000).precision is Precision.UNDATED


def test_a_file_may_give_the_text_alone() -> None:
    assert StatedDate.model_validate_json('"March 2012"') == stated("March 2012")
    assert StatedDate.model_validate(stated("2012").model_dump(mode="json")) == stated("2012")


def test_the_schema_allows_the_text_alone() -> None:
    kinds = TypeAdapter(StatedDate).json_schema()["anyOf"]

    assert [kind.get("type") for kind in kinds] == ["string", "object"]


def test_a_derived_range_is_whole_and_runs_forward() -> None:
    with pytest.raises(ValidationError, match="both ends or neither"):
        StatedDate(text="2012", precision=Precision.YEAR, earliest=date(2012, 1, 1))
    with pytest.raises(ValidationError, match="ends before it begins"):
        StatedDate(text="x", precision=Precision.RANGE, earliest=date(2012, 1, 2), latest=date(2012, 1, 1))


@pytest.mark.parametrize("text", ["", "March 2012", "31/02/2026", "2/3/12", "tomorrow"])
def test_a_strict_field_names_the_forms_it_takes(text: str) -> None:
    with pytest.raises(InputError, match="2 Nov 2026, 02/11/2026 or 2026-11-02") as refused:
        read_date(text, "due")

    assert refused.value.problems[0].where == "due"
