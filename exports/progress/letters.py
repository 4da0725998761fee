"""Letters to an agency that has not answered about its actions: drafted from the record, and never sent by it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import datetime

from exports.escape import cell, inline
from exports.layout import NOT_SAID, WIDTH, agency_words, moment, pairs, table
from exports.letter import manager
from exports.progress.form import Rows
from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.progress_round import ProgressRound
from sscb_tui.domain.rules.asking import last_said, what_became
from sscb_tui.domain.rules.progress import is_overdue
from sscb_tui.domain.rules.silence import working_days_late
from sscb_tui.domain.terms import Letter

_TITLES = {
    Letter.OWNER: "Reminder: progress on your actions",
    Letter.SENIOR: "Progress not reported: for the senior officer",
    Letter.CHIEF: "Progress not reported: from the Independent Chair to the chief officer",
    Letter.BOARD: "Challenge log: an agency that has not answered twice",
}
_SAID = {
    Letter.OWNER: (
        "You were asked how far the actions below are. Nothing has come back. The form is attached again; it takes a "
        "tick and a sentence for each action.",
        "If something stands in the way, say so: the Board would rather know that an action is blocked than guess.",
    ),
    Letter.SENIOR: (
        "The owners of the actions below were asked for their progress and reminded, and have not answered. As the "
        "officer who answers for these actions in your agency, please see that the form comes back.",
        "Until it does, the Board is shown that nothing was said. It is not shown as progress.",
    ),
    Letter.CHIEF: (
        "Your agency agreed to the actions below after a child came to serious harm or died. Its owners and its senior "
        "officer have been asked what was done, and have not answered.",
        "I ask that you answer before the meeting. Board partners co-operate in the operation of the Board (Children "
        "Act 2004, s.13(7)), and monitoring what they do to safeguard children is one of its functions (LSCB "
        "Regulations 2006, reg 5(1)(c)).",
    ),
    Letter.BOARD: (
        "The agency has not answered before two meetings in a row. For the Board to enter as a challenge, with the "
        "answer it asks for.",
    ),
}


def letter_of(
    letter: Letter,
    asked: ProgressRound,
    rows: Rows,
    before: Sequence[ProgressRound],
    board: BoardSettings,
    on: datetime,
) -> str:
    """One letter, or the entry for the Board's challenge log; a draft until somebody sends it."""
    lines = [
        f"**{inline(board.marking)}**",
        "",
        f"# {_TITLES[letter]}",
        "",
        *pairs(_cover(letter, asked, rows, board, on)),
    ]
    lines.append("")
    for number, text in enumerate(_SAID[letter], start=1):
        lines += [*textwrap.wrap(f"{number}. {text}", WIDTH, subsequent_indent="   "), ""]
    lines += [*_rows(rows, on), ""]
    if letter is Letter.BOARD:
        lines += [*_history(asked, before), "", *pairs(_challenge()), ""]
    else:
        lines += [*pairs(_signed(letter, board)), ""]
    return "\n".join(lines)


def _cover(
    letter: Letter, asked: ProgressRound, rows: Rows, board: BoardSettings, on: datetime
) -> list[tuple[str, str]]:
    late = working_days_late(asked, on.date())
    return [
        ("Status", "DRAFT: this program sends nothing"),
        ("To", _addressee(letter, asked, rows, board, on)),
        ("From", _sender(letter, board)),
        ("Asked", shown(local_day(asked.asked_at))),
        ("Answer was due", f"{shown(asked.due)}, {late} working day{'s' if late != 1 else ''} ago"),
        ("For the meeting of", shown(asked.meeting_on)),
        ("Drafted", moment(on)),
    ]


def _addressee(letter: Letter, asked: ProgressRound, rows: Rows, board: BoardSettings, on: datetime) -> str:
    agency, name = board.agency(asked.agency), agency_words(asked.agency, board, on)
    if letter is Letter.OWNER:
        posts = dict.fromkeys(names_of(file).masked(action.owner).strip() for action, file in rows)
        return f"{cell('; '.join(filter(None, posts)) or 'The owners')}, {name}"
    if letter is Letter.SENIOR:
        return f"{cell(agency.lead if agency and agency.lead else 'The senior officer for safeguarding')}, {name}"
    return f"The chief officer, {name}" if letter is Letter.CHIEF else f"The Board, about {name}"


def _sender(letter: Letter, board: BoardSettings) -> str:
    by = "The Independent Chair" if letter is Letter.CHIEF else manager(board)
    return f"{cell(by)}, {cell(board.name)}"


def _rows(rows: Rows, on: datetime) -> list[str]:
    """The actions nothing was said of: for a letter, the number, the date and the last word."""
    head = ("No", "Case", "Action", "Due", "Last said", "What became of it")
    return table(head, [_row(*each, on) for each in rows])


def _row(action: Action, file: CaseFile, on: datetime) -> tuple[str, ...]:
    names, today = names_of(file), on.date()
    late = action.due is not None and is_overdue(action.state, action.due, today)
    due = shown(action.due) if action.due else "no date"
    said = (action.action, last_said(action), what_became(action, today))
    what, last, became = (cell(names.masked(text)) or NOT_SAID for text in said)
    return (f"A-{action.number}", inline(file.case.pseudonym), what, f"{due}, overdue" if late else due, last, became)


def _history(asked: ProgressRound, before: Sequence[ProgressRound]) -> list[str]:
    head = ("Asked", "Answer due", "Meeting", "Answered")
    return table(
        head,
        [
            (
                shown(local_day(each.asked_at)),
                shown(each.due),
                shown(each.meeting_on),
                shown(local_day(each.receipts[0].at)) if each.receipts else "not at all",
            )
            for each in (*before, asked)
        ],
    )


def _challenge() -> list[tuple[str, str]]:
    return [
        ("Challenge", "Why were the Board's questions not answered, and who answers for these actions from now on?"),
        ("Answer asked for by", NOT_SAID),
        ("Entered by, minute", NOT_SAID),
        ("Answer", NOT_SAID),
        ("Outcome of the challenge", NOT_SAID),
    ]


def _signed(letter: Letter, board: BoardSettings) -> list[tuple[str, str]]:
    post = f"Independent Chair, {inline(board.name)}" if letter is Letter.CHIEF else "Business Manager"
    return [("Signed", "______________________"), ("Post", post), ("Sent on, by", NOT_SAID)]
