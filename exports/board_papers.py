"""The papers that are written across cases: plans over several reviews, an agency's extract, the Board's dashboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.annual import annual
from exports.dashboard import TITLE, dashboard
from exports.extract import extract
from exports.filenames import paper_filename
from exports.plan import composite, plan_marking
from exports.statistics import statistics_csv
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import BoardPaper
from sscb_tui.services.views import ActionRow
from sscb_tui.services.views.annual import AnnualFigures
from sscb_tui.services.views.dashboard import Figures


class MarkdownBoardPapers:
    """Writes each from case files or figures; pure."""

    def plan(self, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
        """The composite action plan (X-11)."""
        return composite(files, board, on)

    def extract(self, files: Sequence[CaseFile], agency: str, board: BoardSettings, on: datetime) -> str:
        """One agency's rows, with boxes for its update (X-12)."""
        return extract(files, agency, board, on)

    def dashboard(
        self, found: Figures, files: Sequence[CaseFile], board: BoardSettings, on: datetime, *, public: bool
    ) -> str:
        """The Board's dashboard, or what of it may be public (X-13)."""
        return dashboard(found, files, board, on, public=public)

    def dashboard_page(
        self, found: Figures, files: Sequence[CaseFile], board: BoardSettings, on: datetime, *, public: bool
    ) -> str:
        """The same as one page for a browser, with its figures drawn; in public none is, since lengths tell numbers."""
        from exports.page import page

        figures = {} if public else {each.title: each for each in found.figures if not each.is_empty}
        return page(TITLE, dashboard(found, files, board, on, public=public), figures)

    def drawings(self, found: Figures) -> dict[str, str]:
        """Every figure that has something to show, by name, as SVG."""
        from exports.drawing import drawn

        return {each.name: drawn(each, alone=True) for each in found.figures if not each.is_empty}

    def annual(self, found: AnnualFigures, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
        """The learning section of the annual report (X-16)."""
        return annual(found, files, board, on)

    def statistics(self, rows: Sequence[ActionRow]) -> str:
        """One row an action, for a spreadsheet (X-19)."""
        return statistics_csv(rows)

    def plan_marking(self, files: Sequence[CaseFile], board: BoardSettings) -> str:
        """The marking of a plan over these cases: public once every review of them is."""
        return plan_marking(files, board)

    def filename(self, paper: BoardPaper, about: str, version: int, marking: str, on: datetime) -> str:
        """What the paper is kept under: the Board or the agency, paper, version, marking, date; never a name."""
        return paper_filename(about, paper.value, version, marking, on=on.date())
