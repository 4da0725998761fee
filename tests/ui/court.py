"""The decision screen opened on one of the invented cases, for any test that needs the Chair at the keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from textual.pilot import Pilot

from screens.base import Page, Place
from screens.decision import Decision
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services

Settle = Callable[[Pilot[None]], Awaitable[None]]
Court = Callable[..., AbstractAsyncContextManager[tuple[Pilot[None], Decision]]]


def case_of(services: Services, pseudonym: str) -> str:
    """The case's id."""
    return next(row.case_id for row in services.desk.queue() if row.pseudonym == pseudonym)


def court_of(backend: Backend, settle: Settle) -> Court:
    """Opens the decision screen as the Chair, with Child N in hand."""

    @asynccontextmanager
    async def opened(
        child: str = "Child N", who: str = "C. Chair", size: tuple[int, int] = (120, 40)
    ) -> AsyncIterator[tuple[Pilot[None], Decision]]:
        app = Sscb(backend, act_as=who)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            case_id = await backend.call(lambda services: case_of(services, child))
            app.journey.go(Page.Go(Place.DECISION, case_id))
            await settle(pilot)
            screen = app.screen
            assert isinstance(screen, Decision)
            yield pilot, screen

    return opened
