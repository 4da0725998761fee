"""A plain app with one screen on a record in memory, and a record that the demonstration has filled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from textual import events
from textual.pilot import Pilot

from screens.base import Context, Page
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.people import Actor
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill
from sscb_tui.services.ports import Draft
from sscb_tui.turns import InTurn

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=ZoneInfo("Europe/London"))


class Shell(InTurn):
    """Shows one page on top of an empty screen, and remembers where it asked to go."""

    def __init__(self, backend: Backend) -> None:
        """Everybody acts as the Business Manager until a test says otherwise."""
        super().__init__()
        self.context = Context(backend, actor=people.MANAGER.actor(), marking="OFFICIAL-SENSITIVE")
        self.gone: list[Page.Go] = []

    def on_page_go(self, event: Page.Go) -> None:
        """Remember it."""
        self.gone.append(event)

    async def case_in_hand(self, reference: str) -> str:
        """Take a case in hand by its reference."""
        case = await self.context.backend.call(lambda services: services.desk.case(reference))
        self.context.case_id = case.id
        return case.id

    async def paste(self, pilot: Pilot[None], text: str) -> None:
        """Put text into whatever has the focus, as a terminal hands it over."""
        self.post_message(events.Paste(text))
        await pilot.pause()
        while not self.at_rest:
            await pilot.pause()

    async def settle(self, pilot: Pilot[None]) -> None:
        """Wait until nothing is being read or written."""
        await pilot.pause()
        while any(not worker.is_finished and worker.group != "dialog" for worker in self.workers):
            await pilot.pause()
        await pilot.pause()
        self.screen._compositor.render_strips()

    async def amend_elsewhere(self, case_id: str, title: str) -> None:
        """Another window corrects the referral and its case."""

        def amend(services: Services) -> None:
            form = services.referrals.form_of(case_id)
            changed = form.but(incident_title=title, child=form.child.but(other_identifiers="elsewhere"))
            version = services.desk.file(case_id).case.version
            services.referrals.amend(people.MANAGER.actor(), case_id, version, changed)

        await self.read(amend)

    async def rename_child(self, case_id: str, name: str) -> None:
        """The child's name is corrected."""

        def amend(services: Services) -> None:
            form = services.referrals.form_of(case_id)
            version = services.desk.file(case_id).case.version
            services.referrals.amend(
                people.MANAGER.actor(), case_id, version, form.but(child=form.child.but(name=name))
            )

        await self.read(amend)

    async def read(self, use: Callable[[Services], T]) -> T:
        """Look into the record."""
        return await self.context.backend.call(use)


async def kept(shell: Shell) -> tuple[Draft, ...]:
    """Every draft in the record."""

    def read(services: Services) -> tuple[Draft, ...]:
        found = (services.desk.draft(row.key) for row in services.desk.drafts())
        return tuple(each for each in found if each is not None)

    return await shell.read(read)


def act(shell: Shell, who: Actor) -> None:
    """Somebody else acts."""
    shell.context.actor = who


def empty_record() -> Services:
    """A Board that is set up and has no case yet."""
    services = open_record(None, clock=SetClock(NOW))
    services.board.save(people.MANAGER.actor(), people.BOARD)
    return services


def filled_record() -> Services:
    """The demonstration's cases."""
    clock = SetClock(NOW)
    services = open_record(None, clock=clock)
    fill(services, clock, NOW)
    return services
