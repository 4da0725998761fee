"""The key to signs at the end of a paper: what every mark in it means."""

from __future__ import annotations

from collections.abc import Iterable

from exports.layout import Sheet, table

REPLACED = ("‹ ›", "stands for a surname, a date of birth, an address or a number that would identify the family")
RETURNS = (
    ("✓", "return received in time"),
    ("L", "received after the day it was due"),
    ("∅", "nil return: searched, and nothing held"),
    ("!", "missing or overdue; beside a difference: open"),
    ("…", "awaited and not yet due; beside a difference: somebody checks by a day"),
    ("×", "refused"),
    ("V", "given by word of mouth only"),
)
VIEWS = (("†", "a deputy's view, subject to confirmation by the agency"),)
SILENCES = (
    ("⊘", "no contact"),
    ("?", "asked and not known"),
    ("–", "not recorded; or nothing to say"),
    ("▒", "withheld, with the reason"),
    ("\\_", "left blank"),
    ("·", "not asked"),
)
REFERENCES = (("F4.G4", "the question of that number in an agency's return; “row 3” is a row of its chronology"),)


def key(sheet: Sheet, *groups: Iterable[tuple[str, str]]) -> None:
    """Signs and their meanings, under a heading of their own."""
    sheet.heading("Key")
    rows = dict(row for group in (*groups, (REPLACED,)) for row in group)
    sheet.add(*table(("Sign", "Meaning"), list(rows.items())))
