"""What people fill in while a review runs, for records whose other fields a service computes."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import Model, Said, Text
from sscb_tui.domain.terms import Holding


class CommissionForm(Model):
    """What review is commissioned; a Serious Case Review needs neither answer (T20, T21)."""

    types: tuple[str, ...] = ()
    publication_expectation: str = ""


class ExtensionForm(Model):
    """Longer than six months (T27)."""

    reason: Said
    target: date
    interim_learning: Said


class ReportForm(Model):
    """A report as it comes in (T28)."""

    title: Said
    received_on: date
    text: Text
    findings: tuple[Said, ...] = ()


class HoldbackForm(Model):
    """A proposal not to publish, or not yet (T33)."""

    proposal: Holding
    reasons: Said
    panel_informed_on: date | None = None


class ShownForm(Model):
    """What support a member of the family was offered, and whether they saw the report (F13.06)."""

    support: Said
    shown_on: date | None = None
    shown_where: str = ""
    not_shown: str = ""
