"""What the services refuse, whoever asks and however; and that a refusal leaves nothing behind."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.errors import InputError, RuleError, StaleError
from sscb_tui.domain.forms import ActionForm
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import ActionState, Decided, Fact, LineKind, Stage
from sscb_tui.services.demonstration import meeting as sitting
from sscb_tui.services.demonstration import referrals
from tests.services.office import CHAIR, LIIP, MANAGER, MEMBER, MINUTES, OWNER, Office
from tests.services.test_main_job import decision


def codes(error: pytest.ExceptionInfo[RuleError]) -> set[str]:
    return {violation.code for violation in error.value.violations}


@pytest.mark.parametrize("outcome", [Decided.NO_REVIEW, Decided.ALTERNATIVE])
def test_the_chair_cannot_sign_what_the_regulation_forbids(office: Office, outcome: Decided) -> None:
    case = office.with_chair()
    before = len(office.services.desk.history(case.id))
    form = decision(office, case, outcome, agrees_with_recommendation="no", reasons_for_departure="I differ.")
    with pytest.raises(RuleError) as refused:
        office.services.decisions.sign(CHAIR, case.id, form, case.reference)
    assert "RF-03" in codes(refused)
    assert office.services.desk.file(case.id).case.stage is Stage.WITH_CHAIR
    assert office.services.desk.file(case.id).decisions == ()
    assert len(office.services.desk.history(case.id)) == before


@pytest.mark.parametrize("actor", [MANAGER, LIIP, MEMBER, MINUTES, OWNER])
def test_nobody_but_the_chair_decides(office: Office, actor: Actor) -> None:
    case = office.with_chair()
    with pytest.raises(RuleError) as refused:
        office.services.decisions.sign(actor, case.id, decision(office, case), case.reference)
    assert "RF-01" in codes(refused)


def test_signing_takes_the_reference_typed(office: Office) -> None:
    case = office.with_chair()
    with pytest.raises(InputError, match="does not match"):
        office.services.decisions.sign(CHAIR, case.id, decision(office, case), "SSCB/2026/999")
    assert office.services.desk.file(case.id).decisions == ()


def test_a_signed_decision_cannot_be_signed_again(office: Office) -> None:
    case = office.with_chair()
    office.services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    with pytest.raises(RuleError):
        office.services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    assert len(office.services.desk.file(case.id).decisions) == 1


def test_a_deferral_leaves_the_decision_clock_running(office: Office) -> None:
    case = office.with_chair()
    form = decision(
        office,
        case,
        Decided.DEFER,
        agrees_with_recommendation="part",
        reasons_for_departure="One fact is awaited.",
        questions="What was known of the tenancy?",
        awaited_from="Housing",
        redecide_on=date(2026, 11, 27),
    )
    office.services.decisions.sign(CHAIR, case.id, form, case.reference)
    file = office.services.desk.file(case.id)
    assert file.case.stage is Stage.FURTHER_INFORMATION
    (clock,) = [duty for duty in file.duties if duty.clock == "CK-2"]
    assert clock.done_at is None
    office.services.decisions.answer_information(MANAGER, case.id, "Housing knew of arrears only.")
    assert office.services.desk.file(case.id).case.stage is Stage.WITH_CHAIR
    settled = decision(office, case, reasons="Housing's answer changes nothing: both limbs are met, and I say so now.")
    office.services.decisions.sign(CHAIR, case.id, settled, case.reference)
    final = office.services.desk.file(case.id).decision
    assert final is not None
    assert final.supersedes is None


def test_the_meeting_does_not_close_before_every_limb_and_view_is_in(office: Office) -> None:
    case = office.returned()
    use = office.services.meetings
    held = use.prepare(MINUTES, case.id)
    for person in sitting._ROOM:
        use.attend(MINUTES, held.id, person)
    use.ready(MINUTES, held.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    use.start(LIIP, held.id)
    with pytest.raises(RuleError) as refused:
        use.close(LIIP, held.id)
    assert {"T13-finding", "T13-safety", "T13-view"} <= codes(refused)


def test_a_meeting_does_not_start_without_its_three_questions(office: Office) -> None:
    case = office.returned()
    held = office.services.meetings.prepare(MINUTES, case.id)
    with pytest.raises(RuleError) as refused:
        office.services.meetings.start(LIIP, held.id)
    assert {"T12-confidentiality", "T12-interests", "T12-attendance"} <= codes(refused)


def test_an_unknown_prefix_at_the_capture_line_is_refused_in_words(office: Office) -> None:
    case = office.with_chair()
    meeting = office.services.meetings.of_case(case.id)
    assert meeting is not None
    with pytest.raises(InputError, match="not a prefix"):
        office.services.meetings.write(MINUTES, meeting.id, ":z what is this")
    line = office.services.meetings.write(MINUTES, meeting.id, ":F agreed after all")
    assert (line.kind, line.text) == (LineKind.FACT, "agreed after all")


def test_confirmed_minutes_take_only_corrections(office: Office) -> None:
    case = office.with_chair()
    use = office.services.meetings
    meeting = use.of_case(case.id)
    assert meeting is not None
    use.confirm(LIIP, meeting.id)
    line = use.lines(meeting.id)[0]
    for deed in (
        lambda: use.write(MINUTES, meeting.id, "one more thing"),
        lambda: use.edit_line(MINUTES, line.id, line.version, "other words"),
        lambda: use.strike_line(MINUTES, line.id, line.version),
        lambda: office.services.floor.safety(MINUTES, meeting.id, "all well"),
        lambda: office.services.findings.find(
            MINUTES, meeting.id, LimbFinding(fact=Fact.OUTCOME, value="died", reason="x")
        ),
    ):
        with pytest.raises(RuleError, match="confirmed"):
            deed()
    assert use.write(MINUTES, meeting.id, ":c item 4 was at ten past").kind is LineKind.CORRECTION
    assert use.lines(meeting.id)[0] == line


def test_two_windows_on_one_line_do_not_overwrite_each_other(office: Office) -> None:
    case = office.with_chair()
    use = office.services.meetings
    meeting = use.of_case(case.id)
    assert meeting is not None
    line = use.lines(meeting.id)[0]
    use.edit_line(MINUTES, line.id, line.version, "first")
    with pytest.raises(StaleError):
        use.edit_line(MANAGER, line.id, line.version, "second")
    assert use.lines(meeting.id)[0].text == "first"


def test_the_same_person_cannot_agree_as_both_chairs(office: Office) -> None:
    case = office.discussed()
    office.services.referrals.agree(LIIP, case.id)
    with pytest.raises(RuleError) as refused:
        office.services.referrals.agree(CHAIR.but(name=LIIP.name), case.id)
    assert "WHO-TWO-CHAIRS" in codes(refused)


def test_a_case_moves_to_scoping_only_with_both_signatures(office: Office) -> None:
    case = office.discussed()
    assert office.services.referrals.agree(CHAIR, case.id).stage is Stage.INITIAL_DISCUSSION
    assert office.services.referrals.agree(LIIP, case.id).stage is Stage.SCOPING_REQUESTED


def test_a_referral_from_the_future_is_refused_and_uses_up_no_reference(office: Office) -> None:
    moment = office.clock().replace(year=2027)
    with pytest.raises(RuleError) as refused:
        office.services.referrals.receive(MANAGER, referrals.child_q(moment))
    assert "T01-received" in codes(refused)
    assert office.received().reference == "SSCB/2026/001"


def test_the_owner_cannot_verify_by_any_road(office: Office) -> None:
    case = office.received()
    form = ActionForm(
        agency="HSG", owner="L. Lead", action="Do it.", outcome="It is done.", due=date(2026, 12, 1), early=True
    )
    action = office.services.tracker.act(MANAGER, case.id, form)
    office.services.progress.update(LIIP, action.id, ActionState.DONE_UNVERIFIED, "done")
    with pytest.raises(RuleError) as refused:
        office.services.progress.verify(LIIP, action.id, "me")
    assert "WHO-OWN" in codes(refused)
    with pytest.raises(RuleError) as refused:
        office.services.progress.update(LIIP, action.id, ActionState.VERIFIED, "me")
    assert "WHO-OWN" in codes(refused)
