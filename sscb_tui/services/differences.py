"""Conflicts between the returns of a case, as lists show them: who says what, and whether the minutes settle it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.differences import REFERRAL, differences
from sscb_tui.domain.differences.settling import settled_by
from sscb_tui.services.views import DifferenceView, SayingView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.differences import Difference, Saying
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Differences:
    """Finds them anew each time, so that a return sent again is compared again."""

    room: Room

    def of_case(self, case_id: str) -> tuple[DifferenceView, ...]:
        """Every difference of one case, the open ones first."""
        file, board = self.room.file(case_id), self.room.settings()
        found = (difference_view(each, file, board) for each in differences(file, board))
        return tuple(sorted(found, key=lambda view: bool(view.settled)))


def difference_view(found: Difference, file: CaseFile, board: BoardSettings) -> DifferenceView:
    """One difference with the line of the minutes that settles it, if one does."""
    line = settled_by(found, file)
    return DifferenceView(
        found.id, found.kind, found.what, saying_views(found.sayings, board), line.text if line else ""
    )


def saying_views(sayings: Iterable[Saying], board: BoardSettings) -> tuple[SayingView, ...]:
    """Passages under the names people use for agencies."""
    return tuple(
        SayingView(
            said.agency,
            "the referral" if said.agency == REFERRAL else board.brief(said.agency),
            "" if said.agency == REFERRAL else said.where,
            said.words,
            said.quote,
        )
        for said in sayings
    )
