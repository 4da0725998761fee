"""The grid of returns (F6.09): received, late, nil, missing and refused, each in a sign and in words."""

from __future__ import annotations

from collections import Counter
from datetime import date

from exports.layout import NOT_SAID, Sheet, agency_words, table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.terms import ReturnState

SEARCHED = "F4.A4"
_IN = frozenset({ReturnState.APPROVED, ReturnState.CIRCULATED, ReturnState.LATE_AFTER_MEETING})


def returns_grid(sheet: Sheet, file: CaseFile, board: BoardSettings, at: date) -> None:
    """How every agency's return stood on that day, and how many of each there were."""
    if not file.requests:
        sheet.paragraph("No agency was asked.")
        return
    rows = [_row(sheet, request, board, at) for request in file.requests]
    sheet.add(*table(("Agency", "Return", "Due", "Received"), rows))
    if searched := [(each.agency, words) for each in file.requests if (words := _searched(each, at))]:
        sheet.add(*(f"- ∅ {code} searched: {sheet.inline(words)}" for code, words in searched))
    counted = Counter(standing(request, at)[0] for request in file.requests)
    words = ", ".join(f"{number} {word}" for word, number in counted.items())
    sheet.paragraph(f"{len(file.requests)} agencies: {words}.", "**Asked:**")


def standing(request: AgencyRequest, at: date) -> tuple[str, str, str]:
    """A return in a word, a sign and what there is to say besides, on that day."""
    day = came(request)
    if request.state is ReturnState.REFUSED:
        return "refused", "×", request.refusal_reason
    if request.state is ReturnState.VERBAL_ONLY:
        return "by word of mouth", "V", "nothing in writing"
    if not _is_in(request) or (day is not None and day > at):
        return _missing(request, at, day)
    if request.state is ReturnState.NIL_RETURN or (request.returned and request.returned.nil):
        return "nil", "∅", "nothing found"
    late = (day - request.due).days if day else 0
    return ("late", "L", f"by {_days(late)}") if late > 0 else ("received", "✓", "")


def came(request: AgencyRequest) -> date | None:
    """The day the return first came in."""
    return local_day(request.receipts[0].at) if request.receipts else None


def _is_in(request: AgencyRequest) -> bool:
    return request.returned is not None or request.state is ReturnState.NIL_RETURN or request.state in _IN


def _missing(request: AgencyRequest, at: date, day: date | None) -> tuple[str, str, str]:
    since = f"; it came on {shown(day)}" if day else ""
    late = (at - request.due).days
    if late > 0:
        return "missing", "!", f"overdue by {_days(late)}{since}"
    return "awaited", "…", f"not due yet{since}"


def _searched(request: AgencyRequest, at: date) -> str:
    """What a nil return was searched under; without it, nothing found says nothing."""
    answer = request.returned.answer(SEARCHED) if request.returned else None
    return answer.text if answer and standing(request, at)[0] == "nil" else ""


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def _row(sheet: Sheet, request: AgencyRequest, board: BoardSettings, at: date) -> tuple[str, ...]:
    word, sign, more = standing(request, at)
    name = f"{agency_words(request.agency, board, request.issued_at)} ({request.agency})"
    day = came(request)
    said = f"{sign} **{word}**" + (f": {sheet.cell(more)}" if more.strip() else "")
    return name, said, shown(request.due), shown(day) if day and day <= at else NOT_SAID
