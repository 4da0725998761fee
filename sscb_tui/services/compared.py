"""What comparing every return with every other comes to; pure and slow, so it is made beside all threads that wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sscb_tui.domain.answers import EVENTS, said
from sscb_tui.domain.differences import differences
from sscb_tui.domain.differences.settling import settled_by
from sscb_tui.domain.novelty import Cell, Told, repeats
from sscb_tui.domain.terms import Silence

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.differences import Difference
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest
    from sscb_tui.services.views import CellView, SideBySide


@dataclass(frozen=True, slots=True)
class Compared:
    """Which answers only repeat another, and where accounts differ."""

    made_of: tuple[object, ...]
    folds: Mapping[Cell, Cell]
    differences: tuple[Difference, ...]


def made_of(file: CaseFile, board: BoardSettings) -> tuple[object, ...]:
    """What the comparison depends on: the case, its returns and chronologies, and what the Board calls its agencies.

    Not the minutes and answers that grow beside them.
    """
    held = (board, file.case, file.incident, *file.requests, *file.chronology_files)
    return tuple((each.id, each.version) for each in held)


def compare(file: CaseFile, board: BoardSettings) -> Compared:
    """Compare every answer with every other: seconds, where twenty agencies wrote at length."""
    return Compared(made_of(file, board), repeats(_told(file)), differences(file, board))


def differing(file: CaseFile, board: BoardSettings, known: Compared | None = None) -> tuple[Difference, ...]:
    """Where accounts differ: as compared before, while nothing that was made of has changed; otherwise compared now."""
    if known is not None and known.made_of == made_of(file, board):
        return known.differences
    return differences(file, board)


def _told(file: CaseFile) -> list[Told]:
    """Every answer with its ticks: the same words beside another box say something else.

    Chronologies never fold, since a cell shows less of a row than may differ between two.
    """
    return [
        Told(request.agency, answer.question, said(request.returned, answer.question), _since(request, answer.question))
        for request in file.requests
        if request.returned is not None
        for answer in request.returned.answers
        if answer.silence is None and answer.question != EVENTS
    ]


def _since(request: AgencyRequest, question: str) -> datetime:
    """When the words as they stand first came in: what a second return only repeats, the first had said already."""
    arrived = [receipt.at for receipt in request.receipts] or [request.issued_at]
    before, now = request.superseded, request.returned
    same = before is not None and now is not None and said(before, question) == said(now, question)
    return arrived[-2] if same and len(arrived) > 1 else arrived[-1]


def open_conflicts(compared: Compared, file: CaseFile) -> Mapping[Cell, int]:
    """How many unanswered differences rest on each cell."""
    found: dict[Cell, int] = {}
    for each in compared.differences:
        if settled_by(each, file) is None:
            for cell in {(said.agency, question_of(said.where)) for said in each.sayings}:
                found[cell] = found.get(cell, 0) + 1
    return found


def question_of(where: str) -> str:
    """The question a passage answers; rows of a chronology that came as a file stand with the return's own."""
    question = where.partition(" ")[0]
    return question if question.startswith("F4.") else EVENTS


def marked(view: SideBySide, compared: Compared, file: CaseFile, *, only_new: bool = False) -> SideBySide:
    """The view with conflicts marked; and, where only what is new is wanted, repeats folded."""
    conflicts = open_conflicts(compared, file)
    names, labels = dict(view.agencies), dict(view.questions)

    def changed(cell: CellView, key: Cell) -> CellView:
        fold = compared.folds.get(key) if only_new else None
        folded = f"as {names.get(fold[0], fold[0])}, {_short(labels.get(fold[1], fold[1]), fold[1])}" if fold else ""
        count = conflicts.get(key, 0)
        return replace(cell, folded=folded, conflicts=count) if folded or count else cell

    cells = tuple(
        tuple(changed(cell, (agency[0], question[0])) for agency, cell in zip(view.agencies, row, strict=True))
        for question, row in zip(view.questions, view.cells, strict=True)
    )
    return replace(view, cells=cells)


def _short(label: str, question: str) -> str:
    """A question by its number, as people call it: "C1"."""
    return question.removeprefix("F4.").split(".")[0] or label


WANTED: dict[str, str] = {
    "all": "all questions",
    "differences": "only differences",
    "gaps": "only gaps",
    "pinned": "only pinned",
    "changed": "only what was sent again",
}
"""Which rows are shown."""


_SILENT = (
    *(Silence.NO_CONTACT, Silence.ASKED_NOT_KNOWN, Silence.NOT_RECORDED),
    *(Silence.WITHHELD, Silence.LEFT_BLANK, Silence.NOT_ASKED),
)
GAPS = tuple(f"{each.glyph} {each.label}" for each in _SILENT)
"""Silences on one question; a whole return that is late, refused or nil would make a gap of every row."""


def narrowed(view: SideBySide, wanted: str) -> SideBySide:
    """Only the rows somebody asked for; the child's day stays on top of all of them."""
    tests = {
        "differences": lambda cell: cell.conflicts > 0,
        "gaps": lambda cell: cell.silence.startswith(GAPS),
        "pinned": lambda cell: cell.pins > 0,
        "changed": lambda cell: bool(cell.change),
    }
    test = tests.get(wanted)
    if test is None:
        return view
    rows = [number for number, row in enumerate(view.cells) if number == 0 or any(map(test, row))]
    return replace(
        view,
        questions=tuple(view.questions[number] for number in rows),
        cells=tuple(view.cells[number] for number in rows),
    )
