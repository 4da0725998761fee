"""The services of one open database, as screens and the command line see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_tui.services.board import Board
    from sscb_tui.services.decisions import Decisions
    from sscb_tui.services.desk import Desk
    from sscb_tui.services.duties import Duties
    from sscb_tui.services.meetings import Meetings
    from sscb_tui.services.papers import PaperDesk
    from sscb_tui.services.ports import UnitOfWork
    from sscb_tui.services.referrals import Referrals
    from sscb_tui.services.scoping import Scoping
    from sscb_tui.services.tracker import Tracker


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a person can do, by the stage of work."""

    board: Board
    desk: Desk
    referrals: Referrals
    scoping: Scoping
    meetings: Meetings
    decisions: Decisions
    duties: Duties
    tracker: Tracker
    papers: PaperDesk
    record: UnitOfWork

    def close(self) -> None:
        """Close the record."""
        self.record.close()
