"""Towards the recommendation: what the meeting finds on each limb, and what each agency would recommend."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from screens.dialogs.finding import found, meeting_finding, offered
from screens.dialogs.view_entry import agency_view, stated
from screens.scoping_page import CLOSED, DRAFT, ON, ScopingPage
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.decision import Evidence


class CriteriaDeeds(ScopingPage):
    """The deeds on the criteria."""

    BINDINGS = [
        Binding("f", "find", "Finding", id="scoping.find", tooltip="Record what the meeting finds on a criterion"),
        Binding("v", "view", "View", id="scoping.view", tooltip="Record an agency's view on the outcome, and dissent"),
    ]
    WHEN = {"view": (ON, CLOSED), "find": (DRAFT, ON, CLOSED)}

    @work(group="dialog")
    async def action_find(self) -> None:
        """What the meeting finds on a criterion; the first without a finding is offered, with what was known before."""
        if self.sitting is None:
            return
        passage = self._passage()
        findings = self.meeting.findings if self.meeting else ()
        await self._asked(
            meeting_finding(passage),
            offered(self.sitting.facts, findings),
            lambda services, actor, meeting, typed: services.findings.find(
                actor, meeting, found(typed, passage, findings)
            ),
        )

    def _passage(self) -> Evidence | None:
        """The answer under the cursor, as evidence."""
        current = self.query_one(SideBySideGrid).current()
        if current is None or not current[2].text.strip():
            return None
        question, agency, cell = current
        return Evidence(source="return", ref=f"{agency[0]} {question[0]}", quote=cell.text)

    @work(group="dialog")
    async def action_view(self) -> None:
        """What one agency would recommend, and why."""
        here = self.meeting.agencies_here() if self.meeting else ()
        said = {view.agency for view in self.meeting.views} if self.meeting else set()
        await self._asked(
            agency_view(self._agencies(here)),
            {"agency": next((code for code in here if code not in said), "")},
            lambda services, actor, meeting, typed: services.findings.view(actor, meeting, stated(typed)),
        )
