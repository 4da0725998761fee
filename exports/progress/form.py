"""What one agency is asked before a meeting: its open actions, what became of its last word, and room for the next."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from exports.entry import Entry
from exports.escape import cell, inline
from exports.form import question_lines
from exports.layout import NOT_SAID, WIDTH, pairs
from exports.letter import manager
from exports.markup import END
from exports.progress.marks import shielded
from exports.progress.questions import entries_of, who_entry
from exports.sheet import AGENCY, TOKEN
from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.evidence_wanted import next_asked
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.progress_round import ProgressReturn, ProgressRound
from sscb_tui.domain.rules.asking import last_said, what_became

VERSION_LABEL, VERSION = "Form version", "P-1"
Rows = Sequence[tuple[Action, CaseFile]]
"""The actions asked about, each with its case."""
_SAID = (
    "The Board's sub-committee asks each agency, before it meets, how far the actions are that it leads. What you "
    "write goes on the tracker in your words, with the day it arrives.",
    "Answer every action. One of which nothing is said is shown to the Board as silence, not as progress.",
    "You may say that an action is under way, done or blocked. That it is verified is for somebody else to say, on "
    "evidence; so say what shows it, and where that is kept.",
    "A date you propose moves nothing until it is approved. Give posts, not names, of staff.",
)
_HOW = (
    "Open this file in any editor. Put an x in a box to tick it: `[x]`. Write below each line `Answer:` as much as is "
    "needed. Leave our headings, boxes and tables as they are; words inside our tables are not read. If a line of your "
    "own must begin like one of our headings, put a backslash before it."
)


def form_of(asked: ProgressRound, rows: Rows, board: BoardSettings, answers: ProgressReturn | None) -> str:
    """Letter and form of one agency, blank or with its answers in place."""
    lines = [*_letter(asked, rows, board), "---", "", "# Progress form", "", *textwrap.wrap(_HOW, WIDTH), ""]
    lines += [*_head(asked), "", *_question(who_entry(answers))]
    for action, file in rows:
        lines += _action(action, file, asked)
        for entry in entries_of(action.number, answers.answer(action.number) if answers else None):
            lines += _question(entry)
    return "\n".join([*lines, f"## {END}"]) + "\n"


def _head(asked: ProgressRound) -> list[str]:
    head = ("Form", f"Progress return, {asked.agency}")
    return pairs((head, (TOKEN, asked.token), (AGENCY, asked.agency), (VERSION_LABEL, VERSION)))


def _letter(asked: ProgressRound, rows: Rows, board: BoardSettings) -> list[str]:
    agency = board.agency(asked.agency)
    name = agency.name_on(local_day(asked.asked_at)) if agency else asked.agency
    lead = f"{agency.lead}, {name}" if agency and agency.lead else f"The safeguarding lead, {name}"
    count = f"{len(rows)} action{'s' if len(rows) != 1 else ''}"
    table = (
        ("To", f"{cell(lead)} ({asked.agency})"),
        ("From", f"{cell(manager(board))}, {cell(board.name)}"),
        ("Asked", shown(local_day(asked.asked_at))),
        ("For the meeting of", shown(asked.meeting_on)),
        ("Answer by", f"**{shown(asked.due)}**"),
        ("Return to", "the Board's secure address, as a file"),
    )
    lines = [f"**{inline(board.marking)}**", "", f"# Progress asked of {inline(name)}: {count}", "", *pairs(table), ""]
    for number, text in enumerate(_SAID, start=1):
        lines += [*textwrap.wrap(f"{number}. {text}", WIDTH, subsequent_indent="   "), ""]
    return lines


def _question(entry: Entry) -> list[str]:
    """A question in the form's grammar; only its own first line may look like a heading of ours."""
    heading, *lines = question_lines(entry)
    return [heading, *map(shielded, lines)]


def _action(action: Action, file: CaseFile, asked: ProgressRound) -> list[str]:
    """What is asked about, and what the Board knows of it; people's words say nothing that identifies the family."""
    names, today = names_of(file), local_day(asked.asked_at)

    def said(text: str) -> str:
        return cell(names.masked(text)) or NOT_SAID

    above = next((f"R-{each.number}, " for each in file.recommendations if each.id == action.recommendation_id), "")
    rows = (
        ("What is asked about", f"{inline(file.case.pseudonym)}, {inline(file.case.reference)}"),
        ("Action", said(action.action)),
        ("Outcome wanted", said(action.intended)),
        ("How it is measured", said(action.measure)),
        ("Owner", said(action.owner)),
        ("Due", _due(action)),
        ("Last said", said(last_said(action))),
        ("What became of it", said(what_became(action, today))),
        ("Evidence asked for", next_asked(action.rung)),
    )
    return [f"## A-{action.number}, {above}{inline(file.case.pseudonym)}", "", *pairs(rows), ""]


def _due(action: Action) -> str:
    """The date that binds, and the one first agreed where it has moved."""
    if action.due is None:
        return "no date has been set"
    moved = action.first_due is not None and action.first_due != action.due
    return shown(action.due) + (f" (first {shown(action.first_due)})" if moved and action.first_due else "")
