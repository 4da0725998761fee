"""A record in memory with the invented Board, and a clock that can be set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.services.office import MANAGER, Office


@pytest.fixture
def office() -> Iterator[Office]:
    """Monday 2 November 2026, nine in the morning, the Board set up, no case yet."""
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    yield Office(services, clock)
    services.close()
