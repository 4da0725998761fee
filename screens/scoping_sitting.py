"""Everything the scoping screen shows, read in one trip to the record, and the words of its header, agenda and room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.terms import MeetingState

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import AgendaItem, Meeting
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import DutyRow, SideBySide

DECISION_CLOCK = "CK-2"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One case round the table: its file, its returns, its meeting if there is one, and what the law makes of it."""

    file: CaseFile
    meeting: Meeting | None
    view: SideBySide
    assessment: Assessment
    board: BoardSettings
    decide_by: DutyRow | None
    now: datetime
    masked: bool = False
    """Whether this is what the room may see, and not what is on record."""

    @property
    def facts(self) -> Facts:
        """What is known so far: the meeting's findings over what stood before it."""
        findings = self.meeting.findings if self.meeting else ()
        return Facts.model_validate(
            self.file.case.facts().model_dump() | {each.fact.value: each.value for each in findings}
        )

    @property
    def names(self) -> Mapping[str, str]:
        """What to call each agency, by code."""
        return {agency.code: agency.brief for agency in self.board.agencies}

    @property
    def in_progress(self) -> bool:
        """The meeting is on."""
        return self.meeting is not None and self.meeting.state is MeetingState.IN_PROGRESS

    @property
    def item(self) -> AgendaItem | None:
        """The agenda item that is open."""
        meeting = self.meeting
        return next((each for each in meeting.agenda if each.number == meeting.current), None) if meeting else None


def read_sitting(services: Services, case_id: str) -> Sitting:
    """Read it all on the record's own thread."""
    file = services.desk.file(case_id)
    clocks = [row for row in services.duties.rows(case_id) if row.clock == DECISION_CLOCK]
    return Sitting(
        file=file,
        meeting=None if file.meeting and file.meeting.adjourned else file.meeting,
        view=services.scoping.side_by_side(case_id),
        assessment=services.findings.provisional(case_id),
        board=services.board.settings(),
        decide_by=clocks[-1] if clocks else None,
        now=services.desk.now(),
    )
