"""What counts as a repeat, and what never may: a text in which anything that could matter differs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain.novelty import SHORTEST, Told, repeats

START = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
LETTER = (
    "Officers were called to the address by a neighbour who had heard shouting. A door was damaged and the baby was "
    "seen asleep in a cot in the back bedroom. Both adults had been drinking and were given words of advice before "
    "they left."
)


def told(agency: str, text: str, day: int = 0, question: str = "F4.C1") -> Told:
    return Told(agency, question, text, START + timedelta(days=day))


def test_a_copied_answer_folds_to_the_one_received_first() -> None:
    found = repeats([told("CSC", LETTER, 3), told("POL", LETTER, 1), told("HSG", LETTER, 2, "F4.G4")])
    assert found == {("CSC", "F4.C1"): ("POL", "F4.C1"), ("HSG", "F4.G4"): ("POL", "F4.C1")}


@pytest.mark.parametrize(
    "text",
    [
        LETTER.replace("damaged", "broken"),
        LETTER.replace("  ", " ").replace(". ", ".\n\n"),
        f"{LETTER} This was logged as usual.",
    ],
)
def test_a_word_changed_or_a_line_broken_is_still_a_repeat(text: str) -> None:
    assert repeats([told("POL", LETTER), told("CSC", text, 1)]) == {("CSC", "F4.C1"): ("POL", "F4.C1")}


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ("was seen", "was not seen"),
        ("seen asleep", "unseen asleep"),
        ("a neighbour", "one neighbour"),
        ("A door", "Door 4"),
        ("Both adults", "Both Adults"),
        ("was damaged", "wasn't damaged"),
        ("address by", "address of Alex Placeholder by"),
        ("before they left", "after they left"),
        ("words of advice", "advice"),
    ],
)
def test_what_could_matter_is_never_folded(was: str, is_now: str) -> None:
    changed = LETTER.replace(was, is_now)
    assert changed != LETTER
    folds = was == "words of advice"
    assert bool(repeats([told("POL", LETTER), told("CSC", changed, 1)])) is folds


def test_the_same_facts_in_other_words_are_kept() -> None:
    other = (
        "A neighbour telephoned because of raised voices. Our response crew found a broken door, two intoxicated "
        "adults and a sleeping infant in the rear bedroom; nobody was arrested and the matter was closed with "
        "advice to both."
    )
    assert repeats([told("POL", LETTER), told("CSC", other, 1)]) == {}


def test_short_texts_and_an_agency_s_own_words_are_kept() -> None:
    short = " ".join(["quiet"] * (SHORTEST - 1))
    assert repeats([told("POL", short), told("CSC", short, 1)]) == {}
    assert repeats([told("POL", LETTER), told("POL", LETTER, 1, "F4.G4")]) == {}


WORDS = st.lists(
    st.sampled_from(("the", "baby", "was", "seen", "in", "a", "cot", "at", "home", "slept", "well")), min_size=25
)
DIFFERENT = st.sampled_from(
    ("not", "never", "no", "7", "Placeholder", "14/09/2026", "without", "two", "unseen", "didn't")
)


@given(words=WORDS, extra=DIFFERENT, place=st.integers(0, 1000), instead=st.booleans())
def test_no_number_name_or_negation_is_ever_folded_away(
    words: list[str], extra: str, place: int, instead: bool
) -> None:
    at = place % len(words)
    changed = [*words[:at], extra, *words[at + instead :]]
    for first, second in ((words, changed), (changed, words)):
        assert repeats([told("POL", " ".join(first)), told("CSC", " ".join(second), 1)]) == {}


@given(words=WORDS)
def test_the_very_same_words_always_fold(words: list[str]) -> None:
    text = " ".join(words)
    assert repeats([told("CSC", text, 1), told("POL", text)]) == {("CSC", "F4.C1"): ("POL", "F4.C1")}


@given(words=WORDS, place=st.integers(0, 1000))
def test_a_negation_is_not_folded_where_it_moves(words: list[str], place: int) -> None:
    one, other = place % len(words), (place // 7) % len(words)
    first, second = [*words[:one], "not", *words[one:]], [*words[:other], "not", *words[other:]]
    if " ".join(first).split("not ")[-1].split()[:1] != " ".join(second).split("not ")[-1].split()[:1]:
        assert repeats([told("POL", " ".join(first)), told("CSC", " ".join(second), 1)]) == {}
