"""Receiving, correcting and agreeing: references, clocks and drafts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sscb_tui.domain.case import ReferralForm
from sscb_tui.domain.errors import InputError, NotFoundError, RuleError, StaleError
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Role, Stage
from sscb_tui.services.demonstration import people, referrals
from tests.services.office import MANAGER, MEMBER, Office


def test_references_run_within_a_year_and_start_again_in_the_next(office: Office) -> None:
    assert [office.received().reference for _ in range(2)] == ["SSCB/2026/001", "SSCB/2026/002"]
    office.clock.set(date(2027, 1, 4))
    assert office.received().reference == "SSCB/2027/001"


@pytest.mark.parametrize("typed", ["SSCB/2026/001", " sscb-2026-001 ", "2026/001", "2026-001"])
def test_a_case_is_found_under_any_usual_spelling(office: Office, typed: str) -> None:
    case = office.received()
    assert office.services.desk.case(typed).id == case.id


def test_an_unknown_reference_is_named(office: Office) -> None:
    with pytest.raises(NotFoundError, match="2026/099"):
        office.services.desk.case("2026/099")


def test_siblings_are_separate_cases_of_one_incident(office: Office) -> None:
    first = office.received()
    form = referrals.child_n(office.clock()).but(pseudonym="Child N2", same_incident_as=first.reference)
    second = office.services.referrals.receive(MANAGER, form)
    assert second.incident_id == first.incident_id
    assert [case.id for case in office.services.desk.file(first.id).siblings] == [second.id]


def test_correcting_the_day_received_moves_the_clock_and_keeps_the_old_date_in_history(office: Office) -> None:
    case = office.received()
    form = office.services.referrals.form_of(case.id)
    earlier = form.referral.received_at - timedelta(days=5)
    corrected = form.but(referral=form.referral.but(received_at=earlier))
    office.services.referrals.amend(MANAGER, case.id, case.version, corrected)
    clock = next(row for row in office.services.duties.rows(case.id) if row.clock == "CK-2")
    assert clock.due == date(2026, 11, 28)
    changes = " ".join(change for entry in office.services.desk.history(case.id) for change in entry.changes)
    assert "28 Nov 2026" in changes or "2026-11-28" in changes


def test_a_correction_from_an_old_reading_is_refused(office: Office) -> None:
    case = office.received()
    form = office.services.referrals.form_of(case.id)
    office.services.referrals.amend(MANAGER, case.id, case.version, form.but(incident_title="a fall"))
    with pytest.raises(StaleError):
        office.services.referrals.amend(MANAGER, case.id, case.version, form.but(incident_title="a push"))
    assert office.services.desk.file(case.id).incident.title == "a fall"


def test_the_form_of_a_case_gives_back_what_was_received(office: Office) -> None:
    form = referrals.child_q(office.clock())
    case = office.services.referrals.receive(MANAGER, form)
    assert office.services.referrals.form_of(case.id) == form


def test_a_member_cannot_log_a_referral(office: Office) -> None:
    with pytest.raises(RuleError, match="Business Manager"):
        office.services.referrals.receive(MEMBER, referrals.child_q(office.clock()))
    assert office.services.desk.queue() == ()


def test_the_discussion_opens_only_with_the_duplicate_search_on_record(office: Office) -> None:
    case = office.received()
    with pytest.raises(RuleError) as refused:
        office.services.referrals.open_discussion(MANAGER, case.id, "  ")
    assert refused.value.violations[0].code == "T04-duplicates"
    assert office.services.desk.file(case.id).case.stage is Stage.RECEIVED


def test_a_pseudonym_that_is_the_childs_own_initials_is_refused(office: Office) -> None:
    form = referrals.child_n(office.clock())
    with pytest.raises(ValueError, match="own name or initials"):
        ReferralForm.model_validate(form.model_dump() | {"pseudonym": "ns"})


def test_drafts_are_kept_exactly_and_dropped_only_when_asked(office: Office) -> None:
    desk = office.services.desk
    typed = {"child.name": "Zoë\u202e\x1b[31m", "note": "x" * 100_000}
    desk.keep_draft(MANAGER, "referral:new", "New referral", typed)
    kept = desk.draft("referral:new")
    assert kept is not None
    assert kept.fields == typed
    assert [row.key for row in desk.drafts()] == ["referral:new"]
    desk.discard_draft("referral:new")
    assert desk.draft("referral:new") is None


def test_a_board_needs_its_three_people_before_it_starts(office: Office) -> None:
    settings = office.services.board.settings()
    only = settings.but(people=(people.MANAGER, people.CHAIR))
    with pytest.raises(InputError, match="LIIP Chair"):
        office.services.board.save(MANAGER, only)


def test_an_unknown_name_is_answered_with_the_names_known(office: Office) -> None:
    with pytest.raises(InputError, match=r"C\. Chair"):
        office.services.board.actor("Nobody")
    assert office.services.board.actor("c. chair") == Actor(name="C. Chair", role=Role.CHAIR)
