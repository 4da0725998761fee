"""The tracker in the record: the first due date and the row itself are safe from any hand; old records still read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db.connection import open_connection
from db.errors import RecordError
from db.migrations import migrate
from db.record import Record
from sscb_tui.domain.action import Action
from sscb_tui.domain.people import Actor
from sscb_tui.services.ports import Clock


def test_the_first_due_date_cannot_be_changed_by_a_save(filled: Record, actor: Actor, action: Action) -> None:
    held = filled.actions.get(action.id)
    with pytest.raises(RecordError, match="first due date"), filled.atomic(actor, "move"):
        filled.actions.save(held.but(due=date(2027, 2, 1), moves=()))
    assert filled.actions.get(action.id) == held


def test_a_date_first_given_later_is_then_the_first(filled: Record, actor: Actor, action: Action) -> None:
    with filled.atomic(actor, "act"):
        came = filled.actions.save(action.but(id="undated", number=2, due=None, moves=()))
    with filled.atomic(actor, "date"):
        dated = filled.actions.save(came.but(due=date(2027, 2, 1)))
    with pytest.raises(RecordError, match="first due date"), filled.atomic(actor, "date"):
        filled.actions.save(dated.but(due=None))


def test_neither_by_sql_behind_the_programs_back(tmp_path: Path, filled: Record) -> None:
    copy = tmp_path / "copy.db"
    filled.backup(copy)
    connection = open_connection(copy)
    with pytest.raises(Exception, match="first due date"):
        connection.execute("UPDATE actions SET original_due = '2027-01-01'")
    with pytest.raises(Exception, match="never deleted"):
        connection.execute("DELETE FROM actions")
    connection.close()


def test_a_record_from_before_lists_saw_so_much_keeps_every_action(
    filled: Record, path: Path, clock: Clock, actor: Actor
) -> None:
    before = filled.action_facts()
    session = filled._session
    for statement in _BACK_TO_THE_SHAPE_BEFORE.split(";"):
        session.write(statement)
    migrate(session.database, path, clock)
    assert filled.action_facts() == before
    assert filled.journal.verify() is None


_BACK_TO_THE_SHAPE_BEFORE = """
    DROP TRIGGER first_due_date_stays;
    DROP TRIGGER actions_stay;
    CREATE TABLE older (id TEXT PRIMARY KEY, version INTEGER NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id), recommendation_id TEXT REFERENCES recommendations (id),
        number INTEGER NOT NULL UNIQUE, agency TEXT NOT NULL, owner TEXT NOT NULL, action TEXT NOT NULL,
        state TEXT NOT NULL, due TEXT NOT NULL, original_due TEXT NOT NULL, evidence_rung INTEGER NOT NULL,
        last_update TEXT, moves INTEGER NOT NULL, agreed_on TEXT NOT NULL, done_on TEXT, body TEXT NOT NULL) STRICT;
    INSERT INTO older SELECT id, version, case_id, recommendation_id, number, agency, owner, action, state, due,
        original_due, evidence_rung, last_update, moves, agreed_on, done_on, body FROM actions;
    DROP TABLE actions;
    ALTER TABLE older RENAME TO actions;
    CREATE INDEX actions_by_case ON actions (case_id);
    CREATE INDEX actions_by_recommendation ON actions (recommendation_id);
    ALTER TABLE recommendations DROP COLUMN level;
    ALTER TABLE recommendations DROP COLUMN origin;
    ALTER TABLE recommendations DROP COLUMN themes;
    DELETE FROM _sqlite_migrations WHERE name = 'm007_the_tracker'"""
