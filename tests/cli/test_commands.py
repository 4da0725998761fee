"""Commands one by one: what they answer, what they refuse, and that a refusal writes nothing."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sscb_tui.commandline.schemas import FORMATS
from sscb_tui.config import places
from sscb_tui.domain.terms import Paper
from tests.cli.conftest import Sscb

MANAGER, CHAIR, LIIP, MINUTES = "B. Manager", "C. Chair", "L. Lead", "M. Minutes"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A record with the demonstration in it."""
    from sscb_tui.bootstrap import write_demonstration

    path = tmp_path_factory.mktemp("filled") / "demo.db"
    write_demonstration(path, date(2026, 11, 20))
    return path.read_bytes()


@pytest.fixture
def demo(filled: bytes, database: Path) -> Path:
    """The demonstration as this test's own record."""
    database.write_bytes(filled)
    database.chmod(0o600)
    return database


def references(sscb: Sscb) -> dict[str, str]:
    return {row["pseudonym"]: row["reference"] for row in json.loads(sscb("list", "--json").stdout)}


def test_every_command_explains_itself(sscb: Sscb) -> None:
    from sscb_tui.cli import COMMANDS

    overview = sscb("--help").stdout
    for name in COMMANDS:
        assert name in overview
        assert "Usage" in sscb(name, "--help").stdout


def test_an_unknown_command_is_bad_input(sscb: Sscb) -> None:
    assert "No such command" in sscb("lsit", code=2).stderr


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_input_format_has_a_schema(sscb: Sscb, name: str) -> None:
    schema = json.loads(sscb("schema", name).stdout)
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False


def test_an_unknown_format_is_bad_input(sscb: Sscb) -> None:
    assert "referral" in sscb("schema", "nothing", code=2).stderr


def test_a_mistyped_path_makes_no_database(sscb: Sscb, database: Path) -> None:
    for command in (["list"], ["verify"], ["show", "SSCB/2026/001"], ["backup", "copy.db"]):
        assert "there is no database" in sscb(*command, code=2).stderr
    assert not database.exists()


def test_a_file_that_is_no_record_is_left_as_it_is(sscb: Sscb, database: Path) -> None:
    database.write_text("shopping list\n" * 500)
    sscb("list", code=2)
    assert database.read_text() == "shopping list\n" * 500


def test_paths_names_the_database_in_use(sscb: Sscb, database: Path) -> None:
    assert json.loads(sscb("paths", "--json").stdout)["database"] == str(database)
    assert str(database) in sscb("paths").stdout


def test_folders_can_be_moved_by_environment_variables(tmp_path: Path) -> None:
    found = places({"SSCB_DATA_DIR": str(tmp_path), "SSCB_STATE_DIR": str(tmp_path / "s"), "SSCB_LOG_DIR": " "})
    assert found.database == tmp_path / "board.db"
    assert found.state == tmp_path / "s"
    assert found.log.is_absolute()
    assert places({"SSCB_DB": str(tmp_path / "other.db")}).database == tmp_path / "other.db"


def test_the_demonstration_is_written_once_and_never_over_something(sscb: Sscb, tmp_path: Path) -> None:
    target = tmp_path / "demo.db"
    assert str(target) in sscb("demo", "--write", str(target)).stdout
    before = target.read_bytes()
    assert "already there" in sscb("demo", "--write", str(target), code=2).stderr
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("sscb-demo")] == []


def test_the_queue_shows_pseudonyms_and_never_names(sscb: Sscb, demo: Path) -> None:
    for said in (sscb("list").stdout, sscb("list", "--json").stdout):
        assert "Child Q" in said
        assert "Quincy" not in said


def test_a_case_is_found_in_any_usual_spelling(sscb: Sscb, demo: Path) -> None:
    reference = references(sscb)["Child Q"]
    usual = [sscb("show", spelt).stdout for spelt in (reference, reference.lower().replace("/", "-"), reference[5:])]
    assert usual[0] == usual[1] == usual[2]
    assert "Quincy" not in usual[0]


