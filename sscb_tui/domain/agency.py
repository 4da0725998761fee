"""Agencies and their dated names, and the Board's own settings."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from sscb_tui.domain.base import AgencyCode, Aggregate, Model, Said
from sscb_tui.domain.people import Person
from sscb_tui.domain.planned import STANDARD, PlannedItem
from sscb_tui.domain.terms_of_reference import MODELS


class AgencyName(Model):
    """What an agency was called from a day on; bodies are renamed and merged in the life of a case."""

    name: Said
    since: date | None = None
    """None for as far back as the Board's records go."""


class Agency(Model):
    """A body the Board may ask; the code is short enough for a column heading."""

    code: AgencyCode
    names: Annotated[tuple[AgencyName, ...], Field(min_length=1)]
    short: Annotated[str, Field(max_length=24)] = ""
    """What people round the table call it: "Police", "Housing"; fits a column heading."""
    lead: str = ""
    contact: str = ""
    external: bool = False

    @property
    def brief(self) -> str:
        """The short name, or the code where none was given."""
        return self.short or self.code

    def name_on(self, day: date) -> str:
        """The agency's name on that day; before the first dated name, the first one."""
        known = [each.name for each in self.names if each.since is None or each.since <= day]
        return known[-1] if known else self.names[0].name


class Quorum(Model):
    """When the scoping meeting may recommend; the Board's own rule, since no regulation sets one."""

    agencies: Annotated[int, Field(ge=1, le=40)] = 3
    core: tuple[AgencyCode, ...] = ("CSC", "POL")
    health: tuple[AgencyCode, ...] = ("CCG", "CHS", "STFT", "NTW")
    """At least one of these, where the tuple is not empty."""


class Addressee(Model):
    """Where letters to one recipient go: the recipient's code in the guidance (OFSTED), and a secure address."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9-]*$")]
    name: str = ""
    """As the letter addresses them, where that is not the guidance's own word for them."""
    address: Said


class AnnualReport(Model):
    """A report the Board has published, by the last day of its financial year (CK-11)."""

    year_end: date
    published_on: date
    method: Said
    proof: str = ""
    by: Said


class BoardSettings(Aggregate):
    """What a Board sets once: its name, people, agencies and local rules."""

    id: Literal["board"] = "board"
    name: Said = "Sunderland Safeguarding Children Board"
    short_name: Annotated[str, Field(pattern=r"^[A-Z]{2,8}$")] = "SSCB"
    area: Said = "Sunderland"
    framework: Said = "WT2015"
    marking: Said = "OFFICIAL-SENSITIVE"
    people: tuple[Person, ...] = ()
    agencies: tuple[Agency, ...] = ()
    quorum: Quorum = Quorum()
    return_working_days: Annotated[int, Field(ge=1, le=60)] = 10
    review_models: Annotated[tuple[Said, ...], Field(min_length=1, max_length=40)] = MODELS
    """Methods a review may follow (F10.07)."""
    agenda: Annotated[tuple[PlannedItem, ...], Field(min_length=1, max_length=99)] = STANDARD
    """What a scoping meeting starts from; each meeting may then change its own."""
    addressees: tuple[Addressee, ...] = ()
    """Where letters of a decision are sent."""
    annual_reports: tuple[AnnualReport, ...] = ()
    """Those published, as they were put on record; not asked for in the settings."""
    confidentiality: Said = (
        "The information shared today is for deciding whether a review is needed and for learning. It may include "
        "details about people who are not here. Do not copy, forward or discuss it outside this meeting except as "
        "agreed and recorded. Say now if you hold an interest in this case. If you believe a child is at risk today, "
        "say so and it will be acted on before we continue."
    )

    @model_validator(mode="after")
    def _names_and_codes_are_unique(self) -> BoardSettings:
        if len({person.name.casefold() for person in self.people}) != len(self.people):
            raise ValueError("two people share a name; add a post or an initial to tell them apart")
        if len({agency.code for agency in self.agencies}) != len(self.agencies):
            raise ValueError("two agencies share a code")
        if len({each.code for each in self.addressees}) != len(self.addressees):
            raise ValueError("two addresses for letters share a code")
        return self

    def agency(self, code: str) -> Agency | None:
        """The agency under that code, if the Board knows it."""
        return next((agency for agency in self.agencies if agency.code == code), None)

    def addressee(self, code: str) -> Addressee | None:
        """Where letters to that recipient go, if the Board has said."""
        return next((each for each in self.addressees if each.code == code), None)

    def brief(self, code: str) -> str:
        """What to call an agency in little room: its short name, or its code."""
        known = self.agency(code)
        return known.brief if known else code

    def person(self, name: str) -> Person | None:
        """The person under that name, upper and lower case alike."""
        return next((person for person in self.people if person.name.casefold() == name.casefold()), None)
