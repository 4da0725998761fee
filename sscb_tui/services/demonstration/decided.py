"""The Chair's decisions of the demonstration, and what followed them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.action import ActionEvidence
from sscb_tui.domain.decision import Asked, DecisionForm, Evidence, LimbFinding, PeerChallenge
from sscb_tui.domain.exclusions import NONE_RELIED_ON
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.terms import ActionState, Cause, Decided, Fact, Level, Origin
from sscb_tui.services.demonstration import people

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.services.container import Services
    from sscb_tui.services.demonstration.clock import SetClock


def _limbs(case: Case, reasons: dict[Fact, str]) -> tuple[LimbFinding, ...]:
    """One finding for each question, on the discussion's values, quoting the referral."""
    quote = Evidence(source="referral", ref="F1.50", quote=case.referral.what_happened[:120])
    facts = case.facts()
    return tuple(
        LimbFinding(
            fact=fact,
            value=facts.value(fact).value,
            reason=reasons.get(fact, "As recorded at the initial discussion; nothing since says otherwise."),
            evidence=(quote,),
        )
        for fact in Fact
    )


_ASKED = {
    "peer_challenge": Asked(answer="yes", detail="Because the panel looks at decisions like this one."),
    "peer": PeerChallenge(
        name="O. Chair",
        board="Sampleshire Safeguarding Children Board",
        on=date(2026, 9, 1),
        advice="Agreed, and asked that the reasons name the evidence on each limb.",
        effect="The reasons were written again.",
    ),
    "legal_advice": Asked(answer="no", detail="Not needed; the facts are not in dispute."),
    "other_children_safe": Asked(answer="yes", detail="No other child is at risk on what is known."),
    "family_informed": Asked(answer="yes", detail="Told in person by the social worker they know."),
    "board_informed": Asked(answer="not_yet", detail="At the next Board meeting, because it is this week."),
    "conflict_of_interest": Asked(answer="no", detail="None declared."),
}


def no_review(services: Services, case_id: str) -> None:
    """An expected death from illness: notifiable, and no review."""
    case = services.desk.file(case_id).case
    services.decisions.sign(people.CHAIR.actor(), case_id, no_review_form(case), case.reference)


def no_review_form(case: Case) -> DecisionForm:
    """What the Chair signs there."""
    return DecisionForm(
        limbs=_limbs(case, {Fact.ABUSE_OR_NEGLECT: "The death was expected and nothing suggests abuse or neglect."}),
        outcome=Decided.NO_REVIEW,
        reasons="The child died of an illness after two years of treatment in which all agencies worked closely "
        "together. Neither limb is met, and the child death overview panel will look at the death in any case.",
        agrees_with_recommendation="none_made",
        instead="The child death overview panel reviews every death; nothing further is needed.",
        exclusions=NONE_RELIED_ON,
        panel_explanation="The child died of an illness. Abuse or neglect is neither known nor suspected.",
        **_ASKED,
    )


def scr(services: Services, case_id: str) -> None:
    """A death in custody: guidance says a review should always be carried out."""
    case = services.desk.file(case_id).case
    services.decisions.sign(people.CHAIR.actor(), case_id, scr_form(case), case.reference)


def scr_form(case: Case) -> DecisionForm:
    """What the Chair signs there."""
    return DecisionForm(
        limbs=_limbs(case, {Fact.ALWAYS_LIST: "The young person died in a young offender institution (AL-4)."}),
        outcome=Decided.SCR,
        reasons="The child died in a young offender institution; guidance says that a Serious Case Review should "
        "always be carried out, and how agencies prepared the sentence and the transfer needs to be understood.",
        agrees_with_recommendation="none_made",
        scope_view="The last eighteen months; health in custody; a systems model with practitioners involved.",
        **_ASKED,
    )


def others_told(services: Services, case_id: str) -> None:
    """What the local authority and the youth offending service owed, as they read it out over the telephone."""
    how = {"CK-1": "Ofsted's form", "CK-9": "the Youth Justice Board's form"}
    for row in services.duties.rows(case_id):
        if row.clock in how and row.started_on is not None:
            proof = f"serious incident notification SIN-{row.reference[-3:]}"
            services.duties.record(
                people.MANAGER.actor(), row.duty_id, done_on=row.started_on, method=how[row.clock], proof=proof
            )


