"""The words of the room: who has the floor and who has not been heard, what is urgent, what may not be said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from screens.scoping_words import DIM, minutes
from screens.words import uk
from sscb_tui.domain.attendance import is_late
from sscb_tui.domain.outstanding import urgent
from sscb_tui.domain.rules.completeness import quorum
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.errors import Violation
    from sscb_tui.domain.floor import AirTime
    from sscb_tui.domain.meeting import Attendee, Meeting
    from sscb_tui.domain.outstanding import Parked

NINE = 9
MOST = 3
"""Lines the banner may take from the room below it."""


def room_codes(sitting: Sitting) -> tuple[str, ...]:
    """The agencies of the room in the order of their columns, whoever else is here after them: their numbers stay."""
    people = sitting.meeting.attendance if sitting.meeting else ()
    present = (code for who in people for code in who.agencies)
    return tuple(dict.fromkeys([*(code for code, _ in sitting.view.agencies), *present]))


def room_words(sitting: Sitting, air: AirTime, now: datetime, page: int) -> Content:
    """Each agency with its number, its air-time and turns; or before the start who has come."""
    meeting = sitting.meeting
    if meeting is None:
        return Content.styled("Nobody yet.", DIM)
    codes = room_codes(sitting)
    first = page * NINE
    rows = [
        _agency_words(number, code, sitting, air, now) for number, code in enumerate(codes[first : first + NINE], 1)
    ]
    if len(codes) > NINE:
        last = min(first + NINE, len(codes))
        rows.append(Content.styled(f"0 others; {place_words(first + 1, last)} of {len(codes)}", DIM))
    if sitting.in_progress:
        rows.append(Content.styled("✓ heard on this item", DIM))
    return Content("\n").join(rows) if rows else Content.styled("Nobody yet.", DIM)


def place_words(first: int, last: int) -> str:
    """For example "1-9"; one alone stands by itself."""
    return f"{first}-{last}" if first < last else f"{first}"


def _lost(sitting: Sitting) -> tuple[Violation, ...]:
    board = sitting.board
    return quorum(sitting.meeting, board.quorum, called=board.brief) if sitting.meeting and sitting.in_progress else ()


def _agency_words(number: int, code: str, sitting: Sitting, air: AirTime, now: datetime) -> Content:
    meeting, name = sitting.meeting, shown_line(sitting.names.get(code, code))
    people = [who for who in meeting.attendance if who.here and code in who.agencies] if meeting else []
    if not people:
        return Content.styled(f" {number} not here    {name}", DIM)
    if not sitting.in_progress:
        who = ", ".join(shown_line(each.name) for each in people)
        return Content.assemble(f" {number} ", ("here", "$text-success"), f"        {name} ", (who, DIM))
    heard = air.of(code, meeting.current if meeting else None, now)
    floor = air.holder == code
    told = f"{minutes(heard.time)} ×{heard.turns}" if heard.turns else "minuted" if heard.at_all else "not heard"
    style = "bold $text-primary" if floor else "" if heard.at_all else "$text-warning"
    mark = "✓" if heard.on_item else "·"
    return Content.styled(f"{'▸' if floor else ' '}{number} {told:<9} {mark} {name}", style)


def banner_words(sitting: Sitting, now: datetime) -> Content:
    """Children unsafe and not yet answered for, a quorum that is lost, what may not be discussed; nothing otherwise."""
    meeting = sitting.meeting
    if meeting is None:
        return Content("")
    rows = []
    for each in urgent(sitting.file.lines, sitting.file.actions):
        late = "LATE, " if each.is_late(now) else ""
        who = f"{each.line.owner} by {uk(each.deadline):%H:%M}"
        told = shown_line(f"⚠ UNSAFE NOW  {late}{who} · {each.line.text} · u answers")
        rows.append(Content.styled(told, "bold $text-error"))
    if lost := " ".join(each.sentence for each in _lost(sitting)):
        rows.append(Content.styled(shown_line(f"✗ NO QUORUM  {lost} · talk on; recommend nothing"), "bold $text-error"))
    for limit in meeting.constraints:
        if limit.lifted_at is None:
            until = f", until {limit.until}" if limit.until.strip() else ""
            told = shown_line(f"▌NOT TO BE DISCUSSED  {limit.text} ({limit.imposed_by}{until}) · b lifts")
            rows.append(Content.styled(told, "bold $text-warning"))
    if len(rows) > MOST:
        rows = [*rows[: MOST - 1], Content.styled(f"and {len(rows) - MOST + 1} more of these", "bold $text-warning")]
    return Content("\n").join(rows)


def person_words(who: Attendee, meeting: Meeting, names: dict[str, str]) -> Content:
    """One line of the attendance list: standing, times, and an interest with its ruling."""
    mark = "✓" if who.here else "←"
    agencies = ", ".join(names.get(code, code) for code in who.agencies)
    parts = dict.fromkeys((who.name, who.post, agencies, who.capacity.label))
    standing = " · ".join(shown_line(part) for part in parts if part)
    interest = ""
    if who.interest.strip():
        interest = f"  interest: {who.ruling.label if who.ruling else 'NOT RULED ON'}"
    return Content.assemble(
        (f"{mark} ", "$text-success" if who.here else DIM),
        standing,
        (f"  {_times(who, meeting)}", DIM),
        (interest, "" if who.ruling else "bold $text-warning"),
    )


def _times(who: Attendee, meeting: Meeting) -> str:
    came = f"{'late ' if is_late(who, meeting) else ''}{uk(who.arrived_at):%H:%M}" if who.arrived_at else "not arrived"
    away = [f"away {uk(gap.left_at):%H:%M}-{uk(gap.back_at):%H:%M}" for gap in who.absences]
    left = [f"left {uk(who.left_at):%H:%M}"] if who.left_at else []
    return ", ".join([came, *away, *left])


def parked_words(parked: Parked) -> Content:
    """One line of the parking list, with what became of it."""
    line = parked.line
    told = Content.assemble((f"{uk(line.at):%H:%M} ", DIM), shown_line(line.text))
    if parked.answer is None:
        return told + Content.styled("  not answered", "$text-warning")
    owner = f" ({shown_line(parked.answer.owner)})" if parked.answer.owner.strip() else ""
    return told + Content.styled(f"  ✓ answered{owner}", "$text-success")
