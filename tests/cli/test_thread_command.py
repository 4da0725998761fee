"""The golden thread by the command line: in words, as JSON, and what hangs loose from it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.cli.conftest import Sscb
from tests.services.office import MANAGER, Office
from tests.services.threaded import acted, decided, founded

REF = "SSCB/2026/001"


@pytest.fixture
def threaded(database: Path) -> None:
    """A case whose thread runs from a sentence of the police to an action's evidence."""
    clock = SetClock(datetime(2026, 11, 2, 10, tzinfo=UTC))
    services = open_record(database, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    office = Office(services, clock)
    acted(office, decided(office))
    services.close()


@pytest.mark.usefixtures("threaded")
def test_a_sentence_is_followed_to_the_evidence_in_words(sscb: Sscb) -> None:
    told = sscb("thread", REF, "POL F4.G4").stdout.splitlines()
    assert told[0].startswith("Police G4: ")
    assert "  (b)(ii) Working together [pinned, for]" in told
    assert any(line.startswith("          Evidence, 20 Nov 2026, rung 3: dip sample: Ten of ten.") for line in told)


@pytest.mark.usefixtures("threaded")
def test_the_thread_is_json_on_request(sscb: Sscb) -> None:
    view = json.loads(sscb("thread", REF, "A-1", "--json").stdout)
    assert view["thing"]["name"] == "A-1 Housing, verified"
    assert [each["thing"]["name"] for each in view["came_from"]] == ["R-1"]


@pytest.mark.usefixtures("threaded")
@pytest.mark.parametrize(
    ("item", "sentence"),
    [("A-99", "A-99 is not held in this case."), ("the usual", "the usual: names no thing on record. Allowed: ")],
)
def test_what_is_not_there_is_said_and_ends_with_2(sscb: Sscb, item: str, sentence: str) -> None:
    assert sscb("thread", REF, item, code=2).stderr.startswith(sentence)


@pytest.mark.usefixtures("threaded")
def test_what_hangs_loose_is_listed_for_one_case_and_for_all(sscb: Sscb) -> None:
    sscb("recommendation", "add", REF, "-", by=MANAGER.name, given=json.dumps({"text": "Tell each other."}))
    for arguments in (("orphans",), ("orphans", REF)):
        assert f"{REF}  recommendation without a finding  R-2" in sscb(*arguments).stdout
    (row, *_) = json.loads(sscb("orphans", REF, "--json").stdout)
    assert (row["loose"], row["thing"]["name"]) == ("recommendation without a finding", "R-2")


def test_a_finding_is_followed_on_to_its_action_and_one_that_led_to_nothing_is_listed(
    sscb: Sscb, database: Path
) -> None:
    clock = SetClock(datetime(2026, 11, 2, 10, tzinfo=UTC))
    services = open_record(database, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    founded(Office(services, clock))
    services.close()
    told = sscb("thread", REF, "F-1").stdout.splitlines()
    assert told[0] == "F-1: Call-outs did not reach schools."
    assert "  R-2: Schools are told. [rests on it]" in told
    assert (
        sscb("thread", REF, "review").stdout.splitlines()[0]
        == "The review, commissioned 20 Nov 2026: Serious Case Review"
    )
    assert "a question for the Board  F-2" in sscb("orphans", REF).stdout
    assert sscb("thread", REF, "F-3", code=2).stderr.startswith("F-3 is not held in this case.")
