"""The invented people of the demonstration Board, and the Board they serve."""

from __future__ import annotations

from sscb_tui.domain.agency import Addressee, BoardSettings
from sscb_tui.domain.people import Actor, Person
from sscb_tui.domain.sunderland import AGENCIES
from sscb_tui.domain.terms import Role

MANAGER = Person(name="B. Manager", post="Business Manager", role=Role.BUSINESS_MANAGER)
CHAIR = Person(name="C. Chair", post="Independent Chair", role=Role.CHAIR)
LIIP = Person(name="L. Lead", post="LIIP Chair", role=Role.LIIP_CHAIR)
MINUTES = Person(name="M. Minutes", post="Board administrator", role=Role.MINUTE_TAKER)
OWNER = Person(name="H. Owner", post="Head of tenancy services", role=Role.OWNER, agency="HSG")
MEMBER = Person(name="P. Member", post="Detective inspector", role=Role.MEMBER, agency="POL")
FULL_BOARD = Person(name="F. Board", post="for the full Board", role=Role.BOARD)
PANEL = Person(name="R. Panel", post="Chair of the review panel", role=Role.REVIEW_PANEL)

ADDRESSES = (
    Addressee(code="OFSTED", address="incidents@ofsted.example.invalid"),
    Addressee(code="DFE", address="reviews@education.example.invalid"),
    Addressee(code="CSPRP", address="mailbox@panel.example.invalid"),
)
BOARD = BoardSettings(
    people=(MANAGER, CHAIR, LIIP, MINUTES, OWNER, MEMBER, FULL_BOARD, PANEL), agencies=AGENCIES, addressees=ADDRESSES
)
"""The settings a demonstration database starts from."""


def acting(person: Person) -> Actor:
    """The same person, acting."""
    return person.actor()
