"""Opening a record: private, complete, one's own, or refused in a sentence."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from db import migrations, schema
from db.connection import open_connection
from db.driver import sqlite3
from db.errors import RecordError
from db.migrations import MIGRATIONS, migrate
from db.record import Record, open_unit_of_work
from db.toolkit import Database, Migrations
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.people import Actor

Clock = Callable[[], datetime]
Opened = Callable[[Path | None], Record]
KEY = bytes(range(32))


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_record_and_its_folders_are_private(tmp_path: Path, opened: Opened, actor: Actor) -> None:
    path = tmp_path / "a" / "b" / "record.db"
    record = opened(path)
    with record.atomic(actor, "set up"):
        assert {_mode(each) for each in path.parent.iterdir()} == {0o600}
    assert (_mode(path), _mode(path.parent), _mode(path.parent.parent)) == (0o600, 0o700, 0o700)


def test_a_record_keeps_the_settings_that_make_it_safe(record: Record) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    held = [record._session.rows(f"PRAGMA {name}")[0][0] for name in pragmas]
    assert held == ["wal", 2, 1, 5000]


def test_every_table_is_strict(record: Record) -> None:
    loose = record._session.rows(
        "SELECT name FROM pragma_table_list WHERE NOT strict AND name NOT LIKE '%sqlite_%' AND schema = 'main' "
        "AND type = 'table'"
    )
    assert loose == []


def test_a_record_in_memory_works_like_one_in_a_file(opened: Opened, actor: Actor) -> None:
    record = opened(None)
    with record.atomic(actor, "nothing"):
        pass
    assert record.journal.verify() is None


def test_migrating_again_changes_nothing(path: Path, clock: Clock, opened: Opened) -> None:
    record = opened(path)
    before = record._session.rows("SELECT * FROM sqlite_schema")
    migrate(record._session.database, path, clock)
    assert opened(path)._session.rows("SELECT * FROM sqlite_schema") == before
    assert MIGRATIONS.pending(record._session.database) == []
    assert sorted(each.name for each in path.parent.iterdir()) == ["record.db", "record.db-shm", "record.db-wal"]


def test_the_quick_look_at_the_schema_knows_every_migration(record: Record) -> None:
    assert [each.name for each in MIGRATIONS.applied(record._session.database)] == list(schema.MIGRATIONS)
    assert schema.is_current(record._session)


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """The program as it will be one migration later."""
    later = Migrations("sscb")
    for name in schema.MIGRATIONS:
        later()(getattr(migrations, name))

    @later()
    def m999_more(db: Database) -> None:
        db.execute("CREATE TABLE more (id TEXT PRIMARY KEY) STRICT")

    monkeypatch.setattr(migrations, "m999_more", m999_more, raising=False)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    return later


def test_a_record_is_copied_beside_itself_before_its_schema_changes(
    filled: Record, path: Path, clock: Clock, next_schema: Migrations
) -> None:
    migrate(filled._session.database, path, clock)
    assert next_schema.pending(filled._session.database) == []
    (copy,) = path.parent.glob(f"record-{schema.MIGRATIONS[-1][:4]}-*.db")
    assert copy.name.startswith(f"record-{schema.MIGRATIONS[-1][:4]}-20261103T1200")
    assert _mode(copy) == 0o600
    held = Database(copy, execute_plugins=False)
    assert held["cases"].count == 1
    assert not held["more"].exists()
    held.close()


def test_a_new_record_needs_no_copy(path: Path, clock: Clock, next_schema: Migrations) -> None:
    open_unit_of_work(path, clock=clock).close()
    assert [each.name for each in path.parent.iterdir()] == ["record.db"]
    assert len(next_schema._migrations) == len(schema.MIGRATIONS) + 1


def test_a_migration_that_fails_leaves_the_record_as_it_was(
    filled: Record, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Migrations("sscb")

    @broken()
    def m004_orphans(db: Database) -> None:
        db.execute("DELETE FROM meetings")

    monkeypatch.setattr(migrations, "MIGRATIONS", broken)
    monkeypatch.setattr(migrations, "m004_orphans", m004_orphans, raising=False)
    with pytest.raises(RecordError, match="would have lost what they belong to"):
        migrate(filled._session.database, path, clock)
    assert filled.meetings.get("meeting-1").version == 1
    assert filled._session.rows("PRAGMA foreign_keys") == [(1,)]
    monkeypatch.undo()
    assert filled.journal.verify() is None


def test_a_record_of_a_newer_program_is_left_alone(path: Path, clock: Clock, opened: Opened) -> None:
    opened(path)._session.write(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('sscb', 'm999_later', '')"
    )
    with pytest.raises(InputError, match=r"record\.db: .*newer version of this program \(m999_later\)"):
        open_unit_of_work(path, clock=clock)


@pytest.mark.parametrize("content", [b"a letter, not a record\n" * 400, b"\x00" * 5000, b"SQLite format 3\x00" * 300])
def test_a_file_that_is_no_database_is_refused_in_a_sentence(path: Path, clock: Clock, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"record\.db: The file is not a record|record\.db: The record's file is dam"):
        open_unit_of_work(path, clock=clock)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_not_touched(path: Path, clock: Clock) -> None:
    foreign = sqlite3.connect(str(path))
    foreign.execute("CREATE TABLE contacts (name)")
    foreign.close()
    before = path.read_bytes()
    with pytest.raises(InputError, match="database of another program"):
        open_unit_of_work(path, clock=clock)
    assert path.read_bytes() == before


def test_a_record_cut_off_in_the_middle_is_refused_in_a_sentence(filled: Record, path: Path, clock: Clock) -> None:
    filled.close()
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(InputError, match="damaged"):
        open_unit_of_work(path, clock=clock)


def test_a_place_that_cannot_hold_a_record_is_named(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "letter.txt").write_text("a letter")
    for place in (tmp_path, tmp_path / "letter.txt" / "record.db"):
        with pytest.raises(InputError, match="cannot be opened"):
            open_unit_of_work(place, clock=clock)


def test_a_key_makes_the_file_unreadable_without_it(
    path: Path, clock: Clock, actor: Actor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    record = open_unit_of_work(path, clock=clock, key=KEY)
    with record.atomic(actor, "set up"):
        record.drafts.keep("form", "Child Q", {"text": "marker-in-plain-words"}, "B. Manager")
    record.backup(tmp_path / "copy.db")
    record.close()
    for place in (path, tmp_path / "copy.db"):
        assert b"marker-in-plain-words" not in place.read_bytes()
        for wrong in (None, bytes(32)):
            with pytest.raises(InputError, match="needs its key"):
                open_unit_of_work(place, clock=clock, key=wrong)
        again = open_unit_of_work(place, clock=clock, key=KEY)
        assert again.drafts.find("form") is not None
        again.close()
    assert capfd.readouterr().err == ""


def test_a_database_closes_when_opening_fails(path: Path, clock: Clock) -> None:
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(InputError):
        open_connection(path)
    path.unlink()
    open_unit_of_work(path, clock=clock).close()
