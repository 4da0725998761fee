"""Two people where the process wants two, and nobody moving what they have an interest in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sscb_tui.domain.decision import DecisionForm
from sscb_tui.domain.errors import RuleError
from sscb_tui.domain.people import Actor
from sscb_tui.domain.rules.segregation import approver_is_a_second_person
from sscb_tui.domain.terms import ActionState, Decided, DiscussionOutcome, Role, Ruling, Stage
from sscb_tui.services.demonstration import meeting as sitting
from sscb_tui.services.demonstration import returns
from sscb_tui.services.demonstration.decided import _ASKED, _limbs
from sscb_tui.services.demonstration.discussions import discussion
from tests.services.doors import stage
from tests.services.doors_of_the_tracker import ACTION, PROOF
from tests.services.office import CHAIR, LIIP, MANAGER, MINUTES, OWNER, Office
from tests.services.test_main_job import decision
from tests.services.test_refusals import codes

ACTING_CHAIR = LIIP.but(authority="Board minute 14: acting Chair")


@pytest.mark.parametrize("submitter", ["A. Approver (HSG)", " a. approver  (hsg) "])
def test_who_hands_a_return_in_cannot_be_its_approver(office: Office, submitter: str) -> None:
    case_id = stage(office, "asked")
    file = office.services.desk.file(case_id)
    answers = returns.filled(file, file.requests[0], nil=False)
    lead = Actor(name=submitter, role=Role.AGENCY_LEAD, agency="HSG")
    use = office.services.scoping
    data = use.templates.filled(file.case, file.requests[0], office.services.board.settings(), answers).encode()
    with pytest.raises(RuleError) as refused:
        use.take(lead, "hsg.md", data)
    assert "WHO-APPROVER" in codes(refused)
    assert office.services.scoping.returns(case_id)[0].received_at is None
    assert use.take(lead.but(name="S. Somebody"), "hsg.md", data).by == "S. Somebody"


def test_an_author_cannot_declare_the_return_complete(office: Office) -> None:
    file = office.services.desk.file(stage(office, "asked"))
    answers = returns.filled(file, file.requests[0], nil=False)
    assert approver_is_a_second_person(answers.but(declared_by=answers.author), MANAGER)
    assert approver_is_a_second_person(answers.but(approver=answers.author), MANAGER)
    assert not approver_is_a_second_person(answers, MANAGER)


def test_a_deputy_who_recommended_as_liip_chair_cannot_decide(office: Office) -> None:
    case = office.with_chair()
    with pytest.raises(RuleError) as refused:
        office.services.decisions.sign(ACTING_CHAIR, case.id, decision(office, case), case.reference)
    assert codes(refused) == {"WHO-TWO-CHAIRS"}
    checked = office.services.decisions.check(ACTING_CHAIR, case.id, decision(office, case))
    assert "WHO-TWO-CHAIRS" in {each.code for each in checked}


def test_a_deputy_who_only_agreed_the_discussion_as_liip_chair_cannot_decide(office: Office) -> None:
    case = office.received()
    use = office.services.referrals
    use.open_discussion(MANAGER, case.id, "Searched.")
    use.discuss(MANAGER, case.id, discussion(case, office.clock(), None))
    use.agree(LIIP, case.id)
    assert use.agree(CHAIR, case.id).stage is Stage.WITH_CHAIR
    refusals = office.services.decisions.check(ACTING_CHAIR, case.id, _on_papers(office, case.id))
    assert "WHO-TWO-CHAIRS" in {each.code for each in refusals}
    assert "WHO-TWO-CHAIRS" not in {
        each.code for each in office.services.decisions.check(CHAIR, case.id, _on_papers(office, case.id))
    }


def _on_papers(office: Office, case_id: str) -> DecisionForm:
    said = _limbs(office.services.desk.file(case_id).case, {})
    form = {"limbs": said, "outcome": Decided.SCR, "reasons": "Both limbs are met in this case."}
    return DecisionForm.model_validate({**form, "agrees_with_recommendation": "none_made", **_ASKED})


def test_who_agreed_as_chair_cannot_bring_the_recommendation(office: Office) -> None:
    case_id = stage(office, "closed")
    with pytest.raises(RuleError) as refused:
        office.services.meetings.submit(LIIP.but(name="c.  chair"), case_id, sitting._form())
    assert "WHO-TWO-CHAIRS" in codes(refused)
    assert office.services.desk.file(case_id).advice is None


@pytest.mark.parametrize("ruling", [None, *Ruling])
def test_a_declared_interest_bars_from_moving_the_recommendation_unless_ruled_out(
    office: Office, ruling: Ruling | None
) -> None:
    case_id = stage(office, "sitting")
    use = office.services.meetings
    held = use.of_case(case_id)
    assert held is not None
    lead = sitting._ROOM[0].but(name=LIIP.name, interest="Managed a worker in the case.", ruling=ruling, agencies=())
    use.attend(MINUTES, held.id, lead)
    office.services.floor.safety(MINUTES, held.id, "Seen.")
    sitting._find(office.services, held.id)
    use.close(LIIP, held.id)
    if ruling is Ruling.STAY:
        assert use.submit(LIIP, case_id, sitting._form()).submitted.name == LIIP.name
        return
    with pytest.raises(RuleError) as refused:
        use.submit(LIIP, case_id, sitting._form())
    assert codes(refused) == {"WHO-INTEREST"}


def test_an_action_is_verified_on_evidence_and_by_no_other_road(office: Office) -> None:
    case = office.received()
    use = office.services.progress
    action = office.services.tracker.act(MANAGER, case.id, ACTION)
    use.update(OWNER, action.id, ActionState.DONE_UNVERIFIED, "In use.")
    with pytest.raises(RuleError) as refused:
        use.verify(LIIP, action.id, "Looks done.")
    assert codes(refused) == {"RA.16"}
    with pytest.raises(RuleError) as refused:
        use.update(LIIP, action.id, ActionState.VERIFIED, "Looks done.")
    assert codes(refused) == {"RA.16"}
    use.evidence(OWNER, action.id, PROOF)
    done = use.update(LIIP, action.id, ActionState.VERIFIED, "Read the sample.")
    assert (done.verified_by, done.state) == (LIIP.name, ActionState.VERIFIED)


def test_each_chair_agrees_once(office: Office) -> None:
    case = office.discussed()
    office.services.referrals.agree(LIIP, case.id)
    with pytest.raises(RuleError) as refused:
        office.services.referrals.agree(LIIP.but(name="Another Lead"), case.id)
    assert codes(refused) == {"F2-agreed"}
    assert discussion(case, office.clock(), None).outcome is DiscussionOutcome.STRAIGHT_TO_CHAIR


def test_findings_and_attendance_are_settled_when_the_meeting_closes(office: Office) -> None:
    case_id = stage(office, "closed")
    use = office.services.meetings
    held = use.of_case(case_id)
    assert held is not None
    late: list[Callable[[], object]] = [
        lambda: office.services.findings.find(MINUTES, held.id, held.findings[0]),
        lambda: office.services.findings.view(MINUTES, held.id, held.views[0]),
        lambda: use.attend(MINUTES, held.id, held.attendance[0]),
        lambda: office.services.floor.safety(MINUTES, held.id, "All well."),
        lambda: use.next_item(MINUTES, held.id),
        lambda: use.start(LIIP, held.id),
    ]
    for deed in late:
        with pytest.raises(RuleError):
            deed()
    assert use.of_case(case_id) == held


def test_an_adjourned_meeting_is_followed_by_another_and_not_reopened(office: Office) -> None:
    case_id = stage(office, "sitting")
    use = office.services.meetings
    held = use.of_case(case_id)
    assert held is not None
    use.adjourn(LIIP, held.id, "The class book; EDU; Friday.")
    office.services.scoping.complete(MANAGER, case_id)
    with pytest.raises(RuleError):
        use.start(LIIP, held.id)
    assert use.prepare(MINUTES, case_id).id != held.id
