"""The scoping meeting, live: every agency's answers side by side, the agenda, the minutes and the criteria."""

from __future__ import annotations

from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from screens.base import Context
from screens.dialogs.passage import Passage, reasons
from screens.scoping_chronology import ChronologyDeeds
from screens.scoping_conflicts import ConflictDeeds
from screens.scoping_criteria import CriteriaDeeds
from screens.scoping_deeds import MeetingDeeds
from screens.scoping_mask import MaskDeeds
from screens.scoping_minutes import MinuteDeeds
from screens.scoping_reading import ReadingDeeds
from screens.scoping_room import RoomDeeds
from screens.scoping_sitting import Sitting, read_sitting
from screens.scoping_thread import ThreadDeeds
from screens.scoping_words import header
from screens.widgets.capture import Capture
from screens.widgets.criteria_panel import CriteriaPanel
from screens.widgets.lanes_pane import LanesPane
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.errors import RuleError, SscbError
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

NO_CASE = "No case in hand. Choose one in the queue (R), then S."


class Scoping(
    MinuteDeeds,
    MeetingDeeds,
    RoomDeeds,
    ReadingDeeds,
    ChronologyDeeds,
    ConflictDeeds,
    CriteriaDeeds,
    ThreadDeeds,
    MaskDeeds,
):
    """The meeting room; on a narrow screen agenda and criteria wait behind their keys."""

    TITLE = "Scoping"
    CSS_PATH = "scoping.tcss"
    AUTO_FOCUS = "SideBySideGrid"
    HELP = "The keys that run the meeting write its minutes. What is typed on the capture line is kept as you type."
    BINDINGS = [
        Binding("a", "swap('agenda')", "Agenda", show=False, id="scoping.agenda", tooltip="Show or hide the agenda"),
        Binding(
            "i", "swap('criteria')", "Criteria", show=False, id="scoping.criteria", tooltip="Show or hide criteria"
        ),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is read before the screen is on show."""
        super().__init__(context, argument)
        self._read_at = 0.0

    def body(self) -> ComposeResult:
        """Header; agenda, answers over minutes, criteria over room."""
        yield Static(id="head", markup=False)
        yield Static(id="banner", markup=False)
        yield Static(NO_CASE, id="nothing", markup=False)
        with Horizontal(id="room-panes"):
            with VerticalScroll(id="agenda") as agenda:
                agenda.border_title = "Agenda"
                yield Static(markup=False)
            with Vertical(id="centre"):
                yield SideBySideGrid()
                yield LanesPane()
                yield MinutesList()
                yield Capture(lambda: self.middle)
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
        truth = await self.unveiled(lambda services: read_sitting(services, case_id))
        if truth is not None:
            self._read_at = monotonic()
            await self.put_on_show(truth)
            await self.restore()

    async def put_on_show(self, truth: Sitting) -> None:
        """Show what was read, masked or not."""
        self.sitting = await self.to_show(truth)
        self._draw(self.sitting)
        await self.draw_chronology()

    def _draw(self, sitting: Sitting) -> None:
        meeting = sitting.meeting
        self.set_class(meeting is None, "-no-meeting")
        self.sub_title = shown_line(f"{sitting.file.case.reference} · {sitting.file.case.pseudonym}")
        self.draw_room(sitting)
        self.draw_answers(sitting)
        self.draw_minutes(sitting)
        self.query_one(CriteriaPanel).show(sitting.file, sitting.facts, sitting.assessment)
        self._tick()
        self.refresh_bindings()

    def _tick(self) -> None:
        if self.sitting is not None and self.is_current:
            since = timedelta(seconds=monotonic() - self._read_at) if self.sitting.in_progress else timedelta()
            head = self.query_one("#head", Static)
            head.update(header(self.sitting, since, head.size.width - 2), layout=False)
            self.tick_room(self.sitting, since)

    def refused(self, refused: SscbError) -> None:
        """Reasons with a rule behind them are shown all at once, in a frame of their own; masked, as all else is."""
        if isinstance(refused, RuleError) and not self.asking:
            self.app.push_screen(Passage("Not done yet", reasons(self.veil.shown(refused.violations))))
        else:
            super().refused(SscbError(self.veil.shown(str(refused))))

    # Panes

    def action_swap(self, pane: str) -> None:
        """Show a pane that is hidden, hide one that is shown."""
        self.toggle_class(f"-{pane}")
