"""A plan's groups: each recommendation with its answer, its actions and the key; then what stands under none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from exports.action_rows import COLUMNS, Printing, action_row, letter
from exports.layout import Sheet, table
from sscb_tui.domain.days import shown
from sscb_tui.domain.rules.progress import OPEN, is_overdue
from sscb_tui.domain.rules.rag import KEY, is_silent, progress_of, rag
from sscb_tui.domain.terms import Accepted, Gap, Level, Origin

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.review import Finding

_FINDING = re.compile(r"\bF-[1-9][0-9]*\b")
NO_ACTION = "No action has been agreed."
Rows = Callable[[Sequence["Action"], Printing], None]


def printing_of(file: CaseFile, board: BoardSettings, today: date) -> Printing:
    """What the rows of one case need."""
    given = Counter(each.number_given for each in file.actions if each.number_given)
    twice = frozenset(number for number, count in given.items() if count > 1)
    return Printing(board, today, {each.id: each for each in file.recommendations}, twice)


def counts(sheet: Sheet, files: Sequence[CaseFile], board: BoardSettings, today: date) -> None:
    """The count by colour with the key, and what a reader looks for first."""
    sheet.heading("Count, and key to the colours")
    actions = [action for file in files for action in file.actions]
    found = Counter(rag(progress_of(action), today) for action in actions)
    rows = [(letter(colour), str(found[colour]), meaning) for colour, meaning in KEY.items()]
    sheet.add(*table(("Colour", "Actions", "Meaning"), rows))
    late = sum(is_overdue(action.state, action.due, today) for action in actions)
    silent = sum(is_silent(progress_of(action), today) for action in actions)
    sheet.paragraph(f"{len(actions)} in all, {late} overdue, {silent} silent for a quarter.", "**Actions:**")
    if lacking := _lacking(files, board, today):
        sheet.paragraph(f"{lacking}.", "**Still lacking:**")


def _lacking(files: Sequence[CaseFile], board: BoardSettings, today: date) -> str:
    """How many actions lack what, of those that are still to be carried out."""
    found: Counter[Gap] = Counter()
    for file in files:
        printing = printing_of(file, board, today)
        found.update(gap for action in file.actions if action.state in OPEN for gap in printing.lacks(action))
    return ", ".join(f"{gap.label} {found[gap]}" for gap in Gap if found[gap])


def key_line(sheet: Sheet) -> None:
    """The key again, so that no page is without it: no two Boards define colours alike."""
    sheet.add("*Key:* " + "; ".join(f"{letter(colour)} {meaning}" for colour, meaning in KEY.items()) + ".")


def recommendation(
    sheet: Sheet, file: CaseFile, each: Recommendation, printing: Printing, rows: Rows, title: str = ""
) -> None:
    """One recommendation, as published, with the Board's answer and its actions."""
    sheet.heading(f"{title}Recommendation R-{each.number}")
    sheet.paragraph(each.text)
    sheet.paragraph(f"{_about(sheet, each)}.", "**Origin, level and themes:**")
    if said := answer(file, each):
        sheet.paragraph(said, "**The Board's answer.**")
    if again := printing.recommendations.get(each.reiterates or ""):
        why = each.why_not_before or "nobody has said yet why it did not work then"
        sheet.paragraph(why, f"**It says again what R-{again.number} said:**")
    rows([action for action in file.actions if each.id in action.carries_out], printing)


def _about(sheet: Sheet, each: Recommendation) -> str:
    """Origin, level and themes, and where it is known to whom it is addressed and what it was called elsewhere."""
    level = each.level.label.replace(" ", "-")
    asked = "the Board can ask a national body, not direct it" if each.level is Level.NATIONAL else ""
    parts = (
        "SCR" if each.origin is Origin.SCR else each.origin.label,
        level,
        asked,
        ", ".join(each.themes) or "no theme named",
        each.addressed_to and f"addressed to {each.addressed_to}",
        each.number_given and f"their number {each.number_given}",
        f"published {shown(each.locked_on)}" if each.locked_on else "",
    )
    return "; ".join(filter(None, parts))


def answer(file: CaseFile, each: Recommendation) -> str:
    """What the Board answered: to the review's report (F15.03), else on the tracker; one not accepted prints too."""
    reported = file.review.answer_to(f"R-{each.number}") if file.review else None
    if reported is not None:
        return _answered(reported.accepted, reported.reason)
    return _answered(each.accepted, each.response) if each.accepted else each.response


def _answered(accepted: Accepted, reason: str) -> str:
    word = accepted.label.capitalize()
    return f"{word}: {reason}" if reason.strip() else f"{word}; no reason is on record."


def unplaced(file: CaseFile) -> tuple[Action, ...]:
    """Actions that stand under no recommendation: lessons are not kept waiting for one."""
    placed = {each.id for each in file.recommendations}
    return tuple(action for action in file.actions if not placed & set(action.carries_out))


def open_findings(file: CaseFile) -> Iterator[Finding]:
    """What the report found and nothing on the tracker rests on."""
    rests = (*(each.rests_on for each in file.recommendations), *(each.rests_on for each in file.actions))
    cited = {found for words in rests for each in words for found in _FINDING.findall(each)}
    cited |= {found for each in file.recommendations for found in _FINDING.findall(each.finding)}
    return (each for each in (file.review.findings if file.review else ()) if f"F-{each.number}" not in cited)


def findings(sheet: Sheet, file: CaseFile, title: str = "") -> None:
    """Findings that led to no recommendation: each is a question that the Board answers, or has answered."""
    found = tuple(open_findings(file))
    if not found:
        return
    sheet.heading(f"{title}Findings without a recommendation")
    for each in found:
        sheet.paragraph(each.text, f"**F-{each.number}.**")
        said = file.review.answer_to(f"F-{each.number}") if file.review else None
        sheet.paragraph(
            _answered(said.accepted, said.reason) if said else "It has not answered yet.", "**The Board's answer.**"
        )


def action_table(sheet: Sheet, actions: Iterable[Action], printing: Printing) -> None:
    """The actions under one another, and the key below them."""
    rows = [action_row(sheet, action, printing) for action in actions]
    if not rows:
        sheet.paragraph(NO_ACTION)
        return
    sheet.add(*table(COLUMNS, rows))
    key_line(sheet)
