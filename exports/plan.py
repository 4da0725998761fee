"""The action plan (X-11): counts on top, the key to its colours, then each recommendation with its actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from exports.layout import NOT_SAID, Cover, Sheet, agency_words, begin, finish, table
from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import by, shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.rules.progress import is_overdue
from sscb_tui.domain.rules.rag import KEY, progress_of, rag
from sscb_tui.domain.terms import Rag

RUNGS = ("none", "said", "issued", "reached", "understood", "practised", "felt by children", "outcome held")
"""The ladder of evidence from nothing to an outcome that held."""
_COLUMNS = ("No", "Agency and post", "Action", "Outcome and measure", "Due", "State", "RAG", "Evidence", "Latest")


def plan(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The plan on that day; owners by post, never by name."""
    cover = Cover("Action plan", f"As at {shown(on.date())}", plan_version(file))
    sheet = begin(cover, file, board, on)
    _counts(sheet, file.actions, on.date())
    for each in file.recommendations:
        actions = [action for action in file.actions if each.id in action.carries_out]
        _recommendation(sheet, each, actions, board, on.date(), _answered(file, each))
    _early(sheet, file, board, on.date())
    if not file.recommendations and not file.actions:
        sheet.heading("Recommendations")
        sheet.paragraph("None yet.")
    return finish(sheet, cover, file, board)


def plan_version(file: CaseFile) -> int:
    """Rises with every change to a recommendation or an action."""
    return sum(record.version for record in (*file.recommendations, *file.actions))


def _counts(sheet: Sheet, actions: Sequence[Action], today: date) -> None:
    sheet.heading("Count, and key to the colours")
    found = Counter(rag(progress_of(action), today) for action in actions)
    rows = [(_letter(colour), str(found[colour]), meaning) for colour, meaning in KEY.items()]
    sheet.add(*table(("Colour", "Actions", "Meaning"), rows))
    late = sum(is_overdue(action.state, action.due, today) for action in actions)
    sheet.paragraph(f"{len(actions)} in all, {late} overdue.", "**Actions:**")


def _letter(colour: Rag) -> str:
    """Letter and word: the colour itself is never needed."""
    return f"**{colour.letter}** {colour.label}"


def _recommendation(
    sheet: Sheet, each: Recommendation, actions: Sequence[Action], board: BoardSettings, today: date, answered: str
) -> None:
    sheet.heading(f"Recommendation R-{each.number}")
    sheet.paragraph(each.text)
    level = each.level.label.replace(" ", "-")
    words = "; ".join((each.origin.label, level, ", ".join(each.themes) or "no theme named"))
    sheet.paragraph(f"{words}.", "**Origin, level and themes:**")
    if said := each.response or answered:
        sheet.paragraph(said, "**The Board's answer.**")
    _table(sheet, actions, board, today)


def _answered(file: CaseFile, each: Recommendation) -> str:
    """What the Board answered when its review reported (F15.03)."""
    answer = file.review.answer_to(f"R-{each.number}") if file.review else None
    return f"{answer.accepted.label.capitalize()}: {answer.reason}" if answer else ""


def _early(sheet: Sheet, file: CaseFile, board: BoardSettings, today: date) -> None:
    """Actions begun before any recommendation stood: lessons are not kept waiting."""
    placed = {each.id for each in file.recommendations}
    loose = [action for action in file.actions if not placed & set(action.carries_out)]
    if loose:
        sheet.heading("Early actions")
        _table(sheet, loose, board, today)


def _table(sheet: Sheet, actions: Sequence[Action], board: BoardSettings, today: date) -> None:
    if not actions:
        sheet.paragraph("No action has been agreed.")
        return
    sheet.add(*table(_COLUMNS, [_action(sheet, action, board, today) for action in actions]))


def _action(sheet: Sheet, action: Action, board: BoardSettings, today: date) -> tuple[str, ...]:
    outcome = f"{action.intended} ({action.measure})" if action.measure else action.intended
    rung = max((item.rung for item in action.evidence), default=0)
    latest = action.updates[-1] if action.updates else None
    return (
        f"A-{action.number}",
        f"{agency_words(action.agency, board)}: {sheet.cell(action.owner)}",
        sheet.cell(action.action),
        sheet.cell(outcome),
        _due(action),
        action.state.label,
        _letter(rag(progress_of(action), today)),
        f"{rung} {RUNGS[rung]}",
        f"{shown(latest.at.date())}: {sheet.cell(latest.note)}" if latest else NOT_SAID,
    )


def _due(action: Action) -> str:
    """The date that binds, and the date first agreed where it has moved."""
    first = f" (first {shown(action.moves[0].was)})" if action.moves else ""
    return by(action.due) + first
