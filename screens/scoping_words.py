"""The words of the scoping screen's header and agenda: what is in hand, how long it has taken, when it all ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from screens.words import day, days_left, uk
from sscb_tui.domain.agenda import left, overran, projected_end, taken
from sscb_tui.domain.days import age_at
from sscb_tui.domain.outstanding import parking_list
from sscb_tui.domain.rules.completeness import quorum
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import AgendaItem, Meeting, MinuteLine

DIM = "$foreground 60%"
BAR = Content.styled(" │ ", "$foreground 40%")


def header(sitting: Sitting, since: timedelta, width: int) -> Content:
    """The item with its time, when the meeting ends, quorum, the day to decide by: as much as fits, time first.

    Time and quorum are never given up; the child, the words and the day to decide by go before them.
    """
    item, untitled = item_words(sitting, since), item_words(sitting, since, title=False)
    number = item_words(sitting, since, title=False, brief=True)
    span, end = end_words(sitting, since), end_words(sitting, since, brief=True)
    met = [quorum_words(sitting.meeting, sitting.board)] if sitting.meeting else []
    by, day_only = decide_words(sitting), decide_words(sitting, brief=True)
    child = [child_words(sitting.file)]
    mask = mask_words(masked=sitting.masked)
    ways = (
        [*child, item, *span, *met, *by],
        [*child, item, *end, *met, *by],
        [item, *span, *met, *by],
        [item, *end, *met, *day_only],
        [untitled, *end, *met, *day_only],
        [number, *span, *met, *by],
        [number, *end, *met, *by],
        [number, *end, *met, *day_only],
        [number, *end, *met],
        [number, *met],
    )
    lines = [BAR.join((mask, *way)) for way in ways]
    return next((line for line in lines if line.cell_length <= width), lines[-1])


def mask_words(*, masked: bool) -> Content:
    """Whether the room may look at this screen."""
    words, look = ("MASKED", "$text-success") if masked else ("UNMASKED", "$text-warning")
    return Content.styled(words, f"bold {look}")


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


def item_words(sitting: Sitting, since: timedelta, *, title: bool = True, brief: bool = False) -> Content:
    """Which item is open and for how long, or how the meeting stands; `since` is time passed since reading."""
    meeting, item = sitting.meeting, sitting.item
    if meeting is None:
        return Content.styled("no meeting yet", DIM)
    if item is None or item.opened_at is None:
        return Content.styled(f"meeting {meeting.state.label}", "bold")
    named = f"{short(item.title)} " if title else ""
    return Content.assemble(
        (f"{item.number}/{len(meeting.agenda)} {named}", "bold"), time_words(item, sitting.now + since, brief=brief)
    )


def time_words(item: AgendaItem, now: datetime, *, brief: bool = False) -> Content:
    """Elapsed and remaining; once over, by how much, and the key that settles it."""
    spent = minutes(taken(item, now))
    if not item.planned:
        return Content(spent)
    if not overran(item, now):
        return Content(f"{spent} of {item.planned}, {minutes(left(item, now))} left")
    way_out = "+" if brief else "+ extends, parks or decides"
    return Content.styled(
        f"{spent} of {item.planned}, over by {minutes(-left(item, now))} {way_out}", "bold $text-error"
    )


def minutes(time: timedelta) -> str:
    """For example 12:40."""
    whole, seconds = divmod(max(0, int(time.total_seconds())), 60)
    return f"{whole}:{seconds:02}"


def end_words(sitting: Sitting, since: timedelta, *, brief: bool = False) -> list[Content]:
    """When the meeting began, and when it ends if the rest keeps to plan."""
    meeting = sitting.meeting
    if meeting is None or meeting.started_at is None or not sitting.in_progress:
        return []
    end = f"ends {uk(projected_end(meeting, sitting.now + since)):%H:%M}"
    return [Content(end if brief else f"began {uk(meeting.started_at):%H:%M}, {end} at plan")]


def decide_words(sitting: Sitting, *, brief: bool = False) -> list[Content]:
    """The day to decide by, and what is left."""
    if (due := sitting.decide_by) is None:
        return []
    days, style = days_left(due.working_days, due.near)
    looks = {"late": "bold $text-error", "near": "$text-warning"}
    words = f"{'' if brief else 'decide '}by {day(due.due, sitting.now.date())} {days}"
    return [Content.styled(words, looks.get(style, ""))]


def short(title: str) -> str:
    """An item by its first words, as people call it."""
    return shown_line(re.split(r"[,;:]", title)[0])


def quorum_words(meeting: Meeting, board: BoardSettings) -> Content:
    """How many agencies are here, of how many needed, with a sign for enough."""
    missing = quorum(meeting, board.quorum)
    here = len(meeting.agencies_here())
    style = "bold $text-error" if missing else "$text-success"
    return Content.styled(
        f"{'no ' if missing else ''}quorum {here}/{board.quorum.agencies} {'✗' if missing else '✓'}", style
    )


def agenda_words(meeting: Meeting | None, now: datetime, lines: Iterable[MinuteLine] = ()) -> Content:
    """The agenda: done, in hand, parked, to come; minutes taken of minutes planned; and how much is parked."""
    if meeting is None:
        return Content.styled("No meeting yet:\nb prepares one.", DIM)
    rows = [_agenda_line(item, meeting, now) for item in meeting.agenda]
    if parked := parking_list(lines):
        waiting = sum(each.answer is None for each in parked)
        told = f"{waiting} to answer" if waiting else "all answered"
        rows += [Content.styled(f"- Parked {len(parked)}, {told}", "$text-warning" if waiting else DIM)]
    return Content("\n").join(rows)


def _agenda_line(item: AgendaItem, meeting: Meeting, now: datetime) -> Content:
    here = item.number == meeting.current
    mark = "P" if item.parked else "▸" if here else "✓" if item.closed_at else " "
    spent = round(taken(item, now).total_seconds() / 60)
    time = f"{spent}/{item.planned}" if item.closed_at else f"{item.planned}"
    late = bool(item.closed_at) and 0 < item.planned < spent
    style = "bold $text-primary" if here else DIM if item.closed_at else ""
    return Content.assemble(
        (f"{mark}{item.number:>2} ", style),
        (time.rjust(5), "$text-warning" if late else DIM),
        (f"  {short(item.title)}", style),
    )
