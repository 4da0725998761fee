"""The invented case's review: terms the Chair approved, a reviewer with one link ruled on, one contact planned."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import DecisionId, FamilyContactId, ReviewerId, ReviewId
from sscb_tui.domain.case import Case, Signature
from sscb_tui.domain.family_contact import FamilyContact, FamilyContactForm
from sscb_tui.domain.publication import Difference, Done, Response, StillToDo
from sscb_tui.domain.review import Review, TermsVersion
from sscb_tui.domain.reviewer import THE_BOARD, ContractForm, Links, Reviewer, ReviewerForm
from sscb_tui.domain.terms import Decided, Route, Supply, YesNo
from sscb_tui.domain.terms_of_reference import MODELS, Milestone, Panellist, Supplied, Terms
from tests.papers.fictional import at

CHAIR = Signature(name="C. Chair", post="Independent Chair", at=at(4, month=12))
MANAGER = Signature(name="B. Manager", post="Business Manager", at=at(3, month=12))

TERMS = Terms(
    subjects="Child Q",
    key_held="with the Business Manager, apart from the case papers",
    purpose="To learn why nobody put together what each agency knew. Blame is for other processes.",
    period_from=date(2025, 11, 2),
    period_to=date(2026, 11, 2),
    period_reason="From booking to the day of the death.",
    background="The mother's own childhood in outline.",
    enquiries=("What did each agency know?", "Whom did it tell?", "How was the baby's day seen?"),
    proportionality="One year in depth: the pattern *lies* there.",
    method=MODELS[0],
    supplies=(
        Supplied(agency="POL", gives=(Supply.CHRONOLOGY, Supply.ANALYSIS)),
        Supplied(agency="CSC", gives=(Supply.CHRONOLOGY, Supply.ANALYSIS, Supply.PRACTITIONERS), note="two workers"),
        Supplied(agency="CHS", gives=(Supply.INFORMATION,)),
    ),
    panel=(
        Panellist(name="R. Panel", post="Head of safeguarding", part="chair"),
        Panellist(name="D. Doctor", post="Designated doctor", part="adviser"),
    ),
    practitioners="Two learning events, with supervision before and after.",
    family="Sam Madeupsson is visited by the reviewer with the worker she trusts.",
    parallel="The police lead; witnesses after charge.",
    legal="Family proceedings are open.",
    diversity="Asked about, not assumed.",
    milestones=(
        Milestone(what="Chronologies in", due=date(2027, 1, 15)),
        Milestone(what="Report to the Board", due=date(2027, 6, 4)),
    ),
    late_reason="The trial is listed for April.",
    early_learning="The panel's chair writes at once.",
    publication="In full. A sibling goes to school locally.",
    governance="The panel assures quality; the Board signs off.",
)


RESPONSE = Response(
    chair_statement="We are sorry.",
    done=(Done(on=date(2026, 12, 1), agency="POL", what="Every notice goes to the GP."),),
    difference=(Difference(what="Too early to say.", review_on=date(2027, 6, 1)),),
    still_to_do=(StillToDo(what="Teach the wards", who="City Hospitals", by=date(2027, 1, 31)),),
)
"""Begun, and not whole."""


def review(case: Case) -> Review:
    """A Serious Case Review under the decision that stands."""
    return Review(
        id=ReviewId("review-1"),
        version=2,
        case_id=case.id,
        decision_id=DecisionId("decision-2"),
        kind=Decided.SCR,
        commissioned=MANAGER,
        versions=(
            TermsVersion(
                number=1,
                decision_id=DecisionId("decision-2"),
                terms=TERMS,
                written_by="B. Manager",
                written_at=at(3, month=12),
                approved=CHAIR,
            ),
        ),
        response=RESPONSE,
    )


def reviewer(case: Case) -> Reviewer:
    """Linked once, ruled on in writing, appointed."""
    free = dict.fromkeys(("employment", "contracts", "roles", "personal"), YesNo.NO)
    return Reviewer(
        id=ReviewerId("reviewer-1"),
        version=4,
        case_id=case.id,
        form=ReviewerForm(
            name="I. Dependent",
            organisation="Example Reviews",
            contact="secure mailbox",
            links=(
                Links(body=THE_BOARD, **free),
                Links(body="POL", **free | {"contracts": YesNo.YES}, detail="one day's training in 2023"),
                Links(body="CSC", **free),
            ),
            experience="Nine reviews.",
            dbs_on=date(2026, 6, 1),
            route=Route.FRAMEWORK,
            route_reason="Two of three were free.",
        ),
        contract=ContractForm(
            deliverables="Draft, report, briefing.",
            final_on=date(2027, 5, 14),
            days=25,
            fee=15000,
            data_handling="Encrypted device.",
            papers_after="Destroyed, with a certificate.",
            indemnity="Two million pounds.",
            intellectual_property="The Board's.",
        ),
        ruling="One day, paid by the region; no tie to anybody involved.",
        ruled=CHAIR,
        panel_told_on=date(2026, 12, 5),
        panel_advice="None against the name.",
        panel_regard="Noted.",
        appointed=MANAGER,
    )


def contact(case: Case, member: str = "") -> FamilyContact:
    """The first of the family, or whoever is named, under what papers say."""
    form = FamilyContactForm(
        member=member or case.family[0].name,
        called="the mother of Child Q",
        method="at home",
        led_by="the social worker",
    )
    return FamilyContact(id=FamilyContactId("contact-1"), version=1, case_id=case.id, form=form)
