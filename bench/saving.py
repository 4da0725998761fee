"""Saving: one action with everything behind it, beside the same bytes in bare SQLite; and many windows at once."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from pathlib import Path

import sqlcipher3

from bench.measure import Row, interleaved
from bench.records import opened, tracker_of
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.terms import ActionState
from sscb_tui.services.demonstration import people

PROCESSES, EDITS = 4, 1_000


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    return [_one_save(folder), *_many_windows(folder)]


def _one_save(folder: Path) -> Row:
    services = open_record(tracker_of(folder / "save.db", 40))
    bare = _bare(folder / "bare.db")
    numbers = itertools.count()
    actions = itertools.cycle(row.action_id for row in services.tracker.rows())
    manager = people.MANAGER.actor()
    body = services.tracker.action(next(actions)).canonical()

    def ours() -> float:
        action = next(actions)
        begun = time.perf_counter()
        services.progress.update(manager, action, ActionState.IN_PROGRESS, f"Note {next(numbers):05}.")
        return (time.perf_counter() - begun) * 1000

    def floor() -> float:
        begun = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE actions SET version = version + 1, body = ? WHERE id = 'a'", [body])
        bare.execute("INSERT INTO journal (state, hash) VALUES (?, ?)", [body, str(next(numbers))])
        bare.execute("COMMIT")
        return (time.perf_counter() - begun) * 1000

    mine, least = interleaved([ours, floor], 200)
    services.close()
    bare.close()
    return Row("save of one action: service and journal", mine, least, "ms", 3)


def _bare(path: Path) -> sqlcipher3.Connection:
    """The same settings, one row and a log: the least that a save can be."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE actions (id TEXT PRIMARY KEY, version INTEGER, body TEXT) STRICT")
    connection.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY, state TEXT, hash TEXT) STRICT")
    connection.execute("INSERT INTO actions VALUES ('a', 0, '')")
    return connection


def _many_windows(folder: Path) -> list[Row]:
    path = tracker_of(folder / "shared.db", 200)
    command = [sys.executable, "-m", "bench.editor", str(path), str(EDITS)]
    editors = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(PROCESSES)]
    failed = sum(int(editor.communicate()[0].split()[-1]) for editor in editors)
    with opened(path) as services:
        kept = sum(len(services.tracker.action(row.action_id).updates) for row in services.tracker.rows())
        whole = services.record.journal.verify() is None
    lost = PROCESSES * EDITS - failed - kept
    return [
        Row("four windows, 1,000 edits each: errors", failed, None, "edits", 0),
        Row("four windows, 1,000 edits each: lost", lost if whole else max(lost, 1), None, "edits", 0),
    ]
