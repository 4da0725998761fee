"""The ordinary way of a case from one stage to the next, taken by those whose it is, for the machine that lives it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sscb_tui.domain.case import Case
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.decision import DecisionForm, LimbFinding
from sscb_tui.domain.meeting import AgencyView
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import AbuseOrNeglect, Decided, DiscussionOutcome, Fact, Stage
from sscb_tui.services.demonstration import meeting
from sscb_tui.services.demonstration.discussions import discussion, plan
from tests.appendix.told import whole
from tests.services.life_of_a_review import REVIEW, commissions
from tests.services.office import CHAIR, LIIP, MANAGER, MINUTES, Office

Way = Callable[[Office, Case, int], object]
ASKED = ("CHS", "CSC", "POL", "EDU", "HSG", "NTW", "YOS", "CCG", "STFT")


UNSUSPECTED = {"abuse_or_neglect": "not_suspected", "serious_harm": "no", "always_list": "no"}
"""What the papers sometimes turn out to say."""


def found(facts: Facts) -> tuple[LimbFinding, ...]:
    """These facts as findings."""
    return tuple(LimbFinding(fact=fact, value=facts.value(fact).value, reason="As those asked say.") for fact in Fact)


def decided(office: Office, case: Case, limbs: tuple[LimbFinding, ...], outcome: Decided) -> DecisionForm:
    """A decision that leaves nothing unsaid, whatever was recommended and however late it is."""
    file, today = office.services.desk.file(case.id), office.clock().date()
    advice = file.advice
    agrees = "none_made" if advice is None else "yes" if outcome is advice.recommended else "no"
    return whole(
        limbs,
        outcome,
        reasons=f"For decision {len(file.decisions) + 1} in {case.reference} what was found and heard weighs most.",
        agrees_with_recommendation=agrees,
        reasons_for_departure="The papers weigh more than the views.",
        overrun_reason="Agencies answered late.",
        regard_to_panel="What the panel says was weighed.",
        definitive_evidence=("An audit of every file.",),
        redecide_on=today + timedelta(days=7),
    )


def _opens(office: Office, case: Case, way: int) -> object:
    return office.services.referrals.open_discussion(MANAGER, case.id, "Searched; nothing found.")


def _discusses(office: Office, case: Case, way: int) -> object:
    use, written = office.services.referrals, case.discussion
    if written is None or written.outcome is DiscussionOutcome.NO_SCOPING:
        file = office.services.desk.file(case.id)
        plans = plan(file, ASKED, office.clock()) if way % 2 else None
        form = discussion(case, office.clock(), plans)
        if way % 4 == 2 and case.facts().abuse_or_neglect is AbuseOrNeglect.NOT_SUSPECTED:
            form = form.but(outcome=DiscussionOutcome.NO_SCOPING)
        return use.discuss(MANAGER, case.id, form)
    return use.agree(CHAIR if written.agreed_by_chair is None else LIIP, case.id)


def _settles(office: Office, case: Case, way: int) -> object:
    use = office.services.referrals
    if way % 2:
        return use.resolve_theirs(CHAIR, case.id, "Sampleshire", "Letter of its Chair")
    return use.resolve_ours(MANAGER, case.id, "The rent book.")


def _scopes(office: Office, case: Case, way: int) -> object:
    use = office.services.scoping
    for request in use.issue(MANAGER, case.id, ASKED):
        if request.returned is None:
            use.refuse(MANAGER, request.id, "Awaits its solicitors.")
    return use.complete(MANAGER, case.id)


def _meets(office: Office, case: Case, way: int) -> object:
    use = office.services.meetings
    held = use.prepare(MINUTES, case.id)
    for person in meeting._ROOM:
        use.attend(MINUTES, held.id, person)
    use.ready(MINUTES, held.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    return use.start(LIIP, held.id)


def _hears(office: Office, case: Case, way: int) -> object:
    held = office.services.meetings.of_case(case.id)
    assert held is not None
    for finding in found(case.facts()):
        office.services.findings.find(MINUTES, held.id, finding)
    for agency in ("CCG", "CHS", "CSC", "POL", "EDU", "HSG"):
        view = AgencyView(agency=agency, outcome=Decided.SCR, reason="What was known was never put together.")
        office.services.findings.view(MINUTES, held.id, view)
    office.services.floor.safety(MINUTES, held.id, "No other child is in the household.")
    office.services.findings.close_round(MINUTES, held.id, dissent_none=True)
    return office.services.meetings.close(LIIP, held.id)


def _recommends(office: Office, case: Case, way: int) -> object:
    return office.services.meetings.submit(LIIP, case.id, meeting._form())


def decides(office: Office, case: Case, way: int, who: Actor = CHAIR) -> object:
    """Whatever is lawful but to hand the case over, after which nothing more can happen."""
    limbs = found(case.facts().but(**UNSUSPECTED) if way % 3 == 0 else case.facts())
    lawful = [each for each in office.services.decisions.lawful(case.id, limbs).allowed if each is not Decided.TRANSFER]
    form = decided(office, case, limbs, lawful[way % len(lawful)])
    return office.services.decisions.sign(who, case.id, form, case.reference)


def _informs(office: Office, case: Case, way: int) -> object:
    return office.services.decisions.answer_information(MANAGER, case.id, "Nothing more is known.")


def _goes_on_or_comes_again(office: Office, case: Case, way: int) -> object:
    if way % 3:
        commissions(office, case, way)
        return None
    use, today = office.services.reopenings, office.clock().date()
    if way % 2 and case.stage is not Stage.DECIDED_SCR:
        return use.panel_query(MANAGER, case.id, on=today, reference="NP/1", words="Why is suspicion excluded?")
    return use.reopen(CHAIR, case.id, known_on=today, reason="A second child has spoken.")


NEXT: dict[Stage, Way] = {
    **REVIEW,
    Stage.RECEIVED: _opens,
    Stage.INITIAL_DISCUSSION: _discusses,
    Stage.JURISDICTION_QUERY: _settles,
    Stage.SCOPING_REQUESTED: _scopes,
    Stage.RETURNS_COMPLETE: _meets,
    Stage.SCOPING_MEETING: _hears,
    Stage.RECOMMENDATION_DRAFT: _recommends,
    Stage.WITH_CHAIR: decides,
    Stage.PANEL_SCRUTINY: decides,
    Stage.FURTHER_INFORMATION: _informs,
    Stage.DECIDED_SCR: _goes_on_or_comes_again,
    Stage.DECIDED_ALTERNATIVE: _goes_on_or_comes_again,
    Stage.DECIDED_NO_REVIEW: _goes_on_or_comes_again,
}
"""What usually happens at a stage; a stage that is not here is where the ordinary way ends."""
