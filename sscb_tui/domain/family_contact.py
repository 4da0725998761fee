"""The family contact plan (F13): who was told of what and when, what they wished, whether they saw the report."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from sscb_tui.domain.base import Aggregate, CaseId, FamilyContactId, Model, Said
from sscb_tui.domain.terms import ToldOf


class Told(Model):
    """Told on a day, or why not yet; "not yet, because" is an answer, blank is not (F13.03)."""

    of: ToldOf
    on: date | None = None
    not_yet: str = ""
    by: str = ""

    @model_validator(mode="after")
    def _answered(self) -> Told:
        if self.on is None and not self.not_yet.strip():
            raise ValueError("say when they were told, or why not yet")
        return self


class NoContact(Model):
    """At whose wish there is no contact, and until when (F13.04)."""

    asked_by: Said
    until: Said
    proceeding: str = ""
    """The number of the proceeding it belongs to in the case's register, such as P-1."""
    lifted_on: date | None = None


class Contribution(Model):
    """What the person was offered and gave (F13.05)."""

    invited_on: date | None = None
    wishes: str = ""
    gave: str = ""
    used: str = ""
    """How it was used in the review."""


class FamilyContactForm(Model):
    """How contact is made with one member of the family (F13.01, F13.02)."""

    member: Said
    """The name, as the case has it; lists and papers show what `called` says."""
    called: Said
    """For example "the mother" or the pseudonym of a sibling."""
    method: Said
    """The safe way to reach them."""
    led_by: Said
    language: str = ""
    access_needs: str = ""


class FamilyContact(Aggregate):
    """The plan for one member of the family, kept from referral on."""

    id: FamilyContactId
    case_id: CaseId
    form: FamilyContactForm
    told: tuple[Told, ...] = ()
    """Each thing once: the last word on it stands."""
    limits: tuple[NoContact, ...] = ()
    contribution: Contribution = Contribution()
    support: str = ""
    """Support offered (F13.06)."""
    shown_on: date | None = None
    """When the report was shown to them."""
    shown_where: str = ""
    not_shown: str = ""
    """Why they have not been shown it, where they will not be."""

    def told_of(self, of: ToldOf) -> Told | None:
        """The last word on one thing."""
        return next((each for each in self.told if each.of is of), None)

    @property
    def limited(self) -> tuple[NoContact, ...]:
        """Limits that still stand."""
        return tuple(limit for limit in self.limits if limit.lifted_on is None)
