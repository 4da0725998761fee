"""Papers across cases on demand: composite plan, agency extract, the Board's dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, NotFoundError, Problem
from sscb_tui.domain.rules.annual import year_of, years_owed
from sscb_tui.domain.terms import BoardPaper
from sscb_tui.services.annual import Annual
from sscb_tui.services.dashboard import Dashboard
from sscb_tui.services.views import PaperText

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.ports import BoardPapers
    from sscb_tui.services.room import Room
    from sscb_tui.services.views.dashboard import Figures

OFFICIAL = "OFFICIAL"
"""The marking of figures: they say nothing of one case that needs more care."""


@dataclass(frozen=True, slots=True)
class BoardDesk:
    """Renders what is written across cases, of all that are on the tracker or of some."""

    room: Room
    papers: BoardPapers

    def plan(self, case_ids: Sequence[str] = ()) -> PaperText:
        """The composite action plan of these cases, or of all on the tracker (X-11)."""
        files, board, now = self._files(case_ids), self.room.settings(), self.room.now()
        marking, version = self.papers.plan_marking(files, board), _version(files)
        name = self.papers.filename(BoardPaper.PLAN, board.short_name, version, marking, now)
        return PaperText(f"{board.short_name} {BoardPaper.PLAN.label}", self.papers.plan(files, board, now), name)

    def extract(self, agency: str, case_ids: Sequence[str] = ()) -> PaperText:
        """One agency's rows of these cases, or of all, with boxes for its update (X-12)."""
        board, now = self.room.settings(), self.room.now()
        if board.agency(agency) is None:
            known = ", ".join(each.code for each in board.agencies)
            raise InputError([Problem("agency", f"{agency} is not in the Board's list.", known)])
        files = [file for file in self._files(case_ids) if any(each.agency == agency for each in file.actions)]
        if not files:
            raise NotFoundError(f"{agency} has no action on the tracker.")
        marking = self.papers.plan_marking(files, board)
        name = self.papers.filename(BoardPaper.EXTRACT, agency, _version(files), marking, now)
        text = self.papers.extract(files, agency, board, now)
        return PaperText(f"{agency} {BoardPaper.EXTRACT.label}", text, name)

    def dashboard(self, case_ids: Sequence[str] = (), agency: str = "", *, public: bool = False) -> PaperText:
        """The Board's dashboard (X-13), or what of it may be public."""
        found, board, now = Dashboard(self.room).figures(case_ids, agency), self.room.settings(), self.room.now()
        text = self.papers.dashboard(found, self._listed(found, public=public), board, now, public=public)
        name = self.papers.filename(BoardPaper.DASHBOARD, agency or board.short_name, found.total, OFFICIAL, now)
        return PaperText(f"{board.short_name} {BoardPaper.DASHBOARD.label}", text, name)

    def dashboard_page(self, case_ids: Sequence[str] = (), agency: str = "", *, public: bool = False) -> PaperText:
        """The same as one page for a browser, its figures drawn."""
        found, board, now = Dashboard(self.room).figures(case_ids, agency), self.room.settings(), self.room.now()
        text = self.papers.dashboard_page(found, self._listed(found, public=public), board, now, public=public)
        name = self.papers.filename(BoardPaper.DASHBOARD, agency or board.short_name, found.total, OFFICIAL, now)
        page = f"{name.removesuffix('.md')}.html"
        return PaperText(f"{board.short_name} {BoardPaper.DASHBOARD.label}", text, page)

    def drawings(self, case_ids: Sequence[str] = (), agency: str = "") -> dict[str, str]:
        """Every figure of the dashboard as a drawing, by file name."""
        found = Dashboard(self.room).figures(case_ids, agency)
        return {f"{name}.svg": drawn for name, drawn in self.papers.drawings(found).items()}

    def annual(self, year_end: date | None = None) -> PaperText:
        """The learning section of the annual report (X-16); of the last financial year that ended, or of another."""
        year = year_end or years_owed(self.room.today(), self.room.today())[-1]
        found, board, now = Annual(self.room).figures(year), self.room.settings(), self.room.now()
        files = tuple(map(self.room.file, sorted({each.case_id for each in found.claims})))
        name = self.papers.filename(BoardPaper.ANNUAL, board.short_name, found.total, year_of(year), now)
        title = f"{board.short_name} {BoardPaper.ANNUAL.label} {year_of(year)}"
        return PaperText(title, self.papers.annual(found, files, board, now), name)

    def statistics(self, case_ids: Sequence[str] = ()) -> PaperText:
        """Every action in codes and numbers, for a spreadsheet (X-19)."""
        found, board, now = Dashboard(self.room).figures(case_ids), self.room.settings(), self.room.now()
        name = self.papers.filename(BoardPaper.STATISTICS, board.short_name, found.total, OFFICIAL, now)
        title = f"{board.short_name} {BoardPaper.STATISTICS.label}"
        return PaperText(title, self.papers.statistics(found.rows), f"{name.removesuffix('.md')}.csv")

    def _listed(self, found: Figures, *, public: bool) -> tuple[CaseFile, ...]:
        """The cases whose actions the dashboard lists one by one."""
        rows = (*found.overdue, *found.silent, *found.red_for_two_cycles, *found.retests)
        return () if public else tuple(map(self.room.file, sorted({row.case_id for row in rows})))

    def _files(self, case_ids: Sequence[str]) -> tuple[CaseFile, ...]:
        """The cases asked for, else every case with a recommendation, an action or a finding; oldest first."""
        files = (self.room.file(case_id) for case_id in case_ids or self._tracked())
        return tuple(sorted(files, key=lambda file: file.case.reference))

    def _tracked(self) -> tuple[str, ...]:
        record = self.room.record
        found = [each.case_id for each in record.action_facts()]
        found += [each.case_id for each in record.recommendations.all()]
        found += [each.case_id for each in record.reviews.all() if each.findings]
        return tuple(dict.fromkeys(found))


def _version(files: Sequence[CaseFile]) -> int:
    """Rises with every change to a recommendation or an action."""
    return sum(record.version for file in files for record in (*file.recommendations, *file.actions))
