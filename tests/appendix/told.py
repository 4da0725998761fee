"""What a fictional case is made of, and the forms in which a Board writes it down."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sscb_tui.domain.base import Model
from sscb_tui.domain.case import InvolvedAgency, Present, ReferralForm
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.decision import Asked, DecisionForm, LimbFinding, PeerChallenge
from sscb_tui.domain.exclusions import NONE_RELIED_ON
from sscb_tui.domain.family import FamilyMember
from sscb_tui.domain.forms import DiscussionForm
from sscb_tui.domain.terms import Decided, DiscussionOutcome, Fact, Result, YesNo
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.referrals import child, on, referral

RECEIVED = datetime(2026, 11, 16, 10, tzinfo=UTC)
AS_FOUND = "As the papers and those who were asked bear out."
NO = Asked(answer="no", detail="None.")
DONE = Asked(answer="yes", detail="Done, as the file shows.")
CHALLENGE = PeerChallenge(
    name="O. Ther", board="Sampleshire", on=date(2026, 11, 18), advice="Look again.", effect="Nothing turned."
)


class Told(Model):
    """One fictional case: what is known of it, what follows in law, and what a Chair may not make of it."""

    pseudonym: str
    name: str
    born: date
    happened: str
    why: str
    facts: dict[str, str]
    """What differs from a child of ours who is alive and of whom nobody has asked anything yet."""
    result: Result
    refused: dict[Decided, str]
    """Each outcome the law leaves no room for, under the code that bars it."""
    notifiable: YesNo = YesNo.YES
    """Whether the local authority has to tell Ofsted of it, which is another question."""
    signs: Decided
    """What this Chair signs in the end."""
    reasons: str
    limbs: dict[Fact, str] = {}
    """Reasons for findings, where the usual words will not do."""
    child: dict[str, object] = {}
    agencies: tuple[str, ...] = ("CHS", "CSC", "POL")
    family: tuple[FamilyMember, ...] = ()
    same_incident_as: str | None = None
    received: datetime = RECEIVED

    @property
    def incident(self) -> date:
        """The day it happened: two days before the Board was told."""
        return self.received.date() - timedelta(days=2)

    def value(self, fact: Fact) -> str:
        """The answer to one of the seven questions."""
        return {**UNASKED, **self.facts}[fact.value]

    def known(self, **facts: str) -> Told:
        """The same case once something else is known."""
        return self.but(facts={**self.facts, **facts})


UNASKED = {
    "age_under_18": "yes",
    "normally_resident": "yes",
    "abuse_or_neglect": "undetermined",
    "outcome": "alive",
    "always_list": "no",
    "serious_harm": "undetermined",
    "working_together": "not_yet_asked",
}
_ABOUT_THE_CHILD = {"under_18": Fact.AGE_UNDER_18} | {
    fact.value: fact for fact in (Fact.NORMALLY_RESIDENT, Fact.OUTCOME, Fact.ALWAYS_LIST)
}
_ABOUT_THE_HARM = (Fact.ABUSE_OR_NEGLECT, Fact.SERIOUS_HARM, Fact.WORKING_TOGETHER)


def referred(told: Told) -> ReferralForm:
    """The referral as the Business Manager takes it down."""
    known = {name: told.value(fact) for name, fact in _ABOUT_THE_CHILD.items()}
    harm = {fact.value: told.value(fact) for fact in _ABOUT_THE_HARM}
    return ReferralForm(
        pseudonym=told.pseudonym,
        incident_on=on(told.incident),
        incident_title="as the referral tells",
        same_incident_as=told.same_incident_as,
        child=child(told.name, told.born, **{**known, **told.child}),
        family=told.family,
        family_none_known=not told.family,
        other_children=(),
        other_children_none=True,
        agencies=tuple(InvolvedAgency(agency=code) for code in told.agencies),
        referral=referral(told.received, told.happened, told.why, **dict(harm)),
    )


def discussed(told: Told, outcome: str = "straight_to_chair") -> DiscussionForm:
    """What Business Manager and both Chairs said of it; enough is known for the Chair to decide on the papers."""
    return DiscussionForm(
        held_at=told.received + timedelta(hours=25),
        present=tuple(Present(name=who.name, post=who.post) for who in (people.MANAGER, people.CHAIR, people.LIIP)),
        facts_relied_on=told.happened,
        not_yet_known="Nothing that a meeting would find out.",
        facts=Facts.model_validate({fact.value: told.value(fact) for fact in Fact}),
        other_children_safe="No other children.",
        notifiable=told.notifiable,
        outcome=DiscussionOutcome(outcome),
        reason="The papers say what there is to know.",
    )


def findings(told: Told) -> tuple[LimbFinding, ...]:
    """The seven questions answered."""
    return tuple(LimbFinding(fact=fact, value=told.value(fact), reason=told.limbs.get(fact, AS_FOUND)) for fact in Fact)


def decision(told: Told, outcome: Decided | None = None, **said: object) -> DecisionForm:
    """This case's decision, with everything said that its outcome asks for, so that the law alone can refuse it."""
    return whole(findings(told), outcome or told.signs, **{"reasons": told.reasons} | said)


def whole(limbs: tuple[LimbFinding, ...], outcome: Decided, **said: object) -> DecisionForm:
    """A decision on these findings that leaves nothing unsaid but its reasons."""
    known: dict[str, object] = {
        "limbs": limbs,
        "outcome": outcome,
        "agrees_with_recommendation": "none_made",
        "scope_view": "The year before; a small panel.",
        "peer_challenge": DONE,
        "peer": CHALLENGE,
        "legal_advice": NO,
        "other_children_safe": DONE,
        "family_informed": DONE,
        "board_informed": DONE,
        "conflict_of_interest": NO,
    }
    return DecisionForm.model_validate(known | _PARTICULARS[outcome] | said)


_NO_SCR: dict[str, object] = {
    "exclusions": NONE_RELIED_ON,
    "instead": "Each agency puts its own part right, and the plan is on file.",
    "panel_explanation": "The criteria are not met, for the reasons the record gives.",
}
_PARTICULARS: dict[Decided, dict[str, object]] = {
    Decided.SCR: {"precaution_reason": "What was known was never put together, and much can be learnt."},
    Decided.ALTERNATIVE: {"alternative_type": "AR-10", **_NO_SCR},
    Decided.NO_REVIEW: _NO_SCR,
    Decided.DEFER: {
        "questions": "What does the log say?",
        "awaited_from": "Education",
        "redecide_on": date(2026, 12, 4),
    },
    Decided.TRANSFER: {"receiving_board": "Sampleshire", "acceptance": "Letter of 18 Nov 2026 from its Chair."},
}
