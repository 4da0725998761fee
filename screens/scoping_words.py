"""The words of the scoping screen's header, agenda and room."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from screens.words import day, days_left
from sscb_tui.domain.days import age_at
from sscb_tui.domain.rules.completeness import quorum
from sscb_tui.domain.terms import Capacity
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import Meeting


def header(sitting: Sitting, since: timedelta, width: int) -> Content:
    """The item in hand with its time, quorum, the day to decide by; the child and the item in full where they fit."""
    parts: list[Content] = []
    if sitting.meeting is not None:
        parts.append(quorum_words(sitting.meeting, sitting.board))
    if (due := sitting.decide_by) is not None:
        left, style = days_left(due.working_days)
        looks = {"late": "bold $text-error", "near": "$text-warning"}
        parts.append(Content.styled(f"decide by {day(due.due, sitting.now.date())} {left}", looks.get(style, "")))
    bar = Content.styled(" │ ", "$foreground 40%")
    item, number = item_words(sitting, since), item_words(sitting, since, brief=True)
    ways = ((child_words(sitting.file), item, *parts), (item, *parts), (number, *parts))
    return next((way for way in map(bar.join, ways) if way.cell_length <= width), bar.join(ways[-1]))


def child_words(file: CaseFile) -> Content:
    """The pseudonym, never the name: this line may be on a projector."""
    age, incident = _age(file.case, file), file.incident.happened_on
    return Content.assemble(
        (shown_line(file.case.pseudonym), "bold"), f" · {shown_line(age)} · incident {shown_line(incident.text)}"
    )


def _age(case: Case, file: CaseFile) -> str:
    born, incident = case.child.date_of_birth, file.incident.happened_on.earliest
    if born is not None and incident is not None:
        return age_at(born, incident)
    return case.child.estimated_age or "age not known"


def item_words(sitting: Sitting, since: timedelta, *, brief: bool = False) -> Content:
    """Which item is open and for how long, or how the meeting stands; `since` is time passed since reading."""
    meeting, item = sitting.meeting, sitting.item
    if meeting is None:
        return Content.styled("no meeting yet", "$foreground 60%")
    if item is None or item.opened_at is None:
        return Content.styled(f"meeting {meeting.state.label}", "bold")
    taken = sitting.now + since - item.opened_at
    minutes, seconds = divmod(max(0, int(taken.total_seconds())), 60)
    over = item.minutes and minutes >= item.minutes
    title = "" if brief else f"{short(item.title)} "
    return Content.assemble(
        (f"{item.number}/{len(meeting.agenda)} {title}", "bold"),
        (f"{minutes}:{seconds:02} of {item.minutes}{' over' if over else ''}", "$text-warning" if over else ""),
    )


def short(title: str) -> str:
    """An item by its first words, as people call it."""
    return shown_line(re.split(r"[,;:]", title)[0])


def quorum_words(meeting: Meeting, board: BoardSettings) -> Content:
    """How many agencies are here, of how many needed, with a sign for enough."""
    missing = quorum(meeting, board.quorum)
    here = len(meeting.agencies_here())
    style = "$text-warning" if missing else "$text-success"
    return Content.styled(f"quorum {here}/{board.quorum.agencies} {'✗' if missing else '✓'}", style)


def agenda_words(meeting: Meeting | None) -> Content:
    """The agenda: done, in hand, to come."""
    if meeting is None:
        return Content.styled("No meeting yet:\nb prepares one.", "$foreground 60%")
    lines = []
    for item in meeting.agenda:
        here = item.number == meeting.current
        mark = "▸" if here else "✓" if item.closed_at else " "
        style = "bold $text-primary" if here else "$foreground 60%" if item.closed_at else ""
        lines.append(Content.styled(f"{mark}{item.number:>2} {short(item.title)}", style))
    return Content("\n").join(lines)


def room_words(sitting: Sitting) -> Content:
    """Who is here, agency by agency; an agency that was asked and has nobody here is not passed over."""
    meeting = sitting.meeting
    if meeting is None:
        return Content.styled("Nobody yet.", "$foreground 60%")
    asked = [request.agency for request in sitting.file.requests]
    codes = dict.fromkeys([*asked, *(code for who in meeting.attendance for code in who.agencies)])
    here = meeting.agencies_here()
    lines = [_agency_words(code, sitting, meeting) for code in sorted(codes, key=lambda code: code not in here)]
    lines += [
        Content.assemble(("✓ ", "$text-success"), shown_line(f"{who.name} · {who.capacity.label}"))
        for who in meeting.attendance
        if who.here and not who.agencies
    ]
    return Content("\n").join(lines) if lines else Content.styled("Nobody yet.", "$foreground 60%")


def _agency_words(code: str, sitting: Sitting, meeting: Meeting) -> Content:
    name = shown_line(sitting.names.get(code, code))
    here = [who for who in meeting.attendance if who.here and code in who.agencies]
    if not here:
        return Content.styled(f"· {name}  not here", "$foreground 60%")
    people = ", ".join(_person(who.name, who.capacity) for who in here)
    view = next((each for each in meeting.views if each.agency == code), None)
    lines = [Content.assemble(("✓ ", "$text-success"), name), Content.styled(f"    {people}", "$foreground 60%")]
    if view is not None:
        dissent = (" · dissent", "bold $text-warning") if view.dissent else ""
        said = view.outcome.label if view.outcome else "no view"
        lines.append(Content.assemble((f"    says {said}", "$foreground 60%"), dissent))
    return Content("\n").join(lines)


def _person(name: str, capacity: Capacity) -> str:
    return shown_line(name) if capacity is Capacity.MEMBER else shown_line(f"{name} ({capacity.label})")
