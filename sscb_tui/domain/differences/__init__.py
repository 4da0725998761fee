"""Where agencies' accounts of one child differ: found and listed in their own words, never merged.

Precision comes first: a facilitator who is shown three false conflicts stops looking at the true ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.differences.dating import dates
from sscb_tui.domain.differences.household import household
from sscb_tui.domain.differences.identity import identity
from sscb_tui.domain.differences.knowledge import knowledge
from sscb_tui.domain.differences.model import REFERRAL, Difference, Saying
from sscb_tui.domain.differences.plans import plans
from sscb_tui.domain.differences.scene import Scene
from sscb_tui.domain.differences.seeing import seen
from sscb_tui.domain.differences.status import status
from sscb_tui.domain.differences.telling import Telling, tellings

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile

__all__ = ["REFERRAL", "Difference", "Saying", "Telling", "differences", "who_told_whom"]

_FINDERS = (identity, knowledge, seen, dates, status, plans, household)
"""Who is who first, since a wrong child makes everything else wrong; then what is worth most to the meeting."""


def differences(file: CaseFile, board: BoardSettings) -> tuple[Difference, ...]:
    """Every conflict between the returns, and between them and the referral, each once."""
    scene = Scene(file, board)
    found = (each for find in _FINDERS for each in find(scene))
    return tuple({each.id: each for each in found}.values())


def who_told_whom(file: CaseFile, board: BoardSettings) -> tuple[Telling, ...]:
    """Every telling the returns speak of, with who says so and when."""
    return tellings(Scene(file, board))
