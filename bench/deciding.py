"""The Chair's decision with two hundred passages pinned to its criteria, beside an empty screen."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import decision_of
from bench.screens import floor, key, ours, push
from bench.terminal import Terminal

ROUNDS = 9
PINS = 200
TITLE = "SSCB · Chair's decision"
SEEN = "What the law requires"


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    with ExitStack() as terminals:
        chair = terminals.enter_context(ours(decision_of(folder / "decision.db", PINS)))
        empty = terminals.enter_context(floor("screens"))
        chair.wait_for("Child N", 60)
        empty.wait_for(MARK, 60)
        _take_up(chair)
        first = _open(chair)
        again, least = interleaved([lambda: _open(chair), lambda: push(empty)], ROUNDS)
        _show(chair)
        down, _ = interleaved([lambda: key(chair, "down"), lambda: key(chair, "up")], ROUNDS)
        return [
            Row(f"Chair's decision, {PINS} pins: first opened", first, None, "ms", 1_500),
            Row(f"Chair's decision, {PINS} pins: opened again", again, least, "ms", 2),
            Row(f"Chair's decision, {PINS} pins: next criterion", down, None, "ms", 60),
        ]


def _take_up(terminal: Terminal) -> None:
    """Put the cursor of the queue on the case before the Chair."""
    terminal.press("/")
    terminal.settle(0.3)
    terminal.type("Child N")
    terminal.press("enter")
    terminal.settle(0.5)


def _show(terminal: Terminal) -> float:
    """From the key to the whole screen."""
    terminal.settle(0.1)
    terminal.press("C")
    taken = terminal.wait_for(lambda now: TITLE in now.text() and SEEN in now.text(), 30)
    terminal.settle(0.3)
    return taken


def _open(terminal: Terminal) -> float:
    """The same; then back to the queue."""
    taken = _show(terminal)
    terminal.press("R")
    terminal.wait_for("SSCB · Referrals")
    return taken
