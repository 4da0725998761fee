"""The program in a real terminal, on a machine where nobody has used it before."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bench.terminal import Terminal

ROOT = Path(__file__).parents[2]
Start = Callable[..., Terminal]
NOT_OURS = ("XDG_", "SSCB_", "TEXTUAL", "COLUMNS", "LINES")
"""What a program would find out about the tests instead of its own terminal: pytest's workers set the last two."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home directory."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Starts `sscb` with these arguments; every terminal is closed at the end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)}
    environ = {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    with ExitStack() as terminals:

        def begin(*arguments: str, columns: int = 120, rows: int = 40) -> Terminal:
            command = [sys.executable, "-m", "sscb_tui", *arguments]
            return terminals.enter_context(Terminal(command, columns=columns, rows=rows, environ=environ))

        yield begin
