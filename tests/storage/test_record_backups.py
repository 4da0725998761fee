"""A backup is whole or not there, whoever writes meanwhile."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from db.record import Record
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.people import Actor

Opened = Callable[[Path | None], Record]


def test_a_backup_holds_everything_and_is_private(filled: Record, tmp_path: Path, opened: Opened) -> None:
    copy = tmp_path / "copy.db"
    filled.backup(copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    held = opened(copy)
    assert held.cases.all() == filled.cases.all()
    assert held.journal.verify() is None


def test_a_backup_made_while_another_window_writes_is_of_one_moment(
    filled: Record, path: Path, tmp_path: Path, opened: Opened, actor: Actor
) -> None:
    other = opened(path)
    with other.atomic(actor, "amend"):
        other.cases.save(other.cases.get("case-q").but(pseudonym="Child R"))
        filled.backup(tmp_path / "copy.db")
    held = opened(tmp_path / "copy.db")
    assert held.cases.get("case-q").pseudonym == "Child Q"
    assert filled.cases.get("case-q").pseudonym == "Child R"
    assert held.journal.verify() is None


def test_a_backup_never_overwrites(filled: Record, path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("a letter")
    for place in (letter, path, tmp_path):
        with pytest.raises(InputError, match="never overwrites"):
            filled.backup(place)
    assert letter.read_text() == "a letter"
    assert filled.journal.verify() is None


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(filled: Record, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        filled.backup(tmp_path / "no" / "such" / "folder.db")
    assert not [each for each in tmp_path.rglob("*") if "folder" in each.name or "part" in each.name]
