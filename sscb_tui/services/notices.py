"""Letters of a decision one by one, and the open clocks for a diary (F9, X-08)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.terms import Paper
from sscb_tui.services.views import PaperText

if TYPE_CHECKING:
    from sscb_tui.domain.duty import Duty
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.duties import Duties
    from sscb_tui.services.ports import Papers
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Notices:
    """Drafts what goes out; writes nothing to the record."""

    room: Room
    papers: Papers
    duties: Duties

    def letter(self, duty_id: str) -> PaperText:
        """The letter that does this duty; NotFoundError where none does."""
        duty = self.room.record.duties.find(duty_id)
        file = self.room.file(duty.case_id) if duty else None
        if duty is None or file is None or duty not in file.letters:
            raise NotFoundError("No letter does this duty.")
        return self._drafted(file, duty)

    def letters(self, case_id: str) -> tuple[PaperText, ...]:
        """The checklist, then every letter, each as a file of its own."""
        file, board, now = self.room.file(case_id), self.room.settings(), self.room.now()
        top = PaperText(
            f"{file.case.reference} notifications",
            self.papers.checklist(file, board, now),
            self.papers.filename(Paper.LETTERS, file, board, now),
        )
        return (top, *(self._drafted(file, duty) for duty in file.letters))

    def _drafted(self, file: CaseFile, duty: Duty) -> PaperText:
        board, now = self.room.settings(), self.room.now()
        name = self.papers.letter_filename(file, duty, board, now)
        return PaperText(f"{file.case.reference} letter: {duty.to}", self.papers.letter(file, duty, board, now), name)

    def calendar(self, case_id: str | None = None) -> PaperText:
        """The open clocks of one case or of all, as a calendar file."""
        board, now = self.room.settings(), self.room.now()
        whose = self.room.record.cases.get(case_id).reference if case_id else board.short_name
        text = self.papers.calendar(self.duties.rows(case_id), board, now)
        return PaperText(f"{whose} duties", text, self.papers.calendar_filename(whose, board, now))
