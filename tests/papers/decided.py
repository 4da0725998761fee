"""The invented case's recommendation, decisions and actions."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.action import Action, ActionEvidence, DateMove, Update
from sscb_tui.domain.base import (
    ActionId,
    DecisionId,
    MeetingId,
    RecommendationId,
)
from sscb_tui.domain.case import Case, Signature
from sscb_tui.domain.decision import Advice, Asked, Decision, Dissent
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.rules.clocks import duties_beside, duties_on_decision
from sscb_tui.domain.terms import (
    ActionState,
    Decided,
    Level,
    Mode,
    Origin,
)
from sscb_tui.services.clockwork import duty_of
from tests.papers.fictional import assessment, at
from tests.papers.met import LIMBS


def advice(case: Case) -> Advice:
    """What the meeting recommended."""
    return Advice(
        id="advice-1",
        version=1,
        case_id=case.id,
        meeting_id=MeetingId("meeting-1"),
        summary="A four-month-old baby died at home. Bruising had been seen three weeks before.",
        contributing=("POL", "CSC", "CHS"),
        missing_returns="Housing (overdue) and school (refused): neither bears on limb (a).",
        limbs=LIMBS,
        assessment=assessment(Mode.DECISION),
        recommended=Decided.SCR,
        reasons="Neglect is suspected and the child has died; regulation 5 leaves no choice.\n\nShare early.",
        dissent=(Dissent(agency="CHS", words="We ask that the post-mortem be awaited."),),
        dissent_answered=True,
        scope="Booking to death; how call-outs reach universal services.",
        parallel_processes="Police investigation; coroner.",
        family_position="Informed by the police; a letter follows the decision.",
        early_actions="A-1: call-out notices to GPs, begun 21 Nov.",
        quorate=True,
        submitted=Signature(name="L. Panel", post="LIIP Chair", at=at(24)),
    )


def decisions(case: Case) -> tuple[Decision, ...]:
    """A deferral, and the decision that supersedes it."""
    first = Decision(
        id=DecisionId("decision-1"),
        version=1,
        case_id=case.id,
        limbs=LIMBS,
        assessment=assessment(Mode.DECISION),
        outcome=Decided.DEFER,
        reasons="The hospital's chronology is awaited.",
        agrees_with_recommendation="no",
        reasons_for_departure="One document may settle the date of the bruise.",
        peer_challenge=Asked(answer="no", detail="None sought yet."),
        legal_advice=Asked(answer="no", detail="Not needed for a deferral."),
        other_children_safe=Asked(answer="yes", detail="Seen on 19 Nov."),
        family_informed=Asked(answer="not_yet", detail="After the decision."),
        board_informed=Asked(answer="not_yet", detail="After the decision."),
        conflict_of_interest=Asked(answer="no", detail="None."),
        questions="Hospital chronology, from CHS, by 30 Nov; decision again on 2 Dec.",
        signature=Signature(name="C. Chair", post="Independent Chair", at=at(26)),
    )
    second = first.but(
        id="decision-2",
        outcome=Decided.SCR,
        reasons="Neglect is suspected and the child has died.\n\nThe post-mortem cannot change that it is suspected.",
        agrees_with_recommendation="yes",
        reasons_for_departure="",
        questions="",
        overrun_reason="The deferral to obtain the hospital's chronology took four working days.",
        scope_view="Small: six agencies, fourteen months.",
        peer_challenge=Asked(answer="yes", detail="Chair of a neighbouring Board, 30 Nov: agreed."),
        legal_advice=Asked(answer="yes", detail="File note LEG/12."),
        signature=Signature(name="C. Chair", post="Independent Chair", at=at(4, 16, 2, month=12)),
        supersedes="decision-1",
    )
    return first, second


def duties(case: Case) -> tuple[Duty, ...]:
    """What the second decision began: the authority's notification done, one letter signed and sent, the rest owed."""
    law = load(case.framework)
    owed = (*duties_beside(case, law), *duties_on_decision(date(2026, 12, 4), Decided.SCR, law))
    begun = [duty_of(case, each, f"duty-{number}") for number, each in enumerate(owed, start=1)]
    signed = Signature(name="C. Chair", post="Independent Chair", at=at(4, 17, 0, month=12))
    done: dict[str, dict[str, object]] = {
        "CK-1": {"done_at": at(4, 10), "method": "Ofsted's form", "proof": "SIN 4711"},
        "OFSTED": {"done_at": at(7, 9, month=12), "method": "secure e-mail", "proof": "receipt 12", "signed": signed},
        "CSPRP": {"signed": signed},
    }
    return tuple(duty.but(**done.get(duty.to or duty.clock, {})) for duty in begun)


def recommendations(case: Case) -> tuple[Recommendation, ...]:
    """Three, one with nothing yet done."""
    return (
        Recommendation(
            id=RecommendationId("rec-1"),
            number=3,
            version=2,
            case_id=case.id,
            text="Police call-out notices reach the child's GP and health visitor within two days.",
            origin=Origin.SCOPING,
            themes=("communication",),
            response="Accepted.",
        ),
        Recommendation(
            id=RecommendationId("rec-2"),
            number=4,
            case_id=case.id,
            text="Bruising in a baby who is not yet mobile is always referred.",
            origin=Origin.SCOPING,
            level=Level.SINGLE_AGENCY,
        ),
        Recommendation(
            id=RecommendationId("rec-3"), number=5, case_id=case.id, text="Nothing yet done.", origin=Origin.AGENCY
        ),
    )


def actions(case: Case) -> tuple[Action, ...]:
    """Under way, overdue and embedded."""
    base = Action(
        id=ActionId("action-1"),
        number=12,
        version=3,
        case_id=case.id,
        recommendation_id=RecommendationId("rec-1"),
        agency="POL",
        owner="Head of Protecting Vulnerable People",
        owner_name="X. Secret",
        action="Send every call-out notice to the GP and the health visitor",
        outcome="Those who see the baby next know what happened at home",
        measure="90% within two days, dip sample of 20",
        agreed_on=date(2026, 11, 20),
        due=date(2027, 1, 31),
        state=ActionState.IN_PROGRESS,
        updates=(Update(at=at(1, month=12), by="P. Officer", note="Trial began", state=ActionState.IN_PROGRESS),),
        evidence=(
            ActionEvidence(on=date(2026, 12, 1), kind="procedure", note="Order issued", rung=2, by="P. Officer"),
        ),
    )
    housing = base.but(
        id="action-2",
        number=13,
        agency="HOU",
        owner="Head of Tenancy",
        action="Confirm the tenancy",
        outcome="The household is known",
        measure="",
        due=date(2026, 12, 2),
        moves=(DateMove(was=date(2026, 11, 27), now=date(2026, 12, 2), reason="records moved", approved_by="LIIP"),),
        updates=(),
        evidence=(),
        early=True,
        recommendation_id=None,
        state=ActionState.NOT_STARTED,
    )
    nurses = base.but(
        id="action-3",
        number=14,
        agency="CHS",
        owner="Named nurse",
        action="Teach the bruising protocol on every ward",
        outcome="No bruised baby goes home unseen by a paediatrician",
        recommendation_id="rec-2",
        state=ActionState.EMBEDDED,
        verified_by="L. Panel",
        verified_at=at(3, month=12),
    )
    return base, housing, nurses
