"""What one cell says: the agency's answer, or exactly which kind of silence it kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.resubmission import broken, changes
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.terms import Fact, ReturnState, Silence
from sscb_tui.services.compared import compare, made_of, narrowed
from sscb_tui.services.demonstration import returns
from sscb_tui.services.grid import side_by_side
from sscb_tui.services.pins import Held
from sscb_tui.services.views import CellView, SideBySide
from tests.services.office import MANAGER, Office

LETTER = (
    "Officers were called to the address by a neighbour who had heard shouting. A door was damaged and the baby was "
    "seen asleep in a cot in the back bedroom, and both adults were given words of advice."
)


@pytest.fixture
def file(office: Office) -> CaseFile:
    """A case with four returns in and one agency that refused."""
    return office.services.desk.file(office.returned().id)


def request_of(file: CaseFile, agency: str = "POL") -> AgencyRequest:
    return next(each for each in file.requests if each.agency == agency)


def put(file: CaseFile, changed: AgencyRequest) -> CaseFile:
    """The file with one request in place of the one under its agency."""
    return replace(file, requests=tuple(changed if each.id == changed.id else each for each in file.requests))


def returned(request: AgencyRequest) -> AgencyReturn:
    assert request.returned is not None
    return request.returned


def answering(file: CaseFile, answer: Answer | None, question: str = "F4.C1") -> CaseFile:
    """The file with the police's answer to one question put otherwise, or left out."""
    request = request_of(file)
    kept = tuple(each for each in returned(request).answers if each.question != question)
    answers = (*kept, *((answer,) if answer else ()))
    return put(file, request.but(returned=returned(request).but(answers=answers)))


def view(office: Office, file: CaseFile, today: date | None = None) -> SideBySide:
    return side_by_side(file, office.services.board.settings(), today or office.clock.moment.date())


def cell(view: SideBySide, question: str = "F4.C1", agency: str = "POL") -> CellView:
    row = [each for each, _ in view.questions].index(question)
    return view.cells[row][[each for each, _ in view.agencies].index(agency)]


@pytest.mark.parametrize(
    ("kind", "reason", "words"),
    [
        (Silence.NO_CONTACT, "", "⊘ no contact"),
        (Silence.ASKED_NOT_KNOWN, "", "? asked and not known"),
        (Silence.NOT_RECORDED, "", "– not recorded"),
        (Silence.WITHHELD, "the inquest", "▒ withheld: the inquest"),
    ],
)
def test_a_silence_an_agency_chose_is_named(
    office: Office, file: CaseFile, kind: Silence, reason: str, words: str
) -> None:
    answer = Answer(question="F4.C1", silence=kind, silence_reason=reason)
    assert cell(view(office, answering(file, answer))).silence == words


def test_a_question_left_blank_is_told_from_one_another_form_did_not_ask(office: Office, file: CaseFile) -> None:
    blank = answering(file, None)
    assert cell(view(office, blank)).silence == "_ left blank"
    request = request_of(blank)
    on_form = {name: put(blank, request.but(returned=returned(request).but(template=name))) for name in ("F4-0", "X")}
    assert cell(view(office, on_form["F4-0"])).silence == "_ left blank"
    assert cell(view(office, on_form["X"])).silence == "· not asked"


def test_an_agency_that_has_not_answered_is_awaited_then_overdue_by_days_or_refuses(
    office: Office, file: CaseFile
) -> None:
    request = request_of(file).but(returned=None, receipts=(), state=ReturnState.REQUESTED)
    awaited, due = put(file, request), request.due
    assert cell(view(office, awaited, due)).silence == f"… awaited, due {due.day} {due:%b} {due.year}"
    assert cell(view(office, awaited, due + timedelta(days=1))).silence == "! overdue by 1 day"
    assert cell(view(office, awaited, due + timedelta(days=4))).silence == "! overdue by 4 days"
    assert cell(view(office, file), agency="HSG").silence == "× refused: Awaits its solicitors."


def test_a_nil_return_says_what_was_searched_in_every_cell_it_leaves(office: Office, file: CaseFile) -> None:
    request = request_of(file)
    nil = put(file, request.but(returned=returns.filled(file, request, nil=True)))
    shown = view(office, nil)
    assert cell(shown).silence.startswith("∅ nil return: Electronic record, paper files and archive; searched by name")
    assert cell(shown, "F4.D1").silence.startswith("∅ nil return")
    assert cell(shown, "F4.A7").text == "— searched and not known"


def test_no_cell_is_empty_without_saying_why(office: Office, file: CaseFile) -> None:
    shown = view(office, file)
    assert all(each.text.strip() or each.silence for row in shown.cells for each in row)


def test_an_answer_only_another_form_asks_for_has_a_row_of_its_own(office: Office, file: CaseFile) -> None:
    older = answering(file, Answer(question="F4.G9", text="Told the night team."), "F4.G9")
    shown = view(office, older)
    assert shown.questions[0][0] == "F4.E1"
    assert cell(shown, "F4.G9").text == "Told the night team."
    assert cell(shown, "F4.G9", "CSC").silence == "· not asked"


