"""What the meeting makes of the criteria: its finding on each limb, and each agency's view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import LineKind, Mode
from sscb_tui.services.minutes import provisional_facts

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import LimbFinding
    from sscb_tui.domain.meeting import AgencyView, Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Findings:
    """Limb by limb and agency by agency, stamped into the minutes as they are stated."""

    sitting: Sitting

    def find(self, actor: Actor, meeting_id: str, finding: LimbFinding) -> Meeting:
        """Record the meeting's finding on one criterion, replacing the one before; only while it is on."""
        said = f"{finding.fact.label}: {finding.value.replace('_', ' ').upper()}. {finding.reason}"
        with self.sitting.on(actor, meeting_id, "finding recorded") as meeting:
            others = tuple(each for each in meeting.findings if each.fact is not finding.fact)
            self.sitting.minutes.stamp(actor, meeting, LineKind.FINDING, said)
            return self.sitting.save(meeting, findings=(*others, finding))

    def view(self, actor: Actor, meeting_id: str, view: AgencyView) -> Meeting:
        """Record an agency's view on the outcome, replacing its earlier one; the minutes keep both."""
        said = f"{view.outcome.label if view.outcome else 'no view'}. {view.reason}"
        with self.sitting.on(actor, meeting_id, "view stated") as meeting:
            others = tuple(each for each in meeting.views if each.agency != view.agency)
            self.sitting.minutes.stamp(actor, meeting, LineKind.VIEW, said, view.agency)
            if view.dissent.strip():
                self.sitting.minutes.stamp(actor, meeting, LineKind.DISSENT, view.dissent, view.agency)
            return self.sitting.save(meeting, views=(*others, view))

    def provisional(self, case_id: str) -> Assessment:
        """What the criteria come to on what is known so far, findings before discussion before referral."""
        file = self.sitting.room.file(case_id)
        return assess(provisional_facts(file), Mode.PROVISIONAL, self.sitting.room.framework(file.case))
