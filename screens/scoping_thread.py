"""The golden thread on the scoping screen: what is under the cursor, and where a thing of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base import THREAD, Subject
from screens.scoping_page import ScopingPage
from screens.widgets.criteria_panel import CriteriaPanel
from screens.widgets.lanes import Lanes
from screens.widgets.lanes_pane import LanesPane
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.terms import Fact
from sscb_tui.domain.thread import ROWS, Address

if TYPE_CHECKING:
    from screens.scoping_sitting import Sitting


class ThreadDeeds(ScopingPage):
    """An answer, a row, a minute or a criterion is a thing; so is each where somebody comes for it."""

    BINDINGS = [THREAD]

    async def subject(self) -> Subject | None:
        """Of the criteria or the minutes while they have the focus, else of the middle."""
        sitting = self.sitting
        at = self._here(sitting) if sitting is not None else None
        return Subject(sitting.file.case.id, at) if sitting is not None and at is not None else None

    def _here(self, sitting: Sitting) -> Address | None:
        criteria, minutes = self.query_one(CriteriaPanel), self.query_one(MinutesList)
        if criteria.has_focus:
            return Address("cases", sitting.file.case.id, criteria.fact.value)
        if minutes.has_focus:
            return Address("lines", minutes.current.id) if minutes.current else None
        return self._row(sitting) if self.query_one(LanesPane).display else self._answer(sitting)

    def _row(self, sitting: Sitting) -> Address | None:
        """A row of a chronology, which came in a return or in a file."""
        entry = self.query_one(Lanes).current()
        document, _, place = entry.entry_id.rpartition(".") if entry else ("", "", "")
        if any(each.id == document for each in sitting.file.requests):
            return Address("requests", document, f"{ROWS} row {place}")
        return Address("chronologies", document, f"row {place}") if document else None

    def _answer(self, sitting: Sitting) -> Address | None:
        """The answer under the cursor, where words were given."""
        current = self.query_one(SideBySideGrid).current()
        if current is None or not current[2].text.strip():
            return None
        question, (agency, _), _ = current
        request = next((each for each in sitting.file.requests if each.agency == agency), None)
        return Address("requests", request.id, question[0]) if request else None

    async def show_at(self, at: Address) -> None:
        """The cell, the row, the minute or the criterion somebody came for."""
        if at.kind == "requests" and " row " not in at.part:
            self._show_answer(at)
        elif at.kind in ("requests", "chronologies"):
            self.show_row(f"{at.id}.{at.part.rpartition(' ')[2]}")
        elif at.kind == "lines":
            minutes = self.query_one(MinutesList)
            places = [str(line.id) for line in minutes.lines]
            minutes.highlighted = places.index(at.id) if at.id in places else minutes.highlighted
            minutes.focus()
        elif (fact := at.part.rpartition(" ")[2]) in {each.value for each in Fact}:
            self._show_limb(Fact(fact))

    def _show_answer(self, at: Address) -> None:
        requests = self.sitting.file.requests if self.sitting else ()
        agency = next((each.agency for each in requests if each.id == at.id), "")
        self.show_questions()
        grid = self.query_one(SideBySideGrid)
        grid.to_cell(agency, at.part)
        grid.focus()

    def _show_limb(self, fact: Fact) -> None:
        """The panel opens where it was folded away."""
        panel = self.query_one(CriteriaPanel)
        if not panel.region:
            self.add_class("-criteria")
        panel.fact = fact
        panel.focus()
        panel.action_move(0)
