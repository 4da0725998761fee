"""The readiness check before a scoping meeting, as the screen and the command line show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.readiness import readiness
from sscb_tui.services.compared import differing
from sscb_tui.services.differences import called, difference_view, saying_views
from sscb_tui.services.views import ChallengeView, LateView, ReadinessView, UnaskedView, UnsearchedView

if TYPE_CHECKING:
    from sscb_tui.services.compared import Compared
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class ReadinessCheck:
    """What is in, what is missing, what to ask."""

    room: Room

    def of_case(self, case_id: str, known: Compared | None = None) -> ReadinessView:
        """The check of one case as things stand today; `known` are its returns as they were compared before."""
        file, board = self.room.file(case_id), self.room.settings()
        found = readiness(file, board, self.room.today(), differing(file, board, known))
        return ReadinessView(
            asked=found.asked,
            returned=found.returned,
            nil=found.nil,
            awaited=found.awaited,
            refused=found.refused,
            late=tuple(LateView(each.agency, each.days, each.arrived) for each in found.late),
            thin=found.thin,
            unsupported=found.unsupported,
            unasked=tuple(UnaskedView(each.agency, saying_views(each.named_by, board)) for each in found.unasked),
            unexplained=tuple(difference_view(each, file, board) for each in found.unexplained),
            checking=tuple(difference_view(each, file, board) for each in found.checking),
            unsearched=tuple(
                UnsearchedView(each.agency, each.question, each.who, each.why) for each in found.unsearched
            ),
            challenges=tuple(
                ChallengeView(called(each.question, board), saying_views(each.passages, board))
                for each in found.challenges
            ),
        )