def tell(services: Services, case_id: str, clock: SetClock) -> None:
    """The Chair signs the letters, and they go out two days later; whom to tell the same day was telephoned."""
    services.duties.sign(people.CHAIR.actor(), case_id)
    clock.set(clock.moment.date() + timedelta(days=2), "16:00")
    manager, day = people.MANAGER.actor(), clock.moment.date()
    for row in services.duties.rows(case_id):
        if row.to:
            done_on = min(day, row.due)
            services.duties.record(manager, row.duty_id, done_on=done_on, method="secure e-mail", proof="receipt")


def _held_up(services: Services, case_id: str, today: date) -> None:
    """The review waits for the police, and for the family after the funeral; the Chair agreed to a later day."""
    row = next(row for row in services.duties.rows(case_id) if row.clock == "CK-5")
    began = row.started_on or today
    use, manager = services.duties, people.MANAGER.actor()
    for cause, first, last, note in (
        (Cause.POLICE, 20, 33, "No practitioner who may be a witness is spoken to before the file has gone in."),
        (Cause.FAMILY, 32, 36, "The family asked to be left in peace until after the funeral."),
    ):
        from_day, to_day = began + timedelta(days=first), began + timedelta(days=last)
        use.lose(manager, row.duty_id, cause, first=from_day, last=to_day, note=note)
    reason = "The file goes to the prosecutors first; the reviewers start with the records meanwhile."
    use.extend(manager, row.duty_id, target=row.due + timedelta(days=42), reason=reason, approved_by=people.CHAIR.name)


SHARED = RecommendationForm(
    text="Health information about a young person reaches the establishment before the young person does.",
    origin=Origin.SCR,
    level=Level.MULTI_AGENCY,
    themes=("communication", "transitions"),
    finding="What was known before the transfer was not known after it.",
    rests_on=("(b)(ii)", "decision"),
)
HOMES = RecommendationForm(
    text="Tenancy teams and general practices tell each other when a household with children is at risk.",
    origin=Origin.SCOPING,
    level=Level.SINGLE_AGENCY,
    themes=("communication",),
)


def _health(number: int, due: date) -> ActionForm:
    return ActionForm(
        recommendation_number=number,
        agency="YOS",
        owner="Service manager, youth offending",
        action="Agree one health summary that travels with the young person.",
        outcome="No young person arrives in custody without the people there knowing their health needs.",
        measure="Ten transfers dip-sampled in the spring: summary there on the day in nine.",
        due=due,
    )


def _tenancy(number: int, due: date) -> ActionForm:
    return ActionForm(
        recommendation_number=number,
        agency="HSG",
        owner=people.OWNER.post,
        owner_name=people.OWNER.name,
        action="Share tenancy checks with general practices.",
        outcome="Practices know which families may lose their home and ask about the children.",
        due=due,
    )


def learn(services: Services, case_id: str, today: date) -> None:
    """Early learning becomes recommendations and actions at once; one of them will be late."""
    manager, use = people.MANAGER.actor(), services.tracker
    first, second = use.recommend(manager, case_id, SHARED), use.recommend(manager, case_id, HOMES)
    use.act(manager, case_id, _health(first.number, today + timedelta(days=21)))
    use.act(manager, case_id, _tenancy(second.number, today - timedelta(days=14)))


def progress(services: Services, case_id: str, today: date) -> None:
    """The review is held up; of its first actions one is done, and the other is begun."""
    done, late = services.desk.file(case_id).actions
    manager, use = people.MANAGER.actor(), services.progress
    _held_up(services, case_id, today)
    use.update(people.OWNER.actor(), late.id, ActionState.IN_PROGRESS, "Wording agreed with two practices.")
    note = "Summary agreed; in use since the first of the month."
    use.update(manager, done.id, ActionState.DONE_UNVERIFIED, note)
    on = services.desk.today()
    use.evidence(
        manager, done.id, ActionEvidence(on=on, kind="dip sample", note="Four of four", rung=3, by=manager.name)
    )
