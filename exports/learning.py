"""The early-learning note: what was learned before any review, what is done already, by which post and by when (X-15).

One page for those who practise, while the case goes on: agencies' own words, posts and never people, no finding of the
review before the review.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from exports.escape import inline
from exports.layout import Cover, Sheet, agency_words, begin, finish, pairs, table
from exports.sealing import seal
from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import by, shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.rules.criteria import RULESET
from sscb_tui.domain.rules.early import DONE_ALREADY, Told, told
from sscb_tui.domain.rules.orphans import LEARNING

_COLUMNS = ("No", "Agency and post", "Action", "What will be different", "By", "State")
_PURPOSE = (
    "Learning, not fault. Nothing here finds what happened or who is to blame; the review, if there is one, will."
)


def learning(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The note on that day."""
    law = ("Framework", f"{inline(RULESET)} on {inline(file.case.framework)}")
    cover = Cover("Early-learning note", f"As at {shown(on.date())}", learning_version(file), (law,))
    sheet = begin(cover, file, board, on)
    sheet.add(f"*{_PURPOSE}*")
    _words(sheet, "What was learned early", told(file, (LEARNING,)), board)
    _words(sheet, "What agencies have done already", told(file, (DONE_ALREADY,)), board)
    _actions(sheet, early(file), board)
    _seals(sheet, file)
    return finish(sheet, cover, file, board)


def learning_version(file: CaseFile) -> int:
    """Rises with every change to an early action and with every return that comes in."""
    returned = (each for each in file.requests if each.returned)
    return sum(record.version for record in (*early(file), *returned))


def early(file: CaseFile) -> tuple[Action, ...]:
    """The actions that did not wait."""
    return tuple(action for action in file.actions if action.early)


def _words(sheet: Sheet, title: str, said: Iterable[Told], board: BoardSettings) -> None:
    sheet.heading(title)
    found = tuple(said)
    for each in found:
        sheet.paragraph(each.words, f"**{agency_words(each.agency, board)}.**")
    if not found:
        sheet.paragraph("Nothing has been told yet.")


def _actions(sheet: Sheet, actions: tuple[Action, ...], board: BoardSettings) -> None:
    sheet.heading("Early actions, by post and day")
    if not actions:
        sheet.paragraph("None yet.")
        return
    sheet.add(*table(_COLUMNS, [_row(sheet, each, board) for each in actions]))


def _seals(sheet: Sheet, file: CaseFile) -> None:
    """The version of each action that is printed, as the journal sealed it."""
    if actions := early(file):
        rows = [(f"A-{each.number}", seal(file, each.id)[1]) for each in actions]
        sheet.add(*pairs((("Action", seal(file, "")[0]), *rows)))


def _row(sheet: Sheet, action: Action, board: BoardSettings) -> tuple[str, ...]:
    return (
        f"A-{action.number}",
        f"{agency_words(action.agency, board)}: {sheet.cell(action.owner)}",
        sheet.cell(action.action),
        sheet.cell(action.intended),
        by(action.due),
        action.state.label,
    )
