"""`sscb` as another program calls it: arguments and standard input in; answer, sentences and exit code out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sscb_tui.cli import main
from sscb_tui.services.demonstration import people

Sscb = Callable[..., Result]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the record of this test lies, or would lie."""
    return tmp_path / "board.db"


@pytest.fixture
def sscb(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sscb:
    """Runs one command on the test's own record, on a fixed day; `code` is the exit code it must end with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    def run(*arguments: str, by: str = "", given: str | bytes = "", code: int = 0) -> Result:
        acting = ["--as", by] if by else []
        command = ["--db", str(database), "--today", "2026-11-20", *acting, *arguments]
        result = CliRunner().invoke(main, command, input=given, catch_exceptions=False)
        assert result.exit_code == code, result.output
        assert code == 0 or arguments[0] == "doctor" or (result.stderr and not result.stdout)
        return result

    return run


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a module keeps the record of a Board without cases, made by its first test."""
    return tmp_path_factory.mktemp("board") / "set-up.db"


@pytest.fixture
def board(sscb: Sscb, set_up: Path, database: Path) -> Path:
    """This test's own copy of that record: the Board's people and agencies, no case yet."""
    if not set_up.exists():
        form = people.BOARD.model_dump_json(exclude={"id", "version"})
        sscb("board", "set", "-", by=people.MANAGER.name, given=form)
        database.rename(set_up)
    database.write_bytes(set_up.read_bytes())
    return database