def test_a_restriction_on_sharing_stands_with_the_signature(office: Office, file: CaseFile) -> None:
    asked = answering(file, Answer(question="F4.M1", text="Not to be shown to the family."), "F4.M1")
    assert cell(view(office, asked), "F4.M1").text.endswith("\nNot to be shown to the family.")


@pytest.mark.parametrize("ref", ["POL F4.H1", "POL F4.C1", "POL F4.D1", "POL F4.B1.P1", "POL F4.A2", "POL F4.D1 row 2"])
def test_a_passage_just_pinned_still_stands_whatever_kind_of_question_it_answers(
    office: Office, file: CaseFile, ref: str
) -> None:
    office.services.pins.pin(MANAGER, file.case.id, Held(Fact.WORKING_TOGETHER, ref, "for"))
    now = office.services.desk.file(file.case.id)
    assert broken(request_of(now), now.pins) == ()
    marked = cell(view(office, now), ref.split(" ")[1])
    assert (marked.pins, marked.moved) == (1, 0)


def test_a_pinned_row_of_the_chronology_that_is_gone_is_named(office: Office, file: CaseFile) -> None:
    office.services.pins.pin(MANAGER, file.case.id, Held(Fact.WORKING_TOGETHER, "POL F4.D1 row 2", "for"))
    now = office.services.desk.file(file.case.id)
    request = request_of(now)
    shorter = returned(request).but(chronology=returned(request).chronology[:1])
    again = put(now, request.but(returned=shorter, superseded=request.returned))
    assert [each.question for each in changes(again.case, request_of(again))] == ["F4.D1"]
    assert cell(view(office, again), "F4.D1").moved == 1


def test_a_return_sent_again_by_another_author_says_so(file: CaseFile) -> None:
    request = request_of(file)
    other = request.but(returned=returned(request).but(author_post="Detective inspector"), superseded=request.returned)
    assert [(each.question, each.after) for each in changes(file.case, other)] == [("F4.A2", "Detective inspector")]


def test_a_whole_return_that_is_late_makes_no_gap_of_every_row(office: Office, file: CaseFile) -> None:
    late = put(file, request_of(file).but(returned=None, receipts=(), state=ReturnState.REQUESTED))
    gaps = narrowed(view(office, late), "gaps")
    told = [each for each, _ in gaps.questions]
    assert told[0] == "F4.E1"
    assert "F4.C4" not in told
    assert "F4.B4" in told


def folded(office: Office, file: CaseFile) -> object:
    return compare(file, office.services.board.settings()).folds


def written(file: CaseFile, agency: str, answer: Answer) -> CaseFile:
    request = request_of(file, agency)
    kept = tuple(each for each in returned(request).answers if each.question != answer.question)
    return put(file, request.but(returned=returned(request).but(answers=(*kept, answer))))


def test_the_same_words_beside_another_box_are_not_folded(office: Office, file: CaseFile) -> None:
    one = written(file, "POL", Answer(question="F4.C3", choice="open", text=LETTER))
    same = written(one, "CSC", Answer(question="F4.C3", choice="open", text=LETTER))
    other = written(one, "CSC", Answer(question="F4.C3", choice="closed", text=LETTER))
    assert folded(office, same) in ({("CSC", "F4.C3"): ("POL", "F4.C3")}, {("POL", "F4.C3"): ("CSC", "F4.C3")})
    assert folded(office, other) == {}


def test_what_a_second_return_only_repeats_still_came_first(office: Office, file: CaseFile) -> None:
    answer = Answer(question="F4.C1", text=LETTER)
    copied = written(written(file, "POL", answer), "CSC", answer)
    first, second = request_of(copied, "POL"), request_of(copied, "CSC")
    at = first.receipts[-1]
    late = at.but(at=at.at + timedelta(days=5), sha256="0" * 64)
    told = put(copied, second.but(receipts=(at.but(at=at.at + timedelta(days=1)),)))
    again = put(told, first.but(receipts=(at, late), superseded=first.returned))
    assert folded(office, again) == {("CSC", "F4.C1"): ("POL", "F4.C1")}
    new = put(told, first.but(receipts=(at, late), superseded=returned(request_of(file))))
    assert folded(office, new) == {("POL", "F4.C1"): ("CSC", "F4.C1")}


def test_a_chronology_that_comes_in_is_compared_as_well(office: Office, file: CaseFile) -> None:
    board = office.services.board.settings()
    before = made_of(file, board)
    rows = b"date,agency,event\n3 Mar 2026,POL,Called to the address.\n"
    office.services.chronologies.take(MANAGER, file.case.id, "police.csv", rows)
    assert made_of(office.services.desk.file(file.case.id), board) != before
