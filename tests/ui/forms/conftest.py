"""Screens on a record in memory: a Board without a case, the demonstration's cases, and a record nobody has set up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copy

import pytest
import pytest_asyncio

from screens.forms.spec import Entry
from sscb_tui.bootstrap import open_record
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration.clock import SetClock
from tests.ui.forms.shell import NOW, Shell, empty_record, filled_record


@pytest_asyncio.fixture
async def shell() -> AsyncIterator[Shell]:
    """On a Board without a case."""
    app = Shell(Backend(empty_record))
    yield app
    await app.context.backend.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's cases in a file, made once."""
    path = tmp_path_factory.mktemp("filled") / "board.db"
    services = filled_record()
    services.record.backup(path)
    services.close()
    return path


@pytest_asyncio.fixture
async def demonstration(filled: Path, tmp_path: Path) -> AsyncIterator[Shell]:
    """On the demonstration's cases."""
    own = Path(copy(filled, tmp_path / "own.db"))
    app = Shell(Backend(lambda: open_record(own, clock=SetClock(NOW))))
    yield app
    await app.context.backend.close()


@pytest_asyncio.fixture
async def fresh() -> AsyncIterator[Shell]:
    """On a record nobody has set up."""
    app = Shell(Backend(lambda: open_record(None, clock=SetClock(NOW))))
    app.context.actor = None
    yield app
    await app.context.backend.close()


@pytest.fixture
def complete() -> Entry:
    """A referral that will do, as somebody would type it."""
    return {
        "pseudonym": "Child Z",
        "incident_on": "about 2 Nov 2026",
        "incident_title": "unexplained injury at home",
        "referral.received_at": "20 Nov 2026 09:30",
        "referral.referrer.name": "N. Nurse",
        "child.name": "Zed Example",
        "child.date_of_birth": "2 Jul 2026",
        "child.gender": "not stated",
        "child.home_address": "1 Example Street",
        "child.under_18": "yes",
        "child.normally_resident": "yes",
        "child.outcome": "died",
        "child.open_to_social_care": "no",
        "child.always_list": "no",
        "child.regulated_setting": "no",
        "family": [{"name": "Ann Example", "relationship": "mother", "search_for": True}],
        "other_children_none": True,
        "agencies": [{"agency": "POL", "still_involved": "yes"}],
        "referral.what_happened": "Bruises were seen on arrival. " * 5,
        "referral.abuse_or_neglect": "suspected",
        "referral.why_abuse_or_neglect": "No explanation fits.",
        "referral.serious_harm": "undetermined",
        "referral.working_together": "not_yet_asked",
        "referral.signed_by": "N. Nurse",
    }
