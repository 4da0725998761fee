"""What records say of one another: every link made with its record, none left loose, none added behind its back."""

# ruff: noqa: S608  (the SQL is the tests' own)

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from db.links import LinkTable
from db.migrations import migrate
from db.record import Record
from sscb_tui.domain.action import Action
from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.base import DecisionId, LineId, MeetingId, PinId
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.decision import Evidence, LimbFinding
from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.family_contact import NoContact
from sscb_tui.domain.meeting import AgencyView, LimbView, Meeting, MinuteLine
from sscb_tui.domain.people import Actor
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Answer as BoardAnswer
from sscb_tui.domain.review import Finding
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.terms import Accepted
from sscb_tui.domain.thread import Address, Link, Named, Why
from sscb_tui.services.ports import Clock, Fault
from tests.storage.conftest import NOON
from tests.storage.test_record_tampering import tamper

Opened = Callable[[Path | None], Record]
LIMB = Address("cases", "case-q", "abuse_or_neglect")
LINE = Address("lines", "line-1")
MEETING = Address("meetings", "meeting-1")
DECISION = Address("decisions", "decision-1")
FINDINGS = (Finding(number=1, text="Nobody asked."), Finding(number=2, text="Nobody told."))


def returned(request: AgencyRequest, rows: int = 0) -> AgencyRequest:
    """The police have answered one question and told so many events."""
    answers = AgencyReturn(
        case_reference="SSCB/2026/004",
        token=request.token,
        agency="POL",
        template="F4-1",
        author="P. Author",
        author_managed_case="no",
        approver="P. Approver",
        completed_on=date(2026, 11, 9),
        answers=(Answer(question="F4.G4", text="The log was not shared."),),
        chronology=tuple(ChronologyRow(on=stated("?"), event=f"event {n}") for n in range(rows)),
        declared_by="P. Approver",
        declared_on=date(2026, 11, 9),
    )
    return request.but(returned=answers)


def quoting(pin: Pin, source: str, ref: str, id: str = "pin-2") -> Pin:
    return pin.but(id=id, evidence=Evidence.model_validate({"source": source, "ref": ref, "quote": "words"}))


@pytest.fixture
def answered(filled: Record, actor: Actor) -> Record:
    """The record after the police have answered, with two rows of chronology."""
    with filled.atomic(actor, "returned"):
        filled.requests.save(returned(filled.requests.get("request-pol"), rows=2))
    return filled


def test_every_record_of_a_case_has_exactly_the_links_it_makes(whole: Record) -> None:
    pin, advice, decision = Address("pins", "pin-1"), "abuse_or_neglect", Address("decisions", "decision-1", LIMB.part)
    assert set(whole.links.of_case("case-q")) == {
        Link(Address("advice", "advice-1"), MEETING, Why.REPORTS),
        Link(Address("advice", "advice-1", advice), LIMB, Why.RECOMMENDS),
        Link(Address("advice", "advice-1", advice), LINE, Why.CITES),
        Link(decision, LIMB, Why.ANSWERS),
        Link(decision, LINE, Why.CITES),
        Link(Address("actions", "action-1"), Address("recommendations", "recommendation-1"), Why.CARRIES_OUT),
        Link(pin, LIMB, Why.BEARS_ON),
        Link(pin, LINE, Why.CITES),
        Link(pin, MEETING, Why.MADE_IN),
        Link(Address("settlements", "settlement-1"), MEETING, Why.MADE_IN),
        Link(Address("reopenings", "reopening-1"), DECISION, Why.REOPENS),
        Link(Address("addenda", "addendum-1"), DECISION, Why.CORRECTS),
        Link(Address("reviews", "review-1"), DECISION, Why.RESTS_ON),
        Link(Address("reviews", "review-1", "terms 1"), DECISION, Why.RESTS_ON),
        Link(Address("reports", "report-1"), Address("reviews", "review-1"), Why.REPORTS),
    }


