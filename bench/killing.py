"""A power cut in the middle of saving, again and again: what was acknowledged must still be there."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from bench.measure import Row
from bench.records import opened, tracker_of
from sscb_tui.bootstrap import open_record

CUTS = 100


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    path = tracker_of(folder / "killed.db", 100)
    chance = random.Random(5)
    acknowledged = sum(_cut_short(path, chance.randrange(1, 12)) for _ in range(CUTS))
    with opened(path) as services:
        kept = sum(len(services.tracker.action(row.action_id).updates) for row in services.tracker.rows())
    record = open_record(path)
    fault = record.record.journal.verify()
    record.close()
    lost = max(acknowledged - kept, 0)
    return [
        Row("killed 100 times while saving: acknowledged edits lost", lost, None, "edits", 0),
        Row("killed 100 times while saving: faults in the record", 0 if fault is None else 1, None, "faults", 0),
    ]


def _cut_short(path: Path, edits: int) -> int:
    """Start an editor, kill it once it has said so many edits are saved; how many it had said in all."""
    command = [sys.executable, "-m", "bench.editor", str(path), "1000000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as editor:
        if editor.stdout is None:
            raise RuntimeError("the editor has no output")
        for _ in range(edits):
            editor.stdout.readline()
        editor.kill()
        rest = editor.stdout.read()
    return edits + rest.count("\n")
