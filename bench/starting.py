"""Starting: the first frame, and the queue with five hundred cases in the file, beside the barest Textual program."""

from __future__ import annotations

from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import queue_of
from bench.screens import floor, ours, start

ROUNDS = 9


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    record = queue_of(folder / "queue.db", 500)
    _used_before(record)
    frame, queue, bare = interleaved(
        [
            lambda: start(ours(record), "Referrals"),
            lambda: start(ours(record), "SSCB/2026/010"),
            lambda: start(floor("bare"), MARK),
        ],
        ROUNDS,
    )
    return [
        Row("start to first frame", frame, bare, "ms", 1.25),
        Row("start to the queue on screen, 500 cases", queue, bare, "ms", 2),
    ]


def _used_before(record: Path) -> None:
    """Start once and leave in the ordinary way: what one start leaves for the next is there, as it usually is."""
    with ours(record) as terminal:
        terminal.wait_for("SSCB/2026/010", 60)
        terminal.settle(1)
        terminal.press("ctrl+q")
        terminal.wait_exit()
