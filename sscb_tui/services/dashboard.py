"""The Board's dashboard: the tracker and the Chair's decisions in figures, as a whole or narrowed (X-13)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.services.figures.decisions import decision_figures
from sscb_tui.services.figures.reckoned import reckoned
from sscb_tui.services.tracker import Tracker

if TYPE_CHECKING:
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import ActionRow
    from sscb_tui.services.views.dashboard import Figures


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Reads columns only, so that the largest tracker is counted while one waits for no more than a moment."""

    room: Room

    def figures(self, case_ids: Collection[str] = (), agency: str = "") -> Figures:
        """As things stand today; of all cases and agencies, or of these."""
        board, today, lists = self.room.settings(), self.room.today(), self.room.lists
        wanted = frozenset(case_ids)
        names = {each.code: each.brief for each in board.agencies}
        rows = tuple(row for row in self._rows(wanted) if not agency or row.agency == agency)
        cases = [facts for facts in lists.queue() if not wanted or facts.case_id in wanted]
        decisions = decision_figures(cases, lists.notices(), today)
        children = [f"{each.reference} {each.pseudonym}" for each in cases] if wanted else []
        about = ", ".join((*children, *([names.get(agency, agency)] if agency else ())))
        return reckoned(rows, decisions, names, today, about)

    def _rows(self, wanted: frozenset[str]) -> tuple[ActionRow, ...]:
        tracker = Tracker(self.room)
        if len(wanted) == 1:
            return tracker.rows(next(iter(wanted)))
        return tuple(row for row in tracker.rows() if not wanted or row.case_id in wanted)
