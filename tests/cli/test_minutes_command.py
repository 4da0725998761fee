"""Minutes by the command line: what Tab and `:c` do on the screen, and the keys of a line that stands."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Sscb

MINUTES, LEAD = "M. Minutes", "L. Lead"


def test_an_action_with_an_owner_and_a_day_is_on_the_tracker_at_once(sscb: Sscb, reference: str) -> None:
    action = (":a Tenancy checks go to the GP.", "--owner", "hous", "--due", "+7")
    said = sscb("meeting", "note", reference, *action, by=MINUTES).stdout
    assert "Tenancy checks go to the GP.  Housing  27 Nov 2026  A-" in said
    number = said.split("A-")[1].split()[0]
    tracked = json.loads(sscb("show", reference, "--json").stdout)["actions"]
    (row,) = (each for each in tracked if str(each["number"]) == number)
    assert (row["action"], row["agency"], row["due"]) == ("Tenancy checks go to the GP.", "HSG", "2026-11-27")


def test_an_action_left_without_an_owner_says_what_it_lacks_and_is_completed_later(sscb: Sscb, reference: str) -> None:
    said = sscb("meeting", "note", reference, ":a Call the school.", "--due", "9 Dec", by=MINUTES).stdout
    assert said.strip().endswith("9 Dec 2026  lacks owner")
    number = said.split()[0]
    said = sscb("meeting", "edit", reference, number, "--owner", "Police", by=MINUTES).stdout
    assert "Call the school.  Police  9 Dec 2026  A-" in said
    assert "lacks" not in said
    first, *_, last = sscb("meeting", "lines", reference, number).stdout.splitlines()
    assert "Police" not in first
    assert last.split()[-2:] == ["Police", "2026-12-09"]


def test_who_is_nobody_and_a_day_that_is_none_leave_nothing_behind(sscb: Sscb, reference: str) -> None:
    before = sscb("meeting", "lines", reference).stdout
    for given, told in ((("--owner", "Nemo"), "owner: 'Nemo' is no agency"), (("--due", "soonish"), "due: 'soonish'")):
        assert told in sscb("meeting", "note", reference, ":a Call.", *given, by=MINUTES, code=2).stderr
    assert sscb("meeting", "lines", reference).stdout == before


@pytest.mark.parametrize(
    ("text", "given", "told"),
    [
        ("Plain words.", ("--owner", "Police"), "--owner: no note has one. Allowed: action, discrepancy."),
        (":f A fact.", ("--due", "+7"), "--due: no fact"),
        (":a Act.", ("--corrects", "1"), "--corrects: no action has one. Allowed: correction."),
        ("Plain words.", ("--source", "Police G4"), "--source: no note has one"),
    ],
)
def test_what_does_not_belong_to_a_line_is_refused_and_not_dropped(
    sscb: Sscb, reference: str, text: str, given: tuple[str, ...], told: str
) -> None:
    assert told in sscb("meeting", "note", reference, text, *given, by=MINUTES, code=2).stderr


def test_a_line_is_edited_and_struck_by_its_number(sscb: Sscb, reference: str) -> None:
    number = sscb("meeting", "note", reference, "The school was told.", by=MINUTES).stdout.split()[0]
    assert "was not told" in sscb("meeting", "edit", reference, number, "The school was not told.", by=MINUTES).stdout
    refused = sscb("meeting", "edit", reference, number, "--owner", "Police", by=MINUTES, code=2).stderr
    assert f"line {number}: no note has an owner" in refused
    assert "struck: " in sscb("meeting", "strike", reference, number, by=MINUTES).stdout
    (line,) = (each for each in json.loads(sscb("meeting", "lines", reference, "--json").stdout) if each["struck"])
    assert (str(line["number"]), line["text"]) == (number, "The school was not told.")
    told = sscb("meeting", "lines", reference, number).stdout
    assert told.index("was told") < told.index("was not told")
    assert "no line 9999" in sscb("meeting", "edit", reference, "9999", "x", by=MINUTES, code=2).stderr


def test_a_quotation_says_where_it_stands(sscb: Sscb, reference: str) -> None:
    sscb("meeting", "note", reference, ":q He sat very still.", "--source", "Hospital E1", by=MINUTES)
    lines = json.loads(sscb("meeting", "lines", reference, "--json").stdout)
    assert (lines[-1]["text"], lines[-1]["source"]) == ("He sat very still.", "Hospital E1")
