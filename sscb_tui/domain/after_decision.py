"""What may happen to a signed decision: it is questioned or reopened, and corrected beside itself; never edited."""

from __future__ import annotations

from datetime import date
from typing import Literal

from sscb_tui.domain.base import AddendumId, Aggregate, CaseId, DecisionId, ReopeningId, Said
from sscb_tui.domain.case import Signature


class Reopening(Aggregate):
    """Why a decided case came before the Chair again: the national panel asked (T24), or there is news (T29)."""

    id: ReopeningId
    case_id: CaseId
    decision_id: DecisionId
    """The decision that stood."""
    cause: Literal["panel", "information"]
    on: date
    """The day of the panel's letter, or the day the new fact became known: day 0 of a new decision clock."""
    reference: str = ""
    """Of the panel's letter."""
    words: Said
    """What the panel asks or advises, or what is newly known."""
    signature: Signature


class Addendum(Aggregate):
    """A dated correction that prints under a signed decision; nothing in the decision changes."""

    id: AddendumId
    case_id: CaseId
    decision_id: DecisionId
    words: Said
    signature: Signature
