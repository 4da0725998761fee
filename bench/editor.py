"""One window of several: updates actions all windows share, one after the other. `python -m bench.editor DB EDITS`."""

from __future__ import annotations

import sys
from pathlib import Path

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.terms import ActionState
from sscb_tui.services.demonstration import people


def main(path: str, edits: str) -> None:
    """Say each edit's number once it is saved, and how many failed at the end."""
    services = open_record(Path(path))
    actions = [row.action_id for row in services.tracker.rows()]
    failed = 0
    for edit in range(int(edits)):
        try:
            services.progress.update(
                people.MANAGER.actor(), actions[edit % len(actions)], ActionState.IN_PROGRESS, f"Edit {edit}."
            )
            print(edit, flush=True)
        except SscbError:
            failed += 1
    services.close()
    print("failed", failed, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
