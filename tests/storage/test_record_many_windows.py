"""Several processes on one file: no errors, no lost updates, and a killed one takes nothing with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.record import Record
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.people import Actor

ROOT = Path(__file__).parents[2]
Opened = Callable[[Path | None], Record]


def _editor(path: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("editing.py")), str(path), name, str(times)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})


@pytest.fixture
def shared(record: Record, actor: Actor, board: BoardSettings) -> Record:
    with record.atomic(actor, "set up"):
        record.settings.save(board)
    return record


def test_four_windows_lose_no_edit_and_meet_no_error(shared: Record, path: Path) -> None:
    editors = [_editor(path, name, 50) for name in "abcd"]
    said = [editor.communicate() for editor in editors]
    assert [errors for _, errors in said] == [""] * 4
    lines = shared.settings.get("board").area.splitlines()[1:]
    assert sorted(lines) == sorted(f"{name} {number}" for name in "abcd" for number in range(50))
    assert shared.settings.get("board").version == 201
    assert shared.journal.verify() is None


def test_four_windows_may_open_a_new_record_in_the_same_moment(path: Path, opened: Opened) -> None:
    editors = [_editor(path, name, 0) for name in "abcd"]
    assert [(editor.communicate()[1], editor.returncode) for editor in editors] == [("", 0)] * 4
    assert opened(path).journal.verify() is None


@pytest.mark.parametrize("after", [1, 4, 9, 17, 30])
def test_a_window_killed_at_work_has_kept_every_edit_it_reported(shared: Record, path: Path, after: int) -> None:
    with _editor(path, "a", 100_000) as editor:
        assert editor.stdout is not None
        reported = [editor.stdout.readline().strip() for _ in range(after)]
        editor.kill()
        reported += [line.strip() for line in editor.stdout if line.endswith("\n")]
    kept = shared.settings.get("board").area.splitlines()[1:]
    assert kept[: len(reported)] == reported
    assert len(kept) - len(reported) in (0, 1)
    assert shared.journal.verify() is None


def test_a_killed_window_holds_nobody_up(shared: Record, path: Path, actor: Actor) -> None:
    with _editor(path, "a", 100_000) as editor:
        assert editor.stdout is not None
        editor.stdout.readline()
        editor.kill()
    shared._session.rows("PRAGMA busy_timeout = 0")
    with shared.atomic(actor, "carry on"):
        shared.settings.save(shared.settings.get("board").but(marking="OFFICIAL"))
    assert shared.settings.get("board").marking == "OFFICIAL"
