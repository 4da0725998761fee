"""One invented case before the Chair, and its decision, to be varied by each test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import settings

from sscb_tui.domain.base import CaseId, DecisionId, IncidentId, MeetingId, RequestId
from sscb_tui.domain.case import (
    Case,
    Incident,
    InitialDiscussion,
    InvolvedAgency,
    Present,
    Referral,
    Referrer,
    ScopingPlan,
    Signature,
)
from sscb_tui.domain.criteria import Assessment, Facts
from sscb_tui.domain.dates import stated
from sscb_tui.domain.decision import Advice, Asked, Decision, DecisionForm, LimbFinding, PeerChallenge, facts_of
from sscb_tui.domain.exclusions import NONE_RELIED_ON
from sscb_tui.domain.family import Child
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.meeting import AgencyView, Attendee, Meeting
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.terms import (
    AbuseOrNeglect,
    Decided,
    DiscussionOutcome,
    Fact,
    Mode,
    Outcome,
    ReturnState,
    Stage,
    WorkingTogether,
    YesNo,
)

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

TOLD = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
MET = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CLOSED = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
CHALLENGE = PeerChallenge(
    name="O. Ther",
    board="Sampleshire",
    on=date(2026, 11, 25),
    advice="Look again at the call-outs.",
    effect="They were read again; nothing turned.",
)
FACTS = Facts(
    age_under_18=YesNo.YES,
    normally_resident=YesNo.YES,
    abuse_or_neglect=AbuseOrNeglect.SUSPECTED,
    outcome=Outcome.DIED,
    always_list=YesNo.NO,
    serious_harm=YesNo.YES,
    working_together=WorkingTogether.CONCERN,
)
Forms = Callable[..., DecisionForm]


def limbs_of(facts: Facts, **reasons: str) -> tuple[LimbFinding, ...]:
    usual = "The returns and the minutes bear this out."
    return tuple(
        LimbFinding(fact=fact, value=facts.value(fact).value, reason=reasons.get(fact.value, usual)) for fact in Fact
    )


def agency_return(agency: str, concern: str = "nothing_found_yet", parallel: str = "") -> AgencyReturn:
    return AgencyReturn(
        case_reference="SSCB/2026/004",
        token="AAAA-0001",
        agency=agency,
        template="1",
        author="A. Author",
        author_managed_case="no",
        approver="P. Prover",
        completed_on=date(2026, 11, 13),
        answers=(
            Answer(question="F4.H3", choice=concern, text="See F4.G4."),
            Answer(question="F4.K1", text=parallel),
        ),
        declared_by="P. Prover",
        declared_on=date(2026, 11, 13),
    )


def request(agency: str, state: ReturnState = ReturnState.APPROVED) -> AgencyRequest:
    return AgencyRequest(
        id=RequestId(f"request-{agency}"),
        case_id=CaseId("case-q"),
        agency=agency,
        token="AAAA-0001",
        template="1",
        issued_at=datetime(2026, 11, 4, 9, 0, tzinfo=UTC),
        due=date(2026, 11, 18),
        state=state,
        returned=agency_return(agency) if state is ReturnState.APPROVED else None,
    )


def assessed(facts: Facts, mode: Mode) -> Assessment:
    return assess(facts, mode, load("WT2015"))


def asked(answer: str, detail: str = "On the record.") -> Asked:
    return Asked.model_validate({"answer": answer, "detail": detail})


@pytest.fixture
def plan() -> ScopingPlan:
    return ScopingPlan(
        agencies=("CSC", "POL", "CHS"),
        period_from=date(2025, 11, 1),
        period_to=date(2026, 11, 3),
        period_reason="From the pregnancy booking.",
        search_for=("Quentin Example", "Quora Example"),
        meeting_at=MET,
        chair="L. Chair",
        minute_taker="M. Taker",
    )


@pytest.fixture
def discussion(plan: ScopingPlan) -> InitialDiscussion:
    agreed = {"post": "Chair", "at": datetime(2026, 11, 3, 16, 0, tzinfo=UTC)}
    return InitialDiscussion(
        held_at=datetime(2026, 11, 3, 15, 0, tzinfo=UTC),
        present=(Present(name="B. Manager", post="Business Manager"),),
        facts_relied_on="The hospital's account.",
        not_yet_known="The cause of death.",
        facts=FACTS,
        assessment=assessed(FACTS, Mode.PROVISIONAL),
        other_children_safe="A sister is with an aunt; social care agrees.",
        notifiable=YesNo.YES,
        outcome=DiscussionOutcome.SCOPING,
        reason="More has to be known.",
        plan=plan,
        agreed_by_chair=Signature.model_validate(agreed | {"name": "I. Chair"}),
        agreed_by_liip_chair=Signature.model_validate(agreed | {"name": "L. Chair"}),
    )


@pytest.fixture
def case(discussion: InitialDiscussion) -> Case:
    return Case(
        id=CaseId("case-q"),
        reference="SSCB/2026/004",
        incident_id=IncidentId("incident-q"),
        pseudonym="Child Q",
        framework="WT2015",
        stage=Stage.WITH_CHAIR,
        child=Child(
            name="Quentin Example",
            estimated_age="about 4 months",
            gender="boy",
            home_address="1 Example Street",
            under_18=YesNo.YES,
            normally_resident=YesNo.YES,
            outcome=Outcome.DIED,
            open_to_social_care=YesNo.NO,
            always_list=YesNo.NO,
            regulated_setting=YesNo.NO,
        ),
        family=(),
        other_children=(),
        agencies=(InvolvedAgency(agency="CHS"), InvolvedAgency(agency="POL")),
        referral=Referral(
            received_at=TOLD,
            referrer=Referrer(name="N. Nurse"),
            what_happened="A baby was brought to hospital with bruises nobody could explain and died there. " * 2,
            abuse_or_neglect=AbuseOrNeglect.SUSPECTED,
            why_abuse_or_neglect="Bruises on a baby who cannot move.",
            serious_harm=YesNo.YES,
            working_together=WorkingTogether.NOT_YET_ASKED,
            signed_by="N. Nurse",
        ),
        duplicate_check="Searched by name and address: nothing.",
        discussion=discussion,
    )


@pytest.fixture
def meeting() -> Meeting:
    def seat(name: str, *agencies: str) -> Attendee:
        return Attendee(name=name, agencies=agencies, arrived_at=MET)

    return Meeting(
        id=MeetingId("meeting-q"),
        case_id=CaseId("case-q"),
        chair="L. Chair",
        minute_taker="M. Taker",
        agenda=(),
        attendance=(seat("A. Worker", "CSC"), seat("B. Sergeant", "POL"), seat("C. Nurse", "CHS")),
        confidentiality_read=True,
        interests_asked=True,
        started_at=MET,
        closed_at=CLOSED,
        other_children_safety="The sister is safe with an aunt.",
        findings=limbs_of(FACTS),
        views=tuple(AgencyView(agency=code, outcome=Decided.SCR, reason="Bruises.") for code in ("CSC", "POL", "CHS")),
        dissent_none=True,
    )


@pytest.fixture
def advice() -> Advice:
    return Advice(
        id="advice-q",
        case_id=CaseId("case-q"),
        meeting_id=MeetingId("meeting-q"),
        summary="A baby died of injuries.",
        contributing=("CSC", "POL", "CHS"),
        missing_returns="none",
        limbs=limbs_of(FACTS),
        assessment=assessed(FACTS, Mode.DECISION),
        recommended=Decided.SCR,
        reasons="The criteria are met.",
        dissent=(),
        dissent_answered=True,
        parallel_processes="none known",
        family_position="Told on 4 Nov.",
        early_actions="none",
        quorate=True,
        submitted=Signature(name="L. Chair", post="LIIP Chair", at=CLOSED),
    )


@pytest.fixture
def file(case: Case, meeting: Meeting, advice: Advice) -> CaseFile:
    """A case with the Chair: three agencies answered, the meeting recommended a review."""
    return CaseFile(
        case=case,
        incident=Incident(id=IncidentId("incident-q"), happened_on=stated("1 Nov 2026"), title="injury at home"),
        siblings=(),
        requests=(request("CSC"), request("POL"), request("CHS")),
        meeting=meeting,
        lines=(),
        advice=advice,
        decisions=(),
        duties=(),
        recommendations=(),
        actions=(),
        seals={},
    )


@pytest.fixture
def form() -> DecisionForm:
    """A decision to hold a review that nothing refuses."""
    return DecisionForm(
        limbs=limbs_of(FACTS),
        outcome=Decided.SCR,
        reasons="A baby died of injuries that nobody can explain, and what was seen was not shared.",
        agrees_with_recommendation="yes",
        scope_view="Pregnancy to death; a small team.",
        peer_challenge=asked("no"),
        legal_advice=asked("no"),
        other_children_safe=asked("yes"),
        family_informed=asked("not_yet"),
        board_informed=asked("not_yet"),
        conflict_of_interest=asked("no"),
    )


@pytest.fixture
def harmed(form: DecisionForm) -> Forms:
    """A decision not to hold a review, agreed and fully reasoned, about a child who lives; findings may be varied."""

    def made(reasons: dict[str, str] | None = None, **facts: str) -> DecisionForm:
        said = FACTS.but(outcome=Outcome.ALIVE, serious_harm=YesNo.NO).but(**facts)
        return form.but(
            limbs=limbs_of(said, **(reasons or {})),
            outcome=Decided.NO_REVIEW,
            agrees_with_recommendation="part",
            reasons_for_departure="The meeting did not have the paediatrician's report.",
            instead="Each agency puts its own part right; the plan is on file.",
            panel_explanation="The injury was a graze, and no limb is met.",
            exclusions=NONE_RELIED_ON,
            peer_challenge=asked("yes"),
            peer=CHALLENGE,
        )

    return made


@pytest.fixture
def signed() -> Callable[[DecisionForm], Decision]:
    def sign(form: DecisionForm) -> Decision:
        said = {name: getattr(form, name) for name in type(form).model_fields}
        return Decision(
            id=DecisionId("decision-q"),
            case_id=CaseId("case-q"),
            assessment=assessed(facts_of(form.limbs), Mode.DECISION),
            signature=Signature(name="I. Chair", post="Independent Chair", at=NOW),
            **said,
        )

    return sign
