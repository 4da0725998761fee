"""The pack for the scoping meeting (X-03): everything the people round the table read beforehand, in one paper."""

from __future__ import annotations

from datetime import datetime

from exports.accounts import accounts
from exports.digest import digest
from exports.keys import REFERENCES, RETURNS, SILENCES, key
from exports.layout import Cover, Sheet, begin, finish, moment, table
from exports.minutes import PURPOSE
from exports.oneminute import child_in_one_minute
from exports.prepared import challenge_questions, readiness_check
from exports.returned import returns_grid
from exports.statute import statute
from exports.told import MARKS, Told, chronology_table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.merge import key_events
from sscb_tui.domain.rules.readiness import readiness

_COPY = "number ____ of ____, for ______________________; handed back or shredded at the end"


def pack(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The pack as things stand; NotFoundError where no agency has been asked yet."""
    if not file.requests:
        raise NotFoundError(f"{file.case.reference} has no meeting pack: no agency has been asked yet.")
    cover = Cover("Pack for the scoping meeting", _status(file), pack_version(file), (("Copy", _COPY),))
    sheet = begin(cover, file, board, on)
    _opening(sheet, file, board)
    sheet.heading("The child in one minute")
    child_in_one_minute(sheet, file, board)
    sheet.heading("Returns")
    returns_grid(sheet, file, board, on.date())
    sheet.heading("What the agencies say, side by side")
    digest(sheet, file, board, on.date())
    _key_events(sheet, file)
    sheet.heading("Differences between accounts")
    printed = accounts(sheet, file, board)
    check = readiness(file, board, on.date())
    sheet.heading("Before the meeting: what is thin, unasked and unsearched")
    readiness_check(sheet, check, board)
    sheet.heading("Questions to put")
    challenge_questions(sheet, check, board, printed)
    sheet.heading("The criteria, in the words of the law")
    statute(sheet, file)
    key(sheet, MARKS, RETURNS, SILENCES, REFERENCES)
    return finish(sheet, cover, file, board)


def pack_version(file: CaseFile) -> int:
    """Rises with every return, every answer to a difference and every change to the meeting's agenda."""
    answers = sum(each.version for each in file.settlements)
    meeting = file.meeting.version if file.meeting else 0
    return file.case.version + sum(request.version for request in file.requests) + answers + meeting


def _status(file: CaseFile) -> str:
    plan = file.case.discussion.plan if file.case.discussion else None
    return f"For the meeting on {moment(plan.meeting_at)}" if plan else "Meeting not yet arranged"


def _opening(sheet: Sheet, file: CaseFile, board: BoardSettings) -> None:
    """What binds everybody in the room, and what the meeting will do with its time."""
    sheet.heading("Confidentiality and purpose")
    sheet.paragraph(board.confidentiality)
    sheet.paragraph(PURPOSE, "**Purpose.**")
    sheet.heading("Agenda")
    items = [(each.number, each.title, each.planned) for each in (file.meeting.agenda if file.meeting else ())]
    items = items or [(number, each.title, each.minutes) for number, each in enumerate(board.agenda, 1)]
    rows = [(str(number), sheet.cell(title), str(minutes)) for number, title, minutes in items]
    sheet.add(*table(("No", "Item", "Minutes"), rows))
    sheet.paragraph(f"{sum(minutes for _, _, minutes in items)} minutes.", "**In all:**")


def _key_events(sheet: Sheet, file: CaseFile) -> None:
    sheet.heading("Key events of all agencies, merged")
    told = Told.of(file)
    events = key_events(told.rows)
    if not events:
        sheet.paragraph("No agency has marked an event as key.")
        return
    chronology_table(sheet, told, events)
    rest = len(told.rows) - len(events)
    sheet.paragraph(f"{rest} more in the integrated chronology, under the same numbers.", "**Rows not shown:**")
