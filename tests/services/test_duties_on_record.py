"""Duties on record: departures that stop no clock, days lost by cause, others' duties, what follows from a decision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.terms import Cause, Decided, DutyState, Paper, Strength
from sscb_tui.services.demonstration import people, referrals
from sscb_tui.services.views import DutyRow
from tests.services.doors import stage
from tests.services.office import CHAIR, MANAGER, Office
from tests.services.test_main_job import decision


def rows(office: Office, case_id: str, clock: str) -> list[DutyRow]:
    return [row for row in office.services.duties.rows(case_id) if row.clock == clock]


def panel(office: Office, case_id: str) -> DutyRow:
    return next(row for row in rows(office, case_id, "CK-4") if row.to == "CSPRP")


def test_an_extension_is_on_record_and_the_clock_runs_on(office: Office) -> None:
    case_id, use = stage(office, "decided"), office.services.duties
    before = panel(office, case_id)
    aim = before.due + timedelta(days=7)
    use.extend(MANAGER, before.duty_id, target=aim, reason="The panel moves house.", approved_by="C. Chair")
    office.clock.set(before.due + timedelta(days=1))
    after = panel(office, case_id)

    assert (after.due, after.state, after.working_days) == (before.due, DutyState.LATE, -1)
    assert [(each.target, each.approved_by) for each in after.extensions] == [(aim, "C. Chair")]
    assert any("recorded departure" in entry.move for entry in office.services.desk.history(case_id))


def test_days_lost_are_told_by_cause_for_the_duty_and_for_the_case(office: Office) -> None:
    case_id, use = stage(office, "decided"), office.services.duties
    today = office.clock().date()
    notice, other, *_ = rows(office, case_id, "CK-4")
    office.clock.set(today + timedelta(days=3))
    use.lose(MANAGER, notice.duty_id, Cause.POLICE, first=today, last=today, note="Interviews.")
    use.lose(MANAGER, other.duty_id, Cause.COURT, first=today, last=today + timedelta(days=1), note="The hearing.")
    found = {row.duty_id: row for row in use.rows(case_id)}

    assert found[notice.duty_id].lost.by_cause == ((Cause.POLICE, 1),)
    assert found[other.duty_id].lost.total == 2
    assert found[notice.duty_id].lost_in_case.by_cause == ((Cause.POLICE, 1), (Cause.COURT, 2))
    assert found[notice.duty_id].lost_in_case.total == 2


def test_days_lost_by_mistake_are_taken_back_and_stay_in_sight(office: Office) -> None:
    case_id, use = stage(office, "held_up"), office.services.duties
    duty = next(row for row in use.rows(case_id) if row.losses)
    for number in (0, 2):
        with pytest.raises(InputError, match=r"is no entry that counts\. Allowed: 1"):
            use.take_back(MANAGER, duty.duty_id, number, "The wrong case.")
    use.take_back(MANAGER, duty.duty_id, 1, "The wrong case.")
    after = next(row for row in use.rows(case_id) if row.duty_id == duty.duty_id)
    assert (duty.lost.total, after.lost.total, after.lost_in_case.total) == (1, 0, 0)
    assert [(each.note, each.withdrawn) for each in after.losses] == [("Interviews.", "The wrong case.")]
    with pytest.raises(InputError, match="no days lost are on record"):
        use.take_back(MANAGER, duty.duty_id, 1, "Again.")


def test_days_to_come_cannot_be_lost_yet(office: Office) -> None:
    case_id, today = stage(office, "decided"), office.clock().date()
    with pytest.raises(RuleError) as refused:
        office.services.duties.lose(
            MANAGER, panel(office, case_id).duty_id, Cause.OTHER, first=today, last=today + timedelta(days=1), note="x"
        )
    assert refused.value.violations[0].code == "F9-lost"


def test_a_corrected_date_leaves_the_superseded_one_in_sight(office: Office) -> None:
    case = office.received()
    form = office.services.referrals.form_of(case.id)
    earlier = form.referral.received_at - timedelta(days=3)
    office.services.referrals.amend(
        MANAGER, case.id, case.version, form.but(referral=form.referral.but(received_at=earlier))
    )
    (clock,) = rows(office, case.id, "CK-2")

    assert clock.due == date(2026, 11, 30)
    assert [(each.started_on, each.due) for each in clock.superseded] == [(date(2026, 11, 2), date(2026, 12, 2))]


def test_the_authoritys_clock_follows_the_facts(office: Office) -> None:
    case = office.received()
    assert rows(office, case.id, "CK-1")[0].state is DutyState.RUNNING
    form = office.services.referrals.form_of(case.id)
    unsure = form.but(referral=form.referral.but(abuse_or_neglect="undetermined"))
    case = office.services.referrals.amend(MANAGER, case.id, case.version, unsure)
    (fallen,) = rows(office, case.id, "CK-1")
    assert (fallen.state, fallen.not_needed) == (DutyState.NOT_NEEDED, "the facts of the case no longer call for it")
    office.services.referrals.amend(MANAGER, case.id, case.version, form)
    assert [row.state for row in rows(office, case.id, "CK-1")] == [DutyState.RUNNING, DutyState.NOT_NEEDED]


@pytest.mark.parametrize(("days", "allowed"), [(-2, True), (0, True), (1, False)])
def test_the_authority_may_have_told_ofsted_before_it_told_the_board(
    office: Office, days: int, *, allowed: bool
) -> None:
    (clock,) = rows(office, office.received().id, "CK-1")
    done_on, use = office.clock().date() + timedelta(days=days), office.services.duties
    if allowed:
        duty = use.record(MANAGER, clock.duty_id, done_on=done_on, method="Ofsted's form", proof="SIN 1")
        assert duty.state(office.clock().date()) is DutyState.DONE
        return
    with pytest.raises(InputError, match="any day to 2 Nov 2026"):
        use.record(MANAGER, clock.duty_id, done_on=done_on, method="Ofsted's form", proof="SIN 1")


def test_a_new_decision_ends_the_notices_of_the_old_one_and_leaves_others_duties_running(office: Office) -> None:
    from sscb_tui.services.clockwork import drop

    case_id = stage(office, "decided")
    sent = panel(office, case_id)
    office.services.duties.record(
        MANAGER, sent.duty_id, done_on=office.clock().date(), method="e-mail", proof="receipt"
    )
    with office.services.record.atomic(CHAIR, "superseded"):
        drop(office.services.decisions.room, case_id, "superseded by a new decision")

    states = {row.to or row.clock: row.state for row in office.services.duties.rows(case_id)}
    assert states["CSPRP"] is DutyState.DONE
    assert states["OFSTED"] is DutyState.NOT_NEEDED
    assert states["CK-1"] is DutyState.RUNNING


def test_an_agency_asked_has_a_clock_until_it_answers(office: Office) -> None:
    case_id = stage(office, "asked")
    asked = rows(office, case_id, "CK-3")
    assert {row.who for row in asked} == {
        office.services.board.settings().brief(code) for code in _asked(office, case_id)
    }
    with pytest.raises(RuleError, match="agency's return"):
        office.services.duties.explain(MANAGER, asked[0].duty_id, "Snow.")
    request = office.services.scoping.returns(case_id)[0]
    office.services.scoping.refuse(MANAGER, request.request_id, "Not ours.")
    assert len(rows(office, case_id, "CK-3")) == len(asked) - 1


def _asked(office: Office, case_id: str) -> list[str]:
    return [row.agency for row in office.services.scoping.returns(case_id)]


def test_judicial_review_is_for_information_and_nobody_ends_it(office: Office) -> None:
    (challenge,) = rows(office, stage(office, "decided"), "CK-10")

    assert (challenge.strength, challenge.is_open) == (Strength.INFO, False)
    with pytest.raises(RuleError) as refused:
        office.services.duties.record(
            MANAGER, challenge.duty_id, done_on=office.clock().date(), method="letter", proof="file"
        )
    assert refused.value.violations[0].code == "F9-info"


def test_the_annual_report_is_owed_by_the_board_until_it_is_out(office: Office) -> None:
    use = office.services.duties
    (owed,) = [row for row in use.rows() if row.clock == "CK-11"]
    assert (owed.case_id, owed.due, owed.state) == ("", date(2027, 3, 31), DutyState.RUNNING)
    use.publish(MANAGER, owed.duty_id, done_on=date(2026, 10, 1), method="the website", proof="the page")
    (out,) = [row for row in use.rows() if row.clock == "CK-11"]
    assert (out.state, out.done_on) == (DutyState.DONE, date(2026, 10, 1))
    with pytest.raises(RuleError, match="on record as published"):
        use.publish(MANAGER, owed.duty_id, done_on=date(2026, 10, 2), method="again", proof="")
    office.services.board.save(MANAGER, people.BOARD.but(version=office.services.board.settings().version))
    assert [row.state for row in use.rows() if row.clock == "CK-11"] == [DutyState.DONE]


@pytest.mark.parametrize("duty_id", ["CK-11:1999", "CK-11:", "nothing"])
def test_a_duty_that_is_not_owed_is_not_found(office: Office, duty_id: str) -> None:
    use = office.services.duties
    put = use.publish if duty_id.startswith("CK-11") else use.record
    with pytest.raises(NotFoundError):
        put(MANAGER, duty_id, done_on=office.clock().date(), method="x", proof="x")


def test_somebody_else_is_told_once_and_only_of_a_decision(office: Office) -> None:
    case_id, use = stage(office, "decided"), office.services.duties
    codes = [each.code for each in use.others(case_id)]
    assert "CORONER" in codes
    assert use.tell(MANAGER, case_id, "CORONER").due == date(2026, 11, 9)
    assert [each.code for each in use.others(case_id)] == [code for code in codes if code != "CORONER"]
    with pytest.raises(InputError, match="CORONER cannot be told besides"):
        use.tell(MANAGER, case_id, "CORONER")
    with pytest.raises(RuleError, match="no decision to tell"):
        use.tell(MANAGER, office.services.referrals.receive(MANAGER, referrals.child_j(office.clock())).id, "CORONER")


def test_the_chair_signs_every_letter_once(office: Office) -> None:
    case_id, use = stage(office, "decided"), office.services.duties
    owed = [row for row in use.rows(case_id) if row.to]
    assert use.sign(CHAIR, case_id) == len(owed) == 7
    assert {row.signed_by for row in use.rows(case_id) if row.to} == {"C. Chair"}
    with pytest.raises(RuleError, match="waits for a signature"):
        use.sign(CHAIR, case_id)


def test_what_would_follow_from_a_decision_is_what_follows(office: Office) -> None:
    case = office.with_chair()
    foreseen = office.services.decisions.if_signed(case.id, Decided.SCR)
    office.services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    followed = [row for row in office.services.duties.rows(case.id) if row.clock not in ("CK-1", "CK-2")]
    assert {(row.clock, row.to, row.due) for row in foreseen} == {(row.clock, row.to, row.due) for row in followed}


def test_a_case_of_june_2018_decided_in_july_is_told_to_the_new_panel(office: Office) -> None:
    """Told on 20 June and decided on 10 July 2018: WT2015 for the criteria, its successor for whom to tell."""
    office.clock.set(date(2018, 6, 20))
    case = office.with_chair()
    office.clock.set(date(2018, 7, 10))
    form = decision(office, case)
    warned = office.services.decisions.warnings(CHAIR, case.id, form)
    office.services.decisions.sign(CHAIR, case.id, form, case.reference)

    assert case.framework == "WT2015"
    assert "F8-guidance" in [each.code for each in warned]
    assert [row.to for row in rows(office, case.id, "CK-4")] == ["OFSTED", "DFE", "CSPRP"]
    assert {row.due for row in rows(office, case.id, "CK-4")} == {date(2018, 7, 17)}
    record = office.services.papers.render(Paper.DECISION, case.id).markdown
    assert "WT2015, in force when the Board was told" in record
    assert "WT2015-INTERIM, in force when the Chair decided" in record
    assert "the national panel (Child Safeguarding" in office.services.papers.render(Paper.LETTERS, case.id).markdown
