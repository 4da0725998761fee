"""Differences between accounts (F6.11): who says what, how it was settled, or who will check by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exports.boxes import ticked_words
from exports.escape import inline
from exports.layout import Sheet, agency_words, moment
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.differences import REFERRAL, Saying, differences
from sscb_tui.domain.differences.settling import settled_by, state_of
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import DifferenceKind, DifferenceState, LineKind

_TICKED = re.compile(r"\[([a-z_, ]+)\]")
HEADED = {
    DifferenceState.OPEN: "Open",
    DifferenceState.CHECKING: "Being checked",
    DifferenceState.SETTLED: "Settled",
}


def accounts(sheet: Sheet, file: CaseFile, board: BoardSettings) -> Mapping[tuple[Saying, ...], str]:
    """Every difference found between the returns, the open ones first, then what the meeting noted itself.

    Answers the number each got, by its passages, so that a question about it need not print them again.
    """
    numbers: dict[tuple[Saying, ...], str] = {}
    found = [(each, settled_by(each, file)) for each in differences(file, board)]
    for state, title in HEADED.items():
        standing = [(each, answer) for each, answer in found if state_of(answer) is state]
        for each, answer in standing:
            numbers[each.sayings] = sheet.paragraph(f"{each.what}.", f"{state.glyph} **{title}, {each.kind.label}.**")
            sheet.add(*sayings(sheet, each.sayings, board))
            if each.kind is DifferenceKind.IDENTITY:
                sheet.add("*What identifies the family is hidden here; compare the returns themselves.*")
            if answer is not None:
                sheet.paragraph(_answer(answer), f"**{_how(answer)}**")
    noted = _noted(file, {each.id for each, _ in found})
    for what, lead in noted:
        sheet.paragraph(what, lead)
    if not found and not noted:
        sheet.paragraph("None.")
    return numbers


def sayings(sheet: Sheet, said: Iterable[Saying], board: BoardSettings) -> tuple[str, ...]:
    """Who says what, in their own words, and where it stands."""
    return tuple(f"- {_who(each, board)}: {_words(sheet, each)}" for each in said)


def _words(sheet: Sheet, said: Saying) -> str:
    """A passage in quotation marks, what was only ticked outside of them."""
    words = said.words
    ticked = _TICKED.match(words)
    if ticked is None:
        return f"“{sheet.inline(words)}”"
    rest = words[ticked.end() :].strip()
    box = f"ticked “{inline(ticked_words(said.where, ticked[1]))}”"
    return f"{box}, “{sheet.inline(rest)}”" if rest else box


def _who(said: Saying, board: BoardSettings) -> str:
    return "the referral" if said.agency == REFERRAL else f"{agency_words(said.agency, board)} ({said.where})"


def _how(answer: Settlement) -> str:
    return "How it was settled:" if answer.settled.strip() else "To be checked by:"


def _answer(answer: Settlement) -> str:
    if answer.settled.strip():
        return f"{answer.settled} ({answer.by}, {moment(answer.at)})"
    return f"{answer.owner}, by {shown(answer.due)}." if answer.due else f"{answer.owner}."


def _noted(file: CaseFile, found: set[str]) -> list[tuple[str, str]]:
    """Answers to differences that the returns no longer show, and differences people heard in the room."""
    answers = {each.difference: each for each in file.settlements if each.difference not in found}
    rows = [(f"{each.what}. {_how(each)} {_answer(each)}", "**Answered earlier.**") for each in answers.values()]
    held = {each.id for each in file.settlements}
    heard = (line for line in file.lines if line.kind is LineKind.DISCREPANCY and not line.struck)
    return rows + [(line.text, f"**Noted in the room.** {_checks(line)}") for line in heard if line.refers not in held]


def _checks(line: MinuteLine) -> str:
    """Who will check, by when; silence about either is said."""
    who = line.owner or "nobody named yet"
    return f"To be checked by {who}, {f'by {shown(line.due)}' if line.due else 'day not stated'}:"
