"""Who acts when the program opens; sign-in will take this over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.dialogs.choose import Choose
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Role

if TYPE_CHECKING:
    from sscb_tui.app import Sscb


def acting(settings: BoardSettings, asked: str | None, last: str) -> Actor | None:
    """The person asked for, else who acted last, else the Business Manager; None while nobody is known."""
    if asked is not None:
        person = settings.person(asked)
        if person is None:
            known = ", ".join(each.name for each in settings.people)
            raise InputError([Problem("--as", f"{asked!r} is not in the Board's settings.", known)])
        return person.actor()
    managers = [person for person in settings.people if person.role is Role.BUSINESS_MANAGER]
    person = settings.person(last) or next(iter((*managers, *settings.people)), None)
    return person.actor() if person else None


async def choose(app: Sscb) -> None:
    """Ask whose turn it is at the keyboard, from the Board's people."""
    settings = await app.context.backend.call(lambda services: services.board.settings())
    if not settings.people:
        app.notify("The Board's people are not known yet: save the settings first.", markup=False)
        return
    options = [(each.name, f"{each.name} · {each.post or each.role.label}") for each in settings.people]
    name = await app.push_screen_wait(Choose("Who is acting?", options))
    if name is not None and (person := settings.person(name)):
        app.act(person.actor())
