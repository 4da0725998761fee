"""What the room's keys ask: the agenda, an overrun, a child unsafe now, what may not be discussed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING

from screens.forms.settings import AGENDA_ITEM, LIST_KEYS
from screens.forms.spec import Entry, Field, Kind, Options, Section, chosen
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.forms import UnsafeForm
from sscb_tui.domain.local_time import local_moment
from sscb_tui.domain.planned import PlannedItem

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import AgendaItem

OVERRUN: Options = (
    ("extend", "Extend the item by some minutes"),
    ("park", "Park the rest and move on"),
    ("decide", "Decide now and move on"),
)


def _whole(text: str) -> str:
    return "" if text.strip().isdecimal() and int(text) > 0 else "Write a whole number of minutes."


EXTEND = Section(
    "Extend the item", (Field("minutes", "Minutes more", Kind.NUMBER, required=True, default="5", check=_whole),)
)
PARK = Section(
    "Park the rest of the item",
    (Field("text", "What is left", Kind.LONG, required=True, help="Goes on the parking list; the meeting moves on."),),
)
DECIDE = Section(
    "Decide the item",
    (Field("text", "The decision", Kind.LONG, required=True, help="Stands as agreed; the meeting moves on."),),
)
ANSWER = Section(
    "Answer a parked item",
    (
        Field("text", "What becomes of it", Kind.LONG, required=True, help="For example: taken to the Board Manager."),
        Field("owner", "Who sees to it"),
    ),
)
APOLOGIES = Section(
    "Apologies",
    (Field("text", "Apologies and absences", Kind.LONG, help="Who sent apologies; who stayed away without a word."),),
)
CONSTRAINT = Section(
    "What may not be discussed",
    (
        Field("text", "Not to be discussed", Kind.LONG, required=True, help="Exactly what; silence is never general."),
        Field("imposed_by", "Imposed by", required=True, help="For example: the officer in the case."),
        Field("until", "Until", help="A day or an event, for example: interviews are done."),
    ),
)
DONE = Section("What was done", (Field("text", "Done", Kind.LONG, required=True, help="What was done, and when."),))


def agenda(begun: int) -> Section:
    """The whole agenda as a list; items opened so far stay as they are."""
    intro = f"The first {begun} are open or done and stay as they are." if begun else ""
    field = Field("agenda", "Items", Kind.LIST, required=True, of=AGENDA_ITEM, help=LIST_KEYS)
    return Section("Agenda of this meeting", (field,), intro=intro)


def typed_agenda(items: Iterable[AgendaItem]) -> Entry:
    """An agenda as somebody would have typed it."""
    return {"agenda": [{"title": item.title, "minutes": str(item.minutes)} for item in items]}


def planned(values: Entry) -> tuple[PlannedItem, ...]:
    """The agenda as edited."""
    rows = values["agenda"]
    return tuple(PlannedItem.model_validate(row) for row in rows) if isinstance(rows, list) else ()


def unsafe(agencies: Options) -> Section:
    """Is any child unsafe: what is done, by whom, by what hour; or why the meeting is satisfied."""
    now = chosen("state", "unsafe")
    return Section(
        "Is any child unsafe now?",
        (
            Field("text", "What is known, and what is done now", Kind.LONG, required=True),
            Field(
                "state",
                "This is",
                Kind.CHOICE,
                required=True,
                choices=(("unsafe", "a child unsafe now"), ("satisfied", "satisfied, because of this")),
                default="unsafe",
                help="The meeting cannot close without a position on the safety of children.",
            ),
            Field("owner", "Who acts", required=True, when=now, help="The post or person who acts at once."),
            Field("agency", "Agency", Kind.CHOICE, required=True, choices=agencies, when=now),
            Field("by", "By what time today", required=True, when=now, check=_hour, help="For example 15:30."),
        ),
    )


def urgent(values: Entry, today: date) -> UnsafeForm:
    """What is to be done today."""
    deadline = local_moment(today, hour(str(values["by"])))
    return UnsafeForm.model_validate(
        {name: values[name] for name in ("text", "owner", "agency")} | {"deadline": deadline}
    )


def hour(text: str) -> time:
    """A time of day as people write it: 15:30 or 15.30; InputError for anything else."""
    try:
        hours, past = text.strip().replace(".", ":").split(":")
        return time(int(hours), int(past))
    except ValueError as error:
        raise InputError([Problem("by", f"'{text}' is no time of day.", "for example 15:30")]) from error


def _hour(text: str) -> str:
    try:
        hour(text)
    except InputError:
        return "Write the time as 15:30."
    return ""
