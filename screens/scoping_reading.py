"""Reading the returns: what is new, where accounts differ, what was sent again, and one answer whole."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from screens.dialogs.changes import change_words
from screens.dialogs.choose import Choose
from screens.dialogs.passage import Passage
from screens.scoping_page import ScopingPage
from screens.widgets.side_by_side import SideBySideGrid
from screens.widgets.side_by_side_layout import marks_of
from screens.words import day, uk
from sscb_tui.domain.template import version
from sscb_tui.services.compared import WANTED, Compared, compare, made_of, marked, narrowed

if TYPE_CHECKING:
    from screens.base import Context
    from screens.scoping_sitting import Sitting
    from sscb_tui.services.views import SideBySide

ALL = "all"
WIDE = 400


class ReadingDeeds(ScopingPage):
    """What reading needs; nothing here changes the record."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing has been compared yet."""
        super().__init__(context, argument)
        self._compared: Compared | None = None
        self._comparing = asyncio.Lock()
        self._only_new = False
        self._wanted = ALL

    def draw_answers(self, sitting: Sitting) -> None:
        """Show the answers with their marks; where the returns have changed, compare them first and mark them then."""
        self._show_answers(sitting)
        if not self._is_compared(sitting):
            self._mark()

    @work(group="compare")
    async def _mark(self) -> None:
        await self.comparison()
        if self.sitting is not None:
            self._show_answers(self.sitting)

    def _is_compared(self, sitting: Sitting) -> bool:
        return self._compared is not None and self._compared.made_of == made_of(sitting.file, sitting.board)

    async def comparison(self) -> Compared | None:
        """The returns on show, compared: once, beside the record's thread and the screen's, since it takes seconds."""
        async with self._comparing:
            truth = self.on_record
            if truth is not None and not self._is_compared(truth):
                self._compared = await asyncio.to_thread(compare, truth.file, truth.board)
        return self._compared

    def _show_answers(self, sitting: Sitting) -> None:
        notes = ("only what is new" if self._only_new else "", "" if self._wanted == ALL else WANTED[self._wanted])
        self.query_one(SideBySideGrid).show(self._view(sitting), " · ".join(filter(None, notes)))

    def _view(self, sitting: Sitting) -> SideBySide:
        truth = self.on_record or sitting
        if self._compared is None:
            return narrowed(sitting.view, self._wanted)
        return narrowed(marked(sitting.view, self._compared, truth.file, only_new=self._only_new), self._wanted)

    async def on_side_by_side_grid_asked(self, message: SideBySideGrid.Asked) -> None:
        """Keys of the answers that need to know the case."""
        if self.sitting is None:
            return
        if message.what == "new":
            self._only_new = not self._only_new
            self._show_answers(self.sitting)
        elif message.what == "conflict":
            self._next_conflict()
        elif message.what == "filter":
            self._filter()
        else:
            await self._changes(self.sitting)

    def _next_conflict(self) -> None:
        if self._compared is None:
            self.notify("The returns are still being compared.", markup=False)
        elif not self.query_one(SideBySideGrid).next_conflict():
            self.notify("No open conflict among the answers shown. c lists them all.", markup=False)

    @work(group="dialog")
    async def _filter(self) -> None:
        """Which rows to show."""
        chosen = await self.app.push_screen_wait(Choose("Which questions?", tuple(WANTED.items())))
        if chosen is not None and self.sitting is not None:
            self._wanted = chosen
            self._show_answers(self.sitting)

    async def _changes(self, sitting: Sitting) -> None:
        """What the agency under the cursor changed when it sent its return again."""
        current = self.query_one(SideBySideGrid).current()
        if current is None:
            return
        case_id, agency = sitting.file.case.id, current[1][0]
        found = await self.ask(lambda services: services.scoping.changes(case_id, agency))
        if found is not None:
            self.app.push_screen(Passage(f"{found.name}: what was sent again", change_words(found)))

    def on_side_by_side_grid_opened(self, message: SideBySideGrid.Opened) -> None:
        """The whole of one agency's answer, under what bears on it."""
        cell = message.cell
        parts = (*marks_of(cell, WIDE), cell.silence, cell.folded, cell.text, self._where(message))
        words = "\n\n".join(filter(None, parts))
        self.app.push_screen(Passage(f"{message.agency[1]} · {message.question[1]}", words))

    def _where(self, message: SideBySideGrid.Opened) -> str:
        """Where the answer stands: the question's number, whose return, when it came in and on which form."""
        requests = self.sitting.file.requests if self.sitting is not None else ()
        request = next((each for each in requests if each.agency == message.agency[0]), None)
        if request is None or request.returned is None:
            return ""
        came = f", received {day(uk(request.receipts[-1].at).date())}" if request.receipts else ""
        again = ", sent again (q shows what changed)" if request.superseded is not None else ""
        number = version(request.returned.template).number(message.question[0])
        form = f"; {'' if number == message.question[0] else f'{number} of '}form {request.returned.template}"
        return f"— {message.question[0]} of the return of {message.agency[1]}{came}{again}{form}"

    def on_side_by_side_grid_sought(self, message: SideBySideGrid.Sought) -> None:
        """An answer that the filter leaves out is wanted: show every question again, and go to it."""
        if self.sitting is not None and message.question in dict(self.sitting.view.questions):
            self._wanted = ALL
            self._show_answers(self.sitting)
            self.query_one(SideBySideGrid).to_cell(message.agency, message.question)
