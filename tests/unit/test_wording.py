"""Warnings on how recommendations and actions are worded."""

from __future__ import annotations

import pytest

from sscb_tui.domain.rules.wording import linter


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Remind staff of the bruising procedure.", ["W-remind", "W-policy"]),
        ("The Board should consider its threshold document.", ["W-consider"]),
        ("Ensure all practitioners record the child's voice.", ["W-ensure-all"]),
        ("Ensure that every file holds a genogram.", ["W-ensure-all"]),
        ("Share information where appropriate.", ["W-vague"]),
        ("Mrs Example is supervised weekly.", ["W-person"]),
        ("Deliver training on bruising.", ["W-training"]),
        ("Train duty officers on bruising; dip-sample ten files in May.", ["W-several"]),
        ("Train duty officers on bruising, tested by dip-sampling ten files in May.", []),
        ("Rewrite the bruising protocol.", ["W-policy"]),
        ("Rewrite the bruising protocol, tested by an audit in May.", []),
        ("Agree the form and publish it on the website.", ["W-several"]),
        ("1 Agree the form\n2 Publish it", ["W-several"]),
        ("Call-out notices reach the general practice within two working days.", []),
        ("Supervision and audit cover every case open over a year.", []),
        ("", []),
    ],
)
def test_habits_that_die_in_a_plan_are_pointed_out(text: str, codes: list[str]) -> None:
    assert [warning.code for warning in linter(text)] == codes


@pytest.mark.parametrize("text", ["remind", "[/] \x1b[31m |", "ensure all " * 5_000, "and send " * 5_000])
def test_any_text_can_be_read(text: str) -> None:
    assert all(warning.sentence.endswith(".") for warning in linter(text))
