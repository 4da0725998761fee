"""Before a report leaves the Board, every name of the case is found in it, also where it is misspelt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sscb_tui.domain.family import FamilyMember
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming.scanning import scan


@pytest.fixture
def family(file: CaseFile) -> CaseFile:
    """A child with a grandmother whose first name is easily misspelt."""
    child = file.case.child.but(
        name="Robin Madeupsson", date_of_birth=date(2026, 6, 20), home_address="14 Nowhere Road, Exampleton, ZZ9 9ZZ"
    )
    members = (
        FamilyMember(name="Maureen Pretender", relationship="grandmother"),
        FamilyMember(name="Nora Specimen", relationship="mother"),
    )
    return replace(file, case=file.case.but(pseudonym="Baby Penny", child=child, family=members, other_children=()))


def words(file: CaseFile, text: str) -> list[str]:
    return [hit.words for hit in scan(file, text)]


@pytest.mark.parametrize(
    "slip", ["Maureene", "Maurene", "Mauren", "Muareen", "Maurreen", "Moreen", "Maureen’s", "MAUREEEN", "Màureen"]
)
def test_a_grandmothers_misspelt_first_name_is_found(family: CaseFile, slip: str) -> None:
    (hit,) = scan(family, f"First line.\nThe grandmother, {slip}, was there.")
    assert hit.words in slip
    assert hit.line == 2
    assert "grandmother" in hit.context


@pytest.mark.parametrize("word", ["Manner", "Matured", "Sureness", "Norway", "Robins", "Specimens", "Pretence"])
def test_other_words_are_left_alone_or_are_near_enough_to_look_at(family: CaseFile, word: str) -> None:
    near = {"Robins", "Specimens", "Pretence"}
    assert bool(words(family, f"Then {word} came up.")) is (word in near)


def test_short_names_are_found_a_letter_off_and_not_two(family: CaseFile) -> None:
    assert words(family, "She asked Norra and Nara.") == ["Norra", "Nara"]
    assert words(family, "She asked Norris, Dora and No.") == []


def test_a_lower_case_word_is_a_name_only_if_it_is_one(family: CaseFile) -> None:
    assert words(family, "The robins and the morning; a pretended account.") == ["robin"]


@pytest.mark.parametrize(
    "mark",
    ["20 June 2026", "20/06/2026", "ZZ9 9ZZ", "Nowhere Rd", "sam@example.invalid", "0191 496 0000", "07700900123"],
)
def test_births_addresses_and_contacts_are_found(family: CaseFile, mark: str) -> None:
    assert words(family, f"It says {mark} there.")


def test_the_pseudonym_and_ordinary_numbers_are_no_hits(family: CaseFile) -> None:
    text = "Baby Penny was seen on 4 of 12 visits in 2026, by 3 agencies. Baby Penny’s cot was empty; see page 1234567."
    assert words(family, text) == []
