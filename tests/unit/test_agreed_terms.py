"""Whose an action is and by when, as people type it round a table."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.due import due_day
from sscb_tui.domain.owners import Owner, matching, named

TODAY = date(2026, 11, 23)
POLICE, SOCIAL = Owner("Police", "POL", "Police"), Owner("Social care", "CSC", "Social care")
HOUSING = Owner("Housing", "HSG", "Housing")
NURSE_A = Owner("N. Nurse (City)", "CHS", "Nurse", "N. Nurse")
NURSE_B = Owner("N. Nurse (GPs)", "CCG", "Nurse", "N. Nurse")
EVERYBODY = (POLICE, SOCIAL, HOUSING, NURSE_A, NURSE_B)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9 Dec", date(2026, 12, 9)),
        ("9 Nov", date(2027, 11, 9)),
        ("23 Nov", TODAY),
        ("9/12", date(2026, 12, 9)),
        ("9.12", date(2026, 12, 9)),
        ("Dec 9", date(2026, 12, 9)),
        ("9 Nov 2026", date(2026, 11, 9)),
        ("+7", date(2026, 11, 30)),
        ("+ 10 days", date(2026, 12, 3)),
        ("29 Feb", date(2028, 2, 29)),
        ("31 Feb", None),
        ("Friday", None),
        ("next meeting", None),
        ("", None),
    ],
)
def test_a_day_is_understood_or_it_is_not(typed: str, meant: date | None) -> None:
    assert due_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pol", POLICE),
        ("POL", POLICE),
        ("csc", SOCIAL),
        ("care", SOCIAL),
        ("HOUSING", HOUSING),
        ("N. Nurse", None),
        ("n. nurse (gps)", NURSE_B),
        ("nobody", None),
        ("", None),
    ],
)
def test_an_owner_is_named_by_code_name_or_the_beginning_of_a_word(typed: str, meant: Owner | None) -> None:
    assert named(typed, EVERYBODY) == meant


def test_nothing_typed_offers_everybody_and_letters_offer_the_nearest_first() -> None:
    assert matching("", EVERYBODY) == EVERYBODY
    assert matching("n", EVERYBODY) == (NURSE_A, NURSE_B)
