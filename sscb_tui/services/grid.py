"""Returns as rows and as a grid: aligned by question id, every empty cell saying which silence it is.

The child's lived experience stands first, always.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.template import LIVED_EXPERIENCE, TEMPLATE_VERSION, Question, people, questions
from sscb_tui.domain.terms import ReturnState, Silence
from sscb_tui.services.views import CellView, ReturnRow, SideBySide

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn


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
    rows = sorted(questions(people(file.case)), key=_place)
    return SideBySide(
        questions=tuple((row.id, f"{row.id.removeprefix('F4.').split('.')[0]} {row.label}") for row in rows),
        agencies=tuple((request.agency, board.brief(request.agency)) for request in file.requests),
        cells=tuple(tuple(cell(request, row, today) for request in file.requests) for row in rows),
    )


def _place(question: Question) -> int:
    """The child first, what agencies know and did next, the bookkeeping of the return last."""
    if question.id == LIVED_EXPERIENCE:
        return 0
    return 2 if question.id.startswith(("F4.A", "F4.M")) else 1


def cell(request: AgencyRequest, question: Question, today: date) -> CellView:
    """What one agency said to one question, or which kind of silence it kept."""
    if request.returned is None:
        return CellView("", _unreturned(request, today))
    if kept := _KEPT.get(question.id):
        return CellView(kept(request.returned))
    answer = request.returned.answer(question.id)
    if answer is not None and answer.silence is not None:
        return CellView(answer.text, _silence(answer.silence, answer.silence_reason))
    if answer is not None and not answer.blank:
        return CellView("\n".join(part for part in (_ticked(question, answer.choice), answer.text.strip("\n")) if part))
    if request.returned.nil:
        return CellView("", _silence(Silence.NIL))
    asked = request.template == TEMPLATE_VERSION
    return CellView("", _silence(Silence.LEFT_BLANK if asked else Silence.NOT_ASKED))


def _post(name: str, post: str) -> str:
    """A post rather than a name, where one was given."""
    return post or name


def _events(returned: AgencyReturn) -> str:
    """The chronology a row to a line, dates as the agency stated them."""
    return "\n".join(f"{row.on.text or '?'}  {row.event}" for row in returned.chronology) or "—"


_KEPT: dict[str, Callable[[AgencyReturn], str]] = {
    "F4.A2": lambda returned: _post(returned.author, returned.author_post),
    "F4.A3": lambda returned: _post(returned.approver, returned.approver_post),
    "F4.A7": lambda returned: "— searched and not known" if returned.nil else "— holds information",
    "F4.D1": _events,
    "F4.M1": lambda returned: f"signed {shown(returned.declared_on)}",
}
"""Questions whose answers a return keeps under names of their own."""


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
