"""Working days of England and Wales, calendar months, and the day to act by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain.working_days import (
    act_by,
    add_months,
    add_working_days,
    bank_holidays,
    is_working_day,
    working_days_before,
    working_days_between,
)

HOLIDAYS = {
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
}
days = st.dates(date(2013, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("year", HOLIDAYS)
def test_bank_holidays_are_those_of_england_and_wales(year: int) -> None:
    on_weekdays = sorted(day for day in bank_holidays(year) if day.weekday() < 5)

    assert on_weekdays == [date.fromisoformat(f"{year}-{day}") for day in HOLIDAYS[year].split()]


def test_one_off_bank_holidays_are_known() -> None:
    assert not is_working_day(date(2022, 9, 19))
    assert not is_working_day(date(2023, 5, 8))


def test_a_holiday_of_scotland_alone_is_a_working_day() -> None:
    assert is_working_day(date(2018, 1, 2))


@given(days, st.integers(1, 30))
def test_adding_lands_on_a_working_day_with_so_many_between(day: date, count: int) -> None:
    later = add_working_days(day, count)

    assert is_working_day(later)
    assert working_days_between(day, later) == count
    assert working_days_between(later, day) == -count


@given(days, st.integers(1, 30))
def test_counting_back_never_counts_the_day_itself(day: date, count: int) -> None:
    earlier = working_days_before(day, count)

    assert is_working_day(earlier)
    assert sum(is_working_day(earlier + timedelta(days=ahead)) for ahead in range((day - earlier).days)) == count


def test_working_days_are_not_counted_by_sign() -> None:
    with pytest.raises(ValueError, match="by name, not by sign"):
        add_working_days(date(2018, 3, 29), -1)


def test_days_left_are_none_on_the_day_itself() -> None:
    assert working_days_between(date(2018, 3, 29), date(2018, 3, 29)) == 0


@given(days)
def test_the_day_to_act_by_is_never_later_than_the_limit(due: date) -> None:
    by = act_by(due)

    assert by <= due
    assert is_working_day(by)
    assert (by == due) == is_working_day(due)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2017, 8, 31), 6, date(2018, 2, 28)),
        (date(2017, 12, 15), 1, date(2018, 1, 15)),
        (date(2018, 3, 31), -1, date(2018, 2, 28)),
        (date(2018, 1, 1), -1, date(2017, 12, 1)),
    ],
)
def test_a_month_keeps_the_day_number_where_it_can(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected
