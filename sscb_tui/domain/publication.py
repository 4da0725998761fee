"""Towards publication: the Board's response (F15), what must be cleared, and publication itself or its delay."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from sscb_tui.domain.base import AgencyCode, Model, Said
from sscb_tui.domain.case import Signature
from sscb_tui.domain.terms import Holding


class Done(Model):
    """An action already taken in response to the findings (F15.04)."""

    on: date
    agency: AgencyCode
    what: Said


class Difference(Model):
    """What has changed for children, and what shows it (F15.05)."""

    what: Said
    evidence: str = ""
    review_on: date | None = None
    """When it will be looked at, where it is too early to say."""

    @model_validator(mode="after")
    def _shown_or_looked_at_again(self) -> Difference:
        if not self.evidence.strip() and self.review_on is None:
            raise ValueError("say what shows the difference, or on what day it will be looked at")
        return self


class StillToDo(Model):
    """What more will be done, by whom, by when (F15.06)."""

    what: Said
    who: Said
    by: date


class Response(Model):
    """The Board's response: actions taken, their impact, what more will be done (WT2015 ch.4; F15)."""

    chair_statement: str = ""
    """F15.02, with any apology."""
    done: tuple[Done, ...] = ()
    difference: tuple[Difference, ...] = ()
    still_to_do: tuple[StillToDo, ...] = ()
    check: str = ""
    """F15.07: how the Board will check."""
    practice_now: str = ""
    """F15.08: where practice is now."""
    national: tuple[Said, ...] = ()
    """F15.09: issues for national bodies."""

    def words(self) -> str:
        """Everything of it that will be published, for the search for names."""
        parts = [self.chair_statement, self.check, self.practice_now, *self.national]
        parts += [each.what for each in self.done]
        parts += [part for each in self.difference for part in (each.what, each.evidence)]
        parts += [part for each in self.still_to_do for part in (each.what, each.who)]
        return "\n".join(filter(None, parts))


class Restriction(Model):
    """An order or a statute that restricts what may be published; only legal advice clears it."""

    what: Said
    imposed_by: Said
    cleared: str = ""
    """The reference of the legal advice that cleared it."""


class ClearedWord(Model):
    """Words that look like a name and are not, on legal advice (Business Manager and legal reference)."""

    words: Said
    legal_reference: Said


class PublicationPlan(Model):
    """What is settled before a report leaves the Board (T31)."""

    planned_on: date
    orders_checked: str = ""
    """The reference of the legal advice that court orders and reporting restrictions were checked."""
    second_reader: str = ""
    """Somebody who does not know the case, trying to find the family from open sources."""
    second_reader_found: str = ""
    staff_support: str = ""
    media_plan: str = ""
    cleared_words: tuple[ClearedWord, ...] = ()


class Holdback(Model):
    """A proposal not to publish, or not yet (T33); the national panel advises, the Board has regard (WT2015 ch.4)."""

    proposal: Holding
    reasons: Said
    panel_informed_on: date | None = None
    """No panel is asked about another review than an SCR."""
    proposed: Signature
    advice: str = ""
    """What the panel said, and when."""
    regard: str = ""
    """How the Board had regard to it."""

    @property
    def answered(self) -> bool:
        """Whether the advice is in and what the Board made of it is on record."""
        return bool(self.advice.strip() and self.regard.strip())


class Publication(Model):
    """Published: where, on whose word (T32)."""

    on: date
    address: Said
    signed: Signature
