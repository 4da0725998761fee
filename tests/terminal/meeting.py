"""A record with one case, whose meeting is on: the quickest way for a terminal into a meeting."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.terminal import Terminal
from sscb_tui.bootstrap import open_record
from sscb_tui.services.demonstration import meeting, people, referrals, returns
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.discussions import discussion, plan

ASKED = ("CHS", "CSC", "POL", "EDU", "HSG")


def meeting_in_progress(path: Path) -> tuple[str, str]:
    """Write the record; the ids of its case and of the meeting that has just begun."""
    clock = SetClock(datetime(2026, 11, 2, 9, tzinfo=UTC))
    services = open_record(None, clock=clock)
    manager, chair, lead = people.MANAGER.actor(), people.CHAIR.actor(), people.LIIP.actor()
    services.board.save(manager, people.BOARD)
    case = services.referrals.receive(manager, referrals.child_n(clock()))
    services.referrals.open_discussion(manager, case.id, "Searched; nothing found.")
    plans = plan(services.desk.file(case.id), ASKED, clock())
    services.referrals.discuss(manager, case.id, discussion(services.desk.file(case.id).case, clock(), plans))
    services.referrals.agree(lead, case.id)
    services.referrals.agree(chair, case.id)
    returns.all_in(services, case.id, ASKED[:4], refused=ASKED[4:])
    held = services.meetings.prepare(manager, case.id)
    for person in meeting._ROOM:
        services.meetings.attend(manager, held.id, person)
    services.meetings.ready(manager, held.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    services.meetings.start(lead, held.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    services.record.backup(path)
    services.close()
    return case.id, held.id


def enter(terminal: Terminal) -> None:
    """From the queue, where the only case is in hand, to its meeting."""
    terminal.wait_for("Child N", timeout=40)
    terminal.wait_for("In meeting", timeout=40)
    terminal.press("S")
    terminal.wait_for("press : to write", timeout=40)
