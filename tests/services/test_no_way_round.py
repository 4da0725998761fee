"""Each refusal of the Chair's decision, met by signing directly: nothing is signed, whatever screen or file asks."""

from __future__ import annotations

import pytest

from sscb_tui.domain.decision import Asked, DecisionForm, LimbFinding
from sscb_tui.domain.errors import RuleError
from sscb_tui.domain.terms import Decided, Fact
from tests.services.breaches import BREACHES
from tests.services.doors import STAGES
from tests.services.office import CHAIR, MANAGER, Office
from tests.services.test_main_job import decision
from tests.services.test_refusals import codes


@pytest.mark.parametrize("code", BREACHES)
def test_signing_meets_every_refusal(office: Office, code: str) -> None:
    breach = BREACHES[code]
    case = office.services.desk.file(STAGES[breach.at](office)).case
    form, actor = breach.form(office, case), office.services.board.actor(breach.who)
    before = office.services.desk.file(case.id)
    with pytest.raises(RuleError) as refused:
        office.services.decisions.sign(actor, case.id, form, case.reference)
    assert code in codes(refused)
    assert {each.code for each in office.services.decisions.check(actor, case.id, form)} == codes(refused)
    after = office.services.desk.file(case.id)
    assert (after.case, after.decisions) == (before.case, before.decisions)


def test_every_refusal_of_the_decision_has_its_breach() -> None:
    assert {f"RF-{number:02}" for number in range(1, 21)} - {"RF-15"} <= set(BREACHES)


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
