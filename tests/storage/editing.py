"""A window of its own: edits one record again and again, says each save that stands, until done or killed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from db.record import open_unit_of_work
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Role


def edit(path: Path, name: str, times: int) -> None:
    """Each edit reads the record as it stands, adds to it, and reports only after the commit."""
    record = open_unit_of_work(path, clock=lambda: datetime.now(UTC))
    actor = Actor(name=name, role=Role.MINUTE_TAKER)
    for number in range(times):
        with record.atomic(actor, "edit"):
            settings = record.settings.find("board")
            if settings is None:
                raise SystemExit("the settings are not there")
            record.settings.save(settings.but(area=f"{settings.area}\n{name} {number}"))
        sys.stdout.write(f"{name} {number}\n")
        sys.stdout.flush()
    record.close()


if __name__ == "__main__":
    edit(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
