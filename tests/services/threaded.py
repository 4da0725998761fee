"""A case whose thread runs whole: an agency's sentence, a criterion, the decision, R-1, A-1 and its evidence."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.action import Action, ActionEvidence
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.terms import ActionState, Fact, Origin
from sscb_tui.services.demonstration import meeting
from sscb_tui.services.pins import Held
from tests.services import reviewed
from tests.services.office import CHAIR, LIIP, MANAGER, OWNER, Office
from tests.services.test_main_job import decision

SENTENCE = "POL F4.G4"


def decided(office: Office) -> str:
    """A sentence of the police pinned to working together, and a decision that rests on it."""
    case = office.returned()
    office.services.pins.pin(MANAGER, case.id, Held(Fact.WORKING_TOGETHER, SENTENCE, "for"))
    meeting.hold(office.services, case.id, office.clock)
    office.clock.set(date(2026, 11, 20))
    office.services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    return str(case.id)


def acted(office: Office, case_id: str) -> Action:
    """A recommendation of the review, carried out and verified."""
    use = office.services.tracker
    form = RecommendationForm(text="Call-outs reach schools.", origin=Origin.SCR, rests_on=("(b)(ii)",))
    number = use.recommend(MANAGER, case_id, form).number
    agreed = ActionForm(
        recommendation_number=number,
        agency="HSG",
        owner="Head of tenancy services",
        owner_name=OWNER.name,
        action="Join the morning notice.",
        outcome="A school knows why a child is tired.",
        due=date(2027, 1, 15),
    )
    action = use.act(MANAGER, case_id, agreed)
    progress = office.services.progress
    progress.update(OWNER, action.id, ActionState.DONE_UNVERIFIED, "Joined on Monday.")
    proof = ActionEvidence(on=date(2026, 11, 20), kind="dip sample", note="Ten of ten.", rung=3, by="H. Owner")
    progress.evidence(OWNER, action.id, proof)
    return progress.verify(LIIP, action.id, "Read the sample.")


def founded(office: Office) -> str:
    """The report's first finding led to R-2 and an action; its second to nothing yet."""
    case_id = reviewed.reported(office)
    form = RecommendationForm(text="Schools are told.", origin=Origin.SCR, rests_on=("F-1", "(b)(ii)"))
    number = office.services.tracker.recommend(MANAGER, case_id, form).number
    agreed = ActionForm(
        recommendation_number=number,
        agency="POL",
        owner="Superintendent",
        action="Send the notice each morning.",
        outcome="A school knows why a child is tired.",
        due=date(2027, 6, 1),
    )
    office.services.tracker.act(MANAGER, case_id, agreed)
    return case_id