@pytest.mark.parametrize(
    ("source", "ref", "there"),
    [
        ("return", "POL F4.G4", "F4.G4"),
        ("return", "POL F4.G5", None),
        ("return", "CSC F4.G4", None),
        ("return", "", None),
        ("chronology", "POL F4.D1 row 2", "F4.D1 row 2"),
        ("chronology", "POL F4.D1 row 3", None),
        ("chronology", "POL F4.D1 row 0", None),
        ("chronology", "POL police.csv row 1", "row 1"),
        ("chronology", "POL police.csv row 2", None),
        ("chronology", "CSC police.csv row 1", None),
        ("minutes", "minute 1", ""),
        ("minutes", "minute 2", None),
        ("minutes", "item 1", "item 1"),
        ("minutes", "item 2", None),
        ("minutes", "about noon", None),
        ("referral", "F1.50", "referral"),
    ],
)
def test_a_passage_is_linked_where_it_stands_and_refused_where_it_does_not(
    answered: Record, actor: Actor, pin: Pin, source: str, ref: str, there: str | None
) -> None:
    before = answered.journal.of_case("case-q")
    if there is None:
        with (
            pytest.raises(RuleError, match=r"is not held in this case|does not say where"),
            answered.atomic(actor, "x"),
        ):
            answered.pins.save(quoting(pin, source, ref))
        assert answered.pins.find("pin-2") is None
        assert answered.journal.of_case("case-q") == before
    else:
        with answered.atomic(actor, "pinned"):
            answered.pins.save(quoting(pin, source, ref))
        cited = [each for each in answered.links.of_case("case-q") if each.source.id == "pin-2"]
        assert [each.target.part for each in cited if each.why is Why.CITES] == [there]
    assert answered.journal.verify() is None


def test_words_from_outside_the_record_may_stand_anywhere(answered: Record, actor: Actor, pin: Pin) -> None:
    with answered.atomic(actor, "pinned"):
        answered.pins.save(quoting(pin, "other", "a letter of 3 May"))
    assert not [each for each in answered.links.of_case("case-q") if each.source.id == "pin-2" and each.why == "cites"]


def test_a_passage_taken_out_of_a_return_later_does_not_hold_up_who_cites_it(
    answered: Record, actor: Actor, pin: Pin
) -> None:
    with answered.atomic(actor, "pinned"):
        cited = answered.pins.save(quoting(pin, "chronology", "POL F4.D1 row 2"))
    with answered.atomic(actor, "returned again"):
        answered.requests.save(returned(answered.requests.get("request-pol"), rows=1))
    with answered.atomic(actor, "withdrawn"):
        answered.pins.save(cited.but(withdrawn="the row is gone"))
    with pytest.raises(RuleError), answered.atomic(actor, "pinned"):
        answered.pins.save(quoting(pin, "chronology", "POL F4.D1 row 2", "pin-3"))
    assert answered.journal.verify() is None


def test_links_follow_a_record_that_changes(filled: Record, actor: Actor, limb: LimbFinding) -> None:
    held = LimbView(fact=limb.fact, value=limb.value)
    view = AgencyView(agency="POL", outcome=None, reason="as heard", limbs=(held,))
    meeting = filled.meetings.get("meeting-1")
    with filled.atomic(actor, "found"):
        found = filled.meetings.save(meeting.but(findings=(limb,), views=(view,)))
    part = Address("meetings", "meeting-1", "finding abuse_or_neglect")
    made = {each for each in filled.links.of_case("case-q") if each.source.id == "meeting-1"}
    assert made == {
        Link(part, LIMB, Why.FINDS),
        Link(part, LINE, Why.CITES),
        Link(Address("meetings", "meeting-1", "view POL"), LIMB, Why.HOLDS),
    }
    with filled.atomic(actor, "unsaid"):
        filled.meetings.save(found.but(findings=(), views=()))
    assert not [each for each in filled.links.of_case("case-q") if each.source.id == "meeting-1"]


