"""Returns as rows and as a grid: aligned by question id, every empty cell saying which silence it is.

The child's lived experience stands first, always.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.answers import asked, said
from sscb_tui.domain.days import shown
from sscb_tui.domain.resubmission import broken, changes, pinned_question
from sscb_tui.domain.template import LIVED_EXPERIENCE, TEMPLATE_VERSION, Question, asked_by
from sscb_tui.domain.terms import ReturnState, Silence
from sscb_tui.services.views import CellView, ReturnRow, SideBySide

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer


def lateness(request: AgencyRequest, today: date) -> int:
    """Days a return is overdue; 0 once it is in, refused, or not yet due."""
    if request.returned is not None or request.state is ReturnState.REFUSED:
        return 0
    return max(0, (today - request.due).days)


def return_row(request: AgencyRequest, board: BoardSettings, today: date) -> ReturnRow:
    """One agency's return as the case file lists it; overdue is derived, never stored."""
    agency = board.agency(request.agency)
    late = lateness(request, today)
    waiting = request.state in (ReturnState.REQUESTED, ReturnState.ACKNOWLEDGED, ReturnState.IN_PROGRESS)
    last = request.receipts[-1] if request.receipts else None
    return ReturnRow(
        request_id=request.id,
        agency=request.agency,
        name=agency.name_on(today) if agency else request.agency,
        state=ReturnState.OVERDUE if late and waiting else request.state,
        due=request.due,
        late_by=late,
        received_at=last.at if last else None,
        sha256=last.sha256 if last else "",
    )


def side_by_side(file: CaseFile, board: BoardSettings, today: date) -> SideBySide:
    """The grid of all questions asked by all agencies asked."""
    returns = [request.returned for request in file.requests if request.returned is not None]
    rows = sorted(asked(file.case, returns), key=_place)
    marks = {request.agency: _marks(file, request) for request in file.requests}
    return SideBySide(
        questions=tuple((row.id, f"{row.id.removeprefix('F4.').split('.')[0]} {row.label}") for row in rows),
        agencies=tuple((request.agency, board.brief(request.agency)) for request in file.requests),
        cells=tuple(
            tuple(_marked(cell(request, row, today), row.id, marks[request.agency]) for request in file.requests)
            for row in rows
        ),
        notes=tuple(map(_note, file.requests)),
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    """What one agency's answers carry beside their words, by question."""

    changes: Mapping[str, str]
    pins: Mapping[str, int]
    moved: Mapping[str, int]


def _marks(file: CaseFile, request: AgencyRequest) -> _Marks:
    standing = [pinned_question(pin, request.agency) for pin in file.pins if pin.stands]
    moved = [pinned_question(pin, request.agency) for pin in broken(request, file.pins)]
    changed = {each.question: each.kind for each in changes(file.case, request)}
    return _Marks(changed, Counter(filter(None, standing)), Counter(moved))


def _marked(shown: CellView, question: str, marks: _Marks) -> CellView:
    pins, change, moved = marks.pins.get(question, 0), marks.changes.get(question, ""), marks.moved.get(question, 0)
    return replace(shown, pins=pins, change=change, moved=moved) if pins or change else shown


def _note(request: AgencyRequest) -> str:
    """What a reader should know of the return as a whole."""
    version = request.returned.template if request.returned else request.template
    other = f"template {version}" if version != TEMPLATE_VERSION else ""
    return " · ".join(filter(None, ("sent again" if request.superseded else "", other)))


def _place(question: Question) -> int:
    """The child first, what agencies know and did next, the bookkeeping of the return last."""
    if question.id == LIVED_EXPERIENCE:
        return 0
    return 2 if question.id.startswith(("F4.A", "F4.M")) else 1


def cell(request: AgencyRequest, question: Question, today: date) -> CellView:
    """What one agency said to one question, or which kind of silence it kept."""
    if request.returned is None:
        return CellView("", _unreturned(request, today))
    answer = request.returned.answer(question.id)
    if answer is not None and answer.silence is not None:
        return CellView(answer.text, _silence(answer.silence, answer.silence_reason))
    if words := said(request.returned, question.id):
        return CellView(words)
    if request.returned.nil:
        return CellView("", _silence(Silence.NIL, _searched(request.returned)))
    return CellView("", _silence(_unanswered(request.returned, answer, question)))


def _unanswered(returned: AgencyReturn, answer: Answer | None, question: Question) -> Silence:
    """Left blank where the form asked; another version of the form may not have."""
    here = asked_by(returned.template, question.id) and question.guidance
    return Silence.LEFT_BLANK if here or answer is not None else Silence.NOT_ASKED


def _searched(returned: AgencyReturn) -> str:
    """Under which identifiers a nil return looked: a search under one spelling is not a search under all."""
    answer = returned.answer("F4.A4")
    parts = (answer.choice, answer.text) if answer is not None else ()
    return "; ".join(" ".join(part.split()) for part in parts if part.strip())


def _unreturned(request: AgencyRequest, today: date) -> str:
    if request.state is ReturnState.REFUSED:
        return _silence(Silence.REFUSED, request.refusal_reason)
    late = lateness(request, today)
    if late:
        return f"{_silence(Silence.OVERDUE)} by {late} {'day' if late == 1 else 'days'}"
    return f"{_silence(Silence.AWAITED)}, due {shown(request.due)}"


def _silence(kind: Silence, reason: str = "") -> str:
    """Glyph and word, with the reason if there is one: never colour alone."""
    return f"{kind.glyph} {kind.label}" + (f": {reason}" if reason else "")
