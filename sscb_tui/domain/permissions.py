"""Who may do what to which record: one matrix, and the segregation rules that no role lifts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import Role

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor


class Thing(StrEnum):
    """The kinds of record the matrix knows."""

    REFERRAL = "the referral"
    DISCUSSION = "the initial discussion"
    REQUEST = "a request to an agency"
    RETURN = "an agency return"
    MINUTES = "the scoping minutes"
    RECOMMENDATION = "the recommendation to the Chair"
    DECISION = "the Chair's decision"
    PRIVILEGED = "privileged legal advice"
    NOTIFICATION = "a notification"
    TRACKER = "the tracker"
    REVIEW = "the review"
    TERMS = "the terms of reference"
    REVIEWER = "the commission of a reviewer"
    PROCEEDING = "the register of proceedings"
    FAMILY = "the family contact plan"
    PUBLICATION = "the publication"
    KEY = "the key to the pseudonyms"
    CLOSING = "the closing of the case"
    SETTINGS = "the Board's settings"


class Deed(StrEnum):
    """Create, read, update, approve."""

    CREATE = "create"
    READ = "read"
    UPDATE = "update"
    APPROVE = "approve"


_C, _R, _U, _A = Deed.CREATE, Deed.READ, Deed.UPDATE, Deed.APPROVE
_BM, _MIN, _LIIP, _MEM, _CHAIR, _OWN = (
    Role.BUSINESS_MANAGER,
    Role.MINUTE_TAKER,
    Role.LIIP_CHAIR,
    Role.MEMBER,
    Role.CHAIR,
    Role.OWNER,
)

MATRIX: dict[Thing, dict[Role, frozenset[Deed]]] = {
    Thing.REFERRAL: {
        Role.REFERRER: frozenset({_C, _R}),
        Role.AGENCY_LEAD: frozenset({_R}),
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_R, _U}),
        _LIIP: frozenset({_R}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R}),
    },
    Thing.DISCUSSION: {
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_R, _A}),
        _CHAIR: frozenset({_R, _A}),
    },
    Thing.REQUEST: {
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_R}),
        _LIIP: frozenset({_R}),
        _CHAIR: frozenset({_R}),
    },
    Thing.RETURN: {
        Role.AGENCY_LEAD: frozenset({_C, _R, _U, _A}),
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_R}),
        _LIIP: frozenset({_R}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R}),
    },
    Thing.MINUTES: {
        _BM: frozenset({_C, _R, _U, _A}),
        _MIN: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_C, _R, _U, _A}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R}),
    },
    Thing.RECOMMENDATION: {
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_C, _R, _U, _A}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R}),
    },
    Thing.DECISION: {
        _BM: frozenset({_R}),
        _LIIP: frozenset({_R}),
        _CHAIR: frozenset({_C, _R, _U, _A}),
    },
    Thing.PRIVILEGED: {
        Role.LEGAL_ADVISER: frozenset({_C, _R}),
        _BM: frozenset({_C, _R}),
        _CHAIR: frozenset({_C, _R}),
    },
    Thing.NOTIFICATION: {
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_R}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R, _A}),
    },
    Thing.TRACKER: {
        Role.AGENCY_LEAD: frozenset({_R}),
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_R, _U}),
        _LIIP: frozenset({_C, _R, _U, _A}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R}),
        _OWN: frozenset({_R, _U}),
        Role.BOARD: frozenset({_R, _A}),
    },
    Thing.REVIEW: {
        _BM: frozenset({_C, _R, _U}),
        _MIN: frozenset({_R}),
        _LIIP: frozenset({_C, _R, _U}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R, _A}),
        Role.BOARD: frozenset({_R, _A}),
        Role.REVIEW_PANEL: frozenset({_R, _U}),
    },
    Thing.TERMS: {
        _BM: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_R, _U}),
        _MEM: frozenset({_R}),
        _CHAIR: frozenset({_R, _A}),
        Role.BOARD: frozenset({_R}),
        Role.REVIEW_PANEL: frozenset({_R}),
    },
    Thing.REVIEWER: {
        _BM: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_R}),
        _CHAIR: frozenset({_R, _A}),
        Role.BOARD: frozenset({_R}),
    },
    Thing.PROCEEDING: {_BM: frozenset({_C, _R, _U}), _LIIP: frozenset({_R}), _CHAIR: frozenset({_R})},
    Thing.FAMILY: {_BM: frozenset({_C, _R, _U}), _LIIP: frozenset({_R}), _CHAIR: frozenset({_R})},
    Thing.PUBLICATION: {
        _BM: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_R}),
        _CHAIR: frozenset({_R, _A}),
        Role.BOARD: frozenset({_R}),
    },
    Thing.KEY: {_BM: frozenset({_C, _R}), _CHAIR: frozenset({_R})},
    Thing.CLOSING: {
        _BM: frozenset({_C, _R, _U}),
        _LIIP: frozenset({_C, _R, _U}),
        _CHAIR: frozenset({_R, _A}),
        Role.BOARD: frozenset({_R, _U}),
    },
    Thing.SETTINGS: {_BM: frozenset({_C, _R, _U}), _CHAIR: frozenset({_R}), _LIIP: frozenset({_R})},
}
"""A role that is not listed for a thing is refused it."""


def may(role: Role, deed: Deed, thing: Thing) -> bool:
    """Whether the matrix allows it; the program itself may read and derive."""
    return role is Role.SYSTEM or deed in MATRIX[thing].get(role, frozenset())


def permission(actor: Actor, deed: Deed, thing: Thing) -> tuple[Violation, ...]:
    """Refuse what the matrix does not allow. Only the Chair, or a recorded deputy, signs decisions (RF-01)."""
    if may(actor.role, deed, thing) or (thing is Thing.DECISION and actor.authority.strip()):
        return ()
    allowed = " or ".join(role.label for role in MATRIX[thing] if deed in MATRIX[thing][role]) or "nobody"
    code = "RF-01" if thing is Thing.DECISION and deed is not Deed.READ else "WHO"
    sentence = f"{actor.name} ({actor.role.label}) may not {deed.value} {thing.value}; {allowed} may."
    return (Violation(code, sentence, "the Board's scheme of roles"),)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one name, spacing and capitals aside; until people sign in, a name is all there is."""
    return one.casefold().split() == other.casefold().split() != []


def chairs_are_two_people(chair: str, liip_chair: str) -> tuple[Violation, ...]:
    """The Chair who decides is not the LIIP Chair who recommends, for the same case."""
    if not same_person(chair, liip_chair):
        return ()
    sentence = f"{chair} cannot act as both Chair and LIIP Chair in one case; name a deputy for one of the posts."
    return (Violation("WHO-TWO-CHAIRS", sentence, "segregation of duties"),)