def test_a_minute_means_the_meeting_it_was_cited_at_whatever_is_minuted_later(
    filled: Record, actor: Actor, meeting: Meeting, line: MinuteLine, pin: Pin
) -> None:
    with filled.atomic(actor, "pinned between the meetings"):
        early = filled.pins.save(quoting(pin, "minutes", "minute 1").but(meeting_id=None))
    second, later = MeetingId("meeting-2"), NOON + timedelta(days=30)
    with filled.atomic(actor, "second meeting"):
        filled.meetings.save(meeting.but(id=second))
        filled.lines.save(line.but(id=LineId("line-2"), meeting_id=second, at=later))
        filled.pins.save(early.but(withdrawn="said otherwise"))
    links = {each.source.id: each.target for each in filled.links.of_case("case-q") if each.why is Why.CITES}
    assert links["pin-2"] == LINE
    assert filled.journal.verify() is None


@pytest.mark.parametrize(
    ("ref", "end"),
    [
        ("(a)", LIMB),
        ("minute 1", LINE),
        ("decision", Address("cases", "case-q", "decision")),
        ("R-3", Address("recommendations", "recommendation-1")),
        ("A-12", Address("actions", "action-1")),
        ("POL F4.G4", Address("requests", "request-pol", "F4.G4")),
    ],
)
def test_a_recommendation_rests_on_what_somebody_names(
    answered: Record, actor: Actor, recommendation: Recommendation, ref: str, end: Address
) -> None:
    with answered.atomic(actor, "agreed"):
        answered.recommendations.save(recommendation.but(id="recommendation-2", number=4, rests_on=(ref,)))
    made = [each for each in answered.links.of_case("case-q") if each.source.id == "recommendation-2"]
    assert made == [Link(Address("recommendations", "recommendation-2"), end, Why.RESTS_ON)]


@pytest.fixture
def found(whole: Record, actor: Actor) -> Record:
    """The record once the report's two findings are on it."""
    with whole.atomic(actor, "report received"):
        whole.reviews.save(whole.reviews.get("review-1").but(findings=FINDINGS))
    return whole


@pytest.mark.parametrize(
    ("ref", "end"),
    [
        ("F-1", Address("reviews", "review-1", "F-1")),
        ("F-2", Address("reviews", "review-1", "F-2")),
        ("F-3", None),
        ("P-1", Address("proceedings", "proceeding-1")),
        ("P-2", None),
        ("review", Address("reviews", "review-1")),
    ],
)
def test_a_recommendation_rests_on_a_finding_that_is_on_record_and_on_no_other(
    found: Record, actor: Actor, recommendation: Recommendation, ref: str, end: Address | None
) -> None:
    made = recommendation.but(id="recommendation-2", number=4, rests_on=(ref,))
    if end is None:
        with pytest.raises(RuleError, match=f"{ref}.*such as"), found.atomic(actor, "agreed"):
            found.recommendations.save(made)
    else:
        with found.atomic(actor, "agreed"):
            found.recommendations.save(made)
        source = Address("recommendations", "recommendation-2")
        assert Link(source, end, Why.RESTS_ON) in found.links.of_case("case-q")
    assert found.journal.verify() is None


@pytest.mark.parametrize(("to", "held"), [("F-2", True), ("F-3", False), ("R-3", True), ("R-4", False)])
def test_the_board_answers_what_the_report_found_and_what_is_recommended_and_nothing_else(
    found: Record, actor: Actor, to: str, held: bool
) -> None:
    answer = BoardAnswer(to=to, accepted=Accepted.FULLY, reason="The Board agrees.")
    review = found.reviews.get("review-1")
    if not held:
        with pytest.raises((RuleError, ValidationError), match=to), found.atomic(actor, "answered"):
            found.reviews.save(review.but(answers=(answer,)))
        return
    with found.atomic(actor, "answered"):
        found.reviews.save(review.but(answers=(answer,)))
    links = found.links.of_case("case-q")
    (made,) = (each.target for each in links if each.why is Why.RESPONDS_TO)
    assert made.kind == ("reviews" if to.startswith("F") else "recommendations")


