"""One way to break each rule of the Chair's decision, to be tried at every door: service, command line, keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import Asked, DecisionForm, LimbFinding
from sscb_tui.domain.exclusions import NONE_RELIED_ON
from sscb_tui.domain.terms import Decided, Fact
from tests.services.office import Office
from tests.services.test_main_job import decision, no_review

Form = Callable[[Office, Case], DecisionForm]


@dataclass(frozen=True)
class Breach:
    """What is signed, by whom, and where the case stands."""

    form: Form
    who: str = "C. Chair"
    at: str = "with_chair"


def answered(form: DecisionForm, answers: Mapping[Fact, str], reason: str = "As the returns bear out.") -> DecisionForm:
    """The form with some questions answered otherwise."""
    limbs = tuple(
        limb.but(value=answers[limb.fact], reason=reason) if limb.fact in answers else limb for limb in form.limbs
    )
    return form.but(limbs=limbs)


def changed(**said: object) -> Form:
    """The meeting's recommendation followed, but for this."""
    return lambda office, case: decision(office, case).but(**said)


def refusing(answers: Mapping[Fact, str], reason: str = "As the returns bear out.", **said: object) -> Form:
    """No review, on these answers."""
    return lambda office, case: answered(no_review(office, case, **said), answers, reason)


def naming(office: Office, case: Case) -> DecisionForm:
    """The panel is told the child's name."""
    return no_review(office, case, panel_explanation=f"{case.child.name} was bruised at home, and no limb is met.")


def bare(office: Office, case: Case) -> DecisionForm:
    """Everything answered with nothing recommended."""
    facts = office.services.desk.file(case.id).case.facts()
    asked = Asked(answer="no", detail="None.")
    return DecisionForm(
        limbs=tuple(LimbFinding(fact=fact, value=facts.value(fact).value, reason="As known.") for fact in Fact),
        outcome=Decided.SCR,
        reasons="The child was seriously harmed and what agencies knew was never put together.",
        agrees_with_recommendation="none_made",
        precaution_reason="What was known was never put together.",
        peer_challenge=asked,
        legal_advice=asked,
        other_children_safe=asked,
        family_informed=asked,
        board_informed=asked,
        conflict_of_interest=asked,
    )


def _without(office: Office, case: Case) -> DecisionForm:
    form = decision(office, case)
    return form.but(limbs=tuple(limb for limb in form.limbs if limb.fact is not Fact.OUTCOME))


_NONE = {Fact.WORKING_TOGETHER: "definitively_none"}
_SERIOUS = {Fact.SERIOUS_HARM: "yes"}
_DIED = {Fact.OUTCOME: "died", Fact.ABUSE_OR_NEGLECT: "not_suspected", Fact.ALWAYS_LIST: "yes"}
_RECOVERED = "The child has made a full recovery."
_CONFLICT = Asked(answer="yes", detail="A cousin is the social worker.")
_LATE = {"questions": "The log.", "awaited_from": "Education", "redecide_on": date(2026, 12, 3)}

BREACHES: dict[str, Breach] = {
    "RF-01": Breach(decision, who="B. Manager"),
    "RF-02": Breach(_without),
    "RF-03": Breach(refusing(_SERIOUS)),
    "RF-04": Breach(refusing(_DIED)),
    "RF-05": Breach(refusing({Fact.SERIOUS_HARM: "undetermined"})),
    "RF-06": Breach(refusing(_SERIOUS | _NONE)),
    "RF-07": Breach(refusing(_SERIOUS | _NONE, definitive_evidence=("An audit of ten files.",))),
    "RF-08": Breach(refusing({Fact.SERIOUS_HARM: "no"}, _RECOVERED)),
    "RF-09": Breach(refusing({Fact.ABUSE_OR_NEGLECT: "not_suspected"})),
    "RF-10": Breach(changed(reasons="The criteria are met.")),
    "RF-11": Breach(changed(agrees_with_recommendation="no")),
    "RF-12": Breach(bare, at="sitting"),
    "RF-13": Breach(changed(conflict_of_interest=_CONFLICT)),
    "RF-14": Breach(refusing({Fact.NORMALLY_RESIDENT: "no"})),
    "RF-16": Breach(naming),
    "RF-17": Breach(changed(reasons="Second thoughts, for which nobody has reopened the case."), at="decided"),
    "RF-18": Breach(changed(covers=("SSCB/2026/002",))),
    "RF-19": Breach(refusing(_SERIOUS, outcome=Decided.ALTERNATIVE, alternative_type="AR-02")),
    "RF-20": Breach(refusing({}, exclusions=NONE_RELIED_ON.but(cost="relied_on"))),
    "JU-AGE": Breach(
        lambda office, case: answered(decision(office, case), {Fact.AGE_UNDER_18: "no"}, "Born in 2001, it turned out.")
    ),
    "CK-2": Breach(changed(outcome=Decided.DEFER, **_LATE)),
    "T17-date": Breach(changed(outcome=Decided.DEFER, questions="The log.", awaited_from="Education")),
    "T06-acceptance": Breach(changed(outcome=Decided.TRANSFER, receiving_board="Sampleshire")),
    "F8-precaution": Breach(lambda office, case: answered(decision(office, case), {Fact.SERIOUS_HARM: "undetermined"})),
    "F8-peer-told": Breach(changed(peer_challenge=Asked(answer="yes", detail="A friend."))),
    "LAW-FAILINGS": Breach(changed(abuse_by="own_failings")),
    "F8-privileged": Breach(changed(legal_advice=Asked(answer="yes", detail="Counsel thinks that " + "so " * 40))),
}
"""By the code of the rule; RF-15 is about reviewers and is not met at the decision."""
