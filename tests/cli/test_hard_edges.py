"""The command line at its edges: full disks, foreign files, tampering, blank words, and faults of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sscb_tui.bootstrap import write_demonstration
from tests.cli.conftest import Sscb
from tests.cli.test_commands import CHAIR, MANAGER, MINUTES, ROOT, demo, filled, references
from tests.cli.test_criteria_command import DEATH, question

__all__ = ["demo", "filled"]
LONG = "a" * 300
TABLES = (
    "incidents",
    "cases",
    "requests",
    "meetings",
    "lines",
    "advice",
    "decisions",
    "duties",
    "recommendations",
    "actions",
    "settings",
)


def test_a_name_no_disk_can_hold_is_bad_input(sscb: Sscb, demo: Path) -> None:
    assert "too long" in sscb("export", "plan", references(sscb)["Child L"], "--out", LONG, code=2).stderr
    assert "too long" in sscb("--db", LONG, "list", code=2).stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this system")
def test_a_full_disk_is_told_in_words(demo: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "sscb_tui", "schema", "board"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr


def test_a_fault_of_the_program_is_no_refusal_and_its_log_quotes_no_case(
    sscb: Sscb, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(("Quincy", "Example"))

    def broken(*_: object) -> None:
        raise KeyError(words)

    monkeypatch.setenv("SSCB_LOG_DIR", str(tmp_path / "log"))
    monkeypatch.setattr("sscb_tui.services.desk.queue_row", broken)
    said = sscb("list", code=70).stderr
    log = (tmp_path / "log" / "sscb.log").read_text()
    assert "KeyError" in said
    assert "queue" in log
    assert "Quincy" not in said + log


@pytest.mark.parametrize("table", TABLES)
def test_verify_finds_any_table_changed_behind_its_back(sscb: Sscb, demo: Path, table: str) -> None:
    from db.connection import connect

    connection = connect(str(demo))
    # As an editor of databases would: the guards against it live in this program's own tables.
    touched = connection.execute(
        f"UPDATE {table} SET body = replace(body, substr(body, 30, 1), '#') WHERE rowid = "  # noqa: S608  (our names)
        f"(SELECT max(rowid) FROM {table})"
    ).rowcount
    connection.commit()
    connection.close()
    assert touched == 1
    assert table in sscb("verify", code=1).stderr
    assert "LOOK" in sscb("doctor", code=1).stdout


def test_verify_finds_a_journal_row_changed_behind_its_back(sscb: Sscb, demo: Path) -> None:
    from db.connection import connect

    connection = connect(str(demo))
    connection.execute("DROP TRIGGER journal_is_never_changed")
    connection.execute("UPDATE journal SET state = replace(state, 'Child Q', 'Child X') WHERE seq = 40")
    connection.execute("UPDATE journal SET move = 'nothing' WHERE seq = 40")
    connection.commit()
    connection.close()
    assert sscb("verify", code=1).stderr.startswith("RECORD: ")


def test_a_record_of_a_newer_program_is_left_alone(sscb: Sscb, demo: Path) -> None:
    from db.connection import connect

    connection = connect(str(demo))
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('sscb', 'm999_later', '2030-01-01')"
    )
    connection.commit()
    connection.close()
    before = demo.read_bytes()
    assert "newer version" in sscb("list", code=2).stderr
    assert demo.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_record_that_may_not_be_written_is_named(sscb: Sscb, demo: Path) -> None:
    demo.chmod(0o400)
    assert str(demo) in sscb("list", code=2).stderr


def test_a_folder_is_no_record(sscb: Sscb, tmp_path: Path) -> None:
    assert "is a directory" in sscb("--db", str(tmp_path), "list", code=2).stderr


def test_a_day_that_does_not_exist_is_bad_input(sscb: Sscb, demo: Path) -> None:
    assert "--today" in sscb("--today", "2026-02-30", "list", code=2).stderr


def test_good_and_bad_lines_together_are_answered_by_none(sscb: Sscb) -> None:
    good = question(DEATH)
    for given in (f"{{oops\n{good}\n", f"{good}\n\n{{oops\n{good}\n"):
        said = sscb("criteria", "-", "--json", given=given, code=2).stderr
        assert "is not JSON" in said
        assert "line 1" in said if given.startswith("{oops") else "line 3" in said


def test_an_unknown_framework_is_named_by_its_line(sscb: Sscb) -> None:
    given = f"{question(DEATH)}\n{question(DEATH, framework='WT1066')}\n"
    said = sscb("criteria", "-", given=given, code=2).stderr
    assert said.startswith("line 2, standard input: framework: ")
    assert "WT2013, WT2015" in said


def test_a_framework_of_null_is_no_default(sscb: Sscb) -> None:
    sscb("criteria", "-", given=question(DEATH)[:-1] + ', "framework": null}', code=2)


@pytest.mark.parametrize(
    ("pseudonym", "command"),
    [
        ("Child F", ("meeting", "note", "REF", "hello", "--agency", "not a code")),
        ("Child F", ("meeting", "note", "REF", " ")),
        ("Child F", ("meeting", "safety", "REF", " ")),
        ("Child F", ("meeting", "adjourn", "REF", " ")),
        ("Child Q", ("return", "chase", "REF", "--agency", "EDU", "--note", " ")),
        ("Child Q", ("return", "refuse", "REF", "--agency", "EDU", "--reason", " ")),
        ("Child K", ("referral", "ours", "REF", " ")),
        ("Child K", ("referral", "query", "REF", " ")),
    ],
)
def test_words_that_say_nothing_are_bad_input_everywhere(
    sscb: Sscb, demo: Path, pseudonym: str, command: tuple[str, ...]
) -> None:
    reference = references(sscb)[pseudonym]
    before = sscb("history", reference).stdout
    said = sscb(*(part.replace("REF", reference) for part in command), by=MANAGER, code=2).stderr
    assert "Traceback" not in said
    assert sscb("history", reference).stdout == before


def test_another_boards_case_is_handed_over_by_the_chair_alone(sscb: Sscb, demo: Path) -> None:
    reference = references(sscb)["Child K"]
    handing = ("referral", "theirs", reference, "--board", "Elsewhere Board", "--acceptance", "Letter of 19 Nov 2026")
    assert "RF-01" in sscb(*handing, by=MANAGER, code=1).stderr
    assert "Transferred" in sscb(*handing, by=CHAIR).stdout
    duties = json.loads(sscb("show", reference, "--json").stdout)["duties"]
    assert {row["clock"]: row["state"] for row in duties}["CK-2"] == "done"
    assert "Elsewhere Board" in sscb("history", reference).stdout
    assert "MOVE" in sscb(*handing, by=CHAIR, code=1).stderr


def test_our_own_case_goes_on_after_a_query(sscb: Sscb, demo: Path) -> None:
    reference = references(sscb)["Child K"]
    assert "Discussion" in sscb("referral", "ours", reference, "The rent book", by=MANAGER).stdout


def test_a_case_without_a_doubt_is_not_queried(sscb: Sscb, demo: Path) -> None:
    assert "T03-doubt" in sscb("referral", "query", references(sscb)["Child J"], "Hm", by=MANAGER, code=1).stderr


def test_the_decision_clock_is_not_ended_by_hand(sscb: Sscb, demo: Path) -> None:
    duties = json.loads(sscb("duty", "list", references(sscb)["Child J"], "--json").stdout)
    done = ("--on", "2026-11-20", "--method", "telephone", "--proof", "note")
    clock = next(row["duty_id"] for row in duties if row["clock"] == "CK-2")
    said = sscb("duty", "record", clock, *done, by=MANAGER, code=1).stderr
    assert "signed decision" in said


def test_the_same_return_twice_is_refused_and_other_words_are_a_resubmission(
    sscb: Sscb, demo: Path, tmp_path: Path
) -> None:
    from sscb_tui.bootstrap import open_record

    reference = references(sscb)["Child Q"]
    services = open_record(demo)
    try:
        text = services.scoping.filled(services.desk.case(reference).id, "CHS").markdown
    finally:
        services.close()
    file = tmp_path / "chs.md"
    file.write_text(f"{text}\n", encoding="utf-8", newline="")
    sscb("return", "import", str(file), by=MANAGER)
    assert (
        "already imported on 20 Nov 2026 by B. Manager"
        in sscb("return", "import", str(file), by=MANAGER, code=1).stderr
    )
    file.write_text(text.replace("Emergency department twice", "Emergency department three times"), encoding="utf-8")
    assert "sha256" in sscb("return", "import", str(file), by=MANAGER).stdout
    assert sscb("history", reference).stdout.count("return of CHS imported") == 3


def test_a_minute_takers_name_is_not_the_managers(sscb: Sscb, demo: Path) -> None:
    sscb("referral", "open", references(sscb)["Child J"], "--checked", "searched", by=MINUTES, code=1)


def test_the_named_day_is_the_day_in_england(tmp_path: Path) -> None:
    """A machine far west of Greenwich still works on the day it was told."""
    path = tmp_path / "far.db"
    found = set()
    write_demonstration(path, date(2026, 11, 20))
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "UTC"):
        command = [sys.executable, "-m", "sscb_tui", "--db", str(path), "--today", "2026-07-01", "list", "--json"]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "TZ": zone}, capture_output=True, check=True)
        found |= {(zone, row["working_days"]) for row in json.loads(done.stdout) if row["pseudonym"] == "Child J"}
    assert len({days for _, days in found}) == 1, found
