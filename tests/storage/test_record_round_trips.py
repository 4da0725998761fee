"""What is saved comes back exactly, whatever was typed."""

from __future__ import annotations

from datetime import date

import pytest

from db.driver import sqlite3
from db.errors import RecordError
from db.record import Record
from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.base import ActionId, CaseId, ChronologyId, LineId, RequestId
from sscb_tui.domain.case import Case, Incident
from sscb_tui.domain.chronology import ChronologyFile
from sscb_tui.domain.decision import Advice, Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.meeting import Meeting, MinuteLine
from sscb_tui.domain.people import Actor
from sscb_tui.domain.progress_round import ProgressRound
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.services.ports import UnitOfWork
from tests.papers import reviewed
from tests.storage import reviewed as storage

HOSTILE = {
    "nul": "a\x00b",
    "nul alone": "\x00",
    "controls": "\x01\x07\x1b[31mred\x1b[0m\x7f\x85",
    "right to left": "\u202egnp.exe\u202c \u2067שלום\u2069",
    "zero width": "Child\u200b Q\u200d\ufeff",
    "emoji": "👩‍⚖️👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "long": "x" * 100_000,
    "markup": "[/] [bold [@click=app.quit()]",
    "formula": '=cmd|"/C calc"!A1',
    "line ends": "one\r\ntwo\rthree\n\n\u2028four",
    "quotes": "'; DROP TABLE cases; --\"\\",
    "not characters": "\ufffe\uffff\U0010ffff",
    "looks like JSON": '{"a": [null]}',
}


def test_a_record_is_a_unit_of_work(record: Record) -> None:
    port: UnitOfWork = record
    assert port.data_version() > 0


def test_every_kind_comes_back_as_it_was_saved(
    filled: Record,
    board: BoardSettings,
    incident: Incident,
    case: Case,
    request_to_police: AgencyRequest,
    meeting: Meeting,
    line: MinuteLine,
    advice: Advice,
    decision: Decision,
    duty: Duty,
    recommendation: Recommendation,
    action: Action,
    chronology: ChronologyFile,
) -> None:
    assert filled.settings.get("board") == board.but(version=1)
    assert filled.incidents.get(incident.id) == incident.but(version=1)
    assert filled.cases.get(case.id) == case.but(version=1)
    assert filled.requests.get(request_to_police.id) == request_to_police.but(version=1)
    assert filled.meetings.get(meeting.id) == meeting.but(version=1)
    assert filled.lines.get(line.id) == line.but(version=1)
    assert filled.advice.get(advice.id) == advice.but(version=1)
    assert filled.decisions.get(decision.id) == decision.but(version=1)
    assert filled.duties.get(duty.id) == duty.but(version=1)
    assert filled.recommendations.get(recommendation.id) == recommendation.but(version=1)
    assert filled.actions.get(action.id) == action.but(version=1)
    assert filled.chronologies.get(chronology.id) == chronology.but(version=1)
    assert filled.chronologies.of_case(chronology.case_id) == (chronology.but(version=1),)


def test_everything_a_review_keeps_comes_back_as_it_was_saved(whole: Record, case: Case) -> None:
    assert whole.reviews.of_case(case.id) == (storage.review(case).but(version=1),)
    assert whole.reports.of_case(case.id) == (storage.report(case).but(version=1),)
    assert whole.reviewers.of_case(case.id) == (reviewed.reviewer(case).but(version=1),)
    assert whole.proceedings.of_case(case.id) == (storage.proceeding(case).but(version=1),)
    assert whole.family_contacts.of_case(case.id) == (reviewed.contact(case, case.child.name).but(version=1),)


def test_what_an_agency_was_asked_and_answered_comes_back_under_its_token(
    whole: Record, progress_round: ProgressRound
) -> None:
    assert whole.progress_rounds.by_token("8SN4-CWCQ") == progress_round.but(version=1)
    assert whole.progress_rounds.by_token("2222-2222") is None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_stored_exactly(filled: Record, actor: Actor, text: str) -> None:
    with filled.atomic(actor, text):
        incident = filled.incidents.get("incident-1")
        incident = incident.but(title=text, happened_on=incident.happened_on.model_copy(update={"text": text}))
        filled.incidents.save(incident)
        case = filled.cases.get("case-q")
        filled.cases.save(case.but(pseudonym=text, child=case.child.but(estimated_age=text), duplicate_check=text))
        filled.lines.save(filled.lines.get("line-1").but(text=text))
        filled.actions.save(filled.actions.get("action-1").but(action=text, owner=text))
    case, action = filled.cases.get("case-q"), filled.actions.get("action-1")
    assert (case.pseudonym, case.child.estimated_age, case.duplicate_check) == (text, text, text)
    assert filled.lines.get("line-1").text == text
    assert (action.action, action.owner) == (text, text)
    assert (filled.queue()[0].pseudonym, filled.queue()[0].incident) == (text, text)
    assert filled.action_facts()[0].action == text
    assert filled.journal.of("lines", "line-1")[-1].move == text
    assert filled.journal.verify() is None


