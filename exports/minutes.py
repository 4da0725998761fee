"""Minutes of the scoping meeting (F6): DRAFT until confirmed, numbered, struck lines left out."""

from __future__ import annotations

from datetime import date, datetime

from exports.accounts import accounts
from exports.agreed import actions, facts, parked
from exports.attendance import attendance
from exports.keys import REFERENCES, RETURNS, VIEWS, key
from exports.layout import Cover, Sheet, begin, clock, finish, moment, table
from exports.limbs import found_at_meeting, limb_reasons, limb_table, outcome_words
from exports.record import constraints, spoken, timings
from exports.returned import returns_grid
from exports.sealing import agreement
from exports.viewed import dissents, views
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.meeting import Meeting
from sscb_tui.domain.terms import LineKind, MeetingState

PURPOSE = "To decide whether a review is needed and to learn; not to blame, and not to discipline anybody."


def minutes(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The minutes as they stand."""
    meeting = file.meeting
    if meeting is None:
        raise NotFoundError(f"{file.case.reference} has had no scoping meeting, so there are no minutes.")
    cover = _cover(file, meeting)
    sheet = begin(cover, file, board, on)
    _meeting(sheet, meeting, board)
    sheet.heading("Attendance, quorum and interests")
    attendance(sheet, meeting, board)
    sheet.heading("Returns")
    returns_grid(sheet, file, board, _day_of(meeting, on))
    constraints(sheet, file)
    _talk(sheet, file, meeting, board)
    _after(sheet, file, meeting)
    agreement(sheet, file, meeting)
    key(sheet, RETURNS, VIEWS, REFERENCES)
    return finish(sheet, cover, file, board)


def minutes_version(file: CaseFile) -> int:
    """Rises with every change to the meeting or to a line of its minutes."""
    return (file.meeting.version if file.meeting else 0) + sum(line.version for line in file.lines)


def _cover(file: CaseFile, meeting: Meeting) -> Cover:
    confirmed = meeting.state is MeetingState.CONFIRMED and meeting.confirmed_at is not None
    status = f"CONFIRMED {moment(meeting.confirmed_at)}" if confirmed else "DRAFT until confirmed"
    return Cover("Minutes of the scoping meeting", f"**{status}**", minutes_version(file))


def _day_of(meeting: Meeting, on: datetime) -> date:
    """Returns are shown as they stood at the meeting, not on the day the minutes are printed."""
    return local_day(meeting.started_at or on)


def _meeting(sheet: Sheet, meeting: Meeting, board: BoardSettings) -> None:
    sheet.heading("The meeting")
    rows = (
        ("Held", f"{moment(meeting.started_at)} to {clock(meeting.closed_at)}"),
        ("Place", sheet.cell(meeting.place)),
        ("Chair", sheet.cell(meeting.chair)),
        ("Minutes", sheet.cell(meeting.minute_taker)),
        ("Confidentiality statement read", _yes(meeting.confidentiality_read)),
        ("Purpose restated: learning, not blame", _yes(meeting.purpose_restated)),
        ("Interests asked for", _yes(meeting.interests_asked)),
    )
    sheet.add(*table(rows[0], rows[1:]))
    sheet.paragraph(board.confidentiality, "**The statement on confidentiality.**")
    sheet.paragraph(PURPOSE, "**Purpose.**")
    if meeting.adjourned:
        sheet.paragraph(meeting.adjourned, "**Adjourned.**")


def _yes(done: bool) -> str:
    return "yes" if done else "**no**"


def _talk(sheet: Sheet, file: CaseFile, meeting: Meeting, board: BoardSettings) -> None:
    """What was said, then what came of it: facts, differences, safety, criteria, views, actions."""
    timings(sheet, meeting)
    said = spoken(sheet, file, board)
    sheet.heading("Facts agreed")
    facts(sheet, said)
    sheet.heading("Differences between accounts")
    accounts(sheet, file, board)
    sheet.heading("Immediate safety of children")
    sheet.paragraph(meeting.other_children_safety or "Not yet answered.")
    sheet.heading("The criteria, limb by limb")
    weighed = found_at_meeting(file)
    limb_table(sheet, weighed)
    limb_reasons(sheet, weighed)
    sheet.heading("Each agency's view")
    views(sheet, meeting, board)
    stated = [(view.agency, view.dissent) for view in meeting.views if view.dissent.strip()]
    stated += [(each.line.agency or "", each.line.text) for each in said if each.line.kind is LineKind.DISSENT]
    dissents(sheet, stated, board, answered=meeting.dissent_none)
    sheet.heading("Set aside as outside this meeting")
    parked(sheet, file, said)
    sheet.heading("Actions")
    actions(sheet, file, said, board)


def _after(sheet: Sheet, file: CaseFile, meeting: Meeting) -> None:
    """The recommendation and what goes with it (F6.17, F6.19 to F6.22)."""
    sheet.heading("Recommendation, family and media")
    advice = file.advice
    if advice is None:
        waits = "adjourned without one." if meeting.adjourned else "not yet submitted."
        sheet.paragraph(waits, "**Recommendation to the Chair:**")
    else:
        outcome = outcome_words(advice.recommended, advice.alternative_type)
        sheet.paragraph(advice.reasons, f"**Recommendation to the Chair: {outcome}.**")
        sheet.paragraph(advice.scope or "none suggested.", "**Suggested scope, period and model:**")
        sheet.paragraph(advice.family_position, "**The family:**")
    sheet.paragraph(file.case.referral.media, "**Media:**")
    sheet.paragraph("kept in a separate privileged note, and never minuted.", "**Legal advice, if any:**")
