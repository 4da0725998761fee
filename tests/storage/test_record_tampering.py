"""`verify` names whatever was changed behind the program's back."""

# ruff: noqa: S608  (the SQL is the tests' own)

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.driver import Cell
from db.journal import seal_of
from db.record import Record
from sscb_tui.domain.people import Actor
from sscb_tui.services.ports import Fault

COLUMNS = ("seq", "at", "actor", "move", "entity", "id", "version", "case_id", "state", "prev", "hash")
TABLES = (
    "reviews",
    "reports",
    "reviewers",
    "proceedings",
    "family_contacts",
    "incidents",
    "cases",
    "requests",
    "meetings",
    "lines",
    "advice",
    "decisions",
    "duties",
    "recommendations",
    "actions",
    "chronologies",
    "pins",
    "settlements",
    "reopenings",
    "addenda",
    "privileged",
    "progress_rounds",
    "settings",
)


@contextmanager
def unguarded(record: Record) -> Iterator[None]:
    """The triggers taken away and put back again, as somebody with a database tool would."""
    triggers = record._session.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    for name, _ in triggers:
        record._session.write(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        record._session.write(str(sql))


def tamper(record: Record, sql: str, parameters: Sequence[Cell] = ()) -> Fault:
    """Run one statement behind the record's back; it must change something, and verify must find it."""
    record._session.rows("PRAGMA foreign_keys = OFF")
    with unguarded(record):
        assert record._session.write(sql, parameters) > 0
    fault = record.journal.verify()
    assert fault is not None
    return fault


def test_an_untouched_record_has_no_fault(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "amend"):
        filled.cases.save(filled.cases.get("case-q").but(pseudonym="Child R"))
    with unguarded(filled):
        pass
    assert filled.journal.verify() is None


def test_an_empty_record_has_no_fault(record: Record) -> None:
    assert record.journal.verify() is None


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", [1, 6, 17])
def test_a_changed_column_of_the_journal_is_named_by_its_row(filled: Record, column: str, seq: int) -> None:
    change = "+ 50" if column in ("seq", "version") else "|| 'x'"
    null = f"coalesce({column}, '')" if column == "case_id" else column
    fault = tamper(filled, f"UPDATE journal SET {column} = {null} {change} WHERE seq = ?", (seq,))
    assert fault.where.split(" (")[0] == f"Journal row {seq}"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seq=st.integers(1, 17), column=st.sampled_from(COLUMNS[1:]), place=st.integers(0), mask=st.integers(1, 255))
def test_any_single_changed_byte_of_the_journal_is_found(
    filled: Record, seq: int, column: str, place: int, mask: int
) -> None:
    """Bytes that are no text included; each change is taken back before the next."""
    ((stored,),) = filled._session.rows(f"SELECT CAST({column} AS BLOB) FROM journal WHERE seq = ?", (seq,))
    if stored is None:
        return
    changed = bytearray(stored)  # type: ignore[arg-type]  # a BLOB, which no column of ours is
    changed[place % len(changed)] ^= mask
    kind = "INTEGER" if column == "version" else "TEXT"
    filled._session.write("SAVEPOINT tampering")
    sql = f"UPDATE journal SET {column} = CAST(? AS {kind}) WHERE seq = {seq} RETURNING CAST({column} AS BLOB) <> ?"
    with unguarded(filled):
        ((really,),) = filled._session.rows(sql, (bytes(changed), stored))  # type: ignore[arg-type]  # BLOBs again
    fault = filled.journal.verify()
    filled._session.write("ROLLBACK TO tampering")
    filled._session.write("RELEASE tampering")
    assert (fault is not None) == bool(really)
    assert fault is None or fault.where.startswith(f"Journal row {seq} ")


def test_the_sentence_names_the_case_the_move_and_the_day(filled: Record) -> None:
    fault = tamper(filled, "UPDATE journal SET state = replace(state, 'criteria are met', 'criteria are not met')")
    assert fault.where == "Journal row 7 (case SSCB/2026/004, advice, scoping called, 3 Nov 2026)"
    assert fault.what == "its content does not fit its hash"


def test_a_row_rewritten_with_a_hash_that_fits_breaks_the_chain(filled: Record) -> None:
    ((*content, prev),) = filled._session.rows(
        "SELECT seq, at, actor, 'another', entity, id, version, case_id, state, prev FROM journal WHERE seq = 6"
    )
    forged = seal_of(str(prev), content)
    fault = tamper(filled, "UPDATE journal SET move = 'another', hash = ? WHERE seq = 6", (forged,))
    assert fault.where.startswith("Journal row 7 ")
    assert fault.what == "does not follow row 6: one of the two was altered"


@pytest.mark.parametrize("seq", [1, 6])
def test_a_row_taken_out_of_the_journal_is_named(filled: Record, seq: int) -> None:
    fault = tamper(filled, "DELETE FROM journal WHERE seq = ?", (seq,))
    assert fault.where == f"Journal row {seq}"
    assert fault.what.startswith("is missing")


