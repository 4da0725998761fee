"""Words found by the command line: in words and as JSON, within permissions, names only when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sscb


@pytest.mark.usefixtures("reference")
def test_words_are_found_with_their_case_their_place_and_what_was_looked_for_marked(sscb: Sscb) -> None:
    told = sscb("search", "SANDWICHES", "--kind", "return", by="B. Manager").stdout
    assert "Child F" in told
    assert "«sandwiches»" in told
    assert "agency return" in told
    assert "Finn" not in told


@pytest.mark.usefixtures("reference")
def test_the_same_as_json_for_another_program(sscb: Sscb) -> None:
    told = json.loads(sscb("search", "sandwiches", "--json", by="B. Manager").stdout)
    row = told["rows"][0]
    assert told["more"] is False
    assert row["sort"] == "return"
    assert row["at"]["kind"] == "requests"
    assert ["sandwiches", True] in row["parts"]


@pytest.mark.usefixtures("reference")
def test_a_name_is_found_only_where_names_are_asked_for(sscb: Sscb) -> None:
    assert sscb("search", "Finn", by="B. Manager").stdout == "Nothing found that may be shown.\n"
    assert "«Finn»" in sscb("search", "Finn", "--names", by="B. Manager").stdout


@pytest.mark.usefixtures("reference")
def test_nobody_finds_what_they_may_not_read_and_somebody_must_be_acting(sscb: Sscb) -> None:
    assert "Nothing found" in sscb("search", "sandwiches", by="H. Owner").stdout
    assert "say who is acting" in sscb("search", "sandwiches", code=2).stderr


@pytest.mark.usefixtures("reference")
def test_more_than_was_asked_for_is_said_and_hostile_words_are_only_words(sscb: Sscb) -> None:
    assert "more than these 1" in sscb("search", "the", "--limit", "1", by="B. Manager").stdout
    assert "Nothing found" in sscb("search", '"*:^()- NEAR', "'; DROP", by="B. Manager").stdout
    assert "Nothing found" in sscb("search", "--", "--", by="B. Manager").stdout


def test_a_kind_nobody_knows_is_refused_with_those_that_are(sscb: Sscb, board: Path) -> None:
    assert "'recommendation'" in sscb("search", "x", "--kind", "legal", by="B. Manager", code=2).stderr
