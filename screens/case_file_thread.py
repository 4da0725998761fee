"""What is under the cursor on each side of the case file, as a thing the golden thread runs through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.thread import Address

if TYPE_CHECKING:
    from screens.case_file_words import Dossier

WITHOUT = ("incidents", "settings", "cases")
"""Kinds of entries whose record the case itself stands for."""


def here(read: Dossier, side: str, key: str) -> Address | None:
    """The thing under the cursor; None where a list is empty, and among papers."""
    file = read.file
    if side == "returns":
        return next((Address("requests", each.id) for each in file.requests if each.agency == key), None)
    if side == "duties":
        return Address("duties", key) if key else None
    if side == "history":
        entry = next((each for each in read.history if str(each.seq) == key), None)
        return Address(entry.entity, entry.record_id) if entry and entry.entity not in WITHOUT else None
    if side == "decision" and file.decision is not None:
        return Address("decisions", file.decision.id)
    return None if side == "papers" else Address("cases", file.case.id, "referral")
