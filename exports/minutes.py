"""Minutes of the scoping meeting (F6): DRAFT until confirmed, numbered, struck lines left out."""

from __future__ import annotations

from datetime import datetime

from exports.escape import cell, inline
from exports.layout import NOT_SAID, Cover, Sheet, begin, clock, finish, moment, table
from exports.limbs import limb_reasons, limb_table, outcome_words
from exports.minuted import Minuted, minuted
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import Attendee, Meeting
from sscb_tui.domain.rules.meetings import attending, quorum
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.terms import Capacity, LineKind, MeetingState, ReturnState

_CAPACITIES = {
    Capacity.MEMBER: "M",
    Capacity.DEPUTY: "D",
    Capacity.INFORMATION_GIVER: "I",
    Capacity.OBSERVER: "O",
}
_WAITING = frozenset({ReturnState.REQUESTED, ReturnState.ACKNOWLEDGED, ReturnState.IN_PROGRESS})
"""States in which a return may be late; lateness is derived and never stored."""


def minutes(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The minutes as they stand."""
    meeting = file.meeting
    if meeting is None:
        raise NotFoundError(f"{file.case.reference} has had no scoping meeting, so there are no minutes.")
    cover = _cover(file, meeting)
    sheet = begin(cover, file.case, board, on)
    _meeting(sheet, meeting, board)
    _attendance(sheet, meeting, board)
    _returns(sheet, file, board, on)
    spoken = _spoken(sheet, file, board)
    _safety(sheet, meeting)
    _criteria(sheet, meeting)
    _views(sheet, meeting, spoken, board)
    _actions(sheet, file, spoken, board)
    _agreement(sheet, meeting)
    return finish(sheet, cover, file.case, board)


def minutes_version(file: CaseFile) -> int:
    """Rises with every change to the meeting or to a line of its minutes."""
    return (file.meeting.version if file.meeting else 0) + sum(line.version for line in file.lines)


def _cover(file: CaseFile, meeting: Meeting) -> Cover:
    confirmed = meeting.state is MeetingState.CONFIRMED and meeting.confirmed_at is not None
    status = f"CONFIRMED {moment(meeting.confirmed_at)}" if confirmed else "DRAFT until confirmed"
    return Cover("Minutes of the scoping meeting", f"**{status}**", minutes_version(file))


def agency_words(code: str, board: BoardSettings, on: datetime | None = None) -> str:
    """An agency by the name it had on the day, for a paper's running text."""
    agency = board.agency(code)
    return inline(agency.name_on(on.date()) if agency and on else agency.names[-1].name if agency else code)


def _meeting(sheet: Sheet, meeting: Meeting, board: BoardSettings) -> None:
    sheet.heading("The meeting")
    held = f"{moment(meeting.started_at)} to {clock(meeting.closed_at)}"
    rows = (
        ("Held", held),
        ("Place", cell(meeting.place) or NOT_SAID),
        ("Chair", cell(meeting.chair)),
        ("Minutes", cell(meeting.minute_taker)),
        ("Confidentiality statement read", _yes(meeting.confidentiality_read)),
        ("Purpose restated: learning, not blame", _yes(meeting.purpose_restated)),
        ("Interests asked for", _yes(meeting.interests_asked)),
    )
    sheet.add(*table(rows[0], rows[1:]))
    interests = [who for who in meeting.attendance if who.interest]
    for who in interests:
        sheet.paragraph(who.interest, f"**Interest declared, {inline(who.name)}{_ruled(who)}.**")
    if not interests:
        sheet.paragraph("none.", "**Interests declared:**")
    if meeting.adjourned:
        sheet.paragraph(meeting.adjourned, "**Adjourned.**")


def _ruled(who: Attendee) -> str:
    """How the chair of the meeting ruled, if that has been done."""
    return f", who {who.ruling.label}" if who.ruling else ""


def _yes(done: bool) -> str:
    return "yes" if done else "**no**"


def _attendance(sheet: Sheet, meeting: Meeting, board: BoardSettings) -> None:
    sheet.heading("Attendance")
    rows = [_attendee(who) for who in meeting.attendance]
    sheet.add(*table(("Name", "Post", "Agency", "Key", "From", "To"), rows))
    sheet.add("*M member · D deputy · I gives information · O observer*")
    sheet.paragraph(meeting.apologies or "none.", "**Apologies and absences:**")
    heard = ", ".join(attending(meeting, ever=True)) or "none"
    sheet.paragraph("", f"**Agencies with a voice:** {heard}.")
    short = " ".join(violation.sentence for violation in quorum(meeting, board.quorum))
    sheet.paragraph(short or "met, by the Board's own rule.", "**Quorum:**")


def _attendee(who: Attendee) -> tuple[str, ...]:
    agencies = ", ".join(who.agencies)
    times = (clock(who.arrived_at), clock(who.left_at))
    return cell(who.name), cell(who.post) or NOT_SAID, agencies or NOT_SAID, _CAPACITIES[who.capacity], *times


def _returns(sheet: Sheet, file: CaseFile, board: BoardSettings, on: datetime) -> None:
    sheet.heading("Returns")
    rows = [_return(request, board, on) for request in file.requests]
    sheet.add(*(table(("Agency", "Return", "Received", "Due"), rows) if rows else ("No agency was asked.",)))


def _return(request: AgencyRequest, board: BoardSettings, on: datetime) -> tuple[str, ...]:
    received = shown(request.receipts[-1].at.date()) if request.receipts else NOT_SAID
    refusal = f": {cell(request.refusal_reason)}" if request.refusal_reason else ""
    name = agency_words(request.agency, board, request.issued_at)
    late = request.state in _WAITING and request.due < on.date()
    state = ReturnState.OVERDUE if late else request.state
    return f"{name} ({request.agency})", state.label + refusal, received, shown(request.due)


def _spoken(sheet: Sheet, file: CaseFile, board: BoardSettings) -> tuple[Minuted, ...]:
    """The minutes themselves by agenda item, each paragraph with its time."""
    sheet.heading("What was said")
    agenda = file.meeting.agenda if file.meeting else ()
    titles = {item.number: f"Item {item.number}. {inline(item.title)}" for item in agenda}
    spoken: list[Minuted] = []
    item: int | None = -1
    for line, corrections in minuted(file.lines):
        if line.item != item:
            item = line.item
            sheet.add(f"### {titles.get(item or 0, 'Before the agenda')}")
        spoken.append(Minuted.write(sheet, line, corrections, board))
    if not spoken:
        sheet.paragraph("Nothing was minuted.")
    return tuple(spoken)


def _safety(sheet: Sheet, meeting: Meeting) -> None:
    sheet.heading("Immediate safety of children")
    sheet.paragraph(meeting.other_children_safety or "Not yet answered.")


def _criteria(sheet: Sheet, meeting: Meeting) -> None:
    sheet.heading("The criteria, question by question")
    sheet.add(*limb_table(meeting.findings))
    limb_reasons(sheet, meeting.findings)


def _views(sheet: Sheet, meeting: Meeting, spoken: tuple[Minuted, ...], board: BoardSettings) -> None:
    sheet.heading("Each agency's view")
    rows = [
        (agency_words(view.agency, board), outcome_words(view.outcome), cell(view.reason)) for view in meeting.views
    ]
    sheet.add(*(table(("Agency", "View", "Reason"), rows) if rows else ("No view was taken.",)))
    dissents = [(agency_words(view.agency, board), view.dissent) for view in meeting.views if view.dissent]
    dissents += [(each.who, each.line.text) for each in spoken if each.line.kind is LineKind.DISSENT]
    for who, words in dissents:
        sheet.box(f"Dissent: {who}", words)
    if not dissents:
        sheet.paragraph("none.", "**Dissent:**")


def _actions(sheet: Sheet, file: CaseFile, spoken: tuple[Minuted, ...], board: BoardSettings) -> None:
    sheet.heading("Actions")
    early = [action for action in file.actions if action.early]
    kept = {action.action for action in early}
    rows = [
        (each.number, each.who or NOT_SAID, cell(each.line.text), NOT_SAID)
        for each in spoken
        if each.line.kind is LineKind.ACTION and each.line.text not in kept
    ]
    rows += [(f"A-{a.number}", agency_words(a.agency, board), cell(a.action), shown(a.due)) for a in early]
    sheet.add(*(table(("No", "Agency", "Action", "Due"), rows) if rows else ("No action was taken.",)))


def _agreement(sheet: Sheet, meeting: Meeting) -> None:
    sheet.heading("Agreement of these minutes")
    by = shown(meeting.agree_minutes_by) if meeting.agree_minutes_by else "a day to be fixed"
    sheet.paragraph(f"{by}. After that, only dated corrections are made.", "**Corrections to the minute taker by**")
    sheet.paragraph(moment(meeting.confirmed_at) if meeting.confirmed_at else "not yet.", "**Confirmed:**")
