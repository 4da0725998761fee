"""`sscb chronology` and the integrated chronology, as scripts use them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sscb

MANAGER = "B. Manager"
SHEET = (
    "date;agency;event;source\r\n1 Mar 2026;POL;=call-out;RMS 1\r\ntwo days later;POL;Rang back;\r\n?;HSG;Arrears;\r\n"
)


@pytest.fixture
def reference(sscb: Sscb, database: Path) -> str:
    """A case of the demonstration that no agency has told anything about."""
    sscb("demo", "--write", str(database))
    listed = json.loads(sscb("list", "--json").stdout)
    return next(str(row["reference"]) for row in listed if row["pseudonym"] == "Child J")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "police.csv"
    path.write_bytes(b"\xef\xbb\xbf" + SHEET.encode())
    return path


def test_a_spreadsheet_goes_in_and_comes_back_in_order(sscb: Sscb, reference: str, sheet: Path) -> None:
    said = sscb("chronology", "import", reference, str(sheet), by=MANAGER).stdout
    assert "police.csv  sha256 " in said
    assert "3 rows, 2 of them without a date" in said
    found = json.loads(sscb("chronology", "show", reference, "--json").stdout)
    assert list(found) == ["rows", "gaps"]
    assert found["rows"] == [
        {
            "date": text,
            "earliest": day,
            "latest": day,
            "precision": precision,
            "agency": agency,
            "event": event,
            "source": source,
            "key": False,
        }
        for text, day, precision, agency, event, source in [
            ("1 Mar 2026", "2026-03-01", "exact", "POL", "=call-out", "RMS 1"),
            ("two days later", None, "undated", "POL", "Rang back", ""),
            ("?", None, "undated", "HSG", "Arrears", ""),
        ]
    ]
    assert [list(gap) for gap in found["gaps"]] == [["kind", "days", "from", "to", "words"]]
    assert found["gaps"][0]["from"] == "2026-03-01"


def test_words_come_as_a_table_with_the_silences(sscb: Sscb, reference: str, sheet: Path) -> None:
    assert sscb("chronology", "show", reference).stdout == "No chronology rows.\n"
    sscb("chronology", "import", reference, str(sheet), by=MANAGER)
    first, second, *_, gap = sscb("chronology", "show", reference).stdout.splitlines()
    assert first.split() == ["1", "Mar", "2026", "2026-03-01", "POL", "=call-out"]
    assert second.startswith("two days later")
    assert "days without contact, up to the incident, unless two days later (POL)" in gap
    assert "Arrears" not in sscb("chronology", "show", reference, "--since", "2026-01-01").stdout
    assert "call-out" not in sscb("chronology", "show", reference, "--key").stdout


def test_the_same_file_twice_is_refused_with_a_sentence(sscb: Sscb, reference: str, sheet: Path) -> None:
    sscb("chronology", "import", reference, str(sheet), by=MANAGER)
    assert "already holds" in sscb("chronology", "import", reference, str(sheet), by=MANAGER, code=1).stderr
    assert "may not" in sscb("chronology", "import", reference, str(sheet), by="H. Owner", code=1).stderr


def test_a_bad_line_keeps_the_whole_file_out(sscb: Sscb, reference: str, sheet: Path) -> None:
    sheet.write_text("date,agency,event\n?,POL,x\n?,NOBODY,x\n")
    assert "line 3" in sscb("chronology", "import", reference, str(sheet), by=MANAGER, code=2).stderr
    assert sscb("chronology", "show", reference).stdout == "No chronology rows.\n"


def test_the_paper_is_written_as_markdown_and_as_csv(sscb: Sscb, reference: str, sheet: Path, tmp_path: Path) -> None:
    assert "has no chronology" in sscb("export", "chronology", reference, "--csv", code=2).stderr
    sscb("chronology", "import", reference, str(sheet), by=MANAGER)
    assert "# Integrated chronology" in sscb("export", "chronology", reference).stdout
    target = tmp_path / "out.csv"
    sscb("export", "chronology", reference, "--csv", "--out", str(target))
    header, first, *_ = target.read_bytes().split(b"\r\n")
    assert header == b"date,earliest,latest,precision,agency,event,child_seen,source,key"
    assert b",POL,'=call-out," in first
    assert "not a table" in sscb("export", "plan", reference, "--csv", code=2).stderr


def test_the_columns_are_told_by_the_schema_and_the_form_by_the_help(sscb: Sscb) -> None:
    fields = json.loads(sscb("schema", "chronology").stdout)["properties"]
    assert list(fields) == ["date", "agency", "event", "source"]
    assert '"precision", "agency"' in sscb("chronology", "show", "--help").stdout
    assert "apostrophe" in sscb("export", "--help").stdout