def test_a_review_that_comes_whole_with_its_answers_is_taken(whole: Record, actor: Actor) -> None:
    answer = BoardAnswer(to="F-1", accepted=Accepted.FULLY, reason="The Board agrees.")
    made = whole.reviews.get("review-1").but(id="review-2", version=0, findings=FINDINGS, answers=(answer,))
    with whole.atomic(actor, "taken over"):
        whole.reviews.save(made)
    assert whole.journal.verify() is None


def test_a_finding_means_the_review_in_hand_when_it_was_cited_whatever_is_commissioned_later(
    found: Record, actor: Actor, recommendation: Recommendation
) -> None:
    with found.atomic(actor, "agreed"):
        found.recommendations.save(recommendation.but(id="recommendation-2", number=4, rests_on=("F-1",)))
    with found.atomic(actor, "another review"):
        found.reviews.save(found.reviews.get("review-1").but(id="review-2", version=0))
    with found.atomic(actor, "answered"):
        held = found.recommendations.get("recommendation-2")
        found.recommendations.save(held.but(response="Accepted."))
    links = {each.source.id: each.target for each in found.links.of_case("case-q") if each.why is Why.RESTS_ON}
    assert links["recommendation-2"] == Address("reviews", "review-1", "F-1")
    assert found.links.find(Named("case-q", "review", "review")) == Address("reviews", "review-2")
    assert found.journal.verify() is None


@pytest.mark.parametrize(("proceeding", "held"), [("P-1", True), ("P-2", False), ("the trial", False), ("", True)])
def test_no_contact_waits_for_a_proceeding_of_the_register_or_for_none(
    whole: Record, actor: Actor, proceeding: str, held: bool
) -> None:
    limit = NoContact(asked_by="the police", until="the verdict", proceeding=proceeding)
    contact = whole.family_contacts.get("contact-1").but(limits=(limit,))
    if not held:
        with pytest.raises(RuleError, match="register of proceedings"), whole.atomic(actor, "no contact"):
            whole.family_contacts.save(contact)
        return
    with whole.atomic(actor, "no contact"):
        whole.family_contacts.save(contact)
    waits = [each for each in whole.links.of_case("case-q") if each.why is Why.WAITS_FOR]
    end = Address("proceedings", "proceeding-1")
    assert waits == (
        [Link(Address("family_contacts", "contact-1", "limit 1"), end, Why.WAITS_FOR)] if proceeding else []
    )


def test_nothing_comes_after_a_decision_that_is_not_held(
    whole: Record, actor: Actor, reopening: Reopening, addendum: Addendum
) -> None:
    nowhere = DecisionId("decision-9")
    review, report = whole.reviews.get("review-1"), whole.reports.get("report-1")
    for save in (
        lambda: whole.reopenings.save(reopening.but(id="reopening-2", decision_id=nowhere)),
        lambda: whole.addenda.save(addendum.but(id="addendum-2", decision_id=nowhere)),
        lambda: whole.reviews.save(review.but(decision_id=nowhere)),
        lambda: whole.reports.save(report.but(id="report-2", version=0, review_id="review-9")),
    ):
        with pytest.raises(RuleError, match="not held in this record"), whole.atomic(actor, "x"):
            save()


@pytest.mark.parametrize("ref", ["R-4", "A-13", "minute 9", "CSC F4.G4"])
def test_an_action_cannot_rest_on_what_is_not_held(answered: Record, actor: Actor, action: Action, ref: str) -> None:
    with pytest.raises(RuleError, match=ref), answered.atomic(actor, "agreed"):
        answered.actions.save(action.but(id="action-2", number=13, rests_on=(ref,)))


def test_what_names_nothing_is_bad_input_with_what_is_allowed(filled: Record, actor: Actor, action: Action) -> None:
    with pytest.raises(InputError, match=r"names no thing on record\. Allowed: POL F4.G4"), filled.atomic(actor, "x"):
        filled.actions.save(action.but(id="action-2", number=13, rests_on=("the usual",)))


