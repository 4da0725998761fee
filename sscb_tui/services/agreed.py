"""Actions agreed in a meeting go on the tracker as they are minuted: lessons are not kept waiting (F6.18).

The meeting agrees them and whoever minutes it writes them down, so that writing minutes is all the right it takes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, DateMove, Transfer
from sscb_tui.domain.base import ActionId
from sscb_tui.domain.due import read_due
from sscb_tui.domain.errors import Violation, refuse_if
from sscb_tui.domain.owners import named, owners, read_owner
from sscb_tui.domain.terms import LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting, MinuteLine
    from sscb_tui.domain.owners import Owner
    from sscb_tui.services.room import Room

MINUTED = "the minutes"


def whose(room: Room, meeting: Meeting, owner: str, due: str) -> dict[str, object]:
    """The owner, their agency and the day as a line keeps them; InputError for words that mean neither."""
    found = read_owner(owner, owners(meeting, room.settings()))
    return {
        "owner": found.words if found else "",
        "owner_agency": found.agency if found else None,
        "due": read_due(due, room.today()),
    }


def on_tracker(room: Room, meeting: Meeting, line: MinuteLine) -> MinuteLine:
    """The line with its action on the tracker, once it says whose it is and by when; inside a deed."""
    if line.kind is not LineKind.ACTION or line.refers or line.owner_agency is None or line.due is None:
        return line
    action = Action(
        id=ActionId(room.new_id()),
        number=room.record.actions.next_number(),
        case_id=meeting.case_id,
        agreed_on=line.at.date(),
        early=True,
        **_terms(line, _owner(room, meeting, line)),
    )
    return room.record.lines.save(line.but(refers=room.record.actions.save(action).id))


def follow(room: Room, line: MinuteLine, edited: MinuteLine, by: str) -> None:
    """The action says what the edited line says, until somebody has worked on it; then its terms stand."""
    action = room.record.actions.find(line.refers) if line.kind is LineKind.ACTION and line.refers else None
    if action is None or _same_terms(line, edited):
        return
    if action.updates or action.evidence or any(each.approved_by != MINUTED for each in action.moves):
        sentence = f"A-{action.number} is being carried out; change its terms on the tracker, where changes are kept."
        refuse_if((Violation("RA.12", sentence, "the tracker's rule on moved dates"),))
    if edited.owner_agency is None or edited.due is None:
        sentence = f"A-{action.number} is on the tracker and keeps an owner and a date; name others instead."
        refuse_if((Violation("F6.18", sentence, "scoping meeting (F6.18)"),))
    meeting = room.record.meetings.get(line.meeting_id)
    terms = _terms(edited, _owner(room, meeting, edited))
    corrected = action.but(**terms, moves=(*action.moves, *_moved(action, edited.due)))
    room.record.actions.save(corrected.but(transfers=(*action.transfers, *_given(room, action, corrected, by))))


def _moved(action: Action, due: date | None) -> tuple[DateMove, ...]:
    """The first date agreed is never changed, not even with the line it was minuted in."""
    if due is None or action.due is None or action.due == due:
        return ()
    return (DateMove(was=action.due, now=due, reason="The minutes were corrected.", approved_by=MINUTED),)


def _given(room: Room, was: Action, now: Action, by: str) -> tuple[Transfer, ...]:
    """Who was minuted first still cannot verify it, so that a correction is no way round that."""
    if (was.agency, was.owner, was.owner_name) == (now.agency, now.owner, now.owner_name):
        return ()
    given = Transfer(
        at=room.now(),
        by=by,
        agency_was=was.agency,
        agency_now=now.agency,
        owner_was=was.owner,
        owner_now=now.owner,
        owner_name_was=was.owner_name,
        reason="The minutes were corrected.",
    )
    return (given,)


def _same_terms(line: MinuteLine, edited: MinuteLine) -> bool:
    return (line.text, line.owner, line.due) == (edited.text, edited.owner, edited.due)


def _owner(room: Room, meeting: Meeting, line: MinuteLine) -> Owner | None:
    return named(line.owner, owners(meeting, room.settings()))


def _terms(line: MinuteLine, owner: Owner | None) -> dict[str, object]:
    """What the tracker takes from the line; owners by post, as papers print them."""
    return {
        "agency": line.owner_agency,
        "owner": owner.post if owner else line.owner,
        "owner_name": owner.name if owner else "",
        "action": line.text,
        "due": line.due,
    }
