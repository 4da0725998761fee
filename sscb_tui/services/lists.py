"""What can be read from the record's columns alone, without loading one model: all that the first screen needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sscb_tui.domain.terms import Stage
    from sscb_tui.services.views import ActionFacts, NoticeFacts, QueueFacts, WaitingFacts


class Lists(Protocol):
    """The quick side of one open database."""

    def is_set_up(self) -> bool:
        """Whether the Board's settings were ever saved."""

    def queue(self) -> Sequence[QueueFacts]:
        """Every case as the referrals queue needs it, oldest first."""

    def action_facts(self, case_id: str | None = None) -> Sequence[ActionFacts]:
        """Actions as the tracker needs them, by number: of one case, or of all."""

    def waiting(self, case_id: str | None, stages: Sequence[Stage]) -> Sequence[WaitingFacts]:
        """Requests without a return, in cases at these stages: of one case, or of all."""

    def notices(self) -> Sequence[NoticeFacts]:
        """Notices of every decision that stands (CK-4), oldest first."""

    def set_up_on(self) -> date | None:
        """The day the Board's settings were first saved; None before."""

    def data_version(self) -> int:
        """Rises when another connection has committed."""

    def stamp(self) -> tuple[int, int] | None:
        """What differs whenever anything was written here or elsewhere; None in the middle of a transaction."""

    def close(self) -> None:
        """Close the connection."""
