"""The papers that are written across cases: plans over several reviews, an agency's extract."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.extract import extract
from exports.filenames import paper_filename
from exports.plan import composite, plan_marking
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import BoardPaper


class MarkdownBoardPapers:
    """Writes each from case files or figures; pure."""

    def plan(self, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
        """The composite action plan (X-11)."""
        return composite(files, board, on)

    def extract(self, files: Sequence[CaseFile], agency: str, board: BoardSettings, on: datetime) -> str:
        """One agency's rows, with boxes for its update (X-12)."""
        return extract(files, agency, board, on)

    def plan_marking(self, files: Sequence[CaseFile], board: BoardSettings) -> str:
        """The marking of a plan over these cases: public once every review of them is."""
        return plan_marking(files, board)

    def filename(self, paper: BoardPaper, about: str, version: int, marking: str, on: datetime) -> str:
        """What the paper is kept under: the Board or the agency, paper, version, marking, date; never a name."""
        return paper_filename(about, paper.value, version, marking, on=on.date())
