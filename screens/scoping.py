"""The scoping meeting, live: every agency's answers side by side, the agenda, the minutes and the criteria."""

from __future__ import annotations

from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from screens.base import Context, Place
from screens.desk_page import Typing
from screens.dialogs.passage import Passage, reasons
from screens.scoping_criteria import CriteriaDeeds
from screens.scoping_deeds import MeetingDeeds
from screens.scoping_page import CLOSED, CONFIRMED, DRAFT, ON
from screens.scoping_reading import ReadingDeeds
from screens.scoping_room import RoomDeeds
from screens.scoping_sitting import Sitting, read_sitting
from screens.scoping_words import agenda_words, header, room_words
from screens.widgets.capture import Capture
from screens.widgets.criteria_panel import CriteriaPanel
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.errors import RuleError, SscbError
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

NO_CASE = "No case in hand. Choose one in the queue (R), then S."


class Scoping(MeetingDeeds, RoomDeeds, ReadingDeeds, CriteriaDeeds):
    """The meeting room; on a narrow screen agenda and criteria wait behind their keys."""

    TITLE = "Scoping"
    CSS_PATH = "scoping.tcss"
    AUTO_FOCUS = "SideBySideGrid"
    HELP = "The keys that run the meeting write its minutes. What is typed on the capture line is kept as you type."
    BINDINGS = [
        Binding(
            "colon", "capture", "Write", key_display=":", id="scoping.write", tooltip="Write a line of the minutes"
        ),
        Binding("w", "recommend", "Advise", id="scoping.recommend", tooltip="Write the recommendation to the Chair"),
        Binding("a", "swap('agenda')", "Agenda", show=False, id="scoping.agenda", tooltip="Show or hide the agenda"),
        Binding(
            "i", "swap('criteria')", "Criteria", show=False, id="scoping.criteria", tooltip="Show or hide criteria"
        ),
    ]

    WHEN = {
        "recommend": (CLOSED,),
        "capture": (DRAFT, ON, CLOSED, CONFIRMED),
    }

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is read before the screen is on show."""
        super().__init__(context, argument)
        self._read_at = 0.0
        self._restored = ""

    def body(self) -> ComposeResult:
        """Header; agenda, answers over minutes, criteria over room."""
        yield Static(id="head", markup=False)
        yield Static(NO_CASE, id="nothing", markup=False)
        with Horizontal(id="room-panes"):
            with VerticalScroll(id="agenda") as agenda:
                agenda.border_title = "Agenda"
                yield Static(markup=False)
            with Vertical(id="centre"):
                yield SideBySideGrid()
                yield MinutesList()
                yield Capture()
            with Vertical(id="side"):
                yield CriteriaPanel()
                with VerticalScroll(id="room") as room:
                    room.border_title = "Room"
                    yield Static(markup=False)

    def on_mount(self) -> None:
        """The item's clock runs on the screen; nothing else moves by itself."""
        self.set_interval(1, self._tick)

    async def reload(self) -> None:
        """Read the case and everything round it; focus and cursors stay."""
        case_id = self.context.case_id
        self.set_class(case_id is None, "-nothing")
        if case_id is None:
            return
        sitting = await self.ask(lambda services: read_sitting(services, case_id))
        if sitting is not None:
            self._read_at = monotonic()
            self.sitting = sitting
            self._draw(sitting)
            await self._restore()

    def _draw(self, sitting: Sitting) -> None:
        meeting = sitting.meeting
        self.set_class(meeting is None, "-no-meeting")
        self.sub_title = shown_line(f"{sitting.file.case.reference} · {sitting.file.case.pseudonym}")
        self.query_one("#agenda Static", Static).update(agenda_words(meeting))
        self.query_one("#room Static", Static).update(room_words(sitting))
        self.query_one(SideBySideGrid).show(sitting.view)
        self.query_one(MinutesList).show(sitting.file.lines if meeting else (), sitting.names)
        findings = meeting.findings if meeting else ()
        self.query_one(CriteriaPanel).show(sitting.facts, findings, sitting.assessment)
        self._tick()
        self.refresh_bindings()

    def _tick(self) -> None:
        if self.sitting is not None and self.is_current:
            since = timedelta(seconds=monotonic() - self._read_at) if self.sitting.in_progress else timedelta()
            head = self.query_one("#head", Static)
            head.update(header(self.sitting, since, head.size.width - 2))

    def refused(self, refused: SscbError) -> None:
        """Reasons with a rule behind them are shown all at once, in a frame of their own."""
        if isinstance(refused, RuleError) and not self.asking:
            self.app.push_screen(Passage("Not done yet", reasons(refused.violations)))
        else:
            super().refused(refused)

    # Panes

    def action_swap(self, pane: str) -> None:
        """Show a pane that is hidden, hide one that is shown."""
        self.toggle_class(f"-{pane}")

    # The capture line

    def action_capture(self) -> None:
        """To the capture line, whatever stands on it."""
        self.query_one(Capture).open()

    def on_capture_left(self) -> None:
        """Back to the answers."""
        self.query_one(SideBySideGrid).focus()

    def on_capture_typed(self) -> None:
        """Keep the line as it is typed."""
        self.keep_soon()

    async def on_capture_rested(self) -> None:
        """Keep it now."""
        await self.keep_now()

    async def on_capture_written(self, message: Capture.Written) -> None:
        """Into the minutes; the draft forgets it only once it is there."""
        meeting = self.meeting
        if meeting is None:
            return
        done = await self.do(lambda services, actor: services.meetings.write(actor, meeting.id, message.text))
        self.query_one(Capture).sent(written=done)
        await self.keep_now()

    def typing(self) -> Typing | None:
        """The capture line, one draft for each meeting."""
        if self.meeting is None or self.sitting is None:
            return None
        text = self.query_one(Capture).kept
        title = f"{self.sitting.file.case.pseudonym} · capture line"
        return Typing(f"capture:{self.meeting.id}", title, {"text": text} if text else {})

    async def _restore(self) -> None:
        """Put a kept line back, once for each meeting."""
        if self.meeting is None or self._restored == self.meeting.id:
            return
        self._restored = self.meeting.id
        key = f"capture:{self.meeting.id}"
        if (kept := await self.ask(lambda services: services.desk.draft(key))) is not None:
            self.query_one(Capture).put(str(kept.fields.get("text", "")))

    def action_recommend(self) -> None:
        """The recommendation has a form of its own."""
        self.go(Place.ADVICE, self.context.case_id)
