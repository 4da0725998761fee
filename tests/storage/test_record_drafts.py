"""Text being typed is kept until it becomes a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from db.record import Record
from sscb_tui.domain.people import Actor

Opened = Callable[[Path | None], Record]


def test_a_draft_is_there_for_every_window_as_soon_as_it_is_kept(record: Record, path: Path, opened: Opened) -> None:
    at = record.drafts.keep("referral:new", "New referral", {"pseudonym": "Chi", "n": 3, "none": None}, "B. Manager")
    draft = opened(path).drafts.find("referral:new")
    assert draft is not None
    assert (draft.title, draft.fields, draft.by) == (
        "New referral",
        {"pseudonym": "Chi", "n": 3, "none": None},
        "B. Manager",
    )
    assert draft.saved_at == at == datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_a_later_draft_takes_the_place_of_the_earlier(record: Record) -> None:
    record.drafts.keep("a", "A", {"text": "o"}, "B. Manager")
    record.drafts.keep("b", "B", {"text": "x"}, "B. Manager")
    record.drafts.keep("a", "A", {"text": "one"}, "L. Chair")
    assert [(draft.key, draft.fields["text"], draft.by) for draft in record.drafts.all()] == [
        ("a", "one", "L. Chair"),
        ("b", "x", "B. Manager"),
    ]


def test_a_draft_keeps_text_that_is_not_yet_a_whole_character(record: Record) -> None:
    fields = {"text": "\x00\x1b[31m\ud83d half \u202e [/]\r\n" + "x" * 100_000}
    record.drafts.keep("a", "A", fields, "B. Manager")
    draft = record.drafts.find("a")
    assert draft is not None
    assert draft.fields == fields


def test_a_draft_given_up_is_gone_and_was_never_journalled(record: Record) -> None:
    record.drafts.keep("a", "A", {}, "B. Manager")
    record.drafts.discard("a")
    record.drafts.discard("never kept")
    assert record.drafts.find("a") is None
    assert record._session.rows("SELECT count(*) FROM journal") == [(0,)]


def test_a_draft_that_becomes_a_record_goes_with_it(filled: Record, actor: Actor) -> None:
    filled.drafts.keep("a", "A", {}, "B. Manager")
    with filled.atomic(actor, "amend"):
        filled.cases.save(filled.cases.get("case-q").but(pseudonym="Child R"))
        filled.drafts.discard("a")
    assert filled.drafts.all() == ()
