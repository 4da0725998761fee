"""`sscb tracker`: somebody's spreadsheet is shown before it is written, and ours goes out and comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscb_tui.services.demonstration import people
from tests.cli.conftest import Sscb

MANAGER = people.MANAGER.name
PLAN = "No,Action,Sponsor,By when,RAG\n1,Write to every practice,Head of A,30/11/2026,A\n2,Ask,,Nov 2026,\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A tracker as an agency keeps it."""
    file = tmp_path / "plan.csv"
    file.write_text(PLAN, encoding="utf-8")
    return file


def held(sscb: Sscb) -> int:
    return len(json.loads(sscb("action", "list", "--json").stdout))


def test_an_import_shows_columns_and_rows_first_and_writes_only_when_told(
    sscb: Sscb, reference: str, plan: Path
) -> None:
    before = held(sscb)
    shown = sscb("tracker", "import", str(plan), "--case", reference, "--map", "Sponsor=owner", by=MANAGER).stdout
    assert "Sponsor" in shown
    assert "→ owner" in shown
    assert "Nothing is written yet: 2 new." in shown
    assert held(sscb) == before
    written = sscb(
        "tracker", "import", str(plan), "--case", reference, "--map", "Sponsor=owner", "--write", by=MANAGER
    ).stdout
    assert "Written: 2 new." in written
    assert held(sscb) == before + 2
    again = sscb("tracker", "import", str(plan), "--case", reference, "--write", by=MANAGER).stdout
    assert "Written: 2 same." in again, "the mapping is remembered, and nothing is taken twice"


def test_a_row_that_cannot_be_taken_keeps_the_file_out_until_it_is_left_out(
    sscb: Sscb, reference: str, plan: Path
) -> None:
    plan.write_text(f"{PLAN},,Somebody,,\n", encoding="utf-8")
    command = ("tracker", "import", str(plan), "--case", reference, "--write")
    before = held(sscb)
    assert "row 4" in sscb(*command, by=MANAGER, code=2).stderr
    assert held(sscb) == before
    assert "Written: 2 new, 1 left out." in sscb(*command, "--without", "4", by=MANAGER).stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "Sponsor"), "is not HEADING=WHAT"),
        (("--map", "Nobody=owner"), "is no heading of this file"),
        (("--map", "Sponsor=king"), "'king' is not what a column can hold"),
        (("--without", "four"), "four is no row"),
        (("--sheet", "Plan"), "has no sheets"),
        (("--case", "SSCB/1999/001"), "No case has the reference"),
    ],
)
def test_what_is_asked_wrongly_is_refused_in_a_sentence(
    sscb: Sscb, reference: str, plan: Path, options: tuple[str, str], said: str
) -> None:
    assert said in sscb("tracker", "import", str(plan), *options, by=MANAGER, code=2).stderr


def test_our_tracker_goes_out_and_comes_back_without_a_change(sscb: Sscb, reference: str, tmp_path: Path) -> None:
    csv, xlsx = tmp_path / "ours.csv", tmp_path / "ours.xlsx"
    sscb("tracker", "export", "--csv", str(csv), "--xlsx", str(xlsx))
    for file in (csv, xlsx):
        rows = json.loads(sscb("tracker", "import", str(file), "--json", by=MANAGER).stdout)["rows"]
        assert {row["verdict"] for row in rows} == {"same"}
    assert "already there" in sscb("tracker", "export", "--csv", str(csv), code=2).stderr
    sscb("tracker", "export", "--csv", str(csv), "--force")


def test_an_export_of_one_case_holds_its_rows_alone(sscb: Sscb, reference: str, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    sscb("tracker", "export", reference, "--csv", str(file))
    cases = {line.partition(",")[0] for line in file.read_text(encoding="utf-8").splitlines()[1:] if "/" in line[:16]}
    assert cases <= {reference}
    assert "names no file" in sscb("tracker", "export", code=2).stderr
