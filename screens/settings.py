"""The first start and every later change: the Board's name, its people with their roles, its agencies, its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from screens.base import Context, Place
from screens.forms.settings import SETTINGS
from screens.forms.values import typed_from
from screens.widgets.form_page import FormPage, Opened
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.sunderland import AGENCIES
from sscb_tui.domain.terms import Role

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor

NEEDED = (Role.BUSINESS_MANAGER, Role.CHAIR, Role.LIIP_CHAIR)
"""Without these three no case can be discussed."""
DEMONSTRATION = "demo"
"""The argument under which the queue is asked for the demonstration."""


class Settings(FormPage):
    """The settings as a form; on a new record it comes first, and offers to look round instead."""

    TITLE = "Board settings"
    CSS_PATH = "settings.tcss"
    DONE = "Save"
    BINDINGS = [
        Binding(
            "ctrl+t",
            "demonstration",
            "Demo",
            priority=True,
            id="settings.demonstration",
            tooltip="Look round the demonstration instead: fictional cases in a record of their own",
        ),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """Whether this is the first start is read with the settings."""
        super().__init__(context, argument)
        self._first = False

    async def open(self) -> Opened | None:
        """The settings, or on a first start the defaults with the agencies of the area."""
        read = await self.ask(lambda services: (services.board.settings(), services.board.is_set_up()))
        if read is None:
            return None
        settings, self._first = read[0], not read[1]
        if self._first:
            settings = settings.but(agencies=settings.agencies or AGENCIES)
            self.title = "Welcome · first the Board"
        self._version = settings.version
        self.refresh_bindings()
        return Opened(SETTINGS, typed_from(SETTINGS, settings.model_dump()), "settings", settings.version)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The demonstration is offered only before there is a record of one's own."""
        return self._first if action == "demonstration" else super().check_action(action, parameters)

    def draft_title(self) -> str:
        """There is one."""
        return "Board settings"

    async def record(self) -> bool:
        """Save them, once the three who hold the initial discussion are named."""
        settings = await self.judge(BoardSettings)
        if settings is None or self.opened is None:
            return False
        if lacking := [role.label for role in NEEDED if all(each.role is not role for each in settings.people)]:
            self.form.say(f"Nobody is named yet as {', '.join(lacking)}: add them under People.")
            await self.form.go_to("people")
            return False
        settings = settings.but(version=self.opened.version)
        actor = self.context.actor or manager(settings)
        return await self.ask(lambda services: services.board.save(actor, settings)) is not None

    async def after(self) -> None:
        """To the queue; the App learns who there is to act."""
        self.go(Place.REFERRALS)

    def action_demonstration(self) -> None:
        """Ask for the demonstration; the App opens it in a record of its own."""
        self.go(Place.REFERRALS, argument=DEMONSTRATION)


def manager(settings: BoardSettings) -> Actor:
    """Who saves the first settings: the Business Manager they name."""
    return next(person.actor() for person in settings.people if person.role is Role.BUSINESS_MANAGER)
