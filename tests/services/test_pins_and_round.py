"""Passages pinned to the criteria, the round of views, and what of both goes to the Chair."""

from __future__ import annotations

import pytest

from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.drafting import drafted, found_words
from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.evidence import evidence_on, row_passages
from sscb_tui.domain.meeting import AgencyView, LimbView, Meeting
from sscb_tui.domain.terms import Decided, Fact, LineKind
from sscb_tui.services.demonstration import meeting as story
from sscb_tui.services.pins import Held
from tests.services.doors import stage
from tests.services.office import LIIP, MANAGER, MEMBER, MINUTES, Office
from tests.services.test_refusals import codes

JOINT = Fact.WORKING_TOGETHER
ANSWER = Held(JOINT, "POL F4.G4", "for")


def meeting_of(office: Office, case_id: str) -> Meeting:
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    return held


def last(office: Office, case_id: str) -> tuple[LineKind, str]:
    line = office.services.meetings.lines(meeting_of(office, case_id).id)[-1]
    return line.kind, line.text


def test_a_passage_is_pinned_in_the_words_it_has_and_the_minutes_say_so(office: Office) -> None:
    case_id = stage(office, "sitting")
    words = office.services.pins.passage(case_id, "POL F4.G4").quote
    pin = office.services.pins.pin(MINUTES, case_id, ANSWER)
    assert (pin.evidence.quote, pin.agency, pin.pinned_by) == (words, "POL", MINUTES.name)
    kind, text = last(office, case_id)
    assert kind is LineKind.PIN
    assert text.startswith("(b)(ii) Working together + POL F4.G4: “")
    assert evidence_on(JOINT, office.services.desk.file(case_id)) == (pin.evidence,)


def test_a_passage_can_be_pinned_before_the_meeting_and_a_row_and_a_minute_too(office: Office) -> None:
    case = office.returned()
    file = office.services.desk.file(case.id)
    row_id, row = next(iter(row_passages(file).items()))
    assert office.services.pins.pin(MANAGER, case.id, ANSWER).meeting_id is None
    pin = office.services.pins.pin(MANAGER, case.id, Held(JOINT, row_id, "context"))
    assert (pin.evidence.ref, pin.evidence.bearing) == (row.ref, "context")
    assert office.services.pins.passage(case.id, row.ref).quote == row.quote
    assert office.services.pins.pin(MANAGER, case.id, Held(Fact.OUTCOME, row.ref, "for")).agency == row.ref.split()[0]


def test_a_minute_is_pinned_by_its_number(office: Office) -> None:
    case_id = stage(office, "sitting")
    line = office.services.meetings.write(MINUTES, meeting_of(office, case_id).id, "Nobody told the school.")
    pin = office.services.pins.pin(MINUTES, case_id, Held(JOINT, f"minute {line.number}", "for", "Nobody told"))
    assert (pin.evidence.source, pin.evidence.quote, pin.agency) == ("minutes", "Nobody told", None)


@pytest.mark.parametrize("ref", ["POL F4.Z9", "XXX F4.E1", "minute 999", "HSG F4.E1", "nowhere"])
def test_what_stands_nowhere_cannot_be_pinned(ref: str, office: Office) -> None:
    with pytest.raises(NotFoundError):
        office.services.pins.pin(MINUTES, stage(office, "sitting"), Held(JOINT, ref, "for"))


def test_words_that_are_not_the_agencys_are_refused_and_leave_nothing(office: Office) -> None:
    case_id = stage(office, "sitting")
    with pytest.raises(InputError, match="does not stand in the passage"):
        office.services.pins.pin(MINUTES, case_id, Held(JOINT, "POL F4.G4", "for", "Made up."))
    assert office.services.pins.of_case(case_id) == ()


