"""The papers a Board circulates, as Markdown."""

from __future__ import annotations

from datetime import datetime

from exports.decision import decision
from exports.filenames import paper_filename
from exports.integrated import chronology_version, integrated
from exports.learning import learning, learning_version
from exports.minutes import minutes, minutes_version
from exports.pack import pack, pack_version
from exports.plan import plan, plan_version
from exports.recommendation import recommendation
from exports.spreadsheet import chronology_csv
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Paper


class MarkdownPapers:
    """Writes each paper from a case file; NotFoundError where its record does not exist yet."""

    def pack(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The pack for the scoping meeting."""
        return pack(file, board, on)

    def minutes(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """Draft or confirmed minutes."""
        return minutes(file, board, on)

    def recommendation(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The recommendation to the Chair."""
        return recommendation(file, board, on)

    def decision(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The Chair's decision record."""
        return decision(file, board, on)

    def plan(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The action plan."""
        return plan(file, board, on)

    def chronology(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The integrated chronology."""
        return integrated(file, board, on)

    def learning(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The early-learning note."""
        return learning(file, board, on)

    def chronology_csv(self, file: CaseFile) -> str:
        """The integrated chronology for a spreadsheet."""
        return chronology_csv(file)

    def filename(self, paper: Paper, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """What the paper is kept under: reference, paper, version, marking, day; never a name."""
        return paper_filename(file.case.reference, paper, _version(paper, file), board.marking, on=on.date())


def _version(paper: Paper, file: CaseFile) -> int:
    """The version printed on the paper itself."""
    match paper:
        case Paper.PACK:
            return pack_version(file)
        case Paper.MINUTES:
            return minutes_version(file)
        case Paper.RECOMMENDATION:
            return file.advice.version if file.advice else 0
        case Paper.DECISION:
            return len(file.decisions)
        case Paper.PLAN:
            return plan_version(file)
        case Paper.CHRONOLOGY:
            return chronology_version(file)
        case Paper.LEARNING:
            return learning_version(file)
