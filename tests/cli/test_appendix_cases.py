"""The fictional cases as a Board meets them: facts in by command, the law's answer out, every way round it refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscb_tui.domain.terms import Fact
from tests.appendix.cases import CASES
from tests.appendix.told import decision
from tests.cli.conftest import Sscb
from tests.cli.roads import REF, everything, refused, signed, to_the_chair


@pytest.mark.parametrize("number", CASES)
def test_the_law_answers_the_facts_alone(sscb: Sscb, number: str) -> None:
    told = CASES[number]
    question = {fact.value: told.value(fact) for fact in Fact} | {"mode": "decision"}
    answer = json.loads(sscb("criteria", "-", "--json", given=json.dumps(question)).stdout)
    assert answer["result"] == told.result
    assert answer["refused"] == told.refused


@pytest.mark.parametrize("number", CASES)
def test_the_chair_signs_what_is_lawful_and_nothing_else(sscb: Sscb, board: Path, number: str) -> None:
    told = CASES[number]
    to_the_chair(sscb, told)
    before = everything(board)
    for outcome, code in told.refused.items():
        assert refused(sscb, decision(told, outcome)) == {code}, outcome
    assert everything(board) == before
    assert signed(sscb, decision(told))[0] == f"{told.signs.label}: signed by C. Chair"
    assert f"The law on these answers.** {told.result.label}" in sscb("export", "decision", REF).stdout
    assert "whole" in sscb("verify").stdout
