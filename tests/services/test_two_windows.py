"""Two windows, or two processes, on one record: nothing is lost, nothing happens twice."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.errors import RuleError, StaleError
from sscb_tui.domain.meeting import AgencyView, Attendee
from sscb_tui.domain.terms import ActionState, Decided
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people, referrals, returns
from sscb_tui.services.demonstration.clock import SetClock
from tests.services.doors import stage
from tests.services.doors_of_the_tracker import ACTION
from tests.services.office import CHAIR, LIIP, MANAGER, MINUTES, OWNER, Office
from tests.services.test_main_job import decision

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(tmp_path / "board.db", clock=clock)
    services.board.save(MANAGER, people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    yield Office(services, clock)
    services.close()


@pytest.fixture
def other(office: Office, tmp_path: Path) -> Iterator[Services]:
    """A second window on the same file."""
    services = open_record(tmp_path / "board.db", clock=office.clock)
    yield services
    services.close()


def test_deeds_of_two_windows_on_one_meeting_are_all_kept(office: Office, other: Services) -> None:
    case_id = stage(office, "sitting")
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    office.services.findings.view(MINUTES, held.id, AgencyView(agency="POL", outcome=Decided.SCR, reason="Met."))
    other.findings.view(MANAGER, held.id, AgencyView(agency="CSC", outcome=None, reason="No view yet."))
    office.services.meetings.attend(MINUTES, held.id, Attendee(name="L. Ate"))
    other.floor.safety(MANAGER, held.id, "Seen today.")
    for window in (office.services, other):
        window.meetings.write(MINUTES, held.id, "A line.")
    seen = other.meetings.of_case(case_id)
    assert seen is not None
    assert {view.agency for view in seen.views} == {"POL", "CSC"}
    assert seen.other_children_safety == "Seen today."
    numbers = [line.number for line in other.meetings.lines(held.id)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_answers_of_two_windows_to_one_difference_both_stay_and_the_later_stands(
    office: Office, other: Services
) -> None:
    case_id = stage(office, "at_odds")
    (found,) = office.services.differences.of_case(case_id)
    assert other.differences.of_case(case_id) == (found,)
    office.services.differences.settle(MINUTES, case_id, found.id, words="Seen.")
    other.differences.settle(MANAGER, case_id, found.id, words="Not seen.")
    for window in (office.services, other):
        (view,) = window.differences.of_case(case_id)
        assert view.settled == "Not seen."
        assert [each.settled for each in view.answers] == ["Seen.", "Not seen."]


def test_updates_of_two_windows_on_one_action_are_both_kept(office: Office, other: Services) -> None:
    case = office.received()
    action = office.services.tracker.act(MANAGER, case.id, ACTION)
    office.services.progress.update(OWNER, action.id, ActionState.IN_PROGRESS, "One.")
    other.progress.update(MANAGER, action.id, ActionState.IN_PROGRESS, "Two.")
    assert [each.note for each in office.services.tracker.action(action.id).updates] == ["One.", "Two."]


def test_what_was_done_in_one_window_is_not_done_again_in_the_other(office: Office, other: Services) -> None:
    case = office.discussed()
    office.services.referrals.agree(LIIP, case.id)
    for window in (other, other):
        if window.desk.file(case.id).case.stage is not case.stage:
            break
        window.referrals.agree(CHAIR, case.id)
    with pytest.raises(RuleError):
        office.services.referrals.agree(CHAIR, case.id)
    first = office.services.scoping.issue(MANAGER, case.id, ("CHS", "POL"))
    assert other.scoping.issue(MANAGER, case.id, ("POL", "CHS")) == (first[1], first[0])
    assert len(office.services.scoping.returns(case.id)) == 2


def test_one_meeting_is_prepared_by_two_windows(office: Office, other: Services) -> None:
    case = office.returned()
    assert office.services.meetings.prepare(MINUTES, case.id) == other.meetings.prepare(MANAGER, case.id)


def test_a_decision_is_signed_in_one_window_only(office: Office, other: Services) -> None:
    case = office.with_chair()
    form = decision(office, case)
    other.decisions.sign(CHAIR, case.id, form, case.reference)
    with pytest.raises(RuleError):
        office.services.decisions.sign(CHAIR, case.id, form, case.reference)
    assert len(other.desk.file(case.id).decisions) == 1


def test_settings_read_before_the_other_window_saved_are_stale(office: Office, other: Services) -> None:
    before = office.services.board.settings()
    other.board.save(MANAGER, other.board.settings().but(area="Elsewhere"))
    with pytest.raises(StaleError):
        office.services.board.save(MANAGER, before.but(area="Nowhere"))


def test_a_return_taken_in_both_windows_stands_once(office: Office, other: Services) -> None:
    case_id = stage(office, "asked")
    file, use = office.services.desk.file(case_id), office.services.scoping
    answers = returns.filled(file, file.requests[0], nil=False)
    data = use.templates.filled(file.case, file.requests[0], office.services.board.settings(), answers).encode()
    use.take(MANAGER, "hsg.md", data)
    with pytest.raises(RuleError, match=r"already imported on 2 Nov 2026 by B\. Manager"):
        other.scoping.take(MANAGER, "copy of hsg.md", data)
    changed = data.replace(b"Safeguarding adviser", b"Head of safeguarding")
    assert changed != data
    other.scoping.take(MANAGER, "hsg.md", changed)
    (request,) = office.services.desk.file(case_id).requests
    assert len(request.receipts) == 2
    assert request.returned is not None
    assert request.returned.author_post == "Head of safeguarding"
    kept = office.services.record.journal.of("requests", request.id)
    assert sum("imported" in entry.move for entry in kept) == 2


def test_two_processes_never_give_one_reference_twice(office: Office, tmp_path: Path) -> None:
    form = tmp_path / "referral.json"
    form.write_text(referrals.child_q(office.clock()).model_dump_json(), encoding="utf-8")
    path = str(tmp_path / "board.db")
    command = [sys.executable, "-m", "sscb_tui", "--db", path, "--as", "B. Manager", "referral", "add", str(form)]
    both = [
        subprocess.Popen([*command[:5], "--today", "2026-11-03", *command[5:]], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    given = sorted(process.communicate()[0].decode().strip() for process in both)
    assert given == ["SSCB/2026/001", "SSCB/2026/002", "SSCB/2026/003"]
