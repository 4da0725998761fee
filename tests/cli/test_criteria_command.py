"""`sscb criteria` against the truth table of the guidance, row by row, and the outcomes each result allows."""

from __future__ import annotations

import itertools
import json

import pytest

from tests.cli.conftest import Sscb

ABUSE = ("known", "suspected", "not_suspected", "undetermined")
MANDATORY, ALWAYS, OPEN, MAY = "mandatory_reg5", "always_list", "undetermined", "discretionary"
CONCERN = ("concern", "nothing_found_yet", "not_yet_asked", "definitively_none")
LOOSE = CONCERN[:3]
ANY = ("yes", "no", "undetermined")
Row = tuple[str, str, str, str, str, str]

DIED = {
    ("yes", "known"): MANDATORY,
    ("yes", "suspected"): MANDATORY,
    ("yes", "undetermined"): ALWAYS,
    ("yes", "not_suspected"): ALWAYS,
    ("undetermined", "known"): MANDATORY,
    ("undetermined", "suspected"): MANDATORY,
    ("undetermined", "undetermined"): OPEN,
    ("undetermined", "not_suspected"): OPEN,
    ("no", "known"): MANDATORY,
    ("no", "suspected"): MANDATORY,
    ("no", "undetermined"): OPEN,
    ("no", "not_suspected"): MAY,
}
"""Rows 1 to 12: (on the always-list, abuse or neglect) of a child who has died."""


def alive(abuse: str, harm: str, concern: str, mode: str) -> str:
    """Rows 13 to 25: a child who is alive."""
    if abuse == "not_suspected" or harm == "no" or concern == "definitively_none":
        return MAY
    if abuse == "undetermined" or harm == "undetermined":
        return OPEN
    return OPEN if concern == "not_yet_asked" and mode == "provisional" else MANDATORY


def rows() -> list[tuple[Row, str]]:
    died = [
        ((mode, "died", abuse, harm, concern, listed), result)
        for (listed, abuse), result in DIED.items()
        for mode, harm, concern in itertools.product(("provisional", "decision"), ANY, CONCERN)
    ]
    living = [
        ((mode, "alive", abuse, harm, concern, listed), alive(abuse, harm, concern, mode))
        for mode, abuse, harm, concern, listed in itertools.product(
            ("provisional", "decision"), ABUSE, ANY, CONCERN, ANY
        )
    ]
    unknown = [
        (("provisional", "outcome_unknown", "known", "yes", "concern", "no"), MANDATORY),
        (("provisional", "outcome_unknown", "suspected", "undetermined", "concern", "no"), OPEN),
        (("provisional", "outcome_unknown", "not_suspected", "yes", "concern", "no"), MAY),
        (("provisional", "outcome_unknown", "not_suspected", "yes", "concern", "yes"), OPEN),
        (("provisional", "outcome_unknown", "known", "yes", "definitively_none", "no"), OPEN),
    ]
    return [*died, *living, *unknown]


def question(row: Row, **others: str) -> str:
    names = ("mode", "outcome", "abuse_or_neglect", "serious_harm", "working_together", "always_list")
    return json.dumps(
        {"age_under_18": "yes", "normally_resident": "yes", **dict(zip(names, row, strict=True)), **others}
    )


DEATH: Row = ("decision", "died", "suspected", "undetermined", "not_yet_asked", "no")


def test_every_row_of_the_truth_table_is_answered_on_its_own_line(sscb: Sscb) -> None:
    table = rows()
    answers = sscb("criteria", "-", "--json", given="\n".join(question(row) for row, _ in table)).stdout.splitlines()
    wrong = [(row, got) for (row, due), got in zip(table, answers, strict=True) if json.loads(got)["result"] != due]
    assert wrong == []


@pytest.mark.parametrize(
    ("given", "result", "allowed"),
    [
        (question(DEATH), MANDATORY, {"scr", "defer", "transfer"}),
        (question((*DEATH[:2], "undetermined", *DEATH[3:5], "yes")), ALWAYS, {"scr", "defer", "transfer"}),
        (question((*DEATH[:2], "undetermined", *DEATH[3:])), OPEN, {"scr", "defer"}),
        (
            question((*DEATH[:2], "not_suspected", *DEATH[3:])),
            MAY,
            {"scr", "alternative", "no_review", "defer", "transfer"},
        ),
        (question(DEATH, age_under_18="no"), "out_of_scope", {"alternative"}),
        (question(DEATH, normally_resident="no"), "transfer", {"transfer"}),
    ],
)
def test_outcomes_are_allowed_or_refused_with_a_reason(sscb: Sscb, given: str, result: str, allowed: set[str]) -> None:
    answer = json.loads(sscb("criteria", "-", "--json", given=given).stdout)
    assert answer["result"] == result
    assert allowed <= set(answer["allowed"])
    assert set(answer["allowed"]) | set(answer["refused"]) == {"scr", "alternative", "no_review", "defer", "transfer"}
    assert set(answer["allowed"]).isdisjoint(answer["refused"])
    assert all(answer["refused"].values())


def test_the_answer_has_stable_keys_in_a_stable_order(sscb: Sscb) -> None:
    answer = json.loads(sscb("criteria", "-", "--json", given=question(DEATH)).stdout)
    assert list(answer) == ["result", "allowed", "refused", "missing", "flips", "citation"]
    assert all(list(flip) == ["fact", "value", "result"] for flip in answer["flips"])


def test_the_plain_answer_quotes_the_regulations(sscb: Sscb) -> None:
    said = sscb("criteria", "-", given=question(DEATH)).stdout
    assert "MUST" in said
    assert "abuse or neglect of a child is known or suspected" in said
    assert "reg 5(2)" in said


def test_plain_answers_to_json_lines_are_one_line_each(sscb: Sscb) -> None:
    said = sscb("criteria", "-", given=f"{question(DEATH)}\n{question(DEATH)}\n").stdout
    assert len(said.splitlines()) == 2


def test_an_unknown_framework_is_bad_input(sscb: Sscb) -> None:
    said = sscb("criteria", "-", given=question(DEATH, framework="WT1066"), code=2).stderr
    assert "WT1066" in said
    assert "WT2015" in said


def test_a_fact_left_out_is_bad_input_and_nothing_is_answered(sscb: Sscb) -> None:
    said = sscb("criteria", "-", given=f"{question(DEATH)}\n{{}}\n", code=2)
    assert "line 2" in said.stderr
    assert "known, suspected, not_suspected, undetermined" in said.stderr
    assert said.stdout == ""


def test_an_older_framework_answers_under_its_own_name(sscb: Sscb) -> None:
    answer = json.loads(sscb("criteria", "-", "--json", given=question(DEATH, framework="WT2013")).stdout)
    assert answer["result"] == MANDATORY
