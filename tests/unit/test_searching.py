"""Words are found whatever their capitals and accents, and marked exactly where they stand in the text as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain.searching import snippet, telling, wanted, words_in
from sscb_tui.domain.text import folded, folded_signs

ODD = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from('łŁøÆßéİﬁ½e\u0301 \n"-')))


def marked(question: str, text: str) -> list[str]:
    return [text[start:end] for start, end in wanted(question).spans(text)]


@pytest.mark.parametrize(
    ("question", "text", "marks"),
    [
        ("lukasz", "Mr Łukasz Przykład", ["Łukasz"]),
        ("przyklad", "Mr Łukasz Przykład", ["Przykład"]),
        ("strasse", "in der Straße 4", ["Straße"]),
        ("aero", "to Ærø and back", ["Ærø"]),
        ("zoe", "Zoe\u0308 was seen", ["Zoe\u0308"]),
        ("ZOË", "zoe was seen", ["zoe"]),
        ("brui", "Bruises, bruising; no bruise", ["Bruises", "bruising", "bruise"]),
        ("cheek bruise", "a bruise to the left cheek", ["bruise", "cheek"]),
        ('"left cheek"', "left arm, left cheek", ["left cheek"]),
        ('"left che"', "left cheek", []),
        ('"left che', "the left cheek", ["left cheek"]),
        ("“left cheek”", "the left cheek", ["left cheek"]),
        ("o'brien", "Nurse O’Brien", ["O’Brien"]),
        ("A-12", "see A-12", ["A-12"]),
        ("ruise", "a bruise", []),
        ("1/2", "gave ½ a tablet", ["½"]),
        ("", "anything", []),
        ('"*:^()- NEAR', "a letter near the door", ["near"]),
    ],
)
def test_what_was_looked_for_is_marked_where_it_stands(question: str, text: str, marks: list[str]) -> None:
    assert marked(question, text) == marks


@given(ODD)
def test_signs_folded_one_by_one_are_the_text_folded(text: str) -> None:
    assert "".join(folded_signs(text)) == folded(text)
    assert len(folded_signs(text)) == len(text)


@given(ODD)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(ODD, st.data())
def test_every_word_of_a_text_finds_it_and_its_marks_fold_to_that_word(text: str, data: st.DataObject) -> None:
    words = words_in(text)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    asked = wanted(f'"{word}"')
    assert asked.stands_in(text)
    spans = asked.spans(text)
    assert spans
    assert all(word in folded(text[start:end]) for start, end in spans)


@given(ODD, ODD)
def test_marks_stand_in_order_inside_the_text_and_never_overlap(question: str, text: str) -> None:
    ends = [0]
    for start, end in wanted(question).spans(text):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(ODD, ODD, st.integers(20, 60))
def test_a_snippet_says_no_word_that_the_text_does_not_and_keeps_its_first_mark(
    question: str, text: str, longest: int
) -> None:
    spans = wanted(question).spans(text)
    parts = snippet(text, spans, longest)
    said = "".join(words for words, _ in parts)
    assert bare(said).strip("…") in bare(text)
    assert "\n" not in said
    assert any(hit for _, hit in parts) == bool(spans)


def bare(text: str) -> str:
    """The text without its gaps, which a snippet closes."""
    return "".join(text.replace("·", "").split())


def test_a_long_text_is_cut_between_words_with_the_hit_in_sight() -> None:
    text = f"{'before ' * 60}bruise {'after ' * 60}"
    parts = snippet(text, wanted("bruise").spans(text), 60)
    assert ("bruise", True) in parts
    assert parts[0] == ("…", False)
    assert parts[-1] == ("…", False)
    assert set("".join(words for words, _ in parts).strip("…").split()) == {"before", "bruise", "after"}


def test_what_a_recommendation_is_about_is_told_by_its_telling_words() -> None:
    assert telling("The Board should ensure that all Agencies tell each other.") == ("board", "agencies", "tell")
    assert telling("of the") == ()


def test_an_endless_question_is_read_to_a_sensible_length() -> None:
    assert len(wanted("word " * 100_000).clauses) == 1
    assert len(wanted(" ".join(map(str, range(100_000)))).clauses) < 200
