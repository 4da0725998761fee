"""Pictures of the screens people look at all day; only eyes can judge them, so a change is looked at before it stays.

They are compared on one Python and on the locked Textual alone: another release draws another picture.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from itertools import count
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

import screens.scoping
from screens.base import Page, Place
from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend, open_record
from sscb_tui.domain.terms import Paper
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill

LOCK = Path(__file__).parents[2] / "requirements.lock"
NOW = datetime(2026, 11, 23, 14, 5, 12, tzinfo=UTC)
SIZES = ((80, 24), (120, 40))
Compare = Callable[..., bool]
Settle = Callable[[Pilot[None]], Awaitable[None]]


def _locked() -> bool:
    found = re.search(r"^textual==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return found is not None and found[1] == version("textual") and sys.version_info[:2] == (3, 11)


pytestmark = pytest.mark.skipif(not _locked(), reason="pictures are compared on Python 3.11 and the locked Textual")

PICTURES: dict[str, tuple[str, str, Place, str]] = {
    "queue": ("B. Manager", "Child Q", Place.REFERRALS, ""),
    "case_file": ("B. Manager", "Child Q", Place.CASE, ""),
    "referral": ("B. Manager", "Child J", Place.REFERRAL_FORM, "case:"),
    "meeting": ("M. Minutes", "Child F", Place.SCOPING, ""),
    "chronology": ("M. Minutes", "Child F", Place.SCOPING, ""),
    "conflicts": ("M. Minutes", "Child F", Place.SCOPING, ""),
    "round": ("M. Minutes", "Child F", Place.SCOPING, ""),
    "ready": ("M. Minutes", "Child F", Place.SCOPING, ""),
    "decision": ("C. Chair", "Child N", Place.DECISION, ""),
    "review": ("B. Manager", "Child M", Place.REVIEW, ""),
    "timetable": ("B. Manager", "Child M", Place.REVIEW, ""),
    "decided": ("C. Chair", "Child M", Place.DECISION, ""),
    "thread": ("B. Manager", "", Place.TRACKER, ""),
    "tracker": ("B. Manager", "", Place.TRACKER, ""),
    "update": ("B. Manager", "", Place.TRACKER, ""),
    "more": ("B. Manager", "", Place.TRACKER, ""),
    "dashboard": ("B. Manager", "", Place.DASHBOARD, ""),
    "duties": ("B. Manager", "", Place.DUTIES, ""),
    "paper": ("C. Chair", "Child N", Place.PAPER, Paper.RECOMMENDATION.value),
}
"""Who looks at which place of whose case."""
KEYS: dict[str, tuple[str, ...]] = {
    "chronology": ("x",),
    "conflicts": ("c",),
    "round": ("v",),
    "ready": ("r",),
    "timetable": ("down", "down", "right", "down", "down"),
    "thread": ("t",),
    "update": ("u",),
    "more": ("m",),
}
"""What is pressed before the picture is taken."""
WIDE = (200, 50)
"""A projector: what a meeting looks at is judged there too."""
ONLY: dict[str, tuple[tuple[int, int], ...]] = {"thread": ((120, 40),), "decided": ((120, 40),)}
"""Places that one size shows well enough."""
SHOTS = [
    pytest.param(name, size, id=f"{name}-{size[0]}x{size[1]}")
    for name, (_, _, place, _) in PICTURES.items()
    for size in ONLY.get(name, (*SIZES, *([WIDE] if place is Place.SCOPING else [])))
]


@pytest.fixture(autouse=True)
def _painted_only_when_looked_at() -> None:
    """Here every frame is looked at."""


@pytest.fixture(scope="module")
def same_every_time(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with ids that are counted, not drawn by lot."""
    path = tmp_path_factory.mktemp("pictures") / "board.db"
    clock, numbers = SetClock(NOW), count(1)
    services = open_record(None, clock=clock, ids=lambda: f"{next(numbers):032x}")
    fill(services, clock, NOW)
    services.record.backup(path)
    services.close()
    return path


@pytest.fixture
def app(same_every_time: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Sscb]]:
    """Opens the program on a copy, as somebody, at one moment that does not pass."""
    monkeypatch.setattr(screens.scoping, "monotonic", lambda: 0.0)
    copy = tmp_path / "board.db"
    copy.write_bytes(same_every_time.read_bytes())
    backend = build_backend(copy, clock=SetClock(NOW))
    yield lambda who: Sscb(backend, act_as=who)
    asyncio.run(backend.close())


@pytest.mark.parametrize(("name", "size"), SHOTS)
def test_the_screen_looks_as_it_was_judged(
    snap_compare: Compare,
    app: Callable[[str], Sscb],
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    size: tuple[int, int],
) -> None:
    who, child, place, argument = PICTURES[name]

    async def go(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await _go(pilot.app, child, place, argument)
        for _ in range(3):
            await settle(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*KEYS.get(name, ()))
        for _ in range(3):
            await settle(pilot)

    shown = app(who)
    shown.animation_level = "none"
    monkeypatch.setattr(shown, "export_screenshot", partial(_without_fonts, shown.export_screenshot))
    assert snap_compare(shown, terminal_size=size, run_before=go)


def _without_fonts(draw: Callable[..., str], **how: object) -> str:
    """The fonts are the reader's own: a picture fetches nothing from anywhere."""
    return re.sub(r"@font-face \{.*?\}", "", draw(**how), flags=re.DOTALL)


async def _go(shown: App[None], child: str, place: Place, argument: str) -> None:
    """To the place, with the case in hand."""
    assert isinstance(shown, Sscb)
    rows = await shown.context.backend.call(lambda services: services.desk.queue())
    case_id = next((row.case_id for row in rows if row.pseudonym == child), None)
    if place is Place.REFERRALS:
        shown.context.case_id = case_id
        assert isinstance(shown.screen, Page)
        shown.screen.refresh_record()
    else:
        shown.journey.go(Page.Go(place, case_id, f"{argument}{case_id}" if argument.endswith(":") else argument))
