"""The evidence on a criterion, and the round of views: who is entitled, who owes a view, when it may close."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sscb_tui.domain.base import CaseId, PinId
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.evidence import each_once, evidence_on, resting_on, stands_in, tally
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import AgencyView, Meeting
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.rules.rounds import (
    by_deputy_alone,
    entitled,
    may_close_round,
    may_reopen_round,
    may_state,
    owing,
    round_order,
)
from sscb_tui.domain.terms import Capacity, Decided, Fact, Ruling

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
HARM = Fact.SERIOUS_HARM


def said(quote: str, bearing: str = "for", ref: str = "POL F4.G4") -> Evidence:
    return Evidence.model_validate({"source": "return", "ref": ref, "quote": quote, "bearing": bearing})


def pinned(passage: Evidence, fact: Fact = HARM, withdrawn: str = "") -> Pin:
    return Pin(
        id=PinId(f"{passage.quote}{fact}"),
        case_id=CaseId("case-q"),
        fact=fact,
        evidence=passage,
        pinned_by="M. Minutes",
        pinned_at=AT,
        withdrawn=withdrawn,
    )


def with_evidence(file: CaseFile, *cited: Evidence, pins: tuple[Pin, ...] = ()) -> CaseFile:
    assert file.meeting is not None
    findings = tuple(each.but(evidence=cited if each.fact is HARM else ()) for each in file.meeting.findings)
    return replace(file, meeting=file.meeting.but(findings=findings), pins=pins)


def test_pins_and_findings_are_counted_together_and_each_passage_once(file: CaseFile) -> None:
    both, spaced = said("Bruises."), said(" Bruises. ")
    held = with_evidence(file, both, pins=(pinned(spaced), pinned(said("No mark.", "against"))))
    assert [each.quote for each in evidence_on(HARM, held)] == ["Bruises.", "No mark."]
    assert tally(evidence_on(HARM, held)) == (1, 1, 0)


def test_a_pin_bears_on_its_own_criterion_alone(file: CaseFile) -> None:
    held = with_evidence(file, pins=(pinned(said("Bruises.")),))
    assert evidence_on(Fact.WORKING_TOGETHER, held) == ()


def test_a_withdrawn_pin_counts_no_longer_even_where_the_finding_took_it_up(file: CaseFile) -> None:
    gone = said("About another child.")
    held = with_evidence(file, gone, said("Bruises."), pins=(pinned(gone, withdrawn="Another child."),))
    assert [each.quote for each in evidence_on(HARM, held)] == ["Bruises."]


def test_a_finding_rests_on_what_is_pinned_as_well(file: CaseFile) -> None:
    held = with_evidence(file, pins=(pinned(said("Bruises.")),))
    assert held.meeting is not None
    finding = next(each for each in held.meeting.findings if each.fact is HARM).but(evidence=(said("Own."),))
    assert [each.quote for each in resting_on(finding, held).evidence] == ["Own.", "Bruises."]


def test_the_same_words_for_and_against_are_two_passages() -> None:
    assert len(each_once((said("x"), said("x", "against"), said("x")))) == 2


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("a bruise to the cheek", True),
        ("a  bruise\nto the cheek", True),
        ("a bruise … on 12 October", True),
        ("a bruise [...] on 12 October", True),
        ("on 12 October … a bruise", False),
        ("a bruise to the leg", False),
        ("", False),
        ("…", False),
    ],
)
def test_a_quotation_may_be_cut_and_not_altered(words: str, stands: bool) -> None:
    assert stands_in(words, "There was a bruise to the cheek, seen on 12 October.") is stands


def test_a_passage_that_holds_an_ellipsis_of_its_own_may_be_quoted() -> None:
    assert stands_in("he said … nothing", "he said … nothing")


@pytest.mark.parametrize(
    ("interest", "ruling", "there"),
    [
        ("", None, True),
        ("A cousin.", None, False),
        ("A cousin.", Ruling.STAY, True),
        ("A cousin.", Ruling.LEAVE, False),
    ],
)
def test_an_interest_takes_the_voice_unless_it_was_ruled_that_they_stay(
    interest: str, ruling: Ruling | None, there: bool, meeting: Meeting
) -> None:
    first, *others = meeting.attendance
    room = meeting.but(attendance=(first.but(interest=interest, ruling=ruling), *others), closed_at=None)
    assert ("CSC" in entitled(room)) is there


@pytest.mark.parametrize("capacity", [Capacity.INFORMATION_GIVER, Capacity.OBSERVER])
def test_who_only_informs_or_watches_is_not_entitled(capacity: Capacity, meeting: Meeting) -> None:
    first, *others = meeting.attendance
    room = meeting.but(attendance=(first.but(capacity=capacity), *others), views=())
    assert "CSC" not in entitled(room)
    assert "CSC" not in owing(room)


def test_an_agency_that_left_owes_a_view_while_the_round_is_open_and_a_late_comer_none_once_it_closed(
    meeting: Meeting,
) -> None:
    first, *others = meeting.attendance
    left = meeting.but(attendance=(first.but(left_at=AT), *others), views=meeting.views[1:], closed_at=None)
    assert owing(left) == ("CSC",)
    assert "CSC" not in entitled(left)
    closed = left.but(round_closed_at=AT, entitled=("POL", "CHS"))
    assert owing(closed) == ()


def codes(found: tuple[object, ...]) -> list[str]:
    return [str(each).split(":", 1)[0] for each in found]


@pytest.mark.parametrize(
    ("changes", "none", "found"),
    [
        ({}, True, []),
        ({}, False, ["T13-dissent"]),
        ({"views": ()}, True, ["T13-view"] * 3),
        ({"views": ()}, False, ["T13-view"] * 3 + ["T13-dissent"]),
        ({"round_closed_at": AT}, True, ["F6-round"]),
    ],
)
def test_the_round_closes_when_all_have_spoken_and_dissent_is_answered(
    changes: dict[str, object], none: bool, found: list[str], meeting: Meeting
) -> None:
    assert codes(may_close_round(meeting.but(**changes), dissent_none=none)) == found


def test_none_cannot_stand_beside_dissent(meeting: Meeting) -> None:
    dissent = AgencyView(agency="POL", outcome=Decided.DEFER, reason="Wait.", dissent="We would wait.")
    room = meeting.but(views=(*(view for view in meeting.views if view.agency != "POL"), dissent))
    assert codes(may_close_round(room, dissent_none=True)) == ["T13-dissent"]
    assert may_close_round(room, dissent_none=False) == ()


def test_an_interest_nobody_ruled_on_keeps_the_round_open_and_its_agency_silent(meeting: Meeting) -> None:
    first, *others = meeting.attendance
    room = meeting.but(attendance=(first.but(interest="A cousin."), *others), closed_at=None)
    assert codes(may_close_round(room, dissent_none=True)) == ["F6-interest"]
    assert codes(may_state(room, "CSC")) == ["F6-interest"]
    assert may_state(room, "POL") == ()


def test_a_closed_round_takes_no_view_until_it_is_reopened(meeting: Meeting) -> None:
    assert codes(may_state(meeting.but(round_closed_at=AT), "POL")) == ["F6-round"]
    assert may_reopen_round(meeting.but(round_closed_at=AT)) == ()
    assert codes(may_reopen_round(meeting)) == ["F6-round"]


def test_a_deputy_alone_speaks_subject_to_confirmation(meeting: Meeting) -> None:
    first, *others = meeting.attendance
    room = meeting.but(attendance=(first.but(capacity=Capacity.DEPUTY), *others))
    assert by_deputy_alone(room, "CSC")
    assert not by_deputy_alone(room, "POL")
    joined = room.but(attendance=(*room.attendance, first.but(name="A. Head")))
    assert not by_deputy_alone(joined, "CSC")


def test_whoever_was_heard_least_is_asked_first(meeting: Meeting) -> None:
    heard = {"POL": timedelta(minutes=9), "CHS": timedelta(minutes=1)}
    assert round_order(meeting, ("CHS", "CSC", "POL"), heard) == ("CSC", "CHS", "POL")


def test_the_round_begins_at_another_letter_in_another_meeting(meeting: Meeting) -> None:
    names = ("CHS", "CSC", "POL")
    firsts = {round_order(meeting.but(id=f"meeting-{number}"), names)[0] for number in range(9)}
    assert firsts == set(names)
    assert round_order(meeting, ()) == ()
