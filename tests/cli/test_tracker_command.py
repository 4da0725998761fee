"""The tracker without a screen: every deed on an action and a recommendation, and what refuses it."""

from __future__ import annotations

import json

import pytest

from sscb_tui.services.demonstration import people
from tests.cli.conftest import Sscb
from tests.services.doors_of_the_tracker import ACTION, MINUTE, MOVED, PROOF, SHARE, TEST

MANAGER, LIIP, OWNER, BOARD = (each.name for each in (people.MANAGER, people.LIIP, people.OWNER, people.FULL_BOARD))


@pytest.fixture
def ref(sscb: Sscb, reference: str) -> str:
    """A case with two recommendations more, and three actions of Housing; the last of them numbers."""
    for words in ("Share.", "Train."):
        sscb("recommendation", "add", reference, "-", by=MANAGER, given=SHARE.but(text=words).model_dump_json())
    for number in range(3):
        form = ACTION.but(action=f"Step {number}.", measure="")
        sscb("action", "add", reference, "-", by=MANAGER, given=form.model_dump_json())
    return reference


def numbers(sscb: Sscb, ref: str, *terms: str) -> list[str]:
    """The actions listed, oldest first."""
    return [f"A-{row['number']}" for row in json.loads(sscb("action", "list", ref, *terms, "--json").stdout)]


def test_several_actions_are_updated_with_one_note_all_or_none(sscb: Sscb, ref: str) -> None:
    mine = numbers(sscb, ref, "--agency", "hsg", "--state", "not_started")
    told = sscb("action", "update", *mine, "--state", "in_progress", "Awaiting audit.", by=MANAGER).stdout
    assert told.splitlines() == [f"{each}: in progress" for each in mine]
    sscb("action", "withdraw", mine[0], "--reason", "Ended.", "--minute", MINUTE, by=MANAGER)
    sscb("action", "update", mine[2], "Nearly there.", by=OWNER)
    refused = sscb("action", "update", *mine, "--state", "blocked", "--note", "No staff.", by=MANAGER, code=1).stderr
    assert f"{mine[0]} is withdrawn" in refused
    assert numbers(sscb, ref, "--state", "in_progress")[-2:] == mine[1:]


def test_two_notes_are_refused(sscb: Sscb, ref: str) -> None:
    said = sscb("action", "update", "A-1", "One.", "Two.", by=MANAGER, code=2).stderr
    assert "numbers first, then one note in quotes" in said


def test_an_update_is_shown_and_taken_back_in_words(sscb: Sscb, ref: str) -> None:
    mine = numbers(sscb, ref)[-3:]
    sscb("action", "update", *mine, "Awaiting audit.", by=MANAGER)
    shown = sscb("action", "undo", "--show", by=MANAGER).stdout
    assert "your update of 3 actions at" in shown
    assert "(Housing rows: 'Awaiting audit.')" in shown
    assert sscb("action", "undo", by=MANAGER).stdout.startswith("Taken back: your update of 3 actions")
    assert "nothing" in sscb("action", "undo", by=MANAGER, code=2).stderr
    assert "could be taken back" in sscb("action", "undo", "--show", by=MANAGER).stdout
    assert sscb("verify").stdout


def test_from_done_to_closed_by_those_whose_word_it_is(sscb: Sscb, ref: str) -> None:
    mine = numbers(sscb, ref)[-1]
    sscb("action", "update", mine, "--state", "done_unverified", "In use.", by=OWNER)
    sscb("action", "evidence", mine, "-", by=OWNER, given=PROOF.model_dump_json())
    assert "WHO-OWN" in sscb("action", "verify", mine, "--note", "Mine.", by=OWNER, code=1).stderr
    sscb("action", "verify", mine, "--note", "Read it.", by=LIIP)
    assert "RA.18" in sscb("action", "embed", mine, "--note", "Changed.", by=LIIP, code=1).stderr
    test = TEST.but(on="2026-11-20")
    assert "No test is due" in sscb("action", "retests").stdout
    assert mine in sscb("action", "retests", "--all").stdout
    assert "verified" in sscb("action", "impact", mine, "-", by=MANAGER, given=test.model_dump_json()).stdout
    assert "embedded" in sscb("action", "embed", mine, "--note", "Changed.", by=LIIP).stdout
    assert "closed" in sscb("action", "close", mine, "--note", "It held.", by=LIIP).stdout
    failed = test.but(shown="not_shown").model_dump_json()
    assert "reopened" in sscb("action", "impact", mine, "-", by=MANAGER, given=failed).stdout


