"""Files from outside: every problem is named by its place, what is wrong and what is allowed."""

from __future__ import annotations

import json

import pytest

from sscb_tui.domain.criteria import Question
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.terms import Mode
from sscb_tui.services.inputs import read_json, read_json_lines, read_model, read_models
from sscb_tui.services.tables import csv_rows

FACTS: dict[str, object] = {
    "age_under_18": "yes",
    "normally_resident": "yes",
    "abuse_or_neglect": "suspected",
    "outcome": "died",
    "always_list": "no",
    "serious_harm": "no",
    "working_together": "not_yet_asked",
    "mode": "provisional",
}
HOSTILE = ["=1+1", "@SUM(A1)", "[/]", "\x1b[31mred", "‮right to left", "a\u200bb", "<b>", "|", "👩‍⚖️", "x" * 100_000]


def refused(data: bytes, where: str = "facts.json") -> str:
    with pytest.raises(InputError) as caught:
        read_models(Question, data, where)
    return str(caught.value)


def test_a_complete_question_is_read() -> None:
    (question,) = read_models(Question, json.dumps(FACTS).encode(), "facts.json")
    assert question.mode is Mode.PROVISIONAL
    assert question.framework == "WT2015"


@pytest.mark.parametrize("fact", list(FACTS))
def test_a_missing_fact_is_bad_input_and_its_values_are_named(fact: str) -> None:
    said = refused(json.dumps({name: value for name, value in FACTS.items() if name != fact}).encode())
    assert f"facts.json: {fact}: is missing" in said
    assert "Allowed: " in said


@pytest.mark.parametrize("fact", list(FACTS))
@pytest.mark.parametrize("value", ["maybe", "", None, True, 1, ["yes"], "YES", " yes"])
def test_an_unknown_value_is_bad_input_and_never_a_default(fact: str, value: object) -> None:
    said = refused(json.dumps(FACTS | {fact: value}).encode())
    assert f"facts.json: {fact}: " in said
    assert "Allowed: " in said


def test_an_unknown_field_is_named_with_the_fields_there_are() -> None:
    said = refused(json.dumps(FACTS | {"abuse": "known"}).encode())
    assert "facts.json: abuse: is not a field of this form." in said
    assert "abuse_or_neglect" in said


def test_every_problem_of_every_line_is_told_at_once() -> None:
    good = json.dumps(FACTS)
    bad = json.dumps(FACTS | {"outcome": "gone", "mode": "final"})
    said = refused(f"{good}\n\n{bad}\n{{}}\n".encode())
    assert "line 3, facts.json: outcome" in said
    assert "line 3, facts.json: mode" in said
    assert said.count("line 4, ") == len(FACTS)
    assert "line 1" not in said


def test_json_lines_are_read_in_order_and_blank_lines_skipped() -> None:
    other = json.dumps(FACTS | {"mode": "decision"})
    questions = read_models(Question, f"{json.dumps(FACTS)}\r\n\r\n{other}\r\n".encode(), "facts.jsonl")
    assert [question.mode for question in questions] == [Mode.PROVISIONAL, Mode.DECISION]


def test_a_line_that_is_not_json_is_named() -> None:
    said = refused(f"{json.dumps(FACTS)}\n{{oops\n".encode())
    assert "line 2, facts.json: is not JSON" in said


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"mode": "decision", "mode": "provisional"}', "mode: is given twice"),
        (b'{"mode": NaN}', "NaN"),
        (b'{"mode": -Infinity}', "Infinity"),
        (b'{"mode": "\xff"}', "not UTF-8"),
        (b'\xff\xfe{\x00"\x00', "not UTF-8"),
        (b'{"mode": "\\ud800"}', "lone surrogate"),
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"mode": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_what_is_not_plain_json_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_json(data, "facts.json")
    assert words in str(caught.value) or "nested too deeply" in str(caught.value)


def test_a_list_is_not_a_form() -> None:
    assert "facts.json: " in refused(json.dumps([FACTS]).encode())


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_json(b"\xef\xbb\xbf{}", "facts.json") == {}


def test_a_form_over_several_lines_is_one_value() -> None:
    assert read_json_lines(b'{\n "a": 1\n}\n', "a.json") == ((None, {"a": 1}),)


def test_words_for_numbers_and_truth_are_not_guessed() -> None:
    with pytest.raises(InputError) as caught:
        read_model(ActionForm, {"recommendation_number": "1", "early": "yes", "due": 20261109}, "action.json")
    said = str(caught.value)
    assert "action.json: recommendation_number: " in said
    assert "Allowed: true or false." in said
    assert "Allowed: a date, YYYY-MM-DD." in said


def test_blank_text_is_not_an_answer() -> None:
    with pytest.raises(InputError) as caught:
        read_model(RecommendationForm, {"text": " \t", "origin": "scr"}, "row.json")
    assert "row.json: text: must say something" in str(caught.value)


def table(text: str) -> tuple[dict[str, str], ...]:
    columns = ("reference", "recommendation", "due")
    return tuple(row for _, row in csv_rows(text.encode(), "table.csv", columns, columns[:2]))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_cells_are_stored_exactly_as_text(hostile: str) -> None:
    quoted = hostile.replace('"', '""')
    (row,) = table(f'reference,recommendation\nSSCB/2026/001,"{quoted}"\n')
    assert row["recommendation"] == hostile


def test_line_breaks_inside_a_cell_are_kept() -> None:
    (row,) = table('reference,recommendation\r\nSSCB/2026/001,"one\r\ntwo\n"\r\n')
    assert row["recommendation"] == "one\r\ntwo\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_of_other_countries_are_read(delimiter: str) -> None:
    lines = [["\ufeffReference", "Recommendation", "Due"], ["SSCB/2026/001", "Share", "09/11/2026"], ["", "", ""]]
    (row,) = table("\r\n".join(delimiter.join(cells) for cells in lines))
    assert row["due"] == "09/11/2026"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "reference: is missing"),
        ("reference\nSSCB/2026/001\n", "recommendation: is missing"),
        ("reference,recommendation,colour\n", "'colour': is not a column"),
        ("reference,recommendation,recommendation\n", "recommendation: stands twice"),
        ("reference,recommendation\na,b,c\n", "line 2, table.csv: has 3 cells where the header has 2"),
        ('reference,recommendation\na,"b\n', "line 2, table.csv: cannot be read as CSV"),
    ],
)
def test_a_bad_table_is_refused_by_line(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        table(text)
    assert words in str(caught.value)
