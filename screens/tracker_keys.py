"""The keys of the tracker that do something to an action; the list beside them says to which."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.geometry import Region

from screens import early
from screens import tracker_menu as menu
from screens import tracker_progress as progress
from screens import tracker_wording as wording
from screens.base import Page
from screens.widgets.action_pane import ActionPane
from screens.widgets.marked_table import MarkedTable
from screens.widgets.table import HEADER
from screens.working import begin

if TYPE_CHECKING:
    from sscb_tui.services.views import ActionRow, OpenEnd

DEED_KEYS = (
    Binding("u", "update", "Update", id="tracker.update", tooltip="Say how it goes on, of one row or all marked"),
    Binding(
        "e", "deed('evidence')", "Evidence", id="tracker.evidence", tooltip="Put evidence on record, with its rung"
    ),
    Binding("v", "deed('verify')", "Verify", id="tracker.verify", tooltip="Say, as a second person, that it was done"),
    Binding("x", "deed('close')", "Close", id="tracker.close", tooltip="Close it, on its effect or a Board minute"),
    Binding("d", "deed('date')", "Date", id="tracker.date", tooltip="Move the due date, with reason and approval"),
    Binding("m", "more", "More", id="tracker.more", tooltip="Everything that can be done with it, and what bars it"),
    Binding("z", "undo", "Undo", id="tracker.undo", tooltip="Take back what you said last, after a question"),
    Binding("n", "recommend", "New", id="tracker.recommend", tooltip="New recommendation for the case in hand"),
    Binding("a", "act", "Action", id="tracker.act", tooltip="New action for the case in hand"),
    Binding("y", "early", "Early", id="tracker.early", tooltip="New early action: what was learned, acted on now"),
    Binding("s", "deed('fill')", "Missing", id="tracker.fill", tooltip="Fill in what it came without", show=False),
    Binding(
        "r", "deed('impact')", "Impact", id="tracker.impact", tooltip="Record what changed, or a re-test", show=False
    ),
    Binding(
        "right_square_bracket",
        "pane(1)",
        "Read on",
        id="tracker.pane_down",
        key_display="]",
        tooltip="Scroll what is beside the list",
        show=False,
    ),
    Binding(
        "left_square_bracket",
        "pane(-1)",
        "Read back",
        id="tracker.pane_up",
        key_display="[",
        tooltip="Scroll it back",
        show=False,
    ),
)
"""What is done with actions; the rarer deeds wait behind More."""


class TrackerDeeds(Page):
    """Does things to the rows that the list says are meant."""

    def meant(self) -> tuple[ActionRow, ...]:
        """The actions a note is for: those marked, else the one under the cursor; the list knows."""
        return ()

    def in_hand(self) -> ActionRow | None:
        """The action under the cursor; the list knows."""
        return None

    def why_none(self) -> str:
        """Why there is no action under the cursor."""
        return "There is no action under the cursor."

    def case_here(self) -> str | None:
        """The case that something new belongs to."""
        return self.context.case_id

    def waiting(self) -> OpenEnd | None:
        """The recommendation or finding under the cursor that waits for an action; the list knows."""
        return None

    # On what is there

    def action_update(self) -> None:
        """One note at the row; with rows marked, on all of them."""
        if rows := self.meant():
            begin(self, partial(self._update, rows), group="deed", exclusive=True)
        else:
            self.notify(self.why_none(), markup=False)

    async def _update(self, rows: tuple[ActionRow, ...]) -> None:
        if await progress.update(self, rows, self._row_at()) and len(rows) > 1:
            self.query_one(MarkedTable).action_unmark()

    def _row_at(self) -> Region:
        """The row under the cursor, as it stands on the screen."""
        table = self.query_one(MarkedTable)
        if not table.display:
            return Region(0, 2, self.size.width, 1)
        line = HEADER + table.cursor - int(table.scroll_offset.y)
        return Region(table.region.x, table.region.y + line, table.region.width, 1)

    def action_deed(self, name: str) -> None:
        """One of the menu's deeds, by its own key."""
        self._with_row(menu.DEEDS[name].run)

    def action_more(self) -> None:
        """Everything that can be done with the action, or with the recommendation that waits for one."""
        waits = self.waiting()
        if waits is not None and not waits.is_finding:
            begin(self, partial(self._make, partial(menu.choose_waiting, self, waits)), group="deed", exclusive=True)
        else:
            self._with_row(menu.choose)

    def _with_row(self, deed: Callable[[Page, ActionRow], Coroutine[None, None, object]]) -> None:
        if (row := self.in_hand()) is None:
            self.notify(self.why_none(), markup=False)
        else:
            begin(self, partial(deed, self, row), group="deed", exclusive=True)

    def action_undo(self) -> None:
        """Take back what was said last."""
        begin(self, partial(progress.undo, self), group="deed", exclusive=True)

    def action_pane(self, by: int) -> None:
        """Scroll the pane by most of its height; the cursor stays where it is."""
        pane = self.query_one(ActionPane)
        pane.scroll_relative(y=by * max(1, pane.size.height - 2), animate=False)

    # New

    def action_recommend(self) -> None:
        """A new recommendation for the case in hand."""
        begin(self, partial(self._new, wording.recommend), group="deed", exclusive=True)

    def action_act(self) -> None:
        """A new action for the case in hand, or for the recommendation under the cursor that waits for one."""
        waits = self.waiting()
        if waits is not None and not waits.is_finding:
            deed = partial(wording.act, self, waits.case_id, str(waits.number))
            begin(self, partial(self._make, deed), group="deed", exclusive=True)
        else:
            begin(self, partial(self._new, wording.act), group="deed", exclusive=True)

    def action_early(self) -> None:
        """An early action for the case in hand, from what agencies told of learning."""
        begin(self, partial(self._new, early.act), group="deed", exclusive=True)

    def made(self) -> None:
        """Something new was put on the tracker; the list knows where it stands."""

    async def _new(self, deed: Callable[[Page, str], Awaitable[bool]]) -> None:
        if (case_id := self.case_here()) is None:
            self.notify("No case is in hand. Choose one in the queue: R shows it.", markup=False)
        else:
            await self._make(partial(deed, self, case_id))

    async def _make(self, deed: Callable[[], Awaitable[bool]]) -> None:
        if await deed():
            self.made()