def test_dates_move_with_reason_and_approval_and_the_slip_is_said(sscb: Sscb, ref: str) -> None:
    mine = numbers(sscb, ref)[-2:]
    move = ("action", "move", *mine, "--to", "2027-02-14", "--reason", "Post empty.")
    assert "approved_by" in sscb(*move, by=MANAGER, code=2).stderr
    assert "WHO-OWN" in sscb(*move, "--approved-by", "h. owner", by=MANAGER, code=1).stderr
    told = sscb(*move, "--approved-by", "The Board", by=MANAGER).stdout
    assert told.splitlines()[0] == f"{mine[0]}: due 2027-02-14; moved once, slipped 30 days in all"
    one = ("action", "move", mine[0], "--to", "2026-11-01", "--reason", "As agreed.", "--approved-by", "The Board")
    assert "has passed" in sscb(*one, by=MANAGER, code=1).stderr
    assert "moved twice" in sscb(*one, "--past", by=MANAGER).stdout
    assert mine[0] in numbers(sscb, ref, "--overdue")


def test_terms_change_by_their_own_deeds(sscb: Sscb, ref: str) -> None:
    first, second, third = numbers(sscb, ref)[-3:]
    given = sscb("action", "transfer", first, "-", by=MANAGER, given=MOVED.model_dump_json()).stdout
    assert given.strip() == f"{first}: with Head of safeguarding (POL)"
    sscb("action", "fill", first, "-", by=MANAGER, given='{"measure": "Ten a month."}')
    assert "RA.10" in sscb("action", "fill", first, "-", by=MANAGER, given='{"measure": "x"}', code=1).stderr
    assert "amber, set by hand" in sscb("action", "override", first, "amber", "--reason", "Booked.", by=MANAGER).stdout
    assert "set by hand" not in sscb("action", "override", first, "key", by=MANAGER).stdout
    sscb("action", "publishable", first, "--words", "Schools are told.", by=MANAGER)
    assert "superseded" in sscb("action", "supersede", second, third, "--reason", "One step.", by=MANAGER).stdout
    assert "open" in sscb("action", "load", "pol").stdout
    assert set(json.loads(sscb("action", "load", "POL", "--json").stdout)) == {"open", "overdue", "silent"}


def test_links_answers_and_what_leads_nowhere(sscb: Sscb, ref: str) -> None:
    mine = numbers(sscb, ref)[-1]
    found = json.loads(sscb("recommendation", "ends", ref, "--json").stdout)
    share, train = (each["label"] for each in found if each["action"] in ("Share.", "Train."))
    assert "carries out 2" in sscb("action", "link", mine, share, train, by=MANAGER).stdout
    assert "Nothing is left open." in sscb("recommendation", "ends", ref).stdout
    assert "carries out 1" in sscb("action", "unlink", mine, train, by=MANAGER).stdout
    sscb("recommendation", "answer", train, "--accepted", "partly", "--reason", "In two wards.", by=MANAGER)
    assert "accepted in part" in sscb("recommendation", "ends", ref).stdout
    form = SHARE.but(text="Train everybody.").model_dump_json()
    assert "Train everybody." in sscb("recommendation", "amend", train, "-", by=MANAGER, given=form).stdout
    told = sscb("recommendation", "reiterate", train, share, "--why", "Nobody was told.", by=MANAGER).stdout
    assert told.strip() == f"{train}: says {share} again"
    assert (
        "no recommendation R-99" in sscb("recommendation", "amend", "R-99", "-", by=MANAGER, given=form, code=2).stderr
    )


@pytest.mark.parametrize("name", ["fill", "impact", "transfer"])
def test_the_new_forms_have_their_schemas(sscb: Sscb, name: str) -> None:
    assert json.loads(sscb("schema", name).stdout)["properties"]


def test_the_eleventh_recommendation_warns_and_is_taken(sscb: Sscb, reference: str) -> None:
    for number in range(11):
        form = SHARE.but(text=f"Do {number}.").model_dump_json()
        said = sscb("recommendation", "add", reference, "-", by=MANAGER, given=form)
    assert "more than 10 are seldom carried out" in said.stderr
