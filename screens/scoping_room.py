"""The keys of the room while the meeting is on: the floor, the agenda's time, a child unsafe now, what is not said."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.widgets import Static

from screens.dialogs import agenda as ask
from screens.dialogs.choose import Choose
from screens.dialogs.confirm import confirmed
from screens.dialogs.listing import ParkingList
from screens.scoping_attendance import AttendanceDeeds
from screens.scoping_page import CLOSED, DRAFT, ON
from screens.scoping_room_words import NINE, banner_words, parked_words, room_codes, room_words
from screens.scoping_words import agenda_words
from screens.widgets.side_by_side import SideBySideGrid
from screens.words import uk
from sscb_tui.domain.agenda import begun
from sscb_tui.domain.floor import AirTime, air_time
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.outstanding import Parked, parking_list, urgent
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from screens.base import Context
    from screens.forms.spec import Entry
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

NEW = "new"
DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GIVE = "Give the floor to the agency with this number and bring its column into view; again takes it back"


class RoomDeeds(AttendanceDeeds):
    """The deeds that run the room."""

    BINDINGS = [
        Binding("u", "safety", "Unsafe!", id="scoping.safety", tooltip="A child is unsafe now: who acts, by when"),
        *(
            Binding(
                str(number),
                f"floor({number})",
                "Floor",
                key_display="1-9" if number == 1 else None,
                show=number == 1,
                id=f"scoping.floor_{word}",
                tooltip=f"{_GIVE} ({number})",
            )
            for number, word in enumerate(DIGITS, 1)
        ),
        Binding(
            "0", "next_nine", "Others", show=False, id="scoping.next_nine", tooltip="Number the next nine agencies"
        ),
        Binding(
            "plus",
            "overrun",
            "Overrun",
            key_display="+",
            show=False,
            id="scoping.overrun",
            tooltip="Extend the item, park the rest of it, or decide now",
        ),
        Binding(
            "minus",
            "parking",
            "Parked",
            key_display="-",
            show=False,
            id="scoping.parking",
            tooltip="What was parked: answer it or strike it",
        ),
        Binding("e", "replan", "Replan", show=False, id="scoping.replan", tooltip="Edit what is to come on the agenda"),
    ]
    ALWAYS = frozenset({"safety"})
    WHEN = {
        "safety": (DRAFT, ON, CLOSED),
        "floor": (ON,),
        "next_nine": (DRAFT, ON, CLOSED),
        "overrun": (ON,),
        "parking": (DRAFT, ON, CLOSED),
        "replan": (DRAFT, ON),
        "constraint": (DRAFT, ON),
    }

    def __init__(self, context: Context, argument: str = "") -> None:
        """The first nine agencies are numbered; nobody has spoken."""
        super().__init__(context, argument)
        self._air = AirTime()
        self._nine = 0
        self._strip = self._banner = ""

    # Drawing

    def draw_room(self, sitting: Sitting) -> None:
        """Agenda, room and banner as they are on record."""
        meeting = sitting.meeting
        lines = sitting.file.lines if meeting else ()
        self._air = air_time(meeting, lines) if meeting else AirTime()
        self.query_one("#agenda Static", Static).update(agenda_words(meeting, sitting.now, lines))
        self._strip = ""
        self._draw_strip(sitting, timedelta(), layout=True)
        self._draw_banner(sitting, timedelta())

    def tick_room(self, sitting: Sitting, since: timedelta) -> None:
        """A second has passed: only air-time runs, and an hour that was named may have come."""
        if sitting.in_progress:
            self._draw_strip(sitting, since, layout=False)
            self._draw_banner(sitting, since)

    def _draw_strip(self, sitting: Sitting, since: timedelta, *, layout: bool) -> None:
        words = room_words(sitting, self._air, sitting.now + since, self._nine)
        if words.plain != self._strip:
            self._strip = words.plain
            self.query_one("#room Static", Static).update(words, layout=layout)

    def _draw_banner(self, sitting: Sitting, since: timedelta) -> None:
        words = banner_words(sitting, sitting.now + since)
        if words.plain != self._banner:
            self._banner = words.plain
            banner = self.query_one("#banner", Static)
            banner.set_class(bool(words.plain), "-said")
            banner.update(words)

    # The floor

    def action_floor(self, number: int) -> None:
        """Give the floor to the agency with this number, or take it back; its column comes into view."""
        codes = room_codes(self.sitting) if self.sitting else ()
        place = self._nine * NINE + number - 1
        if place < len(codes):
            code = codes[place]
            self.show_agency(code)
            self._deed(lambda services, actor, meeting: services.floor.turn(actor, meeting, code))

    def show_agency(self, code: str) -> None:
        """Bring the column of the agency into view, where it has one."""
        self.query_one(SideBySideGrid).to_agency(code)

    def action_next_nine(self) -> None:
        """The digits now stand for the next nine agencies."""
        if self.sitting is not None:
            pages = max(1, -(-len(room_codes(self.sitting)) // NINE))
            self._nine = (self._nine + 1) % pages
            self._draw_strip(self.sitting, timedelta(), layout=True)

    # The agenda

    @work(group="dialog")
    async def action_overrun(self) -> None:
        """The item has had its time, or is to have no more: extend, park the rest, or decide."""
        way = await self.app.push_screen_wait(Choose("The item in hand", ask.OVERRUN))
        if way == "extend":
            await self._asked(
                ask.EXTEND, {}, lambda services, actor, held, typed: services.floor.extend(actor, held, minutes(typed))
            )
        elif way == "park":
            await self._asked(
                ask.PARK, {}, lambda services, actor, held, typed: services.floor.park(actor, held, str(typed["text"]))
            )
        elif way == "decide":
            await self._asked(
                ask.DECIDE,
                {},
                lambda services, actor, held, typed: services.floor.decide(actor, held, str(typed["text"])),
            )

    @work(group="dialog")
    async def action_replan(self) -> None:
        """Edit the agenda: words, minutes, order, more or fewer items."""
        if (meeting := self.meeting) is not None:
            await self._asked(
                ask.agenda(len(begun(meeting))),
                ask.typed_agenda(meeting.agenda),
                lambda services, actor, held, typed: services.floor.set_agenda(actor, held, ask.planned(typed)),
            )

    # The parking list

    @work(group="dialog")
    async def action_parking(self) -> None:
        """Show what was parked, and answer or strike it until the list is closed."""
        at = ""
        while self.sitting is not None and self.meeting is not None:
            parked: dict[str, Parked] = {each.line.id: each for each in parking_list(self.sitting.file.lines)}
            rows = [(key, parked_words(each)) for key, each in parked.items()]
            title = f"Parked: {len(rows)}" if rows else "Nothing is parked"
            chosen = await self.app.push_screen_wait(ParkingList(title, rows, at))
            if chosen is None:
                return
            at = chosen.row
            await (self._strike_parked if chosen.what == "strike" else self._answer_parked)(parked[at])
            await self.reload()

    async def _answer_parked(self, parked: Parked) -> None:
        await self._asked(
            ask.ANSWER,
            {},
            lambda services, actor, _, typed: services.floor.answer_parked(
                actor, parked.line.id, str(typed["text"]), str(typed["owner"])
            ),
        )

    async def _strike_parked(self, parked: Parked) -> None:
        line = parked.line
        if await confirmed(self.app, f"Take this off the list?\n\n{shown_line(line.text)}", "strike it", "keep it"):
            await self.do(lambda services, actor: services.meetings.strike_line(actor, line.id, line.version))

    # What may not be said

    @work(group="dialog")
    async def action_constraint(self) -> None:
        """Say what may not be discussed, on whose word; or lift what was said before."""
        limits = self.meeting.constraints if self.meeting else ()
        standing = [(str(n), f"Lift: {each.text}") for n, each in enumerate(limits, 1) if each.lifted_at is None]
        answer: str | None = NEW
        if standing:
            another = (NEW, "Something else may not be discussed")
            answer = await self.app.push_screen_wait(Choose("What may not be discussed", (*standing, another)))
        if answer == NEW:
            await self._asked(ask.CONSTRAINT, {}, constrain)
        elif answer is not None:
            number = int(answer)
            self._deed(lambda services, actor, meeting: services.floor.lift(actor, meeting, number))

    # A child unsafe now

    @work(group="dialog")
    async def action_safety(self) -> None:
        """A child is unsafe now; or what was to be done for one was done; or why the meeting is satisfied."""
        if self.sitting is None:
            return
        undone = urgent(self.sitting.file.lines, self.sitting.file.actions)
        answer: str | None = NEW
        if undone:
            done = [
                (each.action.id, f"Done: {each.line.text} ({each.line.owner} by {uk(each.deadline):%H:%M})")
                for each in undone
            ]
            options = ((NEW, "A child is unsafe now, or the position on safety"), *done)
            answer = await self.app.push_screen_wait(Choose("Is any child unsafe now?", options))
        if answer == NEW:
            await self._asked(ask.unsafe(self._agencies()), {"agency": self._air.holder or ""}, safety)
        elif answer is not None:
            await self._asked(
                ask.DONE,
                {},
                lambda services, actor, held, typed: services.floor.answer_unsafe(
                    actor, held, answer, str(typed["text"])
                ),
            )


def minutes(typed: Entry) -> int:
    """Minutes as typed; the form has seen that they are a number."""
    return int(str(typed["minutes"]))


def constrain(services: Services, actor: Actor, meeting: str, typed: Entry) -> object:
    """Record what may not be discussed."""
    said = {name: str(typed[name]) for name in ("text", "imposed_by", "until")}
    return services.floor.constrain(actor, meeting, **said)


def safety(services: Services, actor: Actor, meeting: str, typed: Entry) -> object:
    """Record the position, or the danger and who acts."""
    if typed["state"] == "satisfied":
        return services.floor.safety(actor, meeting, str(typed["text"]))
    return services.floor.unsafe(actor, meeting, ask.urgent(typed, local_day(services.desk.now())))
