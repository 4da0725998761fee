"""The attendance list: who comes, goes and comes back, and what the minutes say of it (F6.03, F6.05, F6.07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.rules.meetings import quorum

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sscb_tui.domain.agency import Quorum
    from sscb_tui.domain.meeting import Attendee, Meeting


def listed(meeting: Meeting, name: str) -> Attendee | None:
    """The entry under that name, spacing and capitals aside."""
    return next((who for who in meeting.attendance if same_person(who.name, name)), None)


def entered(attendee: Attendee, before: Attendee | None, now: datetime) -> Attendee:
    """The entry with its times: those it names, those it had before, or arriving now."""
    if attendee.arrived_at is not None:
        return attendee
    if before is None:
        return attendee.but(arrived_at=now)
    return attendee.but(arrived_at=before.arrived_at or now, left_at=before.left_at, absences=before.absences)


def seated(meeting: Meeting, who: Attendee) -> tuple[Attendee, ...]:
    """The list with this entry, in the place it had."""
    if listed(meeting, who.name) is None:
        return (*meeting.attendance, who)
    return tuple(who if same_person(each.name, who.name) else each for each in meeting.attendance)


def is_late(who: Attendee, meeting: Meeting) -> bool:
    """Arrived after the meeting had started."""
    return who.arrived_at is not None and meeting.started_at is not None and who.arrived_at > meeting.started_at


def told(who: Attendee, before: Attendee | None, called: Callable[[str], str] = str) -> tuple[str, ...]:
    """What the minutes say of an entry made or corrected while the meeting is on; agencies as people call them."""
    standing = (
        f"{who.capacity.label} for {', '.join(map(called, who.agencies))}" if who.agencies else who.capacity.label
    )
    said = []
    if before is None:
        said.append(f"{who.name} arrived ({standing})")
    elif (before.capacity, before.agencies) != (who.capacity, who.agencies):
        said.append(f"{who.name} is here as {standing}")
    if who.interest.strip() and (before is None or before.interest != who.interest):
        said.append(f"{who.name} declares an interest: {who.interest}")
    if who.ruling is not None and (before is None or before.ruling is not who.ruling):
        said.append(f"Ruled on the interest of {who.name}: {who.ruling.label}")
    return tuple(said)


def quorum_told(before: Meeting, after: Meeting, rule: Quorum, called: Callable[[str], str] = str) -> tuple[str, ...]:
    """The moment at which the quorum is lost or made good."""
    was, lost = quorum(before, rule), quorum(after, rule, called=called)
    if bool(was) == bool(lost):
        return ()
    if not lost:
        return ("There is a quorum.",)
    why = " ".join(each.sentence for each in lost)
    return (f"The quorum is lost: {why} The talk may go on; nothing can be recommended.",)
