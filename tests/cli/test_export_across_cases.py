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


def test_the_dashboard_is_a_paper_a_page_and_drawings(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    assert "# Dashboard of the Board\n" in sscb("export", "dashboard").stdout
    page, folder = tmp_path / "board.html", tmp_path / "drawings"
    folder.mkdir()
    said = sscb("export", "dashboard", "--html", str(page), "--svg", str(folder)).stdout
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (folder / "timeliness.svg").read_text(encoding="utf-8").startswith("<svg ")
    assert str(page) in said
    assert "already there" in sscb("export", "dashboard", "--svg", str(folder), code=2).stderr


def test_the_dashboard_is_narrowed_to_cases_and_to_an_agency(sscb: Sscb, demo: Path) -> None:
    text = sscb("export", "dashboard", "SSCB/2026/002", "--agency", "hsg").stdout
    assert "SSCB/2026/002 Child M, Housing" in text
    assert "| Housing         | 1 " not in text
    assert "Youth offending" not in text


def test_no_drawing_is_made_for_the_public(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    assert "For        | the public" in sscb("export", "dashboard", "--public").stdout
    refused = sscb("export", "dashboard", "--public", "--svg", str(tmp_path), code=2).stderr
    assert "lengths of bars tell small numbers" in refused


def test_the_annual_section_is_of_the_last_year_over_or_of_another(sscb: Sscb, demo: Path) -> None:
    assert "2025/26, to 31 Mar 2026" in sscb("export", "annual").stdout
    text = sscb("export", "annual", "--year", "2027").stdout
    assert "2026/27, to 31 Mar 2027" in text
    assert "9 in all." in text, "nine children were referred"
    assert "is not a year" in sscb("export", "annual", "--year", "3", code=2).stderr


def test_statistics_are_one_row_an_action(sscb: Sscb, demo: Path) -> None:
    lines = sscb("export", "statistics").stdout.splitlines()
    assert lines[0].startswith("number,reference,recommendation,agency,")
    assert [line.split(",")[0] for line in lines[1:]] == ["A-1", "A-2"]
