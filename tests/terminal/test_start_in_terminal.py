"""Stories in a real terminal: the first start, going about, and text that outlives the program."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sscb_tui.bootstrap import write_demonstration
from tests.terminal.conftest import ROOT, Start

MANAGER = ("--as", "B. Manager")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The demonstration in a file of its own."""
    path = tmp_path / "record" / "board.db"
    write_demonstration(path)
    return path


def test_the_version_is_told_and_the_terminal_is_given_back(start: Start) -> None:
    terminal = start("--version")
    assert terminal.wait_exit() == 0
    assert "sscb, version" in terminal.text()


def test_a_wrong_path_is_refused_in_words(start: Start, tmp_path: Path) -> None:
    terminal = start("--db", str(tmp_path / "nowhere.db"), "list")
    assert terminal.wait_exit() == 2
    assert "there is no database" in " ".join(terminal.text().split())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_first_start_asks_for_the_board_and_keeps_its_record_private(start: Start, home: Path) -> None:
    terminal = start()
    terminal.wait_for("Welcome")
    terminal.wait_for("Sunderland Safeguarding Ch")
    (record,) = home.rglob("board.db")
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
    assert stat.S_IMODE(record.parent.stat().st_mode) == 0o700


def test_the_demonstration_opens_with_its_cases_and_leaves_nothing_behind(start: Start, home: Path) -> None:
    terminal = start("demo")
    terminal.wait_for("Child Q")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert list(home.rglob("*.db")) == []


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (200, 50)])
def test_capital_letters_go_places_in_any_terminal(start: Start, database: Path, columns: int, rows: int) -> None:
    terminal = start("--db", str(database), *MANAGER, columns=columns, rows=rows)
    terminal.wait_for("Child N")
    for key, title in {
        "S": "Scoping",
        "C": "Chair's decision",
        "T": "Tracker",
        "D": "Duties",
        "R": "Referrals",
    }.items():
        terminal.press(key)
        terminal.wait_for(f"SSCB · {title}")


def test_text_being_typed_outlives_a_power_cut(start: Start, database: Path) -> None:
    first = start("--db", str(database), *MANAGER)
    first.wait_for("Child N")
    first.press("n")
    first.wait_for("New referral")
    first.wait_for("Pseudonym")
    first.type("Child Zed [/] =1+1")
    first.wait_for("saved ")
    first.kill()

    second = start("--db", str(database), *MANAGER)
    second.wait_for("Child N")
    second.press("r")
    second.wait_for("Go on with which?")
    second.press("enter")
    second.wait_for("Child Zed [/] =1+1")


def test_the_last_words_before_a_power_cut_are_a_second_old_at_most(start: Start, database: Path) -> None:
    first = start("--db", str(database), *MANAGER)
    first.wait_for("Child N")
    first.press("n")
    first.wait_for("Pseudonym")
    for letter in "abcdefghij":
        first.type(letter)
        first.wait_for(letter)
    first.settle(1.2)
    first.kill()

    second = start("--db", str(database), *MANAGER)
    second.wait_for("Child N")
    second.press("r")
    second.press("enter")
    second.wait_for("abcdefghij")


def test_leaving_gives_the_terminal_back(start: Start, database: Path) -> None:
    terminal = start("--db", str(database), *MANAGER)
    terminal.wait_for("Child N")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert "Traceback" not in terminal.text()


@pytest.mark.skipif(os.name == "nt", reason="Windows closes its consoles in another way")
@pytest.mark.parametrize(("hanging_up", "code"), [(signal.SIG_DFL, -signal.SIGHUP), (signal.SIG_IGN, 0)])
def test_a_window_that_is_closed_ends_the_program(
    start: Start, database: Path, hanging_up: signal.Handlers, code: int
) -> None:
    before = signal.signal(signal.SIGHUP, hanging_up)  # as an ordinary shell and as nohup leave it
    try:
        terminal = start("--db", str(database), *MANAGER)
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.wait_for("Child N")
    assert terminal.hang_up() == code


def test_input_that_ends_ends_the_program(database: Path) -> None:
    command = [sys.executable, "-m", "sscb_tui", "--db", str(database), *MANAGER]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, cwd=ROOT, check=False)
    assert done.returncode == 0