def test_the_same_passage_is_not_pinned_twice_to_one_criterion_whichever_way_it_bears(office: Office) -> None:
    case_id = stage(office, "sitting")
    first = office.services.pins.pin(MINUTES, case_id, ANSWER)
    for bearing in ("for", "against"):
        with pytest.raises(RuleError) as refused:
            office.services.pins.pin(MINUTES, case_id, Held(JOINT, ANSWER.ref, bearing))
        assert codes(refused) == {"F6-pin"}
    office.services.pins.withdraw(MINUTES, first.id, "It is about a sibling.")
    office.services.pins.pin(MINUTES, case_id, Held(JOINT, ANSWER.ref, "against"))
    assert [pin.stands for pin in office.services.pins.of_case(case_id)] == [False, True]


def test_a_pin_is_taken_off_once_with_a_reason_and_stays_on_record(office: Office) -> None:
    case_id = stage(office, "sitting")
    pin = office.services.pins.pin(MINUTES, case_id, ANSWER)
    with pytest.raises(InputError, match="blank"):
        office.services.pins.withdraw(MINUTES, pin.id, " ")
    office.services.pins.withdraw(MINUTES, pin.id, "It is about a sibling.")
    assert office.services.pins.of_case(case_id)[0].withdrawn == "It is about a sibling."
    assert last(office, case_id)[1].endswith("It is about a sibling.")
    with pytest.raises(RuleError):
        office.services.pins.withdraw(MINUTES, pin.id, "Again.")


def test_after_the_recommendation_the_evidence_stands_as_it_went(office: Office) -> None:
    case = office.with_chair()
    with pytest.raises(RuleError) as refused:
        office.services.pins.pin(MINUTES, case.id, ANSWER)
    assert codes(refused) == {"F6-pin"}


def test_a_finding_takes_up_what_is_pinned_and_the_chair_gets_what_was_pinned_since(office: Office) -> None:
    case_id = stage(office, "heard")
    pin = office.services.pins.pin(MINUTES, case_id, ANSWER)
    held = meeting_of(office, case_id)
    finding = LimbFinding(fact=JOINT, value="concern", reason="Nobody put it together.")
    found = office.services.findings.find(MINUTES, held.id, finding).findings[-1]
    assert pin.evidence in found.evidence
    later = office.services.pins.pin(MINUTES, case_id, Held(JOINT, "CSC F4.G4", "against"))
    office.services.meetings.close(LIIP, held.id)
    advice = office.services.meetings.submit(LIIP, case_id, story._form())
    (limb,) = [each for each in advice.limbs if each.fact is JOINT]
    assert limb.evidence == evidence_on(JOINT, office.services.desk.file(case_id))
    assert {pin.evidence, later.evidence} <= set(limb.evidence)
    assert len(set(limb.evidence)) == len(limb.evidence)


def view(agency: str, outcome: Decided | None = Decided.SCR, reason: str = "Met.", dissent: str = "") -> AgencyView:
    limbs = (LimbView(fact=JOINT, value="nothing_found_yet"),)
    return AgencyView(agency=agency, outcome=outcome, reason=reason, dissent=dissent, limbs=limbs)


def test_a_changed_view_keeps_the_earlier_one_and_the_minutes_hold_both(office: Office) -> None:
    case_id = stage(office, "sitting")
    held = meeting_of(office, case_id)
    office.services.findings.view(MINUTES, held.id, view("POL", Decided.DEFER, "Await the trial."))
    after = office.services.findings.view(MINUTES, held.id, view("POL", None, "No view after all."))
    assert [(each.agency, each.outcome) for each in after.views] == [("POL", None)]
    assert [each.reason for each in after.earlier_views] == ["Await the trial."]
    said = [line.text for line in office.services.meetings.lines(held.id) if line.kind is LineKind.VIEW]
    assert said[0].startswith("Ask for information. Await the trial.")
    assert said[1].startswith("Changed view: no view.")


