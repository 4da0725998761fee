"""The papers a Board circulates, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from exports.bundle import bundle, checklist
from exports.commission import commission, commission_version
from exports.decision import decision, unsigned
from exports.filenames import calendar_filename, letter_filename, paper_filename
from exports.integrated import chronology_version, integrated
from exports.learning import learning, learning_version
from exports.letters import letter, told_of
from exports.minutes import minutes, minutes_version
from exports.notice import notice
from exports.pack import pack, pack_version
from exports.panel import panel
from exports.plan import plan, plan_marking, plan_version
from exports.pseudonyms import pseudonyms
from exports.recommendation import recommendation
from exports.response import response, response_marking, response_version
from exports.spreadsheet import chronology_csv
from exports.summary import summary, summary_marking, summary_version
from exports.terms import terms, terms_version
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Paper
from sscb_tui.services.ports import BoardPapers
from sscb_tui.services.views import DutyRow


class MarkdownPapers:
    """Writes each paper from a case file; NotFoundError where its record does not exist yet."""

    def write(self, paper: Paper, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """That paper as it stands on the day."""
        return WRITERS[paper](file, board, on)

    def decision_unsigned(self, file: CaseFile, made: Decision, board: BoardSettings, on: datetime) -> str:
        """The same record before it is signed."""
        return unsigned(file, made, board, on)

    def checklist(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The checklist alone."""
        return checklist(file, board, on)

    def letter(self, file: CaseFile, duty: Duty, board: BoardSettings, on: datetime) -> str:
        """One letter."""
        return letter(file, duty, board, on)

    def letter_filename(self, file: CaseFile, duty: Duty, board: BoardSettings, on: datetime) -> str:
        """What a letter is kept under; recipient by code."""
        version = file.decisions.index(told_of(file, duty)) + 1
        return letter_filename(file.case.reference, duty.to, version, board.marking, on=on.date())

    def calendar(self, rows: Sequence[DutyRow], board: BoardSettings, on: datetime) -> str:
        """The open clocks for a diary; its library loads when the first is asked for."""
        from exports.calendar import calendar

        return calendar(rows, board, on)

    def calendar_filename(self, whose: str, board: BoardSettings, on: datetime) -> str:
        """What the calendar is kept under."""
        return calendar_filename(whose, board.marking, on=on.date())

    def across(self) -> BoardPapers:
        """What is written across cases; it loads when the first is asked for."""
        from exports.board_papers import MarkdownBoardPapers

        return MarkdownBoardPapers()

    def chronology_csv(self, file: CaseFile) -> str:
        """The integrated chronology for a spreadsheet."""
        return chronology_csv(file)

    def pseudonyms(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """The key to the pseudonyms."""
        return pseudonyms(file, board, on)

    def pseudonyms_filename(self, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """What the key is kept under; never a name."""
        return paper_filename(file.case.reference, "key", file.case.version, board.marking, on=on.date())

    def filename(self, paper: Paper, file: CaseFile, board: BoardSettings, on: datetime) -> str:
        """What the paper is kept under: reference, paper, version, marking, day; never a name."""
        version, marking = VERSIONS[paper](file), MARKINGS[paper](file, board) if paper in MARKINGS else board.marking
        return paper_filename(file.case.reference, paper, version, marking, on=on.date())


WRITERS: dict[Paper, Callable[[CaseFile, BoardSettings, datetime], str]] = {
    Paper.PACK: pack,
    Paper.MINUTES: minutes,
    Paper.RECOMMENDATION: recommendation,
    Paper.DECISION: decision,
    Paper.PANEL: panel,
    Paper.NOTICE: notice,
    Paper.LETTERS: bundle,
    Paper.PLAN: plan,
    Paper.CHRONOLOGY: integrated,
    Paper.LEARNING: learning,
    Paper.TERMS: terms,
    Paper.COMMISSION: commission,
    Paper.RESPONSE: response,
    Paper.SUMMARY: summary,
}
VERSIONS: dict[Paper, Callable[[CaseFile], int]] = {
    Paper.PACK: pack_version,
    Paper.MINUTES: minutes_version,
    Paper.RECOMMENDATION: lambda file: file.advice.version if file.advice else 0,
    Paper.DECISION: lambda file: len(file.decisions),
    **dict.fromkeys((Paper.PANEL, Paper.NOTICE, Paper.LETTERS), lambda file: len(file.decisions)),
    Paper.PLAN: plan_version,
    Paper.CHRONOLOGY: chronology_version,
    Paper.LEARNING: learning_version,
    Paper.TERMS: terms_version,
    Paper.COMMISSION: commission_version,
    Paper.RESPONSE: response_version,
    Paper.SUMMARY: summary_version,
}
"""The version printed on each paper itself."""
MARKINGS: dict[Paper, Callable[[CaseFile, BoardSettings], str]] = {
    Paper.PLAN: lambda file, board: plan_marking((file,), board),
    Paper.SUMMARY: summary_marking,
    Paper.RESPONSE: lambda file, board: response_marking(file, board) or "public",
}
"""Papers whose marking is not always the Board's own."""
