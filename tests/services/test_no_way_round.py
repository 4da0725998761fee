"""Each refusal of the Chair's decision, met by signing directly: nothing is signed, whatever screen or file asks."""

from __future__ import annotations

import pytest

from sscb_tui.domain.decision import Asked, DecisionForm, LimbFinding
from sscb_tui.domain.errors import RuleError
from sscb_tui.domain.terms import Decided, Fact, Stage
from tests.services.office import CHAIR, MANAGER, Office
from tests.services.test_main_job import decision
from tests.services.test_refusals import codes

NOT_SCR = {"agrees_with_recommendation": "no", "instead": "An audit.", "panel_explanation": "Not met.",
           "reasons_for_departure": "I differ."}  # fmt: skip


def answered(form: DecisionForm, fact: Fact, value: str, reason: str) -> DecisionForm:
    """The form with one question answered otherwise."""
    limbs = tuple(limb.but(value=value, reason=reason) if limb.fact is fact else limb for limb in form.limbs)
    return form.but(limbs=limbs)


def without(form: DecisionForm, fact: Fact) -> DecisionForm:
    return form.but(limbs=tuple(limb for limb in form.limbs if limb.fact is not fact))


def violating(code: str, form: DecisionForm) -> DecisionForm:
    """A form that breaks the rule of that code."""
    none = answered(form, Fact.WORKING_TOGETHER, "definitively_none", "The audit found nothing.")
    return {
        "RF-02": without(form, Fact.OUTCOME),
        "RF-03": form.but(outcome=Decided.NO_REVIEW, **NOT_SCR),
        "RF-05": answered(form, Fact.SERIOUS_HARM, "undetermined", "Not known.").but(
            outcome=Decided.NO_REVIEW, **NOT_SCR
        ),
        "RF-06": none,
        "RF-07": none.but(definitive_evidence=("An audit of ten files.",)),
        "RF-08": answered(form, Fact.SERIOUS_HARM, "no", "The child has made a full recovery."),
        "RF-09": answered(form, Fact.ABUSE_OR_NEGLECT, "not_suspected", "Nothing points to it."),
        "RF-10": form.but(reasons="The criteria are met."),
        "RF-11": form.but(agrees_with_recommendation="no"),
        "RF-13": form.but(conflict_of_interest=Asked(answer="yes", detail="A cousin is the social worker.")),
        "RF-14": answered(form, Fact.NORMALLY_RESIDENT, "no", "Lives elsewhere."),
        "T17-questions": form.but(outcome=Decided.DEFER),
    }[code]


BARS = ("RF-02", "RF-03", "RF-05", "RF-06", "RF-07", "RF-08", "RF-09", "RF-10", "RF-11", "RF-13", "RF-14")


@pytest.mark.parametrize("code", [*BARS, "T17-questions"])
def test_signing_meets_every_refusal(office: Office, code: str) -> None:
    case = office.with_chair()
    form = violating(code, decision(office, case))
    with pytest.raises(RuleError) as refused:
        office.services.decisions.sign(CHAIR, case.id, form, case.reference)
    assert code in codes(refused)
    assert {each.code for each in office.services.decisions.check(CHAIR, case.id, form)} == codes(refused)
    assert office.services.desk.file(case.id).case.stage is Stage.WITH_CHAIR
    assert office.services.desk.file(case.id).decisions == ()


def test_nobody_signs_while_the_meeting_is_on(office: Office) -> None:
    case = office.returned()
    form = DecisionForm.model_validate(
        {
            "limbs": tuple(LimbFinding(fact=fact, value=next(iter(fact.values)).value, reason="x") for fact in Fact),
            "outcome": Decided.SCR,
            "reasons": "The child was seriously harmed and agencies did not share.",
            "agrees_with_recommendation": "none_made",
            **dict.fromkeys(
                ("peer_challenge", "legal_advice", "other_children_safe", "family_informed", "board_informed"),
                Asked(answer="yes", detail="Done."),
            ),
            "conflict_of_interest": Asked(answer="no", detail="None."),
        }
    )
    with pytest.raises(RuleError) as refused:
        office.services.decisions.sign(CHAIR, case.id, form, case.reference)
    assert "MOVE" in codes(refused)


def test_a_signed_decision_is_not_edited_through_a_corrected_referral(office: Office) -> None:
    case = office.with_chair()
    office.services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    stored = office.services.desk.file(case.id).case
    with pytest.raises(RuleError) as refused:
        office.services.referrals.amend(
            MANAGER, case.id, stored.version, office.services.referrals.form_of(case.id).but(incident_title="other")
        )
    assert "RF-17" in codes(refused)
