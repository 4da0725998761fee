"""One case from the phone call to a tracked action, through the services alone."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.action import ActionEvidence
from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import Asked, DecisionForm, Evidence, LimbFinding, PeerChallenge
from sscb_tui.domain.exclusions import NONE_RELIED_ON
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.terms import ActionState, Decided, DutyState, Fact, MeetingState, Paper, Result, Stage
from tests.services.office import CHAIR, LIIP, MANAGER, OWNER, Office

YES = Asked(answer="yes", detail="Done, as recorded in the file.")
NO = Asked(answer="no", detail="None.")


def decision(office: Office, case: Case, outcome: Decided = Decided.SCR, **said: object) -> DecisionForm:
    """The Chair agrees with the meeting unless told otherwise."""
    advice = office.services.desk.file(case.id).advice
    assert advice is not None
    quote = Evidence(source="minutes", ref="item 8", quote="Three call-outs, none shared with the school.")
    limbs = tuple(
        LimbFinding(fact=limb.fact, value=limb.value, reason=f"{limb.reason} I agree.", evidence=(quote,))
        for limb in advice.limbs
    )
    known: dict[str, object] = {
        "limbs": limbs,
        "outcome": outcome,
        "reasons": "Both limbs are met: the harm was serious and what three agencies knew was never put together.",
        "agrees_with_recommendation": "yes",
        "scope_view": "The year before the injury.",
        "peer_challenge": NO,
        "legal_advice": NO,
        "other_children_safe": YES,
        "family_informed": YES,
        "board_informed": YES,
        "conflict_of_interest": NO,
    }
    return DecisionForm.model_validate(known | said)


CHALLENGE = PeerChallenge(
    name="O. Ther", board="Sampleshire", on=date(2026, 11, 2), advice="Read the log again.", effect="Nothing turned."
)
NOT_SERIOUS = "A bruise, in the paediatrician's opinion; it could not have threatened life or health."


def no_review(office: Office, case: Case, **said: object) -> DecisionForm:
    """The harm turned out not to be serious, so the Chair departs from the meeting and holds no review."""
    form = decision(office, case)
    limbs = tuple(
        limb.but(value="no", reason=NOT_SERIOUS) if limb.fact is Fact.SERIOUS_HARM else limb for limb in form.limbs
    )
    known: dict[str, object] = {
        "limbs": limbs,
        "outcome": Decided.NO_REVIEW,
        "reasons": "The paediatrician's report came after the meeting: the injury was a bruise and no limb is met.",
        "agrees_with_recommendation": "no",
        "reasons_for_departure": "The meeting did not have the paediatrician's report.",
        "exclusions": NONE_RELIED_ON,
        "instead": "Each agency puts its own part right; the plan is on file.",
        "panel_explanation": "The injury was a bruise, and no limb is met.",
        "peer_challenge": YES,
        "peer": CHALLENGE,
    }
    return form.but(**(known | said))


def test_a_case_goes_from_the_phone_call_to_a_verified_action_and_four_papers(office: Office) -> None:
    services = office.services
    case = office.received()
    assert case.reference == "SSCB/2026/001"
    assert case.stage is Stage.RECEIVED
    authority, clock = services.duties.rows(case.id)
    assert (authority.clock, authority.who, authority.due) == ("CK-1", "Local authority", date(2026, 11, 9))
    assert (clock.clock, clock.due) == ("CK-2", date(2026, 12, 2))

    case = office.with_chair()
    assert case.stage is Stage.WITH_CHAIR
    advice = services.desk.file(case.id).advice
    assert advice is not None
    assert advice.assessment.result is Result.MANDATORY_REG5
    assert [each.agency for each in advice.dissent] == ["HSG"]

    office.clock.set(date(2026, 11, 20))
    signed = services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    assert services.desk.file(case.id).case.stage is Stage.DECIDED_SCR
    rows = services.duties.rows(case.id)
    assert {row.to for row in rows if row.clock == "CK-4"} == {"OFSTED", "DFE", "CSPRP"}
    assert {row.due for row in rows if row.clock == "CK-4"} == {date(2026, 11, 27)}
    assert next(row for row in rows if row.clock == "CK-2").state is DutyState.DONE
    assert next(row for row in rows if row.clock == "CK-5").due == date(2027, 5, 20)

    recommendation = services.tracker.recommend(
        MANAGER, case.id, RecommendationForm(text="Call-outs reach schools the next morning.")
    )
    action = services.tracker.act(
        MANAGER,
        case.id,
        ActionForm(
            recommendation_number=recommendation.number,
            agency="HSG",
            owner="Head of tenancy services",
            owner_name=OWNER.name,
            action="Join the morning notice of call-outs.",
            outcome="A child's school knows why the child is tired.",
            due=date(2027, 1, 15),
        ),
    )
    services.progress.update(OWNER, action.id, ActionState.DONE_UNVERIFIED, "Joined on Monday.")
    proof = ActionEvidence(on=date(2026, 11, 20), kind="dip sample", note="Ten of ten.", rung=3, by="H. Owner")
    services.progress.evidence(OWNER, action.id, proof)
    verified = services.progress.verify(LIIP, action.id, "Read the sample.")
    assert verified.state is ActionState.VERIFIED

    papers = {paper: services.papers.render(paper, case.id) for paper in services.papers.available(case.id)}
    assert set(papers) == set(Paper) - {Paper.TERMS, Paper.COMMISSION, Paper.RESPONSE, Paper.SUMMARY}
    name = services.desk.file(case.id).case.child.name
    for paper, text in papers.items():
        assert case.reference in text.markdown, paper
        assert name not in text.markdown + text.filename + text.title, paper
    seal = services.record.journal.seal("decisions", signed.id)
    assert seal
    assert seal in papers[Paper.DECISION].markdown
    assert services.record.journal.verify() is None


def test_the_minutes_hold_what_the_keys_wrote(office: Office) -> None:
    case = office.with_chair()
    meeting = office.services.meetings.of_case(case.id)
    assert meeting is not None
    assert meeting.state is MeetingState.CLOSED
    lines = [line.text for line in office.services.meetings.lines(meeting.id)]
    assert "Item 1: Welcome, roles, who is member, deputy or information-giver" in lines
    assert "Housing would wait for the criminal case before a review begins." in lines
    assert [line.number for line in office.services.meetings.lines(meeting.id)] == list(range(1, len(lines) + 1))
