"""Two quarters of a tracker from the command line: what an agency said, who is silent, what held and what did not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscb_tui.domain.action import ActionEvidence, ImpactForm
from sscb_tui.domain.terms import Confidence, Shown
from sscb_tui.services.demonstration import people
from tests.cli.conftest import Sscb

MANAGER, LIIP, OWNER, BOARD = (each.name for each in (people.MANAGER, people.LIIP, people.OWNER, people.FULL_BOARD))
LATER = ("--today", "2027-03-04")
"""A quarter on."""


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the module keeps the year, written by its first test."""
    return tmp_path_factory.mktemp("year") / "year.db"


@pytest.fixture
def year(sscb: Sscb, lived: Path, database: Path) -> Sscb:
    """A Board's year, this test's own copy."""
    if not lived.exists():
        sscb("demo", "--year", "--write", str(lived))
    database.write_bytes(lived.read_bytes())
    return sscb


def found(sscb: Sscb, terms: str, *when: str) -> list[str]:
    """The numbers of the actions that the terms find."""
    return [f"A-{row['number']}" for row in json.loads(sscb(*when, "action", "list", "--find", terms, "--json").stdout)]


def test_the_demonstration_has_a_year_behind_it_where_it_is_asked_for(year: Sscb) -> None:
    rows = json.loads(year("action", "list", "--json").stdout)
    assert len(rows) == 152
    assert {row["pseudonym"] for row in rows} == {"Child U", "Child Y", "Child Z", "Child M"}


def test_a_quarter_of_returns_and_the_next_when_some_of_it_is_tested(year: Sscb) -> None:
    before = {row["number"]: row["first_due"] for row in json.loads(year("action", "list", "--json").stdout)}
    _autumn(year)
    _spring(year)
    after = {row["number"]: row["first_due"] for row in json.loads(year("action", "list", "--json").stdout)}
    assert after == before
    assert "whole" in year("verify").stdout


def _autumn(year: Sscb) -> None:
    late = found(year, "agency:housing overdue")[0]
    year("action", "update", late, "--state", "done_unverified", "Both teams use it.", by=OWNER)
    proof = ActionEvidence(on="2026-11-20", kind="dip sample", note="Twenty of twenty.", rung=5, by=OWNER)
    year("action", "evidence", late, "-", by=OWNER, given=proof.model_dump_json())
    assert f"owns {late}" in year("action", "verify", late, "--note", "Mine.", by=OWNER, code=1).stderr
    year("action", "verify", late, "--note", "Read the sheets.", by=LIIP)
    quarter = found(year, "agency:youth state:in-progress")
    year("action", "update", *quarter, "On track.", by=MANAGER)
    assert year("action", "undo", by=MANAGER).stdout.startswith(f"Taken back: your update of {len(quarter)} actions")
    silent = found(year, "silent agency:ambulance")
    assert len(silent) == 3
    year("action", "update", *silent, "Asked their chief executive.", by=MANAGER)
    assert found(year, "silent agency:ambulance") == []


def _spring(year: Sscb) -> None:
    assert len(found(year, "silent", *LATER)) > len(found(year, "silent"))
    falls, holds = found(year, "retest:due state:verified evidence:>4", *LATER)[:2]
    year(*LATER, "action", "impact", falls, "-", by=LIIP, given=_test(Shown.NOT_SHOWN))
    year(*LATER, "action", "impact", holds, "-", by=LIIP, given=_test(Shown.HELD))
    assert falls in found(year, "state:reopened", *LATER)
    assert "embedded" in year(*LATER, "action", "embed", holds, "--note", "The usual way.", by=LIIP).stdout
    assert "closed" in year(*LATER, "action", "close", holds, "--note", "Nothing left to do.", by=BOARD).stdout
    dashboard = year(*LATER, "export", "dashboard", by=MANAGER).stdout
    assert "152" in dashboard
    assert "| reopened           | 3 " in dashboard


def _test(shown: Shown) -> str:
    form = ImpactForm(
        on="2027-03-04", claim="Twenty records read.", source="dip sample", confidence=Confidence.HIGH, shown=shown
    )
    return form.model_dump_json()
