"""The keys that run the scoping meeting: each asks what it must, does one deed, and shows the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work

from screens.asking import carry_out
from screens.desk_page import DeskPage
from screens.dialogs.attendance import attendance, attendee, opening
from screens.dialogs.confirm import confirmed
from screens.dialogs.finding import found, meeting_finding, offered
from screens.dialogs.view_entry import agency_view, stated
from screens.forms.spec import Entry, Field, Kind, Options, Section, Values
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.errors import InputError, Problem, StaleError
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from screens.base import Context
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.meeting import Meeting, MinuteLine
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

SAFETY = Section(
    "Is any child unsafe now?",
    (
        Field(
            "text",
            "Position",
            Kind.LONG,
            required=True,
            help="Satisfied because …, or: this is done now, by whom, by when. The meeting cannot close without it.",
        ),
    ),
)
WORDS = Section("Edit a line of the minutes", (Field("text", "Words", Kind.LONG, required=True),))


class MeetingDeeds(DeskPage):
    """What the meeting's keys do, apart from how the screen looks."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing has been read yet."""
        super().__init__(context, argument)
        self.sitting: Sitting | None = None
        self.asking = False
        """A dialog is asked again after a refusal; the refusal is then told beside it, not over it."""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting on show."""
        return self.sitting.meeting if self.sitting else None

    def _deed(self, deed: Callable[[Services, Actor, str], object]) -> None:
        """Do something to the meeting on show."""
        if (meeting := self.meeting) is not None:
            self.perform(lambda services, actor: deed(services, actor, meeting.id))

    async def _asked(
        self, section: Section, values: Values, deed: Callable[[Services, Actor, str, Entry], object]
    ) -> None:
        """Ask, then do it to the meeting on show; refused, everything typed comes back."""
        if (meeting := self.meeting) is None:
            return
        self.asking = True
        try:
            await carry_out(
                self, section, lambda services, actor, typed: deed(services, actor, meeting.id, typed), values=values
            )
        finally:
            self.asking = False

    def _agencies(self, codes: tuple[str, ...] = ()) -> Options:
        """Agencies to choose from: these codes, or those of the Board."""
        names = self.sitting.names if self.sitting else {}
        return tuple((code, names.get(code, code)) for code in (codes or tuple(names)))

    # Before and at the start

    def action_begin(self) -> None:
        """Prepare the meeting the initial discussion planned."""
        if self.sitting is not None:
            case_id = self.sitting.file.case.id
            self.perform(lambda services, actor: services.meetings.prepare(actor, case_id))

    @work(group="dialog")
    async def action_attend(self) -> None:
        """Somebody arrives."""
        await self._asked(
            attendance(self._agencies()),
            {},
            lambda services, actor, meeting, typed: services.meetings.attend(actor, meeting, attendee(typed)),
        )

    @work(group="dialog")
    async def action_questions(self) -> None:
        """The three questions every meeting opens with."""
        if self.sitting is None or self.meeting is None:
            return
        section = opening(self.sitting.board.confidentiality)
        before = {field.path: bool(getattr(self.meeting, field.path)) for field in section.fields}
        await self._asked(
            section,
            before,
            lambda services, actor, meeting, typed: services.meetings.ready(
                actor,
                meeting,
                confidentiality_read=typed["confidentiality_read"] is True,
                interests_asked=typed["interests_asked"] is True,
                purpose_restated=typed["purpose_restated"] is True,
            ),
        )

    def action_start(self) -> None:
        """Open the meeting."""
        self._deed(lambda services, actor, meeting: services.meetings.start(actor, meeting))

    # While it is on

    def action_next_item(self) -> None:
        """On to the next item; both are stamped."""
        self._deed(lambda services, actor, meeting: services.meetings.next_item(actor, meeting))

    @work(group="dialog")
    async def action_find(self) -> None:
        """What the meeting finds on a criterion; the first without a finding is offered, with what was known before."""
        if self.sitting is None:
            return
        passage = self._passage()
        findings = self.meeting.findings if self.meeting else ()
        await self._asked(
            meeting_finding(passage),
            offered(self.sitting.facts, findings),
            lambda services, actor, meeting, typed: services.meetings.find(
                actor, meeting, found(typed, passage, findings)
            ),
        )

    def _passage(self) -> Evidence | None:
        """The answer under the cursor, as evidence."""
        current = self.query_one(SideBySideGrid).current()
        if current is None or not current[2].text.strip():
            return None
        question, agency, cell = current
        return Evidence(source="return", ref=f"{agency[0]} {question[0]}", quote=cell.text)

    @work(group="dialog")
    async def action_view(self) -> None:
        """What one agency would recommend, and why."""
        here = self.meeting.agencies_here() if self.meeting else ()
        said = {view.agency for view in self.meeting.views} if self.meeting else set()
        await self._asked(
            agency_view(self._agencies(here)),
            {"agency": next((code for code in here if code not in said), "")},
            lambda services, actor, meeting, typed: services.meetings.view(actor, meeting, stated(typed)),
        )

    @work(group="dialog")
    async def action_safety(self) -> None:
        """Whether any child is unsafe now."""
        before = {"text": self.meeting.other_children_safety} if self.meeting else {}
        await self._asked(
            SAFETY,
            before,
            lambda services, actor, meeting, typed: services.meetings.safety(actor, meeting, str(typed["text"])),
        )

    # Lines of the minutes

    @work(group="dialog")
    async def on_minutes_list_asked(self, message: MinutesList.Asked) -> None:
        """Edit or strike the line under the cursor."""
        if message.what == "edit":
            await self._edit(message.line)
        else:
            await self._strike(message.line)

    async def _edit(self, line: MinuteLine) -> None:
        """Change the words; if another window saved first, both texts are shown and the person chooses."""
        read = line

        def edit(services: Services, actor: Actor, typed: Entry) -> object:
            nonlocal read
            try:
                return services.meetings.edit_line(actor, line.id, read.version, str(typed["text"]))
            except StaleError as stale:
                read = next(each for each in services.meetings.lines(line.meeting_id) if each.id == line.id)
                theirs = f"was changed in another window and now reads “{read.text}”. Record again to keep yours."
                raise InputError([Problem(f"Line {line.number}", theirs)]) from stale

        await carry_out(self, WORDS, edit, values={"text": line.text}, about=line.id)

    async def _strike(self, line: MinuteLine) -> None:
        question = f"Strike this line? It leaves the paper and stays in the record.\n\n{shown_line(line.text)}"
        if await confirmed(self.app, question, "strike it", "keep it"):
            await self.do(lambda services, actor: services.meetings.strike_line(actor, line.id, line.version))

    # At the end

    def action_close(self) -> None:
        """Close the meeting; everything still missing is listed if it cannot be."""
        self._deed(lambda services, actor, meeting: services.meetings.close(actor, meeting))

    @work(group="dialog")
    async def action_confirm(self) -> None:
        """Confirm the minutes; after this only dated corrections."""
        if await confirmed(self.app, "Confirm the minutes? Afterwards only corrections.", "confirm", "not yet"):
            self._deed(lambda services, actor, meeting: services.meetings.confirm(actor, meeting))
