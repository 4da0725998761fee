"""Asking agencies how far their actions are: one form to an agency, read back as it was filled in; and letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.filenames import round_filename
from exports.progress.form import Rows, form_of
from exports.progress.letters import letter_of
from exports.progress.reading import read_progress
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.progress_round import ProgressReturn, ProgressRound
from sscb_tui.domain.terms import Letter


class MarkdownProgress:
    """Writes what an agency is asked, reads what it answers, and drafts the letters where it does not."""

    def blank(self, asked: ProgressRound, rows: Rows, board: BoardSettings) -> str:
        """The letter and form one agency fills in."""
        return form_of(asked, rows, board, None)

    def filled(self, asked: ProgressRound, rows: Rows, board: BoardSettings, answers: ProgressReturn) -> str:
        """The same form with answers in place; reading it gives the same answers."""
        return form_of(asked, rows, board, answers)

    def read(self, text: str) -> ProgressReturn:
        """A filled form; InputError lists every problem by line."""
        return read_progress(text)

    def letter(
        self,
        letter: Letter,
        asked: ProgressRound,
        rows: Rows,
        before: Sequence[ProgressRound],
        board: BoardSettings,
        on: datetime,
    ) -> str:
        """One letter of the ladder of silence, as a draft."""
        return letter_of(letter, asked, rows, before, board, on)

    def filename(self, asked: ProgressRound, board: BoardSettings, letter: Letter | None = None) -> str:
        """What a form or a letter is kept under: agency, marking and the meeting's day."""
        return round_filename(asked.agency, letter.value if letter else "", board.marking, asked.meeting_on)
