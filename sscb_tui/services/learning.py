"""Learning now: what agencies told that calls for an action before any review, offered until one rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.early import prompts
from sscb_tui.services.views import EarlyPrompt

if TYPE_CHECKING:
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Learning:
    """Reads what was learned; the tracker acts on it."""

    room: Room

    def prompts(self, case_id: str) -> tuple[EarlyPrompt, ...]:
        """Who is at risk now (F4.J3) and what was done already (F4.J2), with no early action that rests on it yet."""
        file, board = self.room.file(case_id), self.room.settings()
        return tuple(
            EarlyPrompt(each.ref, each.agency, f"{board.brief(each.agency)} {each.question[3:]}", each.words)
            for each in prompts(file, self.room.record.links.of_case(case_id))
        )