def test_a_journal_cut_short_is_noticed(filled: Record) -> None:
    fault = tamper(filled, "DELETE FROM journal WHERE seq = 17")
    assert fault == Fault("Journal row 17", "missing: the journal ends at row 16, but 17 were written")


def test_a_journal_emptied_is_noticed(filled: Record) -> None:
    assert tamper(filled, "DELETE FROM journal").where == "Journal rows 1 to 17"


def test_two_rows_that_changed_places_are_named(filled: Record) -> None:
    with unguarded(filled):
        for was, now in ((5, 99), (6, 5), (99, 6)):
            filled._session.write("UPDATE journal SET seq = ? WHERE seq = ?", (now, was))
    fault = filled.journal.verify()
    assert fault is not None
    assert fault.where.startswith("Journal row 5 ")
    assert fault.what == "is out of order: it was written after what now stands in row 6"


def test_the_journals_head_is_part_of_the_record(filled: Record) -> None:
    assert tamper(filled, "UPDATE journal_head SET hash = 'x'").where == "Table journal_head"
    assert tamper(filled, "DELETE FROM journal_head").what == "its only row is missing"


def _columns(record: Record, table: str) -> tuple[str, ...]:
    return record._session.columns(table)


def test_every_table_of_records_is_tried_here(record: Record) -> None:
    with_bodies = "SELECT t.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c WHERE c.name = 'body'"
    assert sorted(str(name) for (name,) in record._session.rows(with_bodies)) == sorted(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_table_is_held_against_the_journal(whole: Record, table: str) -> None:
    whole._session.rows("PRAGMA foreign_keys = OFF")
    for column in _columns(whole, table):
        whole._session.write("BEGIN")
        ((value,),) = whole._session.rows(f"SELECT {column} FROM {table}")
        changed = value + 1 if isinstance(value, int) else f"{value or ''}x"
        fault = tamper(whole, f"UPDATE {table} SET {column} = ?", (changed,))
        whole._session.write("ROLLBACK")
        assert fault.where.startswith(f"Table {table}, record "), (column, fault)
        assert column == "id" or f"column {column} " in fault.what, (column, fault)


def test_a_changed_column_is_named_with_both_values(filled: Record) -> None:
    fault = tamper(filled, "UPDATE cases SET stage = 'closed'")
    assert fault == Fault(
        "Table cases, record SSCB/2026/004", "column stage holds 'closed', the journal says 'received'"
    )


def test_a_changed_body_is_named_by_the_field_that_changed(filled: Record) -> None:
    fault = tamper(filled, "UPDATE decisions SET body = replace(body, 'criteria are met', 'criteria are not met')")
    assert fault.where == "Table decisions, record The decision"
    assert fault.what == (
        "column body is not what the journal says (reasons: the criteria are met -> the criteria are not met)"
    )


def test_a_body_that_is_no_record_any_more_is_named(filled: Record) -> None:
    assert "it is no longer a record" in tamper(filled, "UPDATE cases SET body = 'gone'").what


@pytest.mark.parametrize("table", TABLES)
def test_a_row_added_to_a_table_is_named(whole: Record, table: str) -> None:
    names = _columns(whole, table)
    unique = {"id": "'added'", "reference": "'SSCB/2026/099'", "token": "'AAAA-AAAA'", "sha256": "'00'", "number": "99"}
    values = ", ".join(unique.get(name, name) for name in names)
    fault = tamper(whole, f"INSERT INTO {table} SELECT {values} FROM {table}")
    assert fault == Fault(f"Table {table}, record added", "is not in the journal")


@pytest.mark.parametrize("table", TABLES)
def test_a_row_taken_out_of_a_table_is_named(whole: Record, table: str) -> None:
    fault = tamper(whole, f"DELETE FROM {table}")
    assert fault.where.startswith(f"Table {table}, record ")
    assert fault.what.startswith("is missing; journal row ")


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        ("DROP TRIGGER journal_is_never_changed", "The schema, journal is never changed", "is missing"),
        ("CREATE TABLE extra (a)", "The schema, extra", "is not ours"),
        ("DROP INDEX lines_by_meeting", "The schema, lines by meeting", "is missing"),
    ],
)
def test_guards_taken_away_are_named(filled: Record, statement: str, where: str, what: str) -> None:
    filled._session.write(statement)
    assert filled.journal.verify() == Fault(where, what)


def test_a_guard_made_harmless_is_named(filled: Record) -> None:
    filled._session.write("DROP TRIGGER journal_is_never_shortened")
    filled._session.write("CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal BEGIN SELECT 1; END")
    assert filled.journal.verify() == Fault("The schema, journal is never shortened", "was altered")


def test_a_byte_changed_in_the_file_is_found(
    filled: Record, path: Path, opened: Callable[[Path | None], Record]
) -> None:
    filled._session.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    filled.close()
    held = path.read_bytes()
    place = held.rindex(b"call-out of 9 Sep")
    path.write_bytes(held[:place] + b"C" + held[place + 1 :])
    assert opened(path).journal.verify() is not None
