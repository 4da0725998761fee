"""The room of a meeting by the command line, on the invented case that is in its meeting."""

from __future__ import annotations

import json

from tests.cli.conftest import Sscb

MINUTES = "M. Minutes"


def test_the_floor_is_given_and_taken_back(sscb: Sscb, reference: str) -> None:
    assert "1 turns  has it" in sscb("meeting", "floor", reference, "POL", by=MINUTES).stdout
    assert "has it" not in sscb("meeting", "floor", reference, "--back", by=MINUTES).stdout
    assert "Nobody is here" in sscb("meeting", "floor", reference, "NTW", by=MINUTES, code=1).stderr
    sscb("meeting", "floor", reference, by=MINUTES, code=2)


def test_an_item_is_extended_parked_and_decided(sscb: Sscb, reference: str) -> None:
    assert "item 8" in sscb("meeting", "extend", reference, by=MINUTES).stdout
    assert "item 9" in sscb("meeting", "park", reference, "The rota.", by=MINUTES).stdout
    assert "item 10" in sscb("meeting", "decide", reference, "As the hospital says.", by=MINUTES).stdout
    listed = sscb("meeting", "parked", reference, by=MINUTES).stdout
    number = listed.split()[0]
    assert "The rota.  not answered" in listed
    answered = sscb("meeting", "parked", reference, number, "To the Board.", "--owner", "B. Manager", by=MINUTES)
    assert "To the Board. (B. Manager)" in answered.stdout
    sscb("meeting", "parked", reference, "1", "No such line.", by=MINUTES, code=2)


def test_the_agenda_to_come_is_set_and_what_is_open_stays(sscb: Sscb, reference: str) -> None:
    given = json.dumps({"title": "Tea", "minutes": 15})
    assert "stays as it was" in sscb("meeting", "agenda", reference, "-", by=MINUTES, given=given, code=1).stderr


def test_people_come_back_and_apologies_are_noted(sscb: Sscb, reference: str) -> None:
    assert "POL" not in sscb("meeting", "leave", reference, "P. Member", by=MINUTES).stdout
    assert "POL" in sscb("meeting", "back", reference, "P. Member", by=MINUTES).stdout
    assert "STFT" in sscb("meeting", "apologies", reference, "STFT sent apologies.", by=MINUTES).stdout


def test_a_constraint_is_imposed_and_lifted(sscb: Sscb, reference: str) -> None:
    imposed = ("--by", "DI Example", "--until", "Friday")
    assert (
        "constraint 1: Interviews."
        in sscb("meeting", "constrain", reference, "Interviews.", *imposed, by=MINUTES).stdout
    )
    assert "lifted: Interviews." in sscb("meeting", "lift", reference, "1", by=MINUTES).stdout
    sscb("meeting", "lift", reference, "1", by=MINUTES, code=2)


def test_a_child_unsafe_now_opens_an_action(sscb: Sscb, reference: str) -> None:
    form = {"text": "Visit the brother now.", "owner": "Duty", "agency": "CSC", "deadline": "2020-01-01T10:00:00Z"}
    said = sscb("meeting", "unsafe", reference, "-", by=MINUTES, given=json.dumps(form), code=2).stderr
    assert "within the next day" in said
