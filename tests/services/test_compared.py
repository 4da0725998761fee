"""What is marked side by side: repeats, conflicts, pins and what was sent again."""

from __future__ import annotations

from dataclasses import replace

from exports.template import MarkdownTemplates
from screens.widgets.side_by_side_layout import marks_of, wrap
from sscb_tui.domain.answers import said
from sscb_tui.domain.base import PinId
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.resubmission import broken, changes
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.template import TEMPLATE_VERSION, version
from sscb_tui.domain.terms import Fact, Silence
from sscb_tui.services.compared import compare, marked, narrowed
from sscb_tui.services.demonstration.returns import filled
from sscb_tui.services.grid import side_by_side
from sscb_tui.services.pins import Held
from sscb_tui.services.views import CellView
from tests.services.doors import stage
from tests.services.office import MANAGER, Office


def answered(returned: AgencyReturn, question: str, text: str | None) -> AgencyReturn:
    """The return with one answer put otherwise, or left out."""
    kept = tuple(each for each in returned.answers if each.question != question)
    new = () if text is None else (Answer(question=question, text=text),)
    return returned.but(answers=(*kept, *new))


def resent(request: AgencyRequest, question: str, text: str | None) -> AgencyRequest:
    """The request after its agency sent the return again."""
    assert request.returned is not None
    return request.but(returned=answered(request.returned, question, text), superseded=request.returned)


def pin(office: Office, case_id: str, quote: str) -> Pin:
    """A passage of the police's answer, pinned."""
    return Pin(
        id=PinId("pin"),
        case_id=office.services.desk.file(case_id).case.id,
        fact=Fact.WORKING_TOGETHER,
        evidence=Evidence(source="return", ref="POL F4.C1", quote=quote),
        agency="POL",
        pinned_by="M. Minutes",
        pinned_at=office.clock.moment,
    )


def of(office: Office, case_id: str, agency: str = "POL") -> AgencyRequest:
    return next(each for each in office.services.desk.file(case_id).requests if each.agency == agency)


def test_what_was_added_changed_and_withdrawn_is_told_by_question(office: Office) -> None:
    case_id = stage(office, "sitting")
    case, request = office.services.desk.file(case_id).case, of(office, case_id)
    assert changes(case, request) == ()
    changed = changes(case, resent(request, "F4.C1", "Four call-outs."))
    assert [(each.question, each.kind, each.after) for each in changed] == [("F4.C1", "changed", "Four call-outs.")]
    assert [each.kind for each in changes(case, resent(request, "F4.C1", None))] == ["withdrawn"]
    added = resent(resent(request, "F4.C1", None), "F4.C1", "New.")
    assert [each.kind for each in changes(case, added)] == ["added"]


def test_a_pin_whose_words_are_gone_is_named(office: Office) -> None:
    case_id = stage(office, "sitting")
    request = of(office, case_id)
    assert request.returned is not None
    words = request.returned.answer("F4.C1")
    assert words is not None
    pinned = pin(office, case_id, words.text)
    assert broken(request, (pinned,)) == ()
    again = resent(request, "F4.C1", "Something else altogether.")
    assert broken(again, (pinned,)) == (pinned,)
    assert broken(again, (pinned.but(withdrawn="in error"),)) == ()


def test_a_cell_counts_its_pins_and_says_what_was_sent_again(office: Office) -> None:
    case_id = stage(office, "sitting")
    office.services.pins.pin(MANAGER, case_id, Held(Fact.WORKING_TOGETHER, "POL F4.G4", "for"))
    view = office.services.scoping.side_by_side(case_id)
    at = {question: row for (question, _), row in zip(view.questions, view.cells, strict=True)}
    police = [code for code, _ in view.agencies].index("POL")
    assert at["F4.G4"][police].pins == 1
    assert at["F4.C1"][police].pins == 0


def test_another_version_of_the_template_is_flagged_and_what_it_did_not_ask_is_no_blank(office: Office) -> None:
    case_id = stage(office, "sitting")
    file, board = office.services.desk.file(case_id), office.services.board.settings()
    old = tuple(
        each.but(returned=answered(each.returned, "F4.C1", None).but(template="SSCB-F4/0"))
        if each.agency == "POL" and each.returned
        else each
        for each in file.requests
    )
    view = side_by_side(replace(file, requests=old), board, office.clock.moment.date())
    police = [code for code, _ in view.agencies].index("POL")
    assert view.notes[police] == "template SSCB-F4/0"
    assert TEMPLATE_VERSION not in view.notes[police]
    row = [question for question, _ in view.questions].index("F4.C1")
    assert view.cells[row][police].silence.endswith(Silence.NOT_ASKED.label)


def test_a_return_on_an_earlier_form_comes_in_beside_the_others_and_says_so(office: Office) -> None:
    case = office.scoping()
    services, case_id = office.services, case.id
    services.scoping.issue(MANAGER, case_id, ("POL",))
    request = of(office, case_id)
    told = filled(services.desk.file(case_id), request, nil=False).but(template="F4-0")
    kept = tuple(each for each in told.answers if version("F4-0").asks(each.question))
    paper = MarkdownTemplates().filled(case, request, services.board.settings(), told.but(answers=kept))
    services.scoping.take(MANAGER, "police.md", paper.encode())
    view = services.scoping.side_by_side(case_id)
    column = [code for code, _ in view.agencies].index("POL")
    cells = {question: row[column] for (question, _), row in zip(view.questions, view.cells, strict=True)}
    assert view.notes[column] == "template F4-0"
    assert cells["F4.G3"].silence.endswith(Silence.NOT_ASKED.label)
    assert cells["F4.G4"].text == said(told, "F4.G4")
    assert cells["F4.G5"].text == said(told, "F4.G5")
    assert services.scoping.filled(case_id, "POL").markdown == paper


def test_an_answered_conflict_is_no_longer_marked(office: Office) -> None:
    case_id = stage(office, "at_odds")
    board = office.services.board.settings()

    def count() -> int:
        file = office.services.desk.file(case_id)
        view = marked(office.services.scoping.side_by_side(case_id), compare(file, board), file)
        return sum(cell.conflicts for row in view.cells for cell in row)

    before = count()
    assert before > 0
    for each in office.services.differences.of_case(case_id):
        office.services.differences.settle(MANAGER, case_id, each.id, words="Read again together; the first stands.")
    assert count() == 0


def test_narrowing_keeps_the_childs_day_first(office: Office) -> None:
    case_id = stage(office, "sitting")
    view = office.services.scoping.side_by_side(case_id)
    gaps = narrowed(view, "gaps")
    assert gaps.questions[0] == view.questions[0]
    assert all(any(cell.silence for cell in row) for row in gaps.cells[1:])
    assert narrowed(view, "all") is view
    assert narrowed(view, "pinned").questions == view.questions[:1]


def test_a_mark_never_hides_words() -> None:
    cell = CellView("Seen at home.", conflicts=1, pins=2, moved=1, change="changed")
    assert marks_of(cell, 80) == ("! differs · + 2 pinned · ≠ words changed since pinned · ± changed",)
    assert marks_of(cell, 20) == ("! +2 ≠ ±",)
    assert wrap(cell, 20, 6).lines[1:] == ("Seen at home.",)
    assert marks_of(CellView("Seen."), 20) == ()
