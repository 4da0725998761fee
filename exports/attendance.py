"""Who met, in what standing and when, and by whose leave (F6.03 to F6.07)."""

from __future__ import annotations

from exports.escape import cell, inline
from exports.layout import NOT_SAID, Sheet, clock, table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.meeting import Attendee, Meeting
from sscb_tui.domain.rules.meetings import quorum
from sscb_tui.domain.rules.rounds import attending
from sscb_tui.domain.terms import Capacity

CAPACITIES = {
    Capacity.MEMBER: ("M", "member"),
    Capacity.DEPUTY: ("D", "deputy"),
    Capacity.INFORMATION_GIVER: ("I", "gives information, no voice"),
    Capacity.OBSERVER: ("O", "observer"),
}


def attendance(sheet: Sheet, meeting: Meeting, board: BoardSettings) -> None:
    """The grid, apologies, the agencies with a voice, the quorum, and interests with the rulings on them."""
    rows = [_attendee(who, meeting) for who in meeting.attendance]
    sheet.add(*table(("Name", "Post", "Agency", "Key", "Present", "From", "To"), rows))
    sheet.add("*" + " · ".join(f"{letter} {words}" for letter, words in CAPACITIES.values()) + "*")
    sheet.paragraph(meeting.apologies or "none.", "**Apologies and absences:**")
    sheet.paragraph("", f"**Agencies with a voice:** {', '.join(attending(meeting, ever=True)) or 'none'}.")
    short = " ".join(violation.sentence for violation in quorum(meeting, board.quorum, called=board.brief))
    sheet.paragraph(short or "met, by the Board's own rule.", "**Quorum:**")
    _interests(sheet, meeting)


def _attendee(who: Attendee, meeting: Meeting) -> tuple[str, ...]:
    times = (clock(who.arrived_at), clock(who.left_at or (meeting.closed_at if who.arrived_at else None)))
    agencies = ", ".join(who.agencies) or NOT_SAID
    return (
        cell(who.name),
        cell(who.post) or NOT_SAID,
        agencies,
        CAPACITIES[who.capacity][0],
        _stay(who, meeting),
        *times,
    )


def _stay(who: Attendee, meeting: Meeting) -> str:
    """Present, late or left, in words; when somebody was out of the room."""
    if who.arrived_at is None:
        return "absent"
    late = meeting.started_at is not None and who.arrived_at > meeting.started_at
    early = who.left_at is not None and (meeting.closed_at is None or who.left_at < meeting.closed_at)
    said = [word for word, so in (("late", late), ("left early", early)) if so]
    said += [f"out {clock(gap.left_at)} to {clock(gap.back_at)}" for gap in who.absences]
    return ", ".join(said) or "throughout"


def _interests(sheet: Sheet, meeting: Meeting) -> None:
    declared = [who for who in meeting.attendance if who.interest.strip()]
    for who in declared:
        ruling = f"ruled: {who.ruling.label}" if who.ruling else "not ruled on"
        sheet.paragraph(who.interest, f"**Interest declared, {inline(who.name)} ({ruling}).**")
    if not declared:
        asked = "none." if meeting.interests_asked else "not asked for."
        sheet.paragraph(asked, "**Interests declared:**")