def test_a_case_is_shown_with_its_clocks(sscb: Sscb, demo: Path) -> None:
    case = json.loads(sscb("show", references(sscb)["Child M"], "--json").stdout)
    assert list(case) == ["case", "returns", "duties", "actions"]
    assert case["duties"]
    assert case["actions"]


def test_an_unknown_reference_is_bad_input(sscb: Sscb, demo: Path) -> None:
    assert "SSCB/1999/001" in sscb("show", "SSCB/1999/001", code=2).stderr


def test_history_tells_who_did_what(sscb: Sscb, demo: Path) -> None:
    said = sscb("history", references(sscb)["Child M"]).stdout
    assert "referral received" in said
    assert CHAIR in said


def test_a_whole_record_is_verified_and_an_altered_one_is_not(sscb: Sscb, demo: Path) -> None:
    from db.connection import connect

    assert "whole" in sscb("verify").stdout
    connection = connect(str(demo))
    connection.execute("UPDATE cases SET pseudonym = 'Child Z' WHERE pseudonym = 'Child Q'")
    connection.commit()
    connection.close()
    assert "RECORD" in sscb("verify", code=1).stderr


def test_a_backup_is_a_record_and_is_private(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    sscb("backup", str(copy))
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert "already there" in sscb("backup", str(copy), code=2).stderr
    assert json.loads(sscb("list", "--json").stdout) == json.loads(sscb("--db", str(copy), "list", "--json").stdout)


def test_doctor_finds_a_healthy_record_well(sscb: Sscb, demo: Path) -> None:
    assert "the record is whole" in sscb("doctor").stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_doctor_tells_of_a_record_others_can_read(sscb: Sscb, demo: Path) -> None:
    demo.chmod(0o644)
    assert "chmod 600" in sscb("doctor", code=1).stdout


def test_every_change_is_made_by_somebody(sscb: Sscb, demo: Path) -> None:
    reference = references(sscb)["Child J"]
    nobody = sscb("referral", "open", reference, "--checked", "searched", code=2).stderr
    assert MANAGER in nobody
    stranger = sscb("referral", "open", reference, "--checked", "searched", by="Nobody", code=2).stderr
    assert CHAIR in stranger


def test_a_refusal_by_role_ends_with_one_and_a_sentence(sscb: Sscb, demo: Path) -> None:
    reference = references(sscb)["Child J"]
    before = sscb("history", reference).stdout
    refused = sscb("referral", "open", reference, "--checked", "searched", by="H. Owner", code=1)
    assert ": " in refused.stderr
    assert sscb("history", reference).stdout == before


def test_signing_needs_the_reference_typed(sscb: Sscb, demo: Path) -> None:
    reference = references(sscb)["Child N"]
    sscb("decision", "sign", reference, "-", given="{}", code=2)
    sscb("decision", "sign", reference, "-", "--reference", reference, by=CHAIR, given="{}", code=2)
    assert "With Chair" in sscb("show", reference).stdout


@pytest.mark.parametrize("paper", [paper.value for paper in Paper if paper is not Paper.PANEL])
def test_a_paper_that_has_nothing_to_print_says_what_it_waits_for(sscb: Sscb, demo: Path, paper: str) -> None:
    reference = references(sscb)["Child J"]
    if paper == "plan":
        sscb("export", paper, reference)
    else:
        assert "has no" in sscb("export", paper, reference, code=2).stderr


def test_a_paper_is_written_whole_privately_and_never_over_something(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "decision.md"
    reference = references(sscb)["Child M"]
    sscb("export", "decision", reference, "--out", str(target))
    text = target.read_bytes()
    assert b"\r" not in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "already there" in sscb("export", "decision", reference, "--out", str(target), code=2).stderr
    sscb("export", "decision", reference, "--out", str(target), "--force")
    assert "no folder" in sscb("export", "decision", reference, "--out", str(tmp_path / "no" / "a.md"), code=2).stderr
    assert sorted(path.name for path in tmp_path.glob("*decision*")) == ["decision.md"]


def test_a_return_that_is_no_template_is_refused_and_the_good_one_beside_it_not_taken(
    sscb: Sscb, demo: Path, tmp_path: Path
) -> None:
    reference = references(sscb)["Child Q"]
    before = json.loads(sscb("show", reference, "--json").stdout)["returns"]
    bad = tmp_path / "bad.md"
    bad.write_text("Dear Board,\n\nplease find nothing attached.\n")
    refused = sscb("return", "import", str(bad), by=MANAGER, code=2)
    assert str(bad) in refused.stderr
    assert json.loads(sscb("show", reference, "--json").stdout)["returns"] == before


HEADER = "case,recommendation,level,agency,owner,action,outcome,due\n"


def test_recommendations_come_in_from_a_spreadsheet_exactly(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    reference = references(sscb)["Child M"]
    sheet = tmp_path / "tracker.csv"
    cells = "board,HSG,Head of housing,Share checks,Practices ask about children,30/11/2026"
    row = f'{reference},"=HYPERLINK(""x"")",{cells}\n'
    sheet.write_text("\ufeff" + HEADER + row, encoding="utf-8")
    sscb("tracker", "import", str(sheet), "--write", by=MANAGER)
    listed = json.loads(sscb("recommendation", "list", "--json").stdout)
    assert listed[-1]["text"] == '=HYPERLINK("x")'
    assert (listed[-1]["reference"], listed[-1]["level"]) == (reference, "board")
    assert "2026-11-30" in sscb("action", "list", reference).stdout


def test_one_bad_row_keeps_the_whole_spreadsheet_out(sscb: Sscb, demo: Path, tmp_path: Path) -> None:
    reference = references(sscb)["Child M"]
    before = sscb("recommendation", "list").stdout
    sheet = tmp_path / "tracker.csv"
    sheet.write_text(f"{HEADER}{reference},Good,,,,,,\nSSCB/1999/001,No such case,,,,,,\n")
    assert "row 3" in sscb("tracker", "import", str(sheet), "--write", by=MANAGER, code=2).stderr
    assert sscb("recommendation", "list").stdout == before


def test_an_owner_cannot_verify_their_own_action(sscb: Sscb, demo: Path) -> None:
    rows = json.loads(sscb("action", "list", "--json").stdout)
    number = f"A-{rows[0]['number']}"
    sscb("action", "verify", number, "--note", "looked", by="H. Owner", code=1)
    assert "not an action's number" in sscb("action", "verify", "12b", "--note", "x", by=MANAGER, code=2).stderr
    assert "no action A-999" in sscb("action", "verify", "A-999", "--note", "x", by=MANAGER, code=2).stderr


def test_actions_are_found_by_the_terms_of_the_tracker(sscb: Sscb, demo: Path) -> None:
    rows = json.loads(sscb("action", "list", "--json").stdout)
    late = json.loads(sscb("action", "list", "--find", "overdue", "--json").stdout)
    assert 0 < len(late) < len(rows)
    assert late == [row for row in rows if row["overdue"]]
    others = json.loads(sscb("action", "list", "--find", "-overdue", "--json").stdout)
    assert others == [row for row in rows if not row["overdue"]]
    assert "A-" in sscb("action", "list", "--find", f"{rows[0]['action'].split()[0]} state:open,verified").stdout
    refused = sscb("action", "list", "--find", "due:soon", code=2)
    assert "“due:soon” is not understood. due: takes <30d" in refused.stderr


def test_control_characters_are_made_visible_on_the_way_out(sscb: Sscb, demo: Path) -> None:
    said = sscb("show", "\x1b[31mred", code=2)
    assert "\x1b" not in said.stderr


def test_the_settings_come_out_in_the_form_they_go_in(sscb: Sscb, demo: Path) -> None:
    held = sscb("board", "show", "--json").stdout
    sscb("board", "set", "-", given=held, by=MANAGER)
    assert sscb("board", "show", "--json").stdout == held
    assert "C. Chair" in sscb("board", "show").stdout
    sscb("board", "set", "-", given=held, by="H. Owner", code=1)


def test_answers_are_utf8_whatever_the_locale_says(demo: Path) -> None:
    environ = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "sscb_tui", "--db", str(demo), "schema", "board"]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, check=True)
    assert json.loads(done.stdout.decode("utf-8"))
