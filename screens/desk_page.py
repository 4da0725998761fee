"""A screen that does things to the record: a deed is refused in words or shown at once, and typing is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from screens.base import Context, Page
from screens.working import begin

if TYPE_CHECKING:
    from textual.timer import Timer

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

SOON = 0.4
"""Seconds after which typing is stored, however fast it goes on: less than the second that may be lost."""


@dataclass(frozen=True, slots=True)
class Typing:
    """What is being typed on a screen, as a draft; no fields once there is nothing worth keeping."""

    key: str
    title: str
    fields: dict[str, object]


class DeskPage(Page):
    """A page with deeds and a draft."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is being kept yet."""
        super().__init__(context, argument)
        self._keeping: Timer | None = None

    async def do(self, deed: Callable[[Services, Actor], object]) -> bool:
        """Do something to the record and show it; False if it was refused, and the refusal has been shown."""
        done = await self.ask(lambda services: (deed(services, self.actor), services.desk.now()))
        if done is None:
            return False
        self.saved(done[1])
        await self.reload()
        return True

    def perform(self, deed: Callable[[Services, Actor], object]) -> None:
        """The same from a key, without holding up the keys after it."""
        begin(self, partial(self.do, deed), group="write")

    def typing(self) -> Typing | None:
        """What is being typed here now; None while there is nothing to keep it under."""
        return None

    def keep_soon(self) -> None:
        """Store what is being typed within a second from now, however fast typing goes on."""
        if self._keeping is None:
            self._keeping = self.set_timer(SOON, self.keep_now)

    async def keep_now(self) -> None:
        """Store what is being typed; what has been emptied leaves no draft behind."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if (typing := self.typing()) is None:
            return
        if not typing.fields:
            await self.ask(lambda services: services.desk.discard_draft(typing.key))
            return
        actor = self.context.actor
        at = await self.ask(lambda services: services.desk.keep_draft(actor, typing.key, typing.title, typing.fields))
        if at is not None:
            self.saved(at)

    async def leave(self) -> None:
        """Keep what is being typed before the screen closes."""
        await self.keep_now()
