"""The Board's own settings: its name, people, agencies and local rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, Problem, refuse_if
from sscb_tui.domain.permissions import Deed, Thing, chairs_are_two_people, permission
from sscb_tui.domain.terms import Role

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

NEEDED = (Role.BUSINESS_MANAGER, Role.CHAIR, Role.LIIP_CHAIR)
"""The three who hold the initial discussion; a Board cannot start without them."""


@dataclass(frozen=True, slots=True)
class Board:
    """Reads and saves the settings, and finds who is acting."""

    room: Room

    def settings(self) -> BoardSettings:
        """The settings, or the defaults until somebody has saved them."""
        return self.room.settings()

    def is_set_up(self) -> bool:
        """Whether the settings were ever saved."""
        return self.room.lists.is_set_up()

    def save(self, actor: Actor, settings: BoardSettings) -> BoardSettings:
        """Save the settings; the first save may be made by anybody, later ones by the Business Manager."""
        if self.is_set_up():
            refuse_if(permission(actor, Deed.UPDATE, Thing.SETTINGS))
        posts = {role: [who.name for who in settings.people if who.role is role] for role in NEEDED}
        if lacking := [role.label for role, names in posts.items() if not names]:
            raise InputError([Problem("people", f"nobody is named as {', '.join(lacking)}.", "one person for each")])
        refuse_if(chairs_are_two_people(posts[Role.CHAIR][0], posts[Role.LIIP_CHAIR][0]))
        with self.room.record.atomic(actor, "Board settings saved"):
            published = self.settings().annual_reports  # put on record as a duty done, and by no form
            return self.room.record.settings.save(settings.but(annual_reports=published))

    def actor(self, name: str) -> Actor:
        """The person of that name, acting; InputError lists the names the settings know."""
        settings = self.settings()
        if person := settings.person(name):
            return person.actor()
        known = ", ".join(who.name for who in settings.people) or "nobody yet; set up the Board first"
        raise InputError([Problem("--as", f"{name!r} is not in the Board's settings.", known)])
