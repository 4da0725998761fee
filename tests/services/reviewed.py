"""A case brought to each stage of a review, for the tests that need one there."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.action import ActionEvidence
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.review_forms import HoldbackForm
from sscb_tui.domain.terms import ActionState, Decided, Holding, Origin
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import referrals, review
from sscb_tui.services.demonstration.decided import no_review_form
from sscb_tui.services.demonstration.discussions import discussion
from tests.services.office import CHAIR, LIIP, MANAGER, Office
from tests.services.test_main_job import decision

BOARD, PANEL = review.FULL_BOARD, review.PANEL
_PROOF = ActionEvidence(on=date(2027, 4, 1), kind="dip sample", note="Ten of ten.", rung=3, by="S. Body")


def decided(office: Office, outcome: Decided = Decided.SCR) -> str:
    """A case the Chair has decided on 20 November 2026."""
    case = office.with_chair()
    office.clock.set(date(2026, 11, 20))
    office.services.decisions.sign(CHAIR, case.id, decision(office, case, outcome), case.reference)
    return case.id


def lighter(office: Office, outcome: Decided, **said: object) -> str:
    """An expected death from illness, on which the Chair decides something less."""
    use = office.services
    case = use.referrals.receive(MANAGER, referrals.child_l(office.clock()))
    use.referrals.open_discussion(MANAGER, case.id, "Searched; nothing found.")
    use.referrals.discuss(MANAGER, case.id, discussion(case, office.clock(), None))
    use.referrals.agree(LIIP, case.id)
    use.referrals.agree(CHAIR, case.id)
    office.clock.set(date(2026, 11, 20))
    form = no_review_form(use.desk.file(case.id).case).but(outcome=outcome, **said)
    use.decisions.sign(CHAIR, case.id, form, case.reference)
    return case.id


def no_review(office: Office) -> str:
    """No review, and one action of a single agency."""
    case_id = lighter(office, Decided.NO_REVIEW)
    action = ActionForm(
        agency="HSG", owner="Manager", action="Tell schools.", outcome="They know.", due=date(2027, 1, 4), early=True
    )
    office.services.tracker.act(MANAGER, case_id, action)
    return case_id


def commissioned(office: Office) -> str:
    """A Serious Case Review is commissioned; nothing is agreed yet."""
    case_id = decided(office)
    review.commission(office.services, case_id)
    return case_id


def drafted(office: Office) -> str:
    """Its terms wait for the Chair."""
    case_id = commissioned(office)
    file = office.services.desk.file(case_id)
    terms = review.terms(file, office.services.desk.today())
    office.services.reviews.write_terms(MANAGER, case_id, file.reviews[-1].version, terms)
    return case_id


def considered(office: Office) -> str:
    """A reviewer without a tie is on the register, and not appointed."""
    case_id = commissioned(office)
    office.services.reviewers.consider(MANAGER, case_id, review.reviewer(office.services, case_id))
    return case_id


def contracted(office: Office) -> str:
    """Terms approved, reviewer appointed, contract agreed, panel told."""
    case_id = drafted(office)
    office.services.reviews.approve_terms(CHAIR, case_id)
    review.appoint(office.services, case_id)
    return case_id


def under_way(office: Office) -> str:
    """It has begun."""
    case_id = contracted(office)
    office.services.reviews.begin(MANAGER, case_id)
    return case_id


def reported(office: Office) -> str:
    """The report is in on 12 April 2027, with two findings and a recommendation that has an action."""
    case_id = under_way(office)
    office.clock.set(date(2027, 4, 12))
    review.report_in(office.services, case_id)
    form = RecommendationForm(text="Call-outs reach schools the next morning.", origin=Origin.SCR)
    made = office.services.tracker.recommend(MANAGER, case_id, form)
    office.services.tracker.act(
        MANAGER,
        case_id,
        ActionForm(
            recommendation_number=made.number,
            agency="POL",
            owner="Superintendent",
            action="Send the notice each morning.",
            outcome="A school knows why a child is tired.",
            due=date(2027, 6, 1),
        ),
    )
    return case_id


def answered(office: Office) -> str:
    """Every finding and recommendation has its answer; the Board has not agreed yet."""
    case_id = reported(office)
    review.answer_all(office.services, case_id)
    return case_id


def ready(office: Office) -> str:
    """The Board has agreed, the family is told, the response written, the day planned for 3 May 2027."""
    case_id = answered(office)
    office.services.responses.agree(BOARD, case_id)
    review.family(office.services, case_id)
    review.respond(office.services, case_id)
    return case_id


def before_publication(services: Services, case_id: str) -> None:
    """A case decided as a Serious Case Review is brought to the eve of publication, its copies sent."""
    review.commission(services, case_id)
    review.agree_terms(services, case_id)
    review.appoint(services, case_id)
    services.reviews.begin(MANAGER, case_id)
    review.report_in(services, case_id)
    review.answer_all(services, case_id)
    services.responses.agree(BOARD, case_id)
    review.family(services, case_id)
    review.respond(services, case_id)
    services.publishing.prepare(MANAGER, case_id)
    review.send_copies(services, case_id)


def prepared(office: Office) -> str:
    """The copies have gone, three weeks before the day planned."""
    case_id = ready(office)
    office.services.publishing.prepare(MANAGER, case_id)
    review.send_copies(office.services, case_id)
    return case_id


def withheld(office: Office) -> str:
    """The Chair proposes not to publish."""
    case_id = prepared(office)
    today = office.services.desk.today()
    form = HoldbackForm(proposal=Holding.WITHHOLD, reasons="A sibling would be known.", panel_informed_on=today)
    office.services.publishing.withhold(CHAIR, case_id, form)
    return case_id


def publishable(office: Office) -> str:
    """The day planned has come."""
    case_id = prepared(office)
    office.clock.set(date(2027, 5, 3))
    return case_id


def verify_all(office: Office, case_id: str) -> None:
    """Every action is done, evidenced and verified."""
    for row in office.services.tracker.rows(case_id):
        office.services.progress.update(MANAGER, row.action_id, ActionState.DONE_UNVERIFIED, "In use.")
        office.services.progress.evidence(MANAGER, row.action_id, _PROOF)
        office.services.progress.verify(LIIP, row.action_id, "Read the sample.")


def implemented(office: Office) -> str:
    """Published, and every action verified."""
    case_id = publishable(office)
    reference = office.services.desk.file(case_id).case.reference
    office.services.publishing.publish(CHAIR, case_id, "www.example.invalid", reference)
    verify_all(office, case_id)
    return case_id


def closed(office: Office) -> str:
    """Closed by the Board."""
    case_id = implemented(office)
    office.services.closings.close(BOARD, case_id, "Schools know by nine.")
    return case_id
