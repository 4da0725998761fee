"""Who people are to the Board, and in what standing they sit at a meeting."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class Role(Term):
    """What a person does for the Board; the permission matrix is keyed by it."""

    BUSINESS_MANAGER = "business_manager"
    MINUTE_TAKER = "minute_taker"
    LIIP_CHAIR = "liip_chair"
    CHAIR = "chair"
    MEMBER = "member"
    AGENCY_LEAD = "agency_lead"
    REFERRER = "referrer"
    OWNER = "owner"
    BOARD = "board"
    REVIEW_PANEL = "review_panel"
    LEGAL_ADVISER = "legal_adviser"
    SYSTEM = "system"

    @property
    def label(self) -> str:
        """The post as it stands in papers."""
        return _ROLE_LABELS.get(self.value, self.value.replace("_", " ").capitalize())


_ROLE_LABELS = {
    "liip_chair": "LIIP Chair",
    "chair": "Independent Chair",
    "business_manager": "Business Manager",
    "member": "Scoping meeting member",
    "owner": "Action owner",
}


class Ruling(Term):
    """What the chair of the meeting ruled on a declared interest."""

    STAY = "stay"
    NO_VOICE = "no_voice"
    LEAVE = "leave"

    @property
    def label(self) -> str:
        """The ruling as the minutes give it."""
        return {"stay": "stays", "no_voice": "stays without a voice", "leave": "leaves for the item"}[self.value]


class Capacity(Term):
    """In what standing a person sits at the scoping meeting."""

    MEMBER = "member"
    DEPUTY = "deputy"
    INFORMATION_GIVER = "information_giver"
    OBSERVER = "observer"
