"""Names, dates of birth and addresses in people's own words are found and replaced; nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_tui.domain.dates import stated
from sscb_tui.domain.family import FamilyMember, OtherChild
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import Names, names_of
from sscb_tui.domain.terms import YesNo


@pytest.fixture
def family(file: CaseFile) -> CaseFile:
    """A case of one child with a family of shared, ordinary and accented names."""
    child = file.case.child.but(
        name="Robin Zoë Madeupsson",
        also_known_as="Bobbin",
        date_of_birth=date(2026, 6, 20),
        home_address="Flat 2, 14 Nowhere Road, Exampleton, ZZ9 9ZZ",
        nhs_number="943 476 5919",
        outcome_on=stated("2 Nov 2026"),
    )
    members = (
        FamilyMember(name="Sam Madeupsson", relationship="mother", date_of_birth="3 March 2001"),
        FamilyMember(name="Will Fictional", relationship="Mother's partner", also_known_as="Lex or Big Will"),
        FamilyMember(name="June Pretender", relationship="grandmother", address="7 Invented St"),
    )
    others = (OtherChild(name="Kit Madeupsson", whereabouts="with kin", safe=YesNo.YES, action="placed"),)
    return replace(file, case=file.case.but(pseudonym="Child Q", child=child, family=members, other_children=others))


@pytest.fixture
def names(family: CaseFile) -> Names:
    """What to look for in the words of that case."""
    return names_of(family)


SAID = [
    ("Robin was seen.", "Child Q was seen."),
    ("Seen: Robin Madeupsson, alone", "Seen: Child Q, alone"),
    ("MADEUPSSON, Robin (male)", "Child Q (male)"),
    ("robin zoe madeupsson cried", "Child Q cried"),
    ("Zoë slept; ZOË woke", "Child Q slept; Child Q woke"),
    ("Robin’s cot and Sam's bed", "Child Q’s cot and the mother's bed"),
    ("Robin-Zoë Madeupsson", "Child Q"),
    ("the Madeupssons moved", "the ‹surname›s moved"),
    ("Ms Madeupsson refused", "Ms ‹surname› refused"),
    ("Ms S. Madeupsson refused", "The mother refused"),
    ("saw Mr Fictional", "saw the mother's partner"),
    ("his mother Sam, and his sister Kit too", "his mother, and his sister too"),
    ("Sam and Robin", "The mother and Child Q"),
    ("Sam, Robin and Kit came", "The mother, Child Q and the other child came"),
    ("Kit Madeupsson; a first-aid kit", "The other child; a first-aid kit"),
    ("Will will not come. Lex came.", "The mother's partner will not come. The mother's partner came."),
    (
        "June said that in June 2026, on 3 June, early June",
        "The grandmother said that in June 2026, on 3 June, early June",
    ),
    ("Ex Ample called", "Ex Ample called"),
    ("_Robin_ and **Sam**", "_Child Q_ and **the mother**"),
    ("Ro\u200bbin hid", "Child Q hid"),
    ("spelt Madeupsonn there; Mr Maddison", "spelt ‹surname› there; Mr Maddison"),
    ("Robin Madeupsen was registered", "Child Q was registered"),
    ("robinmadeup@nowhere.invalid", "robinmadeup@nowhere.invalid"),
    ("Robinson and Samuel", "Robinson and Samuel"),
    ("born 20 June 2026", "born ‹date of birth›"),
    ("DOB 20/06/2026, 20.6.26, 2026-06-20, 20th Jun 2026", "DOB " + ", ".join(["‹date of birth›"] * 4)),
    ("June 20th, 2026", "‹date of birth›"),
    ("120/06/2026 and 20 June 2025", "120/06/2026 and 20 June 2025"),
    ("born on 21 June 2026; born at term", "born on ‹date of birth›; born at term"),
    ("Date of birth on our record: 2 Nov 2024", "Date of birth on our record: ‹date of birth›"),
    ("Date of birth: 21.06.26, seen 22 June 2026", "Date of birth: ‹date of birth›, seen 22 June 2026"),
    ("mother (03/03/2001)", "mother (‹date of birth›)"),
    ("Flat 2, 14 Nowhere Road, Exampleton, ZZ9 9ZZ", "‹address›"),
    ("at 14 Nowhere Rd, again", "at ‹address›, again"),
    ("on Nowhere Road", "on ‹address›"),
    ("flat at zz99zz", "flat at ‹address›"),
    ("7 Invented Street", "‹address›"),
    ("in Exampleton", "in Exampleton"),
    ("NHS 9434765919", "NHS ‹number›"),
    ("P. Invented, named nurse", "P. Invented, named nurse"),
]


@pytest.mark.parametrize(("said", "masked"), SAID, ids=[said[:30] for said, _ in SAID])
def test_words_that_identify_are_replaced_by_who_they_mean(names: Names, said: str, masked: str) -> None:
    assert names.masked(said) == masked


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        ("cared for by Wilhelmena", "cared for by the grandmother 2"),
        ("cared for by Willhelmina’s friend", "cared for by the grandmother 2 friend"),
        ("Wilhelmena Pretender came", "The grandmother 2 ‹surname› came"),
        ("Wilberforce and Wilfred", "Wilberforce and Wilfred"),
        ("wilhelmenite", "wilhelmenite"),
        ("Kid and Simm", "Kid and Simm"),
    ],
)
def test_a_long_first_name_is_found_off_by_a_letter_or_two_and_a_short_one_is_another_name(
    family: CaseFile, said: str, masked: str
) -> None:
    grandmother = FamilyMember(name="Wilhelmina Pretender", relationship="grandmother")
    case = family.case.but(family=(*family.case.family, grandmother))
    assert names_of(replace(family, case=case)).masked(said) == masked


def test_a_misspelt_first_name_two_people_bear_is_only_a_name(family: CaseFile) -> None:
    people = [FamilyMember(name=f"Wilhelmina {last}", relationship="aunt") for last in ("Pretender", "Fictional")]
    case = family.case.but(family=(*family.case.family, *people))
    assert names_of(replace(family, case=case)).masked("by Wilhelmena") == "by ‹name›"


def test_what_was_found_says_where_it_stands_and_what_stands_instead(names: Names) -> None:
    text = "Zoë, of 14 Nowhere Road: Sam’s baby"
    found = names.found(text)
    assert [each.words for each in found] == ["Zoë", "14 Nowhere Road", "Sam"]
    assert [text[each.start : each.end] for each in found] == [each.words for each in found]
    assert [each.instead for each in found] == ["Child Q", "‹address›", "the mother"]


def test_a_sibling_with_a_case_of_its_own_has_its_own_pseudonym(family: CaseFile) -> None:
    other = family.case.but(
        id="case-2", reference="SSCB/2026/005", pseudonym="Child R", child=family.case.child.but(name="Kit Madeupsson")
    )
    assert names_of(replace(family, siblings=(other,))).masked("Kit and Robin") == "Child R and Child Q"


def test_an_anonymous_referrer_stays_anonymous(family: CaseFile) -> None:
    referral = family.case.referral
    secret = referral.but(referrer=referral.referrer.but(name="Neighbour Nosuch", anonymous=True))
    case = family.case.but(referral=secret)
    assert names_of(replace(family, case=case)).masked("told by Nosuch") == "told by the referrer"


def test_a_child_without_a_name_hides_nothing_and_breaks_nothing(family: CaseFile) -> None:
    child = family.case.child.but(name="Unknown", also_known_as="", home_address="unknown", nhs_number="")
    case = family.case.but(child=child, family=(), other_children=(), discussion=None)
    assert names_of(replace(family, case=case)).masked("Nobody is unknown here.") == "Nobody is unknown here."


WORDS = st.lists(
    st.sampled_from(
        ["Robin", "ZOË", "Madeupsson", "Sam", "14 Nowhere Road", "20/06/2026", "’s", "-", ", ", "\n", "ﬁ", "x"]
    )
    | st.text(max_size=5)
).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS)
def test_nothing_is_left_to_find_and_what_was_found_lies_in_order(text: str, names: Names) -> None:
    found = names.found(text)
    assert all(text[each.start : each.end] == each.words for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert not names.found(names.masked(text))


def test_a_megabyte_is_searched_whole(names: Names) -> None:
    text = "Robin’s health visitor saw the baby, who was settled; the mother said that all was well. " * 10_000
    assert names.masked(text).count("Child Q’s") == 10_000