def test_a_line_cannot_speak_of_what_is_not_held(filled: Record, actor: Actor, line: MinuteLine) -> None:
    with pytest.raises(RuleError, match="not held in this record"), filled.atomic(actor, "x"):
        filled.lines.save(line.but(id=LineId("line-2"), number=2, refers="nobody"))
    with filled.atomic(actor, "minuted"):
        filled.lines.save(line.but(id=LineId("line-2"), number=2, refers="pin-1"))
    assert Link(Address("lines", "line-2"), Address("pins", "pin-1"), Why.SPEAKS_OF) in filled.links.of_case("case-q")


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        (
            "DELETE FROM links WHERE from_id = 'pin-1' AND why = 'cites'",
            "lacks a link that it makes (cites lines line-1)",
        ),
        ("UPDATE links SET to_id = 'line-9' WHERE from_id = 'pin-1' AND why = 'cites'", "lacks a link"),
        (
            "INSERT INTO links SELECT case_id, from_entity, from_id, from_part, 'lines', 'line-9', '', why FROM links "
            "WHERE from_id = 'pin-1' AND why = 'cites'",
            "holds a link that it does not make (cites lines line-9)",
        ),
    ],
)
def test_a_links_row_changed_behind_its_records_back_is_named(filled: Record, sql: str, what: str) -> None:
    fault = tamper(filled, sql)
    assert fault.where == "Table links, The passage pinned from minute 1"
    assert fault.what.startswith(what)


@pytest.mark.parametrize(
    "column",
    ["case_id", "from_entity", "from_id", "from_part", "to_entity", "to_id", "to_part", "why"],
)
def test_every_column_of_a_link_is_held_against_its_record(filled: Record, column: str) -> None:
    fault = tamper(filled, f"UPDATE links SET {column} = {column} || 'x' WHERE from_id = 'pin-1' AND why = 'cites'")
    assert "links" in fault.where


def test_a_link_written_twice_is_named(filled: Record) -> None:
    fault = tamper(filled, "INSERT INTO links SELECT * FROM links WHERE from_id = 'pin-1' AND why = 'cites'")
    assert fault.what == "holds a link that it does not make (cites lines line-1)"


def test_links_of_a_record_that_never_was_are_named(filled: Record) -> None:
    fault = tamper(filled, "INSERT INTO links VALUES ('case-q', 'pins', 'ghost', '', 'lines', 'line-1', '', 'cites')")
    assert fault == Fault("Table links, record ghost", "no pins there makes these links")


def test_a_record_from_before_links_were_kept_gets_them_and_keeps_what_it_cites(
    filled: Record, path: Path, clock: Clock, pin: Pin, actor: Actor
) -> None:
    before = set(filled.links.of_case("case-q"))
    session = filled._session
    session.write("DROP TABLE links")
    session.write("DELETE FROM _sqlite_migrations WHERE name = 'm006_links'")
    migrate(session.database, path, clock)
    assert set(filled.links.of_case("case-q")) == before
    assert filled.journal.verify() is None


def test_what_an_older_program_let_through_stays_readable_and_is_no_fault_even_when_its_source_comes_later(
    filled: Record, actor: Actor, pin: Pin, request_to_police: AgencyRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older, filled.atomic(actor, "pinned"):
        older.setattr(LinkTable, "refuse_loose", lambda *_: None)
        old = filled.pins.save(quoting(pin, "return", "CSC F4.G4"))
    assert filled.journal.verify() is None
    with filled.atomic(actor, "asked at last"):
        filled.requests.save(request_to_police.but(id="request-csc", agency="CSC", token="CCCC-0001"))
    assert filled.journal.verify() is None
    with filled.atomic(actor, "withdrawn"):
        filled.pins.save(old.but(withdrawn="nobody knows where it stood"))
    assert filled.journal.verify() is None


def test_what_a_person_names_is_found_while_it_is_held(filled: Record) -> None:
    assert filled.links.find(Named("case-q", "minutes", "minute 1")) == LINE
    assert filled.links.find(Named("case-q", "minutes", "minute 2")) is None
    assert filled.links.find(Address("pins", PinId("pin-1"))) == Address("pins", "pin-1")
    assert filled.links.find(Address("pins", PinId("pin-2"))) is None
