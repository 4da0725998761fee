"""Duties from the command line: departures, days lost, letters and the calendar, on the fictional cases."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sscb_tui.bootstrap import write_demonstration
from tests.cli.conftest import Sscb

MANAGER, CHAIR = "B. Manager", "C. Chair"
L, M, P = "SSCB/2026/001", "SSCB/2026/002", "SSCB/2026/005"
"""Decided as no review, decided as a review, and not decided."""


@pytest.fixture
def demo(database: Path) -> Path:
    """The demonstration as this test's record."""
    write_demonstration(database, date(2026, 11, 20))
    return database


def duty(sscb: Sscb, reference: str, clock: str) -> dict[str, object]:
    rows: list[dict[str, object]] = json.loads(sscb("duty", "list", reference, "--json").stdout)
    return next(row for row in rows if row["clock"] == clock)


def test_days_lost_are_told_by_cause_for_duty_and_case(sscb: Sscb, demo: Path) -> None:
    row = duty(sscb, M, "CK-5")
    lost = {"by_cause": [["police", 10], ["family", 3]], "total": 12}
    assert (row["lost"], row["lost_in_case"]) == (lost, lost)
    assert "12 wd lost (police 10, family 3)" in sscb("duty", "list", M).stdout


def test_days_are_lost_and_a_later_day_aimed_at_while_the_clock_runs(sscb: Sscb, demo: Path) -> None:
    row = duty(sscb, P, "CK-2")
    span = ("--from", "2026-11-18", "--to", "2026-11-19", "--note", "The inquest.")
    sscb("duty", "lose", str(row["duty_id"]), "--cause", "coroner", *span, by=MANAGER)
    aim = ("--to", "2026-12-11", "--reason", "The inquest.", "--approved-by", CHAIR)
    assert "the clock runs on" in sscb("duty", "extend", str(row["duty_id"]), *aim, by=MANAGER).stdout
    after = duty(sscb, P, "CK-2")
    assert (after["due"], after["lost"]) == (row["due"], {"by_cause": [["coroner", 2]], "total": 2})
    assert "aims at 2026-12-11; 2 wd lost (coroner 2)" in sscb("duty", "list", P).stdout
    assert "F9-extension" in sscb("duty", "extend", str(row["duty_id"]), *aim, by=MANAGER, code=1).stderr
    assert "WHO" in sscb("duty", "extend", str(row["duty_id"]), *aim, by="P. Member", code=1).stderr
    sscb("duty", "take-back", str(row["duty_id"]), "1", "No inquest was held.", by=MANAGER)
    assert duty(sscb, P, "CK-2")["lost"] == {"by_cause": [], "total": 0}


def test_the_annual_report_is_put_on_record(sscb: Sscb, demo: Path) -> None:
    done = ("--on", "2026-11-10", "--method", "the website", "--proof", "the page")
    sscb("duty", "record", "CK-11:2026", *done, by=MANAGER)
    assert "F9-done" in sscb("duty", "record", "CK-11:2026", *done, by=MANAGER, code=1).stderr


def test_somebody_else_is_told_and_the_chair_signs(sscb: Sscb, demo: Path) -> None:
    assert "CORONER" in sscb("duty", "tell", M).stdout
    assert "tell the coroner of the decision by" in sscb("duty", "tell", M, "coroner", by=MANAGER).stdout
    assert "CORONER" not in sscb("duty", "tell", M).stdout
    assert "cannot be told besides" in sscb("duty", "tell", M, "coroner", by=MANAGER, code=2).stderr
    assert "F9" in sscb("duty", "tell", P, "coroner", by=MANAGER, code=1).stderr
    assert "WHO" in sscb("duty", "sign", M, by=MANAGER, code=1).stderr
    assert sscb("duty", "sign", M, by=CHAIR).stdout == "1 signed\n"
    assert "F9-sign" in sscb("duty", "sign", M, by=CHAIR, code=1).stderr


def test_letters_come_out_each_in_a_file_with_their_checklist(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    assert "no folder" in sscb("export", "letters", L, "--out", str(folder), code=2).stderr
    folder.mkdir()
    written = sscb("export", "letters", L, "--out", str(folder)).stdout.split()
    assert sorted(written) == sorted(str(path) for path in folder.iterdir())
    assert len(written) == 8
    panel = next(path for path in folder.iterdir() if "CSPRP" in path.name).read_text(encoding="utf-8")
    assert "The child died of an illness. Abuse or neglect is neither known nor suspected." in panel
    assert "Placeholder" not in panel
    assert "already there" in sscb("export", "letters", L, "--out", str(folder), code=2).stderr
    assert sscb("export", "letters", L).stdout.count("Notice of the Chair's decision") == 6
    assert "nobody is owed a notice" in sscb("export", "letters", P, code=2).stderr


def test_the_panel_and_the_board_have_papers_of_their_own(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    assert "for the national panel" in sscb("export", "decision", L, "--panel").stdout
    assert "Notice to the Board" in sscb("export", "notice", L).stdout
    assert "has no decision record for the panel to print" in sscb("export", "decision", P, "--panel", code=2).stderr
    assert "not sent to the panel" in sscb("export", "plan", L, "--panel", code=2).stderr
    assert "is a folder" in sscb("export", "notice", L, "--out", str(tmp_path), "--force", code=2).stderr


def test_the_calendar_is_a_file_for_one_case_or_all(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    diary = tmp_path / "clocks.ics"
    assert sscb("duty", "calendar", "--out", str(diary)).stdout == f"{diary}\n"
    text = diary.read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert f"{M} · Child M" in text.replace("\r\n ", "")
    assert "already there" in sscb("duty", "calendar", "--out", str(diary), code=2).stderr
    alone = sscb("duty", "calendar", P).stdout.replace("\r\n ", "").replace("\n ", "")
    assert P in alone
    assert M not in alone
