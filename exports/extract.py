"""The agency extract (X-12): one agency's actions out of the plan, each with a blank box for its update."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from exports.action_rows import COLUMNS, action_row
from exports.layout import Nobody, Sheet, agency_words, closed, masthead, pairs, table
from exports.plan import about, composite_cover, review_words
from exports.plan_groups import key_line, printing_of
from sscb_tui.domain.naming import names_of

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.recommendation import Recommendation

_BLANK = "______________________________"
_BOX = (
    ("Where it stands", "☐ not started  ☐ in progress  ☐ blocked  ☐ done"),
    ("What was done, or what stands in the way", _BLANK),
    ("What shows it (what, when, where it is kept)", _BLANK),
    ("People reached, of how many it is meant for", "______ of ______"),
    ("A later date asked for, and why", _BLANK),
    ("Owner (post) if it has changed", _BLANK),
    ("Said by (post), on", _BLANK),
)
"""What an agency is asked of each action, in the order the tracker takes it."""


def extract(files: Sequence[CaseFile], agency: str, board: BoardSettings, on: datetime) -> str:
    """The extract on that day; nothing of any other agency's actions is on it."""
    kept = tuple(file for file in files if its_actions(file, agency))
    cover = composite_cover(f"Actions of {agency_words(agency, board)}", kept or files, board, on)
    sheet = Sheet(Nobody())
    masthead(sheet, cover, (about(kept), ("Agency", agency_words(agency, board))), board, on)
    if not kept:
        sheet.heading("Actions")
        sheet.paragraph("None are on the tracker.")
    for file in kept:
        sheet.names = names_of(file)
        _case(sheet, file, agency, board, on.date())
    return closed(sheet, cover, (about(kept)[1], agency_words(agency, board)), board)


def its_actions(file: CaseFile, agency: str) -> tuple[Action, ...]:
    """Those the agency leads."""
    return tuple(action for action in file.actions if action.agency == agency)


def _case(sheet: Sheet, file: CaseFile, agency: str, board: BoardSettings, today: date) -> None:
    """Grouped by recommendation as the plan is; then what stands under none."""
    mine = its_actions(file, agency)
    placed: set[str] = set()
    for each in file.recommendations:
        under = [action for action in mine if each.id in action.carries_out and action.id not in placed]
        placed |= {action.id for action in under}
        if under:
            _group(sheet, file, each, under, board, today)
    if loose := [action for action in mine if action.id not in placed]:
        _group(sheet, file, None, loose, board, today)


def _group(
    sheet: Sheet,
    file: CaseFile,
    under: Recommendation | None,
    actions: Sequence[Action],
    board: BoardSettings,
    today: date,
) -> None:
    sheet.heading(f"{review_words(file)} · {f'Recommendation R-{under.number}' if under else 'Early actions'}")
    if under:
        sheet.paragraph(under.text)
    printing = printing_of(file, board, today)
    sheet.add(*table(COLUMNS, [action_row(sheet, action, printing) for action in actions]))
    for action in actions:
        sheet.add(*pairs(((f"A-{action.number}: your update", "please fill in"), *_BOX)))
    key_line(sheet)
