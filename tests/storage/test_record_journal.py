"""The journal tells what happened, in plain words, and cannot be edited."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

import pytest

from db.driver import sqlite3
from db.history import changes
from db.journal import seal_of
from db.record import Record
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Stage


def test_every_save_is_one_entry_in_one_unbroken_row_of_numbers(filled: Record) -> None:
    rows = filled._session.rows("SELECT seq, entity, version FROM journal ORDER BY seq")
    assert [seq for seq, _, _ in rows] == list(range(1, 18))
    assert [entity for _, entity, _ in rows][:3] == ["settings", "incidents", "cases"]
    assert {version for _, _, version in rows} == {1}


def test_a_number_given_up_by_a_failed_transaction_leaves_no_gap(filled: Record, actor: Actor) -> None:
    case = filled.cases.get("case-q")
    with pytest.raises(ValueError, match="action"), filled.atomic(actor, "amend"):
        _saved_then_failed(filled)
    with filled.atomic(actor, "amend"):
        filled.cases.save(case.but(pseudonym="Child S"))
    assert filled.journal.of("cases", "case-q")[-1].seq == 18


def _saved_then_failed(record: Record) -> None:
    record.cases.save(record.cases.get("case-q").but(pseudonym="Child R"))
    record.actions.save(record.actions.get("action-1").but(action=""))


def test_an_entry_says_who_when_by_which_move_and_what_changed(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "discussion opened"):
        case = filled.cases.get("case-q").but(stage=Stage.INITIAL_DISCUSSION, duplicate_check="nothing found")
        filled.cases.save(case)
    first, last = filled.journal.of("cases", "case-q")
    assert first.changes == ("created",)
    assert last.changes == ("duplicate check: blank -> nothing found", "stage: received -> initial discussion")
    assert (last.actor, last.move, last.version) == ("B. Manager, Business Manager", "discussion opened", 2)
    assert last.at > first.at >= datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_the_actor_is_kept_whole(filled: Record) -> None:
    deputy = Actor.model_validate(
        {"name": "D. Deputy", "role": "chair", "agency": "CSC", "authority": "letter of 1 Nov"}
    )
    with filled.atomic(deputy, "amend"):
        filled.cases.save(filled.cases.get("case-q").but(pseudonym="Child R"))
    ((kept,),) = filled._session.rows("SELECT actor FROM journal ORDER BY seq DESC LIMIT 1")
    assert json.loads(str(kept)) == deputy.model_dump(mode="json")


def test_a_cases_history_holds_everything_that_belongs_to_it(filled: Record) -> None:
    entities = [entry.entity for entry in filled.journal.of_case("case-q")]
    assert entities == [
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
    ]
    assert filled.journal.of_case("another") == ()


def test_the_seal_is_that_of_the_latest_version(filled: Record, actor: Actor) -> None:
    first = filled.journal.seal("decisions", "decision-1")
    with filled.atomic(actor, "amend"):
        filled.decisions.save(filled.decisions.get("decision-1").but(reasons="the criteria are plainly met"))
    latest = filled.journal.seal("decisions", "decision-1")
    assert len(first) == 64
    assert latest == filled.journal.of("decisions", "decision-1")[-1].hash != first
    assert filled.journal.seal("decisions", "none") == ""


def test_a_seal_can_be_reckoned_again_by_anybody(filled: Record) -> None:
    """Sixty-four zeros, then sha256 over the hash before and a JSON array of every other column."""
    prev = "0" * 64
    for *content, stored_prev, seal in filled._session.rows("SELECT * FROM journal ORDER BY seq"):
        spelt = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        assert (stored_prev, seal) == (prev, hashlib.sha256((prev + spelt).encode()).hexdigest())
        prev = str(seal)


@pytest.mark.parametrize(("one", "other"), [(("ab", "c"), ("a", "bc")), ((1,), ("1",)), ((None,), ("",))])
def test_no_two_rows_are_spelt_alike(one: tuple[str | int | None], other: tuple[str | int | None]) -> None:
    assert seal_of("", one) != seal_of("", other)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET move = 'nothing happened' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 17",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3",
        "INSERT INTO journal SELECT 99, at, actor, move, entity, id, version, case_id, state, prev, hash FROM journal "
        "WHERE seq = 3",
        "UPDATE journal_head SET seq = 3",
        "DELETE FROM journal_head",
    ],
)
def test_the_journal_refuses_every_other_hand(filled: Record, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        filled._session.write(statement)
    assert filled.journal.verify() is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"stage": "received"}, {"stage": "initial_discussion"}, "stage: received -> initial discussion"),
        ({"what_happened": "a" * 90}, {"what_happened": "b" * 90}, "what happened: text changed"),
        ({"what_happened": ""}, {"what_happened": "b\nb"}, "what happened: text added"),
        ({"note": "b" * 90}, {"note": ""}, "note: text removed"),
        ({"returned": None}, {"returned": {"nil": True}}, "returned: added"),
        ({"plan": {"place": "x"}}, {"plan": None}, "plan: removed"),
        ({"due": "2026-11-09"}, {"due": "2026-11-30"}, "due: 9 Nov 2026 -> 30 Nov 2026"),
        ({"at": None}, {"at": "2026-11-09T10:42:00+00:00"}, "at: blank -> 9 Nov 2026 10:42"),
        ({"early": False}, {"early": True}, "early: no -> yes"),
        ({"current": None}, {"current": 0}, "current: blank -> 0"),
        ({"agencies": ["POL"]}, {"agencies": ["POL", "CSC"]}, "agencies: POL -> POL, CSC"),
        ({"updates": []}, {"updates": [{"note": "x"}]}, "updates 1: added"),
        ({"family": [{"name": "A"}, {"name": "B"}]}, {"family": [{"name": "A"}]}, "family 2: removed"),
        ({"child": {"name": "A"}}, {"child": {"name": "B"}}, "child, name: A -> B"),
        ({"text": "2026-99-99"}, {"text": "[/]"}, "text: 2026-99-99 -> [/]"),
        ({}, {"scope": "wide"}, "scope: blank -> wide"),
        ({"views": [{"why": "A"}]}, {"views": [{"why": "B"}]}, "views 1, why: A -> B"),
    ],
)
def test_changes_read_as_plain_words(before: object, after: object, said: str) -> None:
    assert changes(before, after) == (said,)
    assert changes(after, after) == ()
