"""What a meeting agreed: facts, what it set aside, and the table of its actions (F6.10, F6.18)."""

from __future__ import annotations

from collections.abc import Sequence

from exports.escape import inline
from exports.layout import NOT_SAID, Sheet, agency_words, moment, table
from exports.minuted import Minuted
from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import by, shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.outstanding import parking_list
from sscb_tui.domain.terms import LineKind


def facts(sheet: Sheet, spoken: Sequence[Minuted]) -> None:
    """Facts agreed, each with the paragraph it was minuted in."""
    agreed = [each for each in spoken if each.line.kind is LineKind.FACT]
    for each in agreed:
        sheet.paragraph(each.line.text, f"({each.number})")
    if not agreed:
        sheet.paragraph("None recorded.")


def parked(sheet: Sheet, file: CaseFile, spoken: Sequence[Minuted]) -> None:
    """What was set aside as outside the scope of the meeting, and what became of it."""
    numbers = {each.line.id: each.number for each in spoken}
    for item in file.meeting.agenda if file.meeting else ():
        if item.parked:
            sheet.paragraph(f"Item {item.number}, {item.title}: left unfinished.")
    listed = parking_list(file.lines)
    for each in listed:
        sheet.paragraph(each.line.text, f"({numbers.get(each.line.id, NOT_SAID)})")
        if each.answer is not None:
            sheet.paragraph(each.answer.text, "**Since then:**")
    if not listed and not any(item.parked for item in (file.meeting.agenda if file.meeting else ())):
        sheet.paragraph("Nothing.")


def actions(sheet: Sheet, file: CaseFile, spoken: Sequence[Minuted], board: BoardSettings) -> None:
    """Every action once: those on the tracker under their number, those that still lack something under theirs."""
    early = {action.id: action for action in file.actions if action.early}
    words = {action.action for action in early.values()}
    asked = [each for each in spoken if _is_asked(each.line) and each.line.refers not in early]
    rows = [_minuted(sheet, each, board) for each in asked if each.line.text not in words]
    deadlines = {each.line.refers: each.line for each in spoken if each.line.deadline}
    rows += [_tracked(sheet, action, deadlines.get(action.id), board) for action in early.values()]
    if rows:
        sheet.add(*table(("No", "Action", "Owner", "Due"), rows))
    else:
        sheet.paragraph("No action was agreed.")


def early_actions(sheet: Sheet, file: CaseFile, board: BoardSettings) -> None:
    """Actions already begun, with how far they are (F7.11)."""
    rows = [
        (f"A-{each.number}", sheet.cell(each.action), _owner(each, board), by(each.due), each.state.label)
        for each in file.actions
        if each.early
    ]
    if rows:
        sheet.add(*table(("No", "Action", "Owner", "Due", "State"), rows))


def _is_asked(line: MinuteLine) -> bool:
    return line.kind is LineKind.ACTION or (line.kind is LineKind.SAFETY and bool(line.owner))


def _minuted(sheet: Sheet, each: Minuted, board: BoardSettings) -> tuple[str, ...]:
    line = each.line
    agency = line.owner_agency or line.agency
    of = f" ({agency_words(agency, board)})" if agency else ""
    owner = inline(line.owner) if line.owner else "**owner not stated**"
    return each.number, sheet.cell(line.text), owner + of, _due(line)


def _due(line: MinuteLine) -> str:
    if line.deadline:
        return moment(line.deadline)
    return shown(line.due) if line.due else "**date not stated**"


def _tracked(sheet: Sheet, action: Action, line: MinuteLine | None, board: BoardSettings) -> tuple[str, ...]:
    due = _due(line) if line else by(action.due)
    return f"A-{action.number}", sheet.cell(action.action), _owner(action, board), due


def _owner(action: Action, board: BoardSettings) -> str:
    return f"{inline(action.owner)} ({agency_words(action.agency, board)})"
