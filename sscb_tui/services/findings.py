"""What the meeting makes of the criteria: its finding on each limb, and each agency's view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import refuse_if
from sscb_tui.domain.evidence import resting_on
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.rules.rounds import (
    by_deputy_alone,
    dissenting,
    entitled,
    may_close_round,
    may_reopen_round,
    may_state,
)
from sscb_tui.domain.terms import LineKind, Mode
from sscb_tui.services.inputs import worded
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
        """Record the meeting's finding on one criterion with all that is pinned to it, replacing the one before."""
        said = f"{finding.fact.label}: {finding.value.replace('_', ' ').upper()}. {finding.reason}"
        with self.sitting.on(actor, meeting_id, "finding recorded") as meeting:
            made = resting_on(finding, self.sitting.room.file(meeting.case_id))
            others = tuple(each for each in meeting.findings if each.fact is not finding.fact)
            self.sitting.minutes.stamp(actor, meeting, LineKind.FINDING, said)
            return self.sitting.save(meeting, findings=(*others, made))

    def view(self, actor: Actor, meeting_id: str, view: AgencyView) -> Meeting:
        """Record an agency's view in the round; a changed one keeps the earlier, and the minutes hold both."""
        with self.sitting.on(actor, meeting_id, "view stated") as meeting:
            refuse_if(may_state(meeting, view.agency))
            made = self._stated(meeting, view)
            before = tuple(each for each in meeting.views if each.agency == view.agency)
            others = tuple(each for each in meeting.views if each.agency != view.agency)
            self._stamp(actor, meeting, made, changed=bool(before))
            dissent_none = meeting.dissent_none and not view.dissent.strip()
            return self.sitting.save(
                meeting,
                views=(*others, made),
                earlier_views=(*meeting.earlier_views, *before),
                dissent_none=dissent_none,
            )

    def close_round(self, actor: Actor, meeting_id: str, *, dissent_none: bool) -> Meeting:
        """End the round: who was present and entitled is frozen, and dissent is answered; `dissent_none` says none."""
        with self.sitting.on(actor, meeting_id, "round of views closed") as meeting:
            refuse_if(may_close_round(meeting, dissent_none=dissent_none))
            codes = entitled(meeting)
            brief = self.sitting.room.settings().brief
            voices = ", ".join(map(brief, codes)) or "none"
            dissent = ", ".join(brief(view.agency) for view in dissenting(meeting)) or "none"
            said = f"Round of views closed. Present and entitled: {voices}. Dissent: {dissent}."
            self.sitting.minutes.stamp(actor, meeting, LineKind.VIEW, said)
            closed = {"round_closed_at": self.sitting.room.now(), "entitled": codes, "dissent_none": dissent_none}
            return self.sitting.save(meeting, **closed)

    def reopen_round(self, actor: Actor, meeting_id: str, reason: str) -> Meeting:
        """Open the round again, saying why; who is entitled is then settled anew."""
        worded(reason, "reason", "why the round of views is opened again")
        with self.sitting.on(actor, meeting_id, "round of views reopened") as meeting:
            refuse_if(may_reopen_round(meeting))
            self.sitting.minutes.stamp(actor, meeting, LineKind.VIEW, f"Round of views reopened: {reason}")
            return self.sitting.save(meeting, round_closed_at=None, entitled=(), dissent_none=False)

    def provisional(self, case_id: str) -> Assessment:
        """What the criteria come to on what is known so far, findings before discussion before referral."""
        file = self.sitting.room.file(case_id)
        return assess(provisional_facts(file), Mode.PROVISIONAL, self.sitting.room.framework(file.case))

    def _stated(self, meeting: Meeting, view: AgencyView) -> AgencyView:
        """The view with when it was given, by whom, and whether the agency has still to confirm it."""
        spoke = ", ".join(who.name for who in meeting.attendance if who.here and view.agency in who.agencies)
        unsure = view.subject_to_confirmation or by_deputy_alone(meeting, view.agency)
        at = self.sitting.room.now()
        return view.but(stated_at=at, stated_by=view.stated_by or spoke, subject_to_confirmation=unsure)

    def _stamp(self, actor: Actor, meeting: Meeting, view: AgencyView, *, changed: bool) -> None:
        stamp = self.sitting.minutes.stamp
        found = {finding.fact: finding.value for finding in meeting.findings}
        other = [each for each in view.limbs if found.get(each.fact) != each.value]
        limbs = "; ".join(f"{each.fact.label}: {each.value.replace('_', ' ')}" for each in other)
        outcome = view.outcome.label if view.outcome else "no view"
        marks = (
            "Changed view: " if changed else "",
            " (subject to confirmation)" if view.subject_to_confirmation else "",
        )
        said = f"{marks[0]}{outcome}{marks[1]}. {view.reason}" + (f" [{limbs}]" if limbs else "")
        stamp(actor, meeting, LineKind.VIEW, said, view.agency)
        if view.dissent.strip():
            stamp(actor, meeting, LineKind.DISSENT, view.dissent, view.agency)
