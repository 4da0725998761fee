"""Finding: a key in the tracker's filter over twenty thousand actions, beside the same key over two thousand."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from bench.measure import Row, interleaved
from bench.records import tracker_of
from bench.screens import key, ours
from bench.terminal import Terminal
from screens.tracker_sort import GROUPS, ORDERS

ROUNDS = 10
TOP, BOTTOM = 3, 20
"""Rows of the screen where the list shows its first hits; the field itself lies below them."""


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    with ExitStack() as terminals:
        many = terminals.enter_context(_tracker(folder, 20_000))
        few = terminals.enter_context(_tracker(folder, 2_000))
        slow, quick = interleaved([lambda: _keystroke(many), lambda: _keystroke(few)], ROUNDS)
        typed, typed_few = interleaved([lambda: _term(many), lambda: _term(few)], ROUNDS)
        beside, sort, group = interleaved([lambda: _keystroke(many), lambda: _sort(many), lambda: _group(many)], ROUNDS)
    return [
        Row("filter keystroke over 20,000 actions", slow, None, "ms", 60),
        Row("filter keystroke: 20,000 beside 2,000 actions", slow, quick, "ms", 1.5),
        Row("keystroke of a term over 20,000 actions", typed, None, "ms", 60),
        Row("keystroke of a term: 20,000 beside 2,000 actions", typed, typed_few, "ms", 1.5),
        Row("20,000 actions sorted anew, beside a keystroke", sort, beside, "ms", 5),
        Row("20,000 actions grouped, beside a keystroke", group, beside, "ms", 8),
    ]


def _tracker(folder: Path, actions: int) -> Terminal:
    terminal = ours(tracker_of(folder / f"tracker-{actions}.db", actions))
    terminal.wait_for("SSCB/2026/001", 60)
    terminal.press("T")
    terminal.wait_for("A-1", 60)
    terminal.settle(0.5)
    return terminal


def _keystroke(terminal: Terminal) -> float:
    """From "ze" to "zeb": the hits on screen change with the second and third letters of a rare word."""
    terminal.press("/")
    terminal.settle(0.2)
    taken = key(terminal, "z", TOP, BOTTOM)
    _to_the_top(terminal)
    return taken


def _term(terminal: Terminal) -> float:
    """From "agency:c", which two agencies begin with, to "agency:ci"."""
    terminal.press("/")
    terminal.settle(0.2)
    terminal.type("agency:c")
    terminal.settle(0.3)
    taken = key(terminal, "i", TOP, BOTTOM)
    _to_the_top(terminal)
    return taken


def _to_the_top(terminal: Terminal) -> None:
    """All again, from the first: rows of one date are of one agency and alike, so that further down nothing changes."""
    terminal.press("escape")
    terminal.settle(0.3)
    terminal.press("g")
    terminal.settle(0.3)


def _sort(terminal: Terminal) -> float:
    """From the order by slip, which here is that by date, to that by agency; then round to the first again."""
    terminal.press("o")
    terminal.settle(0.3)
    taken = key(terminal, "o", TOP, BOTTOM)
    _round(terminal, "o", len(ORDERS) - 2)
    terminal.press("g")
    return taken


def _group(terminal: Terminal) -> float:
    """From none to agencies; then round to none again."""
    taken = key(terminal, "b", TOP, BOTTOM)
    _round(terminal, "b", len(GROUPS) - 1)
    terminal.press("g")
    return taken


def _round(terminal: Terminal, name: str, times: int) -> None:
    for _ in range(times):
        terminal.press(name)
        terminal.settle(0.3)
