"""The search: made with every record in its transaction, never of what is privileged, held against what records say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.migrations import migrate
from db.record import Record, open_unit_of_work
from sscb_tui.domain.base import LineId
from sscb_tui.domain.case import Incident
from sscb_tui.domain.family import FamilyMember
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.passage import Sort
from sscb_tui.domain.people import Actor
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.searching import wanted
from sscb_tui.domain.thread import Address
from sscb_tui.services.ports import Clock
from tests.storage.test_record_links import returned
from tests.storage.test_record_tampering import tamper

Opened = Callable[[Path | None], Record]


class UndoneError(Exception):
    """Raised on purpose."""


def found(record: Record, question: str, *whose: str) -> list[Address]:
    return [each.at for each in record.passages.find(wanted(question), Sort, whose or None)]


@pytest.mark.parametrize(
    ("question", "at"),
    [
        ("unexplained injury at home", Address("incidents", "incident-1")),
        ("brought hospital nobody", Address("cases", "case-q", "referral")),
        ("call-out", Address("lines", "line-1")),
        ('"A-12" notices', Address("actions", "action-1")),
        ("started", Address("actions", "action-1", "update 1")),
        ("issued", Address("actions", "action-1", "evidence 1")),
        ('"new system"', Address("actions", "action-1")),
        ('"R-3"', Address("recommendations", "recommendation-1")),
        ("called back", Address("chronologies", "chronology-1", "row 1")),
        ('"drop table pins"', Address("pins", "pin-1")),
        ("second visit", Address("settlements", "settlement-1")),
        ("child has spoken", Address("reopenings", "reopening-1")),
        ("13 october", Address("addenda", "addendum-1")),
        ("Q died unexplained", Address("advice", "advice-1")),
    ],
)
def test_every_kind_of_record_is_found_by_its_words(whole: Record, question: str, at: Address) -> None:
    assert at in found(whole, question)


def test_privileged_advice_and_who_the_family_are_are_never_in_the_search(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "amended"):
        case = filled.cases.get("case-q")
        mother = FamilyMember(name="Mona Secretive", relationship="mother", address="9 Hidden Lane")
        filled.cases.save(case.but(family=(mother,)))
    for question in ("limb is met", "counsel", "quill", "Secretive", "Hidden Lane", "Example Street"):
        assert found(filled, question) == [], question
    everything = str(filled._session.rows("SELECT label, words FROM passages"))
    assert all(word not in everything for word in ("The limb is met", "Quill", "Secretive", "Hidden"))


def test_a_rolled_back_save_leaves_nothing_to_be_found(filled: Record, actor: Actor, line: MinuteLine) -> None:
    with suppress(UndoneError), filled.atomic(actor, "minuted"):
        filled.lines.save(line.but(id=LineId("line-2"), number=2, text="zircon"))
        assert found(filled, "zircon") == [Address("lines", "line-2")]
        raise UndoneError
    assert found(filled, "zircon") == []
    assert filled.journal.verify() is None


def test_an_inner_move_undone_leaves_the_outer_ones_words(filled: Record, actor: Actor, line: MinuteLine) -> None:
    with filled.atomic(actor, "minuted"):
        filled.lines.save(line.but(id=LineId("line-2"), number=2, text="zircon"))
        with suppress(UndoneError), filled.atomic(actor, "undone"):
            filled.lines.save(line.but(id=LineId("line-3"), number=3, text="zebra"))
            raise UndoneError
    assert found(filled, "zircon") == [Address("lines", "line-2")]
    assert found(filled, "zebra") == []
    assert filled.journal.verify() is None


def test_words_edited_away_are_found_no_more_and_linger_in_no_page_of_the_index(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "minuted"):
        filled.lines.save(filled.lines.get("line-1").but(text="about the xylophone"))
    with filled.atomic(actor, "corrected"):
        filled.lines.save(filled.lines.get("line-1").but(text="about the piano"))
    assert found(filled, "xylophone") == []
    assert found(filled, "piano") == [Address("lines", "line-1")]
    pages = [bytes(block) for (block,) in filled._session.connection.execute("SELECT block FROM found_data")]
    assert not any(b"xylophone" in page for page in pages)
    assert any(b"piano" in page for page in pages)
    assert filled.journal.verify() is None


def test_a_struck_line_and_a_pin_taken_off_are_found_no_more(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "taken back"):
        filled.lines.save(filled.lines.get("line-1").but(struck=True))
        filled.pins.save(filled.pins.get("pin-1").but(withdrawn="by mistake"))
    assert found(filled, "call-out notices") == [Address("actions", "action-1")]
    assert found(filled, "shared with GP") == []
    assert found(filled, "drop table") == []


def test_an_answer_sent_again_is_found_as_it_stands_now(
    filled: Record, actor: Actor, request_to_police: AgencyRequest
) -> None:
    with filled.atomic(actor, "returned"):
        first = filled.requests.save(returned(filled.requests.get("request-pol"), rows=1))
        assert first.returned is not None
        filled.requests.save(first.but(returned=None, superseded=first.returned))
    assert found(filled, "log shared") == []


def test_an_agencys_own_are_found_alone_where_only_its_own_are_wanted(filled: Record) -> None:
    assert found(filled, "call-out", "POL") == [Address("actions", "action-1")]
    assert found(filled, "call-out", "CSC") == []


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_question_raises(filled: Record, question: str) -> None:
    found(filled, question)


@pytest.mark.parametrize(
    "question",
    ['"*:^()- NEAR', "shared AND", "NOT shared", 'label:of" that', "{words label} : shared", "sha*", "'shared", "-- ;"],
)
def test_signs_of_the_indexs_own_language_are_only_signs(filled: Record, question: str, actor: Actor) -> None:
    with filled.atomic(actor, "minuted"):
        filled.lines.save(
            filled.lines.get("line-1").but(text="shared near this and not that or those words, label of them")
        )
    assert found(filled, question) == ([Address("lines", "line-1")] if question != "-- ;" else [])


def test_equals_are_given_newest_first(filled: Record, actor: Actor, line: MinuteLine) -> None:
    with filled.atomic(actor, "minuted"):
        for number in (2, 3, 4):
            filled.lines.save(line.but(id=LineId(f"line-{number}"), number=number, text="the same zircon"))
    assert [each.id for each in found(filled, "zircon")] == ["line-4", "line-3", "line-2"]


def test_another_window_finds_what_this_one_saved(
    filled: Record, path: Path, opened: Opened, actor: Actor, line: MinuteLine
) -> None:
    other = opened(path)
    with filled.atomic(actor, "minuted"):
        filled.lines.save(line.but(id=LineId("line-2"), number=2, text="zircon"))
        assert found(other, "zircon") == []
    assert found(other, "zircon") == [Address("lines", "line-2")]


def test_a_key_hides_the_words_of_the_search_as_well(
    path: Path, clock: Clock, actor: Actor, incident: Incident, tmp_path: Path
) -> None:
    record = open_unit_of_work(path, clock=clock, key=bytes(range(32)))
    with record.atomic(actor, "told"):
        record.incidents.save(incident.but(title="about a xylophone"))
    assert found(record, "xylophone") == [Address("incidents", "incident-1")]
    assert record.journal.verify() is None
    assert all(b"xylophone" not in each.read_bytes() for each in tmp_path.iterdir())
    record.close()


def test_a_record_from_before_there_was_a_search_is_found_whole(whole: Record, path: Path, clock: Clock) -> None:
    session = whole._session
    before = sorted(map(str, session.rows("SELECT entity, record_id, part, label, words FROM passages")))
    for table in ("found", "recommended", "passages"):
        session.write(f"DROP TABLE {table}")
    session.write("DELETE FROM _sqlite_migrations WHERE name = 'm008_search'")
    migrate(session.database, path, clock)
    assert sorted(map(str, session.rows("SELECT entity, record_id, part, label, words FROM passages"))) == before
    assert found(whole, "call-out") != []
    assert whole.journal.verify() is None


@pytest.mark.parametrize(
    ("sql", "where", "what"),
    [
        ("DELETE FROM passages WHERE record_id = 'line-1'", "Line 1 of the minutes", "lacks words that it says"),
        ("UPDATE passages SET words = 'x' WHERE record_id = 'line-1'", "Line 1 of the minutes", "lacks words"),
        ("UPDATE passages SET agency = 'CSC' WHERE record_id = 'action-1' AND part = ''", "A-12", "lacks words"),
        (
            "INSERT INTO passages SELECT NULL, case_id, entity, record_id, part, sort, label, said_on, agency, 'more' "
            "FROM passages WHERE record_id = 'line-1'",
            "Line 1 of the minutes",
            "holds words that it does not say (Minute 1: more)",
        ),
        (
            "INSERT INTO passages SELECT NULL, case_id, entity, 'ghost', part, sort, label, said_on, agency, words "
            "FROM passages WHERE record_id = 'line-1'",
            "record ghost",
            "no lines there says these words",
        ),
    ],
)
def test_passages_changed_behind_their_records_back_are_named(filled: Record, sql: str, where: str, what: str) -> None:
    fault = tamper(filled, sql)
    assert fault.where == f"Table passages, {where}"
    assert fault.what.startswith(what)


def test_words_taken_out_of_the_index_alone_are_noticed(filled: Record) -> None:
    ((place,),) = filled._session.rows("SELECT id FROM passages WHERE record_id = 'line-1'")
    gone = "INSERT INTO found (found, rowid, label, words) VALUES ('delete', ?, ?, ?)"
    fault = tamper(filled, gone, (place, "minute 1", "call out of 9 sep not shared with gp"))
    assert (fault.where, fault.what) == ("The search index, found", "does not hold the words of the passages")


def test_words_put_into_the_index_alone_are_noticed(filled: Record) -> None:
    fault = tamper(filled, "INSERT INTO recommended (rowid, words) VALUES (4711, 'invented')")
    assert fault.where == "The search index, recommended"
