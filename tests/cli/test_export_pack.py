"""The meeting pack from the command line, on the fictional cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sscb_tui.bootstrap import write_demonstration
from tests.cli.conftest import Sscb


@pytest.fixture
def demo(database: Path) -> Path:
    """The demonstration as this test's record."""
    write_demonstration(database, date(2026, 11, 23))
    return database


@pytest.mark.parametrize(("reference", "child"), [("SSCB/2026/007", "Child F"), ("SSCB/2026/004", "Child Q")])
def test_the_pack_comes_out_under_the_pseudonym_alone(sscb: Sscb, demo: Path, reference: str, child: str) -> None:
    text = sscb("export", "pack", reference).stdout
    assert f"| {child} (a pseudonym)" in text
    for name in ("Placeholder", "Placeholdor", "Example Street", "Quilla", "Fay ", "Fred "):
        assert name not in text
    for heading in ("Agenda", "Returns", "Differences between accounts", "Questions to put"):
        assert f". {heading}\n" in text


def test_only_the_chronology_is_a_table(sscb: Sscb, demo: Path) -> None:
    assert "not a table" in sscb("export", "pack", "SSCB/2026/007", "--csv", code=2).stderr
