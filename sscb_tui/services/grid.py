"""Returns as rows and as a grid: aligned by question id, every empty cell saying which silence it is.

The child's lived experience stands first, always.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.template import LIVED_EXPERIENCE, Question, people, questions
from sscb_tui.domain.terms import ReturnState, Silence
from sscb_tui.services.views import CellView, ReturnRow, SideBySide

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest


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
    rows = sorted(questions(people(file.case)), key=lambda question: question.id != LIVED_EXPERIENCE)
    named = ((request.agency, board.agency(request.agency)) for request in file.requests)
    return SideBySide(
        questions=tuple((row.id, row.label) for row in rows),
        agencies=tuple((code, known.name_on(today) if known else code) for code, known in named),
        cells=tuple(tuple(cell(request, row, today) for request in file.requests) for row in rows),
    )


def cell(request: AgencyRequest, question: Question, today: date) -> CellView:
    """What one agency said to one question, or which kind of silence it kept."""
    if request.returned is None:
        return CellView("", _unreturned(request, today))
    answer = request.returned.answer(question.id)
    if answer is None:
        return CellView("", _silence(Silence.NIL if request.returned.nil else Silence.NOT_ASKED))
    if answer.silence is not None:
        return CellView(answer.text, _silence(answer.silence, answer.silence_reason))
    if answer.blank:
        return CellView("", _silence(Silence.NIL if request.returned.nil else Silence.LEFT_BLANK))
    return CellView("\n".join(part for part in (_ticked(question, answer.choice), answer.text.strip("\n")) if part))


def _ticked(question: Question, ticked: str) -> str:
    """The labels of the ticked boxes, set off from words by a dash."""
    labels = {choice.value: choice.label for choice in question.choices}
    return ", ".join(f"— {labels.get(value, value)}" for value in ticked.split(", ") if value)


def _unreturned(request: AgencyRequest, today: date) -> str:
    if request.state is ReturnState.REFUSED:
        return _silence(Silence.REFUSED, request.refusal_reason)
    late = lateness(request, today)
    return _silence(Silence.OVERDUE, f"by {late} d") if late else _silence(Silence.AWAITED)


def _silence(kind: Silence, reason: str = "") -> str:
    """Glyph and word, with the reason if there is one: never colour alone."""
    return f"{kind.glyph} {kind.label}" + (f": {reason}" if reason else "")
