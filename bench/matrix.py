"""Side by side: twenty agencies, every question, 150 words a cell, beside an empty screen and beside six agencies."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import scoping_of
from bench.screens import floor, key, ours
from bench.terminal import Terminal

ROUNDS = 15


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    with ExitStack() as terminals:
        wide = terminals.enter_context(ours(scoping_of(folder / "twenty.db", 20)))
        narrow = terminals.enter_context(ours(scoping_of(folder / "six.db", 6)))
        empty = terminals.enter_context(floor("screens"))
        wide.wait_for("SSCB/2026/001", 60)
        narrow.wait_for("SSCB/2026/001", 60)
        empty.wait_for(MARK, 60)
        opened, six, least = interleaved([lambda: _open(wide), lambda: _open(narrow), lambda: _push(empty)], 7)
        for terminal in (wide, narrow):
            terminal.press("S")
            terminal.wait_for("Side by side")
            terminal.settle(0.5)
        down, six_down = interleaved([lambda: key(wide, "down"), lambda: key(narrow, "down")], ROUNDS)
        slide, six_slide = interleaved([lambda: _slide(wide), lambda: _slide(narrow)], ROUNDS)
    return [
        Row("side by side, 20 agencies: open", opened, least, "ms", 6),
        Row("side by side: open at 20 beside 6 agencies", opened, six, "ms", 1.5),
        Row("side by side, 20 agencies: scroll", down, None, "ms", 30),
        Row("side by side: scroll at 20 beside 6 agencies", down, six_down, "ms", 1.5),
        Row("side by side: slide at 20 beside 6 agencies", slide, six_slide, "ms", 1.5),
    ]


def _open(terminal: Terminal) -> float:
    """The words of the returns on screen, not only the frame round them."""
    terminal.settle(0.1)
    terminal.press("S")
    taken = terminal.wait_for("The family was", 30)
    terminal.settle(0.2)
    terminal.press("R")
    terminal.wait_for("SSCB · Referrals")
    return taken


def _push(empty: Terminal) -> float:
    empty.settle(0.1)
    empty.press("o")
    taken = empty.wait_for("the other screen")
    empty.settle(0.1)
    empty.press("b")
    empty.wait_for(MARK)
    return taken


def _slide(terminal: Terminal) -> float:
    taken = key(terminal, "]")
    key(terminal, "[")
    return taken