def test_a_view_says_who_gave_it_when_and_whether_a_deputy_did(office: Office) -> None:
    case_id = stage(office, "sitting")
    held = meeting_of(office, case_id)
    by_deputy = office.services.findings.view(MINUTES, held.id, view("EDU")).views[-1]
    by_member = office.services.findings.view(MINUTES, held.id, view("POL")).views[-1]
    assert (by_deputy.subject_to_confirmation, by_member.subject_to_confirmation) == (True, False)
    assert (by_member.stated_by, by_member.stated_at is not None) == ("P. Member", True)


def test_closing_the_round_freezes_who_was_entitled_and_reopening_is_stamped(office: Office) -> None:
    case_id = stage(office, "heard")
    held = meeting_of(office, case_id)
    closed = office.services.findings.close_round(MINUTES, held.id, dissent_none=False)
    assert set(closed.entitled) == {"CCG", "CHS", "CSC", "POL", "EDU", "HSG"}
    office.services.meetings.leave(MINUTES, held.id, "P. Member")
    assert "POL" in meeting_of(office, case_id).entitled
    with pytest.raises(RuleError) as refused:
        office.services.findings.view(MINUTES, held.id, view("POL"))
    assert codes(refused) == {"F6-round"}
    office.services.findings.reopen_round(MINUTES, held.id, "Police heard from their lawyer.")
    assert last(office, case_id)[1] == "Round of views reopened: Police heard from their lawyer."
    assert office.services.findings.view(MINUTES, held.id, view("POL")).views[-1].agency == "POL"


def test_the_meeting_does_not_close_on_silence_about_dissent(office: Office) -> None:
    case_id = stage(office, "heard")
    held = meeting_of(office, case_id)
    office.services.findings.view(MINUTES, held.id, view("HSG", Decided.SCR, "Agrees now."))
    with pytest.raises(RuleError) as refused:
        office.services.meetings.close(LIIP, held.id)
    assert codes(refused) == {"T13-dissent"}
    office.services.findings.close_round(MINUTES, held.id, dissent_none=True)
    office.services.meetings.close(LIIP, held.id)
    advice = office.services.meetings.submit(LIIP, case_id, story._form())
    assert (advice.dissent, advice.dissent_answered) == ((), True)


def test_dissent_goes_to_the_chair_once_and_word_for_word(office: Office) -> None:
    case_id = stage(office, "closed")
    form = story._form()
    held = meeting_of(office, case_id)
    dissent = next(each for each in held.views if each.dissent)
    again = {"agency": dissent.agency, "words": dissent.dissent}
    advice = office.services.meetings.submit(LIIP, case_id, form.but(dissent=(again,)))
    assert [(each.agency, each.words) for each in advice.dissent] == [(dissent.agency, dissent.dissent)]


def test_a_member_neither_pins_nor_closes_the_round(office: Office) -> None:
    case_id = stage(office, "heard")
    with pytest.raises(RuleError):
        office.services.pins.pin(MEMBER, case_id, ANSWER)
    with pytest.raises(RuleError):
        office.services.findings.close_round(MEMBER, meeting_of(office, case_id).id, dissent_none=False)


def test_the_recommendation_begins_with_what_the_meeting_said(office: Office) -> None:
    case_id = stage(office, "heard")
    held = meeting_of(office, case_id)
    office.services.meetings.write(MINUTES, held.id, ":f Three call-outs in a year.")
    office.services.meetings.write(MINUTES, held.id, ":a Police to check the log by 9 Dec")
    file, board = office.services.desk.file(case_id), office.services.board.settings()
    known = drafted(file, board)
    assert known["recommended"] == Decided.SCR
    assert "Three call-outs in a year." in known["summary"]
    assert "Police to check the log" in known["early_actions"]
    assert "heard at the meeting only" in known["missing_returns"]
    assert "Period: " in known["scope"]
    assert "reasons" not in known
    assert "(b)(ii) Working together: concern (1 for, 0 against)" in found_words(file, board)
