"""The action plan (X-11), of one case or composite: counts on top, then each recommendation with its actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from exports.escape import inline
from exports.layout import OFFICIAL, Cover, Nobody, Sheet, begin, closed, finish, masthead, pairs
from exports.plan_groups import (
    Rows,
    action_table,
    counts,
    findings,
    printing_of,
    recommendation,
    unplaced,
)
from sscb_tui.domain.days import shown
from sscb_tui.domain.naming import names_of

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile

TITLE = "Action plan"
COMPOSITE = "Composite action plan"


def plan(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The plan of one case on that day; owners by post, never by name."""
    status = f"As at {shown(on.date())}"
    cover = Cover(TITLE, status, plan_version(file), marking=plan_marking((file,), board))
    sheet = begin(cover, file, board, on)
    counts(sheet, (file,), board, on.date())
    groups(sheet, file, board, on.date(), partial(action_table, sheet))
    if not file.recommendations and not file.actions:
        sheet.heading("Recommendations")
        sheet.paragraph("None yet.")
    return finish(sheet, cover, file, board)


def plan_version(file: CaseFile) -> int:
    """Rises with every change to a recommendation or an action."""
    return sum(record.version for record in (*file.recommendations, *file.actions))


def plan_marking(files: Sequence[CaseFile], board: BoardSettings) -> str:
    """The Board's marking, until every review whose actions these are is published."""
    public = files and all(file.review is not None and file.review.publication is not None for file in files)
    return OFFICIAL if public else board.marking


def composite_version(files: Sequence[CaseFile]) -> int:
    """Rises with every change to a recommendation or an action of any of them."""
    return sum(map(plan_version, files))


def composite(files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
    """One plan over several reviews, since several of them say the same thing; every group names its review."""
    cover = composite_cover(COMPOSITE, files, board, on)
    sheet = Sheet(Nobody())
    masthead(sheet, cover, (about(files),), board, on)
    counts(sheet, files, board, on.date())
    _reviews(sheet, files)
    for file in files:
        sheet.names = names_of(file)
        groups(sheet, file, board, on.date(), partial(action_table, sheet), f"{review_words(file)} · ")
    return closed(sheet, cover, (about(files)[1],), board)


def composite_cover(title: str, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> Cover:
    """What the head of a plan over several reviews says."""
    cover = Cover(title, f"As at {shown(on.date())}", composite_version(files))
    return replace(cover, marking=plan_marking(files, board))


def about(files: Sequence[CaseFile]) -> tuple[str, str]:
    """Which reviews it is about, as the title block has it: a few by reference, many by their number."""
    if len(files) > 6:
        return "Reviews", f"{len(files)} cases"
    return "Reviews", ", ".join(inline(file.case.reference) for file in files) or "none"


def review_words(file: CaseFile) -> str:
    """Reference and pseudonym, before a group's own title."""
    return inline(f"{file.case.reference} {file.case.pseudonym}")


def _reviews(sheet: Sheet, files: Sequence[CaseFile]) -> None:
    """How many recommendations and actions each review brought, on one glance."""
    sheet.heading("Reviews")
    rows = [(review_words(file), f"{len(file.recommendations)} and {len(file.actions)}") for file in files]
    sheet.add(*pairs((("Review", "Recommendations and actions"), *rows)))


def groups(sheet: Sheet, file: CaseFile, board: BoardSettings, today: date, rows: Rows, title: str = "") -> None:
    """Every group of one case: its recommendations, its loose actions, its findings that led to none."""
    printing = printing_of(file, board, today)
    for each in file.recommendations:
        recommendation(sheet, file, each, printing, rows, title)
    if loose := unplaced(file):
        sheet.heading(f"{title}{'Early actions' if all(each.early for each in loose) else 'Actions under none'}")
        rows(loose, printing)
    findings(sheet, file, title)
