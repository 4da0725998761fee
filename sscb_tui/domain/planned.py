"""The standard agenda of a scoping meeting: sixteen items with planned minutes, as data a Board may edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import Model, Said


class PlannedItem(Model):
    """One item of an agenda before anybody has opened it."""

    title: Said
    minutes: Annotated[int, Field(ge=0, le=240)]


STANDARD: tuple[PlannedItem, ...] = tuple(
    PlannedItem(title=title, minutes=minutes)
    for title, minutes in (
        ("Welcome, roles, who is member, deputy or information-giver", 5),
        ("Confidentiality statement and marking", 2),
        ("Interests", 3),
        ("Purpose and limits; the child in one minute", 3),
        ("Are any children unsafe now?", 5),
        ("What happened; parallel processes and police constraints", 10),
        ("Returns: what came, what is missing", 3),
        ("Round the agencies: side by side, key events only", 25),
        ("Differences between accounts", 10),
        ("Working together: known, shared, not shared, challenged", 10),
        ("Criteria, limb by limb", 15),
        ("Each agency's view; dissent", 5),
        ("Recommendation; if a review: period, questions, model, size", 10),
        ("Family, staff support, media", 5),
        ("Early learning and actions", 5),
        ("Read-back of decisions and actions; next date", 3),
    )
)
"""Ninety minutes to two hours, in order."""
