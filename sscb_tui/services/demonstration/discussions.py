"""Initial discussions of the demonstration."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.case import Present, ScopingPlan
from sscb_tui.domain.forms import DiscussionForm
from sscb_tui.domain.terms import AbuseOrNeglect, DiscussionOutcome, YesNo
from sscb_tui.services.demonstration import people

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile


def plan(file: CaseFile, agencies: tuple[str, ...], held: datetime) -> ScopingPlan:
    """A scoping meeting in three weeks and a half, over the year before the incident."""
    incident = file.incident.happened_on.latest or held.date()
    searched = (file.case.child.name, *(person.name for person in file.case.family if person.search_for))
    return ScopingPlan(
        agencies=agencies,
        period_from=incident - timedelta(days=365),
        period_to=incident + timedelta(days=1),
        period_reason="the year before the incident, and the day after it",
        search_for=searched,
        meeting_at=held + timedelta(days=25),
        overrun_reason="the first day on which every agency can come",
        place="Committee room, Example House",
        chair=people.LIIP.name,
        minute_taker=people.MINUTES.name,
    )


def discussion(case: Case, held: datetime, plans: ScopingPlan | None) -> DiscussionForm:
    """What the three said; straight to the Chair where no meeting is planned."""
    none_suspected = case.referral.abuse_or_neglect is AbuseOrNeglect.NOT_SUSPECTED
    straight = "Enough is known for the Chair to decide on the papers."
    return DiscussionForm(
        held_at=held,
        mode="telephone",
        present=tuple(Present(name=who.name, post=who.post) for who in (people.MANAGER, people.CHAIR, people.LIIP)),
        facts_relied_on=case.referral.what_happened,
        not_yet_known="Nothing that bears on the criteria." if none_suspected else "What each agency knew, and shared.",
        facts=case.facts(),
        other_children_safe="Satisfied: the others have been seen." if case.other_children else "No other children.",
        notifiable=YesNo.YES,
        outcome=DiscussionOutcome.SCOPING if plans else DiscussionOutcome.STRAIGHT_TO_CHAIR,
        reason="What the agencies knew and shared must be set side by side." if plans else straight,
        plan=plans,
    )
