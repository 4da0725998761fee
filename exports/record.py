"""The meeting as it ran: constraints on it, the time each item took, and the timed record (F6.12, F6.16)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.escape import inline
from exports.layout import NOT_SAID, Sheet, clock, moment, table
from exports.minuted import Minuted, minuted
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import AgendaItem, Constraint, Meeting


def constraints(sheet: Sheet, file: CaseFile) -> None:
    """Other processes about the same events, and what the meeting was asked not to speak of, by whom and until when."""
    sheet.heading("Parallel processes and constraints")
    advice = file.advice
    sheet.paragraph(advice.parallel_processes if advice else file.case.referral.parallel_processes, "**Parallel:**")
    held = file.meeting.constraints if file.meeting else ()
    for each in held:
        until = sheet.inline(f"until {each.until}" if each.until.strip() else "no end stated")
        by = f"{sheet.inline(each.imposed_by)}, {moment(each.at)}"
        sheet.paragraph(each.text, f"**Constraint, {by} ({until}{_lifted(each)}).**")
    if not held:
        sheet.paragraph("none.", "**Constraints on what may be discussed:**")


def _lifted(each: Constraint) -> str:
    return f"; lifted {moment(each.lifted_at)}" if each.lifted_at else ""


def timings(sheet: Sheet, meeting: Meeting) -> None:
    """The agenda with the minutes planned and the minutes taken."""
    sheet.heading("Agenda and time")
    rows = [_item(sheet, item, meeting.closed_at) for item in meeting.agenda]
    sheet.add(*table(("No", "Item", "Planned", "Began", "Ended", "Taken"), rows))
    planned = sum(item.planned for item in meeting.agenda)
    taken = _minutes(meeting.started_at, meeting.closed_at)
    sheet.paragraph(f"{planned} minutes planned, {taken or 'not yet known'}{' taken' if taken else ''}.", "**In all:**")


def _item(sheet: Sheet, item: AgendaItem, closed: datetime | None) -> tuple[str, ...]:
    more = f" (+{item.extended})" if item.extended else ""
    title = sheet.cell(item.title) + (" **(left unfinished)**" if item.parked else "")
    ended = item.closed_at or (closed if item.opened_at else None)
    taken = _minutes(item.opened_at, ended)
    return str(item.number), title, f"{item.minutes}{more}", clock(item.opened_at), clock(ended), taken or NOT_SAID


def _minutes(began: datetime | None, ended: datetime | None) -> str:
    return str(round((ended - began).total_seconds() / 60)) if began and ended else ""


def spoken(sheet: Sheet, file: CaseFile, board: BoardSettings) -> tuple[Minuted, ...]:
    """The minutes themselves by agenda item, each paragraph with its time."""
    sheet.heading("What was said")
    agenda = file.meeting.agenda if file.meeting else ()
    titles = {item.number: f"Item {item.number}. {inline(sheet.said(item.title))}" for item in agenda}
    found: list[Minuted] = []
    item: int | None = -1
    for line, corrections in minuted(file.lines):
        if line.item != item:
            item = line.item
            sheet.add(f"### {titles.get(item or 0, 'Outside the agenda')}")
        found.append(Minuted.write(sheet, line, corrections, board))
    _by_agency(sheet, found)
    return tuple(found)


def _by_agency(sheet: Sheet, found: Sequence[Minuted]) -> None:
    """Where to find what one agency said."""
    if not found:
        sheet.paragraph("Nothing was minuted.")
    by_agency: dict[str, list[str]] = {}
    for each in found:
        if each.who:
            by_agency.setdefault(each.who, []).append(each.number)
    if by_agency:
        sheet.add(*table(("Agency", "Paragraphs"), [(who, ", ".join(by_agency[who])) for who in sorted(by_agency)]))
