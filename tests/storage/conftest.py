"""One small record of every kind, fictional throughout, and records opened on files that vanish after the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from db.record import Record, open_unit_of_work
from sscb_tui.domain import base, terms
from sscb_tui.domain import progress_round as rounds
from sscb_tui.domain.action import Action, ActionEvidence, DateMove, Update
from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.agency import Agency, AgencyName, BoardSettings
from sscb_tui.domain.case import Case, Incident, Referral, Referrer, Signature
from sscb_tui.domain.chronology import ChronologyFile, ChronologyRow, FiledRow
from sscb_tui.domain.criteria import Assessment
from sscb_tui.domain.dates import StatedDate, stated
from sscb_tui.domain.decision import Advice, Asked, Decision, Evidence, LimbFinding
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.family import Child
from sscb_tui.domain.meeting import AgendaItem, Meeting, MinuteLine
from sscb_tui.domain.people import Actor
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.privileged import LegalAdvice
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.settlement import Settlement
from tests.storage import reviewed

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
DAY = NOON.date()


@pytest.fixture
def actor() -> Actor:
    return Actor(name="B. Manager", role=terms.Role.BUSINESS_MANAGER)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    seconds = count()
    return lambda: NOON + timedelta(seconds=next(seconds))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def opened(clock: Callable[[], datetime]) -> Iterator[Callable[[Path | None], Record]]:
    """Open as many connections as a test needs; all are closed after it."""
    records: list[Record] = []

    def open_another(place: Path | None) -> Record:
        records.append(open_unit_of_work(place, clock=clock))
        return records[-1]

    yield open_another
    for record in records:
        record.close()


@pytest.fixture
def record(path: Path, opened: Callable[[Path | None], Record]) -> Record:
    return opened(path)


@pytest.fixture
def incident() -> Incident:
    day = StatedDate(
        text="2 Nov 2026", precision=terms.Precision.EXACT, earliest=date(2026, 11, 2), latest=date(2026, 11, 2)
    )
    return Incident(id=base.IncidentId("incident-1"), happened_on=day, title="unexplained injury at home")


@pytest.fixture
def case(incident: Incident) -> Case:
    return Case(
        id=base.CaseId("case-q"),
        reference="SSCB/2026/004",
        incident_id=incident.id,
        pseudonym="Child Q",
        framework="WT2015",
        stage=terms.Stage.RECEIVED,
        child=_child(),
        family=(),
        other_children=(),
        agencies=(),
        referral=_referral(),
    )


def _child() -> Child:
    return Child(
        name="Quill Example",
        date_of_birth=date(2026, 7, 1),
        gender="female",
        home_address="1 Example Street",
        under_18=terms.YesNo.YES,
        normally_resident=terms.YesNo.YES,
        outcome=terms.Outcome.DIED,
        open_to_social_care=terms.YesNo.NO,
        always_list=terms.YesNo.NO,
        regulated_setting=terms.YesNo.NO,
    )


def _referral() -> Referral:
    return Referral(
        received_at=NOON,
        referrer=Referrer(name="Nurse Example", agency="City Hospitals"),
        what_happened="Child Q was brought to hospital with an injury nobody could explain. " * 3,
        abuse_or_neglect=terms.AbuseOrNeglect.SUSPECTED,
        why_abuse_or_neglect="bruising to a non-mobile infant",
        serious_harm=terms.YesNo.YES,
        working_together=terms.WorkingTogether.NOT_YET_ASKED,
        signed_by="Nurse Example",
    )


@pytest.fixture
def request_to_police(case: Case) -> AgencyRequest:
    return AgencyRequest(
        id=base.RequestId("request-pol"),
        case_id=case.id,
        agency="POL",
        token="7QX2-M4KD",
        template="F4-1",
        issued_at=NOON,
        due=date(2026, 11, 17),
    )


@pytest.fixture
def meeting(case: Case) -> Meeting:
    agenda = (AgendaItem(number=1, title="Welcome", minutes=5),)
    id = base.MeetingId("meeting-1")
    return Meeting(id=id, case_id=case.id, chair="L. Chair", minute_taker="M. Taker", agenda=agenda)


@pytest.fixture
def line(meeting: Meeting) -> MinuteLine:
    text = "call-out of 9 Sep not shared with GP"
    return MinuteLine(
        id=base.LineId("line-1"), meeting_id=meeting.id, number=1, at=NOON, agency="POL", text=text, by="M. Taker"
    )


@pytest.fixture
def assessment() -> Assessment:
    return Assessment(
        result=terms.Result.MANDATORY_REG5,
        mode=terms.Mode.DECISION,
        framework="WT2015",
        ruleset="1",
        allowed=(terms.Decided.SCR, terms.Decided.DEFER),
        refused={terms.Decided.NO_REVIEW: "criteria_met"},
        missing=(),
        flips=(),
        citation="reg 5(2)(a) and (b)(i)",
    )


@pytest.fixture
def limb() -> LimbFinding:
    quote = Evidence(source="minutes", ref="minute 1", quote="log of 12 Oct")
    return LimbFinding(
        fact=terms.Fact.ABUSE_OR_NEGLECT, value="suspected", reason="unexplained bruising", evidence=(quote,)
    )


@pytest.fixture
def signature() -> Signature:
    return Signature(name="I. Chair", post="Independent Chair", at=NOON)


@pytest.fixture
def advice(case: Case, meeting: Meeting, limb: LimbFinding, assessment: Assessment, signature: Signature) -> Advice:
    return Advice(
        id="advice-1",
        case_id=case.id,
        meeting_id=meeting.id,
        summary="Child Q died of an unexplained injury.",
        contributing=("POL", "CSC"),
        missing_returns="none",
        limbs=(limb,),
        assessment=assessment,
        recommended=terms.Decided.SCR,
        reasons="the criteria are met",
        dissent=(),
        dissent_answered=True,
        parallel_processes="inquest",
        family_position="informed",
        early_actions="none",
        quorate=True,
        submitted=signature,
    )


@pytest.fixture
def decision(case: Case, limb: LimbFinding, assessment: Assessment, signature: Signature) -> Decision:
    said = Asked(answer="yes", detail="recorded in the minutes")
    return Decision(
        id=base.DecisionId("decision-1"),
        case_id=case.id,
        limbs=(limb,),
        assessment=assessment,
        outcome=terms.Decided.SCR,
        reasons="the criteria are met",
        agrees_with_recommendation="yes",
        peer_challenge=said,
        legal_advice=said,
        other_children_safe=said,
        family_informed=said,
        board_informed=said,
        conflict_of_interest=said,
        signature=signature,
    )


@pytest.fixture
def duty(case: Case) -> Duty:
    return Duty(
        id=base.DutyId("duty-1"),
        case_id=case.id,
        clock="CK-2",
        what="decide whether to hold a review",
        rule="one month from notification",
        source="WT2015 ch.4 para 12",
        strength=terms.Strength.SHOULD,
        who="Independent Chair",
        started_on=DAY,
        due=date(2026, 12, 5),
        act_by=date(2026, 12, 4),
    )


@pytest.fixture
def recommendation(case: Case) -> Recommendation:
    text = "Call-outs reach the GP"
    return Recommendation(
        id=base.RecommendationId("recommendation-1"), number=3, case_id=case.id, text=text, origin=terms.Origin.SCOPING
    )


@pytest.fixture
def action(case: Case, recommendation: Recommendation) -> Action:
    return Action(
        id=base.ActionId("action-1"),
        number=12,
        case_id=case.id,
        recommendation_id=recommendation.id,
        agency="POL",
        owner="Head of Safeguarding",
        action="Send call-out notices to the GP",
        outcome="GPs see injuries in the light of what the police know",
        agreed_on=DAY,
        due=date(2026, 12, 14),
        moves=(DateMove(was=date(2026, 11, 30), now=date(2026, 12, 14), reason="new system", approved_by="LIIP"),),
        state=terms.ActionState.IN_PROGRESS,
        updates=(Update(at=NOON, by="J. Owner", note="started", state=terms.ActionState.IN_PROGRESS),),
        evidence=(ActionEvidence(on=DAY, kind="policy", note="issued", rung=2, by="J. Owner"),),
    )


@pytest.fixture
def chronology(case: Case) -> ChronologyFile:
    row = ChronologyRow(on=stated("two days later"), event="=called back")
    return ChronologyFile(
        id=base.ChronologyId("chronology-1"),
        case_id=case.id,
        receipt=Receipt(file="police.csv", sha256="ab" * 32, at=NOON, by="B. Manager"),
        rows=(FiledRow(agency="POL", row=row),),
    )


@pytest.fixture
def pin(case: Case, meeting: Meeting) -> Pin:
    return Pin(
        id=base.PinId("pin-1"),
        case_id=case.id,
        meeting_id=meeting.id,
        fact=terms.Fact.ABUSE_OR_NEGLECT,
        evidence=Evidence(source="minutes", ref="minute 1", quote="'); DROP TABLE pins; --"),
        agency="POL",
        pinned_by="M. Minutes",
        pinned_at=NOON,
    )


@pytest.fixture
def settlement(case: Case, meeting: Meeting) -> Settlement:
    return Settlement(
        id=base.SettlementId("settlement-1"),
        case_id=case.id,
        meeting_id=meeting.id,
        difference="D-1",
        kind=terms.DifferenceKind.DATE,
        what="the day of the second visit",
        owner="POL",
        due=DAY,
        by="M. Minutes",
        at=NOON,
    )


@pytest.fixture
def reopening(case: Case, decision: Decision, signature: Signature) -> Reopening:
    return Reopening(
        id=base.ReopeningId("reopening-1"),
        case_id=case.id,
        decision_id=decision.id,
        cause="information",
        on=DAY,
        words="A second child has spoken.",
        signature=signature,
    )


@pytest.fixture
def addendum(case: Case, decision: Decision, signature: Signature) -> Addendum:
    return Addendum(
        id=base.AddendumId("addendum-1"),
        case_id=case.id,
        decision_id=decision.id,
        words="For 12 October read 13 October.",
        signature=signature,
    )


@pytest.fixture
def legal_advice(case: Case, signature: Signature) -> LegalAdvice:
    return LegalAdvice(
        id=base.LegalAdviceId("advice-1"),
        case_id=case.id,
        reference="LEG/12",
        given_by="Q. Counsel",
        given_on=DAY,
        text="The limb is met.",
        recorded=signature,
    )


@pytest.fixture
def progress_round(action: Action) -> rounds.ProgressRound:
    """What the Police were asked, and answered, of their one action."""
    asked = rounds.Asked(action_id=action.id, number=action.number, version=1, state=action.state)
    answer = rounds.ProgressAnswer(number=action.number, state=terms.ActionState.IN_PROGRESS, note="Begun.")
    at = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    return rounds.ProgressRound(
        id=base.ProgressRoundId("round-1"),
        agency="POL",
        token="8SN4-CWCQ",
        meeting_on=date(2027, 1, 15),
        asked_at=at,
        due=date(2026, 12, 22),
        asked=(asked,),
        returned=rounds.ProgressReturn(
            token="8SN4-CWCQ", agency="POL", post="Inspector", completed_on=date(2026, 12, 1), answers=(answer,)
        ),
        receipts=(Receipt(file="progress.md", sha256="a" * 64, at=at, by="B. Manager"),),
    )


@pytest.fixture
def board() -> BoardSettings:
    named = {"POL": "Police", "CSC": "Children's Social Care"}
    return BoardSettings(agencies=tuple(Agency(code=c, names=(AgencyName(name=n),)) for c, n in named.items()))


@pytest.fixture
def filled(
    record: Record,
    actor: Actor,
    board: BoardSettings,
    incident: Incident,
    case: Case,
    request_to_police: AgencyRequest,
    meeting: Meeting,
    line: MinuteLine,
    advice: Advice,
    decision: Decision,
    duty: Duty,
    recommendation: Recommendation,
    action: Action,
    chronology: ChronologyFile,
    pin: Pin,
    settlement: Settlement,
    reopening: Reopening,
    addendum: Addendum,
    legal_advice: LegalAdvice,
) -> Record:
    """A record that holds one of everything."""
    with record.atomic(actor, "set up"):
        record.settings.save(board)
        record.incidents.save(incident)
        record.cases.save(case)
    with record.atomic(actor, "scoping called"):
        record.requests.save(request_to_police)
        record.meetings.save(meeting)
        record.lines.save(line)
        record.advice.save(advice)
    with record.atomic(actor, "decision signed"):
        record.decisions.save(decision)
        record.duties.save(duty)
        record.recommendations.save(recommendation)
        record.actions.save(action)
        record.chronologies.save(chronology)
        record.pins.save(pin)
        record.settlements.save(settlement)
        record.reopenings.save(reopening)
        record.addenda.save(addendum)
        record.privileged.save(legal_advice)
    return record


@pytest.fixture
def whole(filled: Record, actor: Actor, case: Case, progress_round: rounds.ProgressRound) -> Record:
    """The same, with one of everything a review keeps, and an agency asked of its actions."""
    with filled.atomic(actor, "review commissioned"):
        reviewed.save(filled, case)
    with filled.atomic(actor, "progress asked for"):
        filled.progress_rounds.save(progress_round)
    return filled
