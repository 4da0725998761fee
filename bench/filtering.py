"""The tracker's list at 200, 2,000 and 20,000 actions: opened, filtered by words and by a term, sorted, grouped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import year_of
from bench.screens import floor, key, memory, ours, push
from bench.terminal import Terminal
from screens.tracker_sort import GROUPS, ORDERS

SIZES = (200, 2_000, 20_000)
ROUNDS = 10
TOP, BOTTOM = 3, 20
"""Rows of the screen where the list shows its first hits; the field itself lies below them."""


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    with ExitStack() as terminals:
        trackers = [terminals.enter_context(ours(year_of(folder, size))) for size in SIZES]
        empty = terminals.enter_context(floor("screens"))
        empty.wait_for(MARK, 60)
        for terminal in trackers:
            terminal.wait_for("Child U", 60)
        before = [memory(terminal) for terminal in trackers]
        first = [_opened(terminal) for terminal in trackers]
        added = [memory(terminal) - least for terminal, least in zip(trackers, before, strict=True)]
        return [
            *_grown("opened, the first time", first, (1_500, 2_000, 5_000), 10),
            *_again(trackers, empty),
            *_keys(trackers),
            Row("tracker, 20,000 actions: memory added", added[-1], None, "MiB", 160),
        ]


def _grown(what: str, taken: list[float], holds: tuple[float, float, float], growth: float) -> list[Row]:
    """One row for each size, and how much slower the largest is than the one before it."""
    found = [
        Row(f"tracker, {size:,} actions: {what}", each, None, "ms", hold)
        for size, each, hold in zip(SIZES, taken, holds, strict=True)
    ]
    return [*found, Row(f"tracker: {what}, 20,000 beside 2,000", taken[2], taken[1], "ms", growth)]


def _again(trackers: list[Terminal], empty: Terminal) -> list[Row]:
    """Away to the queue and back, beside an empty screen."""
    *taken, least = interleaved([*(partial(_back, each) for each in trackers), lambda: push(empty)], ROUNDS // 2)
    return [
        Row(f"tracker, {size:,} actions: opened again", each, least, "ms", 2)
        for size, each in zip(SIZES, taken, strict=True)
    ]


def _keys(trackers: list[Terminal]) -> list[Row]:
    """What a person does with the list in front of them."""
    deeds: tuple[tuple[str, Callable[[Terminal], float], int, float, float], ...] = (
        ("filter keystroke, a word", _word, ROUNDS, 60, 1.5),
        ("filter keystroke, a term", _term, ROUNDS, 60, 1.5),
        ("sorted another way", _sorted, ROUNDS // 2, 150, 6),
        ("grouped by agency", _grouped, ROUNDS // 2, 250, 8),
        ("cursor down", _down, ROUNDS, 60, 1.5),
    )
    found = []
    for what, deed, rounds, hold, growth in deeds:
        taken = list(interleaved([partial(deed, each) for each in trackers], rounds))
        found += _grown(what, taken, (hold, hold, hold), growth)
    return found


def _opened(terminal: Terminal) -> float:
    """From the key to the first actions."""
    terminal.settle(0.5)
    terminal.press("T")
    taken = terminal.wait_for(_listed, 60)
    terminal.settle(0.5)
    return taken


def _back(terminal: Terminal) -> float:
    terminal.press("R")
    terminal.wait_for("SSCB · Referrals")
    terminal.settle(0.1)
    terminal.press("T")
    taken = terminal.wait_for(_listed)
    terminal.settle(0.1)
    return taken


def _listed(terminal: Terminal) -> bool:
    return "SSCB · Tracker" in terminal.text() and "A-" in terminal.text()


def _word(terminal: Terminal) -> float:
    """The first letter of a word that few actions hold: the hits on screen change."""
    _filter(terminal, "")
    taken = key(terminal, "z", TOP, BOTTOM)
    return _left(terminal, taken)


def _term(terminal: Terminal) -> float:
    """From "agency:c", which several agencies begin with, to "agency:ci"."""
    _filter(terminal, "agency:c")
    taken = key(terminal, "i", TOP, BOTTOM)
    return _left(terminal, taken)


def _filter(terminal: Terminal, typed: str) -> None:
    terminal.press("/")
    terminal.settle(0.2)
    if typed:
        terminal.type(typed)
        terminal.settle(0.3)


def _left(terminal: Terminal, taken: float) -> float:
    terminal.press("escape")
    terminal.settle(0.3)
    terminal.press("g")
    terminal.settle(0.3)
    return taken


def _sorted(terminal: Terminal) -> float:
    """From the first order to the next; then round to the first again."""
    taken = key(terminal, "o")
    _round(terminal, "o", len(ORDERS) - 1)
    return taken


def _grouped(terminal: Terminal) -> float:
    """From none to agencies; then round to none again."""
    taken = key(terminal, "b", TOP, BOTTOM)
    _round(terminal, "b", len(GROUPS) - 1)
    return taken


def _round(terminal: Terminal, name: str, times: int) -> None:
    for _ in range(times):
        terminal.press(name)
        terminal.settle(0.2)


def _down(terminal: Terminal) -> float:
    return key(terminal, "down", TOP, BOTTOM)
