"""Passages of the record: words that can be found, the part of the record they stand in, and who may read them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.terms import Role

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor


class Sort(StrEnum):
    """What a passage is, as people narrow a search to it."""

    REFERRAL = "referral"
    DISCUSSION = "discussion"
    REQUEST = "request"
    RETURN = "return"
    CHRONOLOGY = "chronology"
    MINUTES = "minutes"
    PIN = "pin"
    DIFFERENCE = "difference"
    ADVICE = "advice"
    DECISION = "decision"
    DUTY = "duty"
    REVIEW = "review"
    TERMS = "terms"
    REPORT = "report"
    PUBLICATION = "publication"
    REVIEWER = "reviewer"
    PROCEEDING = "proceeding"
    FAMILY = "family"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    CLOSING = "closing"

    @property
    def label(self) -> str:
        """The sort as lists print it."""
        return _LABELS.get(self, self.value)

    @property
    def thing(self) -> Thing:
        """The record of the permission matrix that it belongs to."""
        return _THINGS[self]


_LABELS = {
    Sort.RETURN: "agency return",
    Sort.DIFFERENCE: "difference between accounts",
    Sort.ADVICE: "recommendation to the Chair",
    Sort.TERMS: "terms of reference",
    Sort.FAMILY: "family contact",
    Sort.PIN: "pinned passage",
}
_THINGS = {
    Sort.REFERRAL: Thing.REFERRAL,
    Sort.DISCUSSION: Thing.DISCUSSION,
    Sort.REQUEST: Thing.REQUEST,
    Sort.RETURN: Thing.RETURN,
    Sort.CHRONOLOGY: Thing.RETURN,
    Sort.MINUTES: Thing.MINUTES,
    Sort.PIN: Thing.MINUTES,
    Sort.DIFFERENCE: Thing.MINUTES,
    Sort.ADVICE: Thing.RECOMMENDATION,
    Sort.DECISION: Thing.DECISION,
    Sort.DUTY: Thing.NOTIFICATION,
    Sort.REVIEW: Thing.REVIEW,
    Sort.TERMS: Thing.TERMS,
    Sort.REPORT: Thing.REVIEW,
    Sort.PUBLICATION: Thing.PUBLICATION,
    Sort.REVIEWER: Thing.REVIEWER,
    Sort.PROCEEDING: Thing.PROCEEDING,
    Sort.FAMILY: Thing.FAMILY,
    Sort.RECOMMENDATION: Thing.TRACKER,
    Sort.ACTION: Thing.TRACKER,
    Sort.CLOSING: Thing.CLOSING,
}
OWN_ONLY = frozenset({Role.OWNER, Role.AGENCY_LEAD, Role.REFERRER})
"""Roles that read what their own agency said, was told or has to do, and nothing of another's."""


class Passage(NamedTuple):
    """Words that stand together in one part of a record; none that say who the child or the family is by design."""

    part: str
    """Which part of the record, as the thread names parts."""
    sort: Sort
    label: str
    """What people call the place: "A-12", "POL F4.G4", "Minute 12"."""
    words: str
    """As they stand on record."""
    on: str = ""
    """The day they were said, as YYYY-MM-DD, where the record says so."""
    agency: str = ""
    """Whose they are, where they are one agency's."""


def passage(
    part: str, sort: Sort, label: str, words: Iterable[str], on: str = "", agency: str = ""
) -> Iterable[Passage]:
    """One passage of these words, or none where nothing is said."""
    said = "\n".join(dict.fromkeys(each.strip() for each in words if each.strip()))
    return (Passage(part, sort, label, said, on, agency),) if said else ()


def readable(actor: Actor, sorts: Iterable[Sort] = ()) -> frozenset[Sort]:
    """Of these sorts, or of all, those that somebody may read."""
    wanted = frozenset(sorts) or frozenset(Sort)
    return frozenset(each for each in wanted if not permission(actor, Deed.READ, each.thing))
