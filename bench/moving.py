"""Moving about: cursor and page in the queue beside a bare DataTable of the visible rows; opening screens again."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import queue_of
from bench.screens import floor, key, ours, push
from bench.terminal import Terminal

ROUNDS = 30


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    record = queue_of(folder / "moving.db", 500)
    with ExitStack() as terminals:
        queue, table = terminals.enter_context(ours(record)), terminals.enter_context(floor("table", "100"))
        screens = terminals.enter_context(floor("screens"))
        queue.wait_for("SSCB/2026/010", 60)
        table.wait_for("SSCB/2026/001", 60)
        screens.wait_for(MARK, 60)
        return [*_keys(queue, table), *_screens(queue, screens)]


def _keys(queue: Terminal, table: Terminal) -> list[Row]:
    down, bare_down = interleaved([lambda: key(queue, "down"), lambda: key(table, "down")], ROUNDS)
    page, bare_page = interleaved([lambda: _page(queue), lambda: _page(table)], ROUNDS // 2)
    return [
        Row("key to paint: cursor down", down, bare_down, "ms", 1.5),
        Row("key to paint: page down", page, bare_page, "ms", 1.5),
        Row("key to paint: a bare Escape", interleaved([lambda: _escape(queue)], ROUNDS // 2)[0], None, "ms", 60),
    ]


def _escape(terminal: Terminal) -> float:
    """Close the filter again: nothing follows the Escape, so the program must not wait long for the rest of a key."""
    key(terminal, "/")
    return key(terminal, "escape")


def _page(terminal: Terminal) -> float:
    taken = key(terminal, "pagedown")
    key(terminal, "pageup")
    return taken


def _screens(queue: Terminal, empty: Terminal) -> list[Row]:
    """Every place once, so that its code is loaded, then again and again beside an empty screen."""
    found = []
    for letter, title in {"T": "Tracker", "D": "Duties", "S": "Scoping"}.items():
        mine, least = interleaved([lambda: _visit(queue, letter, title), lambda: push(empty)], 7)  # noqa: B023
        found.append(Row(f"opening {title} again", mine, least, "ms", 2))
    return found


def _visit(queue: Terminal, letter: str, title: str) -> float:
    queue.settle(0.1)
    queue.press(letter)
    taken = queue.wait_for(f"SSCB · {title}")
    queue.settle(0.1)
    queue.press("R")
    queue.wait_for("SSCB · Referrals")
    return taken
