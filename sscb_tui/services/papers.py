"""Papers on demand: the record as Markdown, under a file name that names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import NotFoundError, refuse_if
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.terms import Paper
from sscb_tui.services.decisions import Decisions
from sscb_tui.services.views import PaperText

if TYPE_CHECKING:
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.ports import Papers
    from sscb_tui.services.room import Room

_NEEDS = {
    Paper.PACK: ("requests", "no agency has been asked yet"),
    Paper.MINUTES: ("meeting", "no scoping meeting has been prepared"),
    Paper.RECOMMENDATION: ("advice", "no recommendation has gone to the Chair"),
    Paper.DECISION: ("decision", "the Chair has not decided"),
    Paper.PANEL: ("decision", "the Chair has not decided"),
    Paper.NOTICE: ("final_decision", "the Chair has not decided"),
    Paper.LETTERS: ("letters", "nobody is owed a notice of a decision"),
    Paper.LEARNING: ("has_learning", "no agency has answered and no early action is agreed"),
    Paper.CHRONOLOGY: ("has_chronology", "no agency has given a chronology"),
    Paper.TERMS: ("has_terms", "no terms of reference have been written"),
    Paper.SUMMARY: ("has_lessons", "no review has found or recommended anything"),
    Paper.RESPONSE: ("response", "none has been written"),
    Paper.COMMISSION: ("reviewer", "no reviewer has been appointed"),
}
"""What of a case file each paper is written from, and what to say where that is not there yet."""


@dataclass(frozen=True, slots=True)
class PaperDesk:
    """Renders the papers a case has so far."""

    room: Room
    papers: Papers

    def available(self, case_id: str) -> tuple[Paper, ...]:
        """The papers that have something to print."""
        file = self.room.file(case_id)
        return tuple(paper for paper in Paper if not _lacking(paper, file))

    def render(self, paper: Paper, case_id: str) -> PaperText:
        """One paper as it stands now; NotFoundError says what it is waiting for."""
        file, board = self._printable(paper, case_id), self.room.settings()
        now = self.room.now()
        name = self.papers.filename(paper, file, board, now)
        return PaperText(f"{file.case.reference} {paper.label}", self.papers.write(paper, file, board, now), name)

    def preview(self, actor: Actor, case_id: str, form: DecisionForm) -> PaperText:
        """The decision record exactly as it would print if it were signed now, marked as not signed."""
        file, board, now = self.room.file(case_id), self.room.settings(), self.room.now()
        made = Decisions(self.room).unsigned(actor, case_id, form)
        text = self.papers.decision_unsigned(file, made, board, now)
        return PaperText(f"{file.case.reference} {Paper.DECISION.label}, not signed", text, "")

    def key(self, actor: Actor, case_id: str) -> PaperText:
        """The key to the pseudonyms, for the Business Manager and the Chair alone."""
        refuse_if(permission(actor, Deed.READ, Thing.KEY))
        file, board, now = self.room.file(case_id), self.room.settings(), self.room.now()
        name = self.papers.pseudonyms_filename(file, board, now)
        return PaperText(f"{file.case.reference} key", self.papers.pseudonyms(file, board, now), name)

    def chronology_csv(self, case_id: str) -> str:
        """The integrated chronology for a spreadsheet; NotFoundError where there is none."""
        return self.papers.chronology_csv(self._printable(Paper.CHRONOLOGY, case_id))

    def _printable(self, paper: Paper, case_id: str) -> CaseFile:
        file = self.room.file(case_id)
        if lacking := _lacking(paper, file):
            raise NotFoundError(f"{file.case.reference} has no {paper.label} to print: {lacking}.")
        return file


def _lacking(paper: Paper, file: CaseFile) -> str:
    """Why a paper cannot be printed yet; empty if it can."""
    part, why = _NEEDS.get(paper, ("", ""))
    return why if part and not getattr(file, part) else ""
