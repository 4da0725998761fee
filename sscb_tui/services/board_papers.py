"""Papers across cases on demand: composite plan, agency extract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, NotFoundError, Problem
from sscb_tui.domain.terms import BoardPaper
from sscb_tui.services.views import PaperText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.ports import BoardPapers
    from sscb_tui.services.room import Room


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
