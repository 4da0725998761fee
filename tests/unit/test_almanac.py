"""Bank holidays kept between starts: exactly what the library said, or nothing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sscb_tui import almanac
from sscb_tui.domain import working_days
from sscb_tui.domain.working_days import bank_holidays, known_bank_holidays


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_days, "_known", {})


def kept(file: Path) -> frozenset[date]:
    """What is in the file after 2027 was reckoned."""
    reckoned = bank_holidays(2027)
    almanac.keep_bank_holidays(file)
    working_days._known.clear()
    return reckoned


def test_a_year_once_reckoned_is_known_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "state" / "bank-holidays.json"
    reckoned = kept(file)
    almanac.recall_bank_holidays(file)
    assert known_bank_holidays() == {2027: reckoned}


def test_another_release_of_the_library_is_asked_itself(tmp_path: Path) -> None:
    file = tmp_path / "bank-holidays.json"
    kept(file)
    held = json.loads(file.read_text(encoding="ascii"))
    file.write_text(json.dumps(held | {"library": "another"}), encoding="ascii")
    almanac.recall_bank_holidays(file)
    assert known_bank_holidays() == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"library": 1}', '{"years": {}}', "\x00"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "bank-holidays.json"
    file.write_text(text, encoding="ascii")
    almanac.recall_bank_holidays(file)
    assert known_bank_holidays() == {}


def test_damaged_years_are_not_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "bank-holidays.json"
    kept(file)
    file.write_text(file.read_text(encoding="ascii").replace("2027-01-01", "2027-01-99"), encoding="ascii")
    almanac.recall_bank_holidays(file)
    assert known_bank_holidays() == {}


def test_a_disk_that_refuses_is_no_ones_problem(tmp_path: Path) -> None:
    bank_holidays(2027)
    (tmp_path / "file").write_text("", encoding="ascii")
    almanac.keep_bank_holidays(tmp_path / "file" / "beneath.json")
    almanac.keep_bank_holidays(None)
    almanac.recall_bank_holidays(None)
