"""Papers across cases from the command line, on the fictional cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sscb_tui.bootstrap import write_demonstration
from tests.cli.conftest import Sscb


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented cases, made once."""
    path = tmp_path_factory.mktemp("demonstration") / "demo.db"
    write_demonstration(path, date(2026, 11, 23))
    return path


@pytest.fixture
def demo(demonstration: Path, database: Path) -> Path:
    """This test's own copy."""
    database.write_bytes(demonstration.read_bytes())
    return database


def test_the_plan_of_one_case_of_several_and_of_all(sscb: Sscb, demo: Path) -> None:
    assert "# Action plan\n" in sscb("export", "plan", "SSCB/2026/001").stdout
    assert "# Composite action plan\n" in sscb("export", "plan", "SSCB/2026/001", "SSCB/2026/002").stdout
    whole = sscb("export", "plan").stdout
    assert "# Composite action plan\n" in whole
    assert "A-1 " in whole
    assert "A-2 " in whole


def test_an_agencys_extract_goes_to_a_file_and_never_over_another(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "extract.md"
    code = sscb("action", "list").stdout.split()[3]
    sscb("export", "extract", code.lower(), "--out", str(target))
    assert ": your update" in target.read_text(encoding="utf-8")
    assert "already there" in sscb("export", "extract", code, "--out", str(target), code=2).stderr


def test_an_agency_nobody_knows_or_without_actions_is_refused_in_words(sscb: Sscb, demo: Path) -> None:
    assert "not in the Board's list" in sscb("export", "extract", "NOBODY", code=2).stderr
    assert "no action on the tracker" in sscb("export", "extract", "NPS", code=2).stderr
