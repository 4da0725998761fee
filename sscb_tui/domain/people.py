"""Who acts: the people of the Board, and the actor every service call takes."""

from __future__ import annotations

from sscb_tui.domain.base import AgencyCode, Model, Said
from sscb_tui.domain.terms import Role


class Actor(Model):
    """The person on whose behalf something is done; sign-in will fill it, today the settings do."""

    name: Said
    role: Role
    agency: AgencyCode | None = None
    authority: str = ""
    """For a recorded deputy or acting Chair: the document that gives the authority."""


class Person(Model):
    """Somebody the Board's settings know by name, post and role."""

    name: Said
    post: str = ""
    role: Role
    agency: AgencyCode | None = None
    authority: str = ""

    def actor(self) -> Actor:
        """The same person, acting."""
        return Actor(name=self.name, role=self.role, agency=self.agency, authority=self.authority)


SYSTEM = Actor(name="sscb", role=Role.SYSTEM)
"""Who the journal names when the program itself acts (migrations, derived duties)."""
