"""The program without a terminal: on an empty record, or on the demonstration's invented cases."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from screens.base import Page, Place
from screens.scoping import Scoping
from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend, open_record
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill
from sscb_tui.turns import InTurn
from tests.ui.court import Court, court_of

TODAY = date(2026, 11, 23)
HOSTILE = (
    "see [/] path",
    "[b",
    "[@click=app.quit]x[/]",
    "日本の子",
    "👩\u200d⚖️ judge",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202eright to left",
    "zero\u200bwidth",
    "long " * 20_000,
    "| a | b |",
    "<b>bold</b>",
    "line\nbreak\ttab\r",
    "=HYPERLINK()",
)

Settle = Callable[[Pilot[None]], Awaitable[None]]
Room = Callable[..., AbstractAsyncContextManager[tuple[Pilot[None], Scoping]]]
"""Opens the meeting room: the keyboard, and the screen."""


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read or written; unexpected errors fail the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(Sscb, "catches", False)
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


@pytest.fixture(autouse=True)
def _painted_only_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal every frame was painted for nobody, which was half of the time: `settle` and `seen` paint."""

    def forget(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", forget)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the invented cases, made once."""
    path = tmp_path_factory.mktemp("demonstration") / "board.db"
    clock = SetClock(datetime(2026, 7, 1, 9, tzinfo=UTC))
    services = open_record(None, clock=clock)
    fill(services, clock, datetime(2026, 11, 23, 14, tzinfo=UTC))
    services.record.backup(path)
    services.close()
    return path


@pytest.fixture
def board(demonstration: Path, tmp_path: Path) -> Path:
    """This test's own copy of the demonstration."""
    copy = tmp_path / "board.db"
    copy.write_bytes(demonstration.read_bytes())
    return copy


@pytest.fixture
def clock() -> SetClock:
    """Two in the afternoon of the demonstration's last day."""
    return SetClock(datetime(2026, 11, 23, 14, tzinfo=UTC))


@pytest.fixture
async def demo(board: Path, clock: SetClock) -> AsyncIterator[Backend]:
    """The road to the invented cases."""
    backend = build_backend(board, clock=clock)
    yield backend
    await backend.close()


@pytest.fixture
async def empty(clock: SetClock) -> AsyncIterator[Backend]:
    """The road to a record nobody has used."""
    backend = build_backend(None, clock=clock)
    yield backend
    await backend.close()


@pytest.fixture
def settle() -> Settle:
    """Waits until nothing is being read and everything is drawn; never sleeps."""

    async def wait(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for _ in range(4000):  # a busy machine may take its time
            await pilot.pause(0.005)
            if isinstance(pilot.app, InTurn) and not pilot.app.at_rest:
                continue
            if pilot.app.screen.is_modal or all(worker.is_finished for worker in pilot.app.workers):
                break
        await pilot.pause()
        screen_text(pilot.app.screen)

    return wait


def screen_text(screen: Screen[object]) -> str:
    """The words on the screen, line by line, as a person sees them."""
    return "\n".join(strip.text for strip in screen._compositor.render_strips())


@asynccontextmanager
async def scoping_room(
    backend: Backend, settle: Settle, child: str, who: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], Scoping]]:
    """Somebody in the meeting room, with a child's case in hand."""
    app = Sscb(backend, act_as=who)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        rows = await backend.call(lambda services: services.desk.queue())
        app.journey.go(Page.Go(Place.SCOPING, next(row.case_id for row in rows if row.pseudonym == child)))
        await settle(pilot)
        assert isinstance(app.screen, Scoping)
        yield pilot, app.screen


@pytest.fixture
def enter(demo: Backend, settle: Settle) -> Room:
    """The way into the meeting room on the invented cases: `enter(child, who, size)`."""
    return partial(scoping_room, demo, settle)


@pytest.fixture
def seen() -> Callable[[App[None]], str]:
    """The words on an app's screen."""
    return lambda app: screen_text(app.screen)


@pytest.fixture
def court(demo: Backend, settle: Settle) -> Court:
    """Opens the decision screen as the Chair, with Child N in hand."""
    return court_of(demo, settle)
