"""Our program in a terminal of its own, and what to wait for on its screens."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.floors import MARK
from bench.terminal import Seen, Terminal


def environ() -> dict[str, str]:
    """A machine where compiled modules are kept and nobody has chosen anything."""
    dropped = ("XDG_", "SSCB_", "TEXTUAL", "PYTHONDONTWRITEBYTECODE", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**kept, "HOME": _HOME.name, "LC_ALL": "C.UTF-8"}


_HOME = tempfile.TemporaryDirectory(prefix="sscb-bench-home-")


def ours(record: Path) -> Terminal:
    """`sscb` on a record, acting as the Business Manager."""
    command = [sys.executable, "-m", "sscb_tui", "--db", str(record), "--as", "B. Manager", "--today", "2026-11-20"]
    return Terminal(command, environ=environ())


def floor(*arguments: str) -> Terminal:
    """One of the floors."""
    return Terminal([sys.executable, "-m", "bench.floors", *arguments], environ=environ())


def start(terminal: Terminal, seen: Seen) -> float:
    """Milliseconds from the start of the process until this is on screen; then the program is ended."""
    with terminal:
        return terminal.wait_for(seen, 60)


def changed(terminal: Terminal, top: int = 0, bottom: int = 200) -> Seen:
    """A question: does this part of the screen, colours and all, differ from what it is now?"""
    before = picture(terminal, top, bottom)
    return lambda now: picture(now, top, bottom) != before


def picture(terminal: Terminal, top: int, bottom: int) -> list[list[tuple[str, str, str, bool]]]:
    """Every cell of some rows as a person sees it."""
    return [
        [(cell.data, cell.fg, cell.bg, cell.reverse) for cell in (line[column] for column in range(terminal.columns))]
        for line in (terminal.cells[row] for row in range(top, min(bottom, terminal.rows)))
    ]


def key(terminal: Terminal, name: str, top: int = 0, bottom: int = 200) -> float:
    """Milliseconds from a key to the first change it makes to this part of the screen."""
    terminal.settle(0.1)
    seen = changed(terminal, top, bottom)
    terminal.press(name)
    taken = terminal.wait_for(seen, 30)
    terminal.settle(0.1)
    return taken


def push(empty: Terminal) -> float:
    """Milliseconds the floor takes to push an empty screen; then it is popped again."""
    empty.settle(0.1)
    empty.press("o")
    taken = empty.wait_for("the other screen")
    empty.settle(0.1)
    empty.press("b")
    empty.wait_for(MARK)
    return taken


def memory(terminal: Terminal) -> float:
    """What the program holds in memory now, in MiB."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024