def test_a_record_that_is_not_held_is_named(record: Record) -> None:
    with pytest.raises(NotFoundError, match="No case is held under nowhere"):
        record.cases.get("nowhere")
    assert record.cases.find("nowhere") is None


def test_records_come_in_the_order_first_saved(filled: Record, actor: Actor, case: Case) -> None:
    with filled.atomic(actor, "receive"):
        filled.cases.save(case.but(id="a-case", reference="SSCB/2026/005"))
        filled.cases.save(filled.cases.get(case.id).but(pseudonym="Child R"))
    assert [each.id for each in filled.cases.all()] == ["case-q", "a-case"]
    assert [each.id for each in filled.cases.of_incident(case.incident_id)] == ["case-q", "a-case"]


def test_records_are_found_by_what_people_hold(filled: Record, case: Case) -> None:
    by_reference = filled.cases.by_reference("SSCB/2026/004")
    by_token = filled.requests.by_token("7QX2-M4KD")
    by_number = filled.actions.by_number(12)
    assert by_reference is not None
    assert by_token is not None
    assert by_number is not None
    assert (by_reference.id, by_token.id, by_number.id) == ("case-q", "request-pol", "action-1")
    assert filled.cases.by_reference("SSCB/2026/999") is None
    assert [each.id for each in filled.duties.of_case(case.id)] == ["duty-1"]
    assert filled.duties.of_case("another") == ()


def test_lines_come_by_number(filled: Record, actor: Actor, line: MinuteLine) -> None:
    with filled.atomic(actor, "write"):
        filled.lines.save(line.but(id="line-3", number=3))
        filled.lines.save(line.but(id="line-2", number=2))
    assert [each.number for each in filled.lines.of_meeting(line.meeting_id)] == [1, 2, 3]


def test_numbers_go_on_from_the_highest_of_the_year(filled: Record, actor: Actor, case: Case) -> None:
    assert filled.cases.next_number("SSCB", 2026) == 5
    assert filled.cases.next_number("SSCB", 2027) == 1
    assert filled.cases.next_number("SCB", 2026) == 1
    assert filled.recommendations.next_number() == 4
    assert filled.actions.next_number() == 13
    with filled.atomic(actor, "receive"):
        filled.cases.save(case.but(id="case-r", reference="SSCB/2026/1000"))
    assert filled.cases.next_number("SSCB", 2026) == 1001


def test_what_must_be_unique_is_refused_in_words(
    filled: Record,
    actor: Actor,
    case: Case,
    request_to_police: AgencyRequest,
    action: Action,
    chronology: ChronologyFile,
) -> None:
    with pytest.raises(RecordError, match="already holds this reference"), filled.atomic(actor, "again"):
        filled.cases.save(case.but(id=CaseId("case-r")))
    with pytest.raises(RecordError, match="already holds this token"), filled.atomic(actor, "again"):
        filled.requests.save(request_to_police.but(id=RequestId("request-2")))
    with pytest.raises(RecordError, match="already holds this number"), filled.atomic(actor, "again"):
        filled.actions.save(action.but(id=ActionId("action-2")))
    with pytest.raises(RecordError, match="already holds this sha256"), filled.atomic(actor, "again"):
        filled.chronologies.save(chronology.but(id=ChronologyId("chronology-2")))
    assert filled.journal.verify() is None


def test_a_record_belongs_to_one_that_is_held(filled: Record, actor: Actor, line: MinuteLine) -> None:
    with pytest.raises(RecordError, match="not held here"), filled.atomic(actor, "write"):
        filled.lines.save(line.but(id=LineId("line-2"), meeting_id="no-such-meeting"))


def test_columns_refuse_a_wrong_type(filled: Record) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        filled._session.write("UPDATE actions SET number = 'twelve'")


def test_what_could_not_be_read_again_is_never_written(filled: Record, actor: Actor, action: Action) -> None:
    broken = filled.actions.get(action.id).model_copy(update={"action": "", "due": date(2027, 1, 1)})
    with pytest.raises(ValueError, match="action"), filled.atomic(actor, "update"):
        filled.actions.save(broken)
    assert filled.actions.get(action.id) == action.but(version=1)
