"""What the tracker's filter offers while one types: the rest of a term, and the line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import Suggester

from sscb_tui.domain import query
from sscb_tui.services.tracker_query import TERMS

if TYPE_CHECKING:
    from sscb_tui.domain.query import Query
    from sscb_tui.services.tracker_lines import Line

ALL = f"terms: {' '.join(TERMS.names)} -not · → takes what is offered"


class Terms(Suggester):
    """Offers the rest of a term that can only be one thing."""

    def __init__(self) -> None:
        """What is offered depends on nothing but what is typed, and is found at once."""
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """What was typed with its last piece completed."""
        return query.completed(value, TERMS) or None


def below(typed: str, asked: Query[Line], *, typing: bool) -> str:
    """The line below: what the term being typed takes, else what was not understood, else every term."""
    offered = query.hint(typed, TERMS) if typing else ""
    return offered or " ".join(asked.misread) or (ALL if typing else "")
