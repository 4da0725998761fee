"""A scoping meeting of the demonstration, run from its opening to the recommendation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.decision import Evidence, LimbFinding
from sscb_tui.domain.forms import AdviceForm
from sscb_tui.domain.meeting import AgencyView, Attendee
from sscb_tui.domain.terms import Capacity, Decided, Fact
from sscb_tui.services.demonstration import people

if TYPE_CHECKING:
    from sscb_tui.services.container import Services
    from sscb_tui.services.demonstration.clock import SetClock

_ROOM = (
    Attendee(name="D. Doctor", post="Designated doctor", agencies=("CCG", "CHS")),
    Attendee(name="S. Worker", post="Head of safeguarding", agencies=("CSC",)),
    Attendee(name="P. Member", post="Detective inspector", agencies=("POL",)),
    Attendee(name="T. Teacher", post="Head teacher", agencies=("EDU",), capacity=Capacity.DEPUTY),
    Attendee(name="H. Owner", post="Head of tenancy services", agencies=("HSG",)),
    Attendee(name="O. Server", post="Lay member", capacity=Capacity.OBSERVER),
)
_SAID = (
    ("POL", "Three call-outs to the address in a year, all logged as domestic; none was shared with the school."),
    ("EDU", ":f The child told a teaching assistant in June of being pushed; it was written in the class book."),
    ("CSC", "Closed in March after one visit, no further action."),
    ("CHS", ":d Hospital says it rang social care on the night; social care has no record of the call."),
    (None, ":a Social care to check the out-of-hours log for the night of the admission by Friday week"),
    (None, ":p Whether the duty rota was fully staffed is for the agency itself"),
)
_ROUND = (
    ("STFT", "Weights were plotted at six weeks and not again; two visits found nobody in."),
    ("CCG", ":f The children were registered and never seen; three letters came back unopened."),
    ("EDU", ":d School says it rang social care twice in September; social care has one call."),
    (None, ":a Social care to bring the log of calls for September by Friday"),
)
_FINDINGS = {
    Fact.AGE_UNDER_18: ("yes", "The child is nine."),
    Fact.NORMALLY_RESIDENT: ("yes", "Lives in Sunderland."),
    Fact.ABUSE_OR_NEGLECT: ("known", "The child and a neighbour say that the step-father pushed the child."),
    Fact.OUTCOME: ("alive", "The child has recovered."),
    Fact.ALWAYS_LIST: ("no", "Not in custody or detained."),
    Fact.SERIOUS_HARM: ("yes", "A fractured skull is potentially life-threatening; recovery does not change that."),
    Fact.WORKING_TOGETHER: ("concern", "Call-outs and what the child said in June never met."),
}
_VIEWS = (
    ("CCG", Decided.SCR, "Both limbs are met."),
    ("CHS", Decided.SCR, "Both limbs are met."),
    ("CSC", Decided.SCR, "Accepts that what was known was not put together."),
    ("POL", Decided.SCR, "Supports a review."),
    ("EDU", Decided.SCR, "Supports a review, subject to confirmation by the head."),
)
_HOUSING = "Housing would wait for the criminal case before a review begins."


def begin(services: Services, case_id: str, clock: SetClock) -> None:
    """Prepare and start the meeting and take it to the round of agencies."""
    use, minutes = services.meetings, people.MINUTES.actor()
    meeting = use.prepare(minutes, case_id)
    for person in _ROOM:
        use.attend(minutes, meeting.id, person)
    use.ready(minutes, meeting.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    use.start(people.LIIP.actor(), meeting.id)
    for _ in range(7):
        clock.moment += timedelta(minutes=3)
        if use.next_item(minutes, meeting.id).current == 5:
            services.floor.safety(minutes, meeting.id, "The sibling is in foster care and was seen by a paediatrician.")
    for agency, words in _ROUND:
        clock.moment += timedelta(minutes=2)
        use.write(minutes, meeting.id, words, agency)


def hold(services: Services, case_id: str, clock: SetClock) -> None:
    """Prepare, run, close and confirm the meeting, then submit its recommendation."""
    use, minutes, lead = services.meetings, people.MINUTES.actor(), people.LIIP.actor()
    meeting = use.prepare(minutes, case_id)
    for person in _ROOM:
        use.attend(minutes, meeting.id, person)
    use.ready(minutes, meeting.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    use.start(lead, meeting.id)
    _talk(services, meeting.id, clock)
    use.close(lead, meeting.id)
    use.submit(lead, case_id, _form())


def _talk(services: Services, meeting_id: str, clock: SetClock) -> None:
    """Move through the agenda, a few minutes an item, writing what is said."""
    use, minutes = services.meetings, people.MINUTES.actor()
    for _ in range(15):
        clock.moment += timedelta(minutes=5)
        moved = use.next_item(minutes, meeting_id)
        if moved.current == 5:
            services.floor.safety(minutes, meeting_id, "The child lives with an aunt; no other child is there.")
        if moved.current == 8:
            for agency, words in _SAID:
                clock.moment += timedelta(minutes=1)
                use.write(minutes, meeting_id, words, agency)
        if moved.current == 11:
            _find(services, meeting_id)


def _find(services: Services, meeting_id: str) -> None:
    """Each criterion's finding, then each agency's view."""
    use, minutes = services.findings, people.MINUTES.actor()
    for fact, (value, reason) in _FINDINGS.items():
        quote = Evidence(source="minutes", ref="item 8", quote=reason)
        use.find(minutes, meeting_id, LimbFinding(fact=fact, value=value, reason=reason, evidence=(quote,)))
    for agency, outcome, reason in _VIEWS:
        use.view(minutes, meeting_id, AgencyView(agency=agency, outcome=outcome, reason=reason))
    dissent = AgencyView(agency="HSG", outcome=Decided.DEFER, reason="Await the criminal case.", dissent=_HOUSING)
    use.view(minutes, meeting_id, dissent)


def _form() -> AdviceForm:
    """The recommendation as the LIIP Chair wrote it."""
    return AdviceForm(
        summary="A nine-year-old was admitted with a fractured skull after an alleged push by a step-parent, and has "
        "recovered. Police call-outs, what the child said at school and a closed referral were never put together.",
        missing_returns="Housing declined to return its template; its attendance supplied what it held.",
        recommended=Decided.SCR,
        reasons="Both limbs are met: the harm was serious whatever the recovery, and there is cause for concern about "
        "how agencies worked together.",
        scope="The year before the injury; what each agency knew of the household; how it was shared.",
        parallel_processes="Police investigation; the officer in the case asks that the neighbour is not named.",
        family_position="The mother has been told that a review is being considered.",
        early_actions="Out-of-hours calls from the hospital are now confirmed in writing.",
    )
