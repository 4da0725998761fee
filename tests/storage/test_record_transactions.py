"""All of a transaction or nothing, and nobody's work overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db.driver import sqlite3
from db.errors import RecordError
from db.record import Record
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import StaleError
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Stage

Opened = Callable[[Path | None], Record]


class Interrupted(BaseException):
    """Whatever ends a transaction, be it no error at all but a key."""


def _renamed_then_interrupted(record: Record) -> None:
    record.cases.save(record.cases.get("case-q").but(pseudonym="Child Z"))
    record.drafts.keep("form", "a form", {"a": 1}, "B. Manager")
    raise Interrupted


def test_saving_outside_a_transaction_is_a_programming_error(record: Record, board: BoardSettings) -> None:
    with pytest.raises(RuntimeError, match="only inside `atomic`"):
        record.settings.save(board)
    assert record.settings.find("board") is None


def test_the_second_of_two_windows_is_told_both_versions(filled: Record, path: Path, opened: Opened) -> None:
    other = opened(path)
    actor = Actor.model_validate({"name": "L. Chair", "role": "liip_chair"})
    here, there = filled.cases.get("case-q"), other.cases.get("case-q")
    with other.atomic(actor, "amend"):
        other.cases.save(there.but(pseudonym="Child R"))
    with pytest.raises(StaleError) as refused, filled.atomic(actor, "amend"):
        filled.cases.save(here.but(pseudonym="Child S"))
    assert (refused.value.what, refused.value.read, refused.value.stored) == ("SSCB/2026/004", 1, 2)
    assert filled.cases.get("case-q").pseudonym == "Child R"
    assert filled.journal.verify() is None


def test_two_first_saves_of_one_record_are_a_conflict_too(filled: Record, actor: Actor, board: BoardSettings) -> None:
    with pytest.raises(StaleError), filled.atomic(actor, "set up"):
        filled.settings.save(board)


def test_nothing_of_a_failed_transaction_stays(filled: Record, actor: Actor) -> None:
    before = len(filled.journal.of_case("case-q"))
    with pytest.raises(Interrupted), filled.atomic(actor, "amend"):
        _renamed_then_interrupted(filled)
    assert filled.cases.get("case-q").pseudonym == "Child Q"
    assert filled.drafts.find("form") is None
    assert len(filled.journal.of_case("case-q")) == before
    assert filled.journal.verify() is None


def test_an_inner_transaction_joins_the_outer_one_under_its_own_move(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "outer"):
        with filled.atomic(actor, "inner"):
            filled.cases.save(filled.cases.get("case-q").but(pseudonym="Child R"))
        filled.cases.save(filled.cases.get("case-q").but(stage=Stage.VOID))
    assert [entry.move for entry in filled.journal.of("cases", "case-q")][1:] == ["inner", "outer"]
    with pytest.raises(Interrupted), filled.atomic(actor, "outer"), filled.atomic(actor, "inner"):
        _renamed_then_interrupted(filled)
    assert filled.cases.get("case-q").version == 3


def test_a_failed_inner_transaction_leaves_the_outer_one_whole(filled: Record, actor: Actor) -> None:
    with filled.atomic(actor, "outer"):
        filled.cases.save(filled.cases.get("case-q").but(pseudonym="Child R"))
        with pytest.raises(Interrupted), filled.atomic(actor, "inner"):
            _renamed_then_interrupted(filled)
    held = filled.cases.get("case-q")
    assert (held.pseudonym, held.version) == ("Child R", 2)
    assert filled.journal.verify() is None


def test_a_busy_record_is_explained_and_usable_afterwards(
    filled: Record, path: Path, opened: Opened, actor: Actor
) -> None:
    other = opened(path)
    other._session.rows("PRAGMA busy_timeout = 5")
    with (
        filled.atomic(actor, "long work"),
        pytest.raises(RecordError, match="being written by another window"),
        other.atomic(actor, "amend"),
    ):
        pytest.fail("two windows held the write lock at once")
    with other.atomic(actor, "amend"):
        other.cases.save(other.cases.get("case-q").but(pseudonym="Child R"))


def test_a_full_disk_is_explained_and_nothing_is_lost(filled: Record, actor: Actor) -> None:
    case = filled.cases.get("case-q")
    ((pages,),) = filled._session.rows("PRAGMA page_count")
    filled._session.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RecordError, match="disk is full"), filled.atomic(actor, "amend"):
        filled.cases.save(case.but(duplicate_check="x" * 500_000))
    assert filled.cases.get("case-q") == case
    filled._session.rows("PRAGMA max_page_count = 1000000")
    with filled.atomic(actor, "amend"):
        filled.cases.save(case.but(duplicate_check="nothing found"))
    assert filled.journal.verify() is None


def test_another_windows_commit_is_noticed(filled: Record, path: Path, opened: Opened, actor: Actor) -> None:
    other = opened(path)
    seen = filled.data_version()
    with filled.atomic(actor, "amend"):
        filled.cases.save(filled.cases.get("case-q").but(pseudonym="Child R"))
    assert filled.data_version() == seen
    with other.atomic(actor, "amend"):
        other.cases.save(other.cases.get("case-q").but(pseudonym="Child S"))
    assert filled.data_version() > seen


def test_a_programming_error_is_not_dressed_as_an_expected_one(record: Record) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        record._session.rows("SELECT * FROM nowhere")
