"""Writes the agency form (F4), blank or with answers in place; what is written reads back as the same bytes."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from exports.chronology import table
from exports.entry import ANSWER, NO_ANSWER, TICK_ALL, TICK_IF, TICK_ONE, Entry, because, entry_of
from exports.escape import inline
from exports.layout import WIDTH, pairs
from exports.markup import END, alike, oneline, shield
from exports.sheet import AGENCY, PEOPLE, REFERENCE, TOKEN, VERSION
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.days import shown
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from sscb_tui.domain.template import TEMPLATE_VERSION, Question, Section, sections, version
from sscb_tui.domain.terms import Silence

_HOW = (
    "Open this file in any editor. Put an x in a box to tick it: `[x]`. Write below each line `Answer:` as much as is "
    "needed; lists and tables are welcome. Nothing is left blank: where there is nothing to say, tick why. Leave our "
    "headings, boxes and the table below as they are. If a line of your own must begin like one of our headings, put "
    "a backslash before it."
)


def form(reference: str, request: AgencyRequest, people: tuple[str, ...], answers: AgencyReturn | None) -> list[str]:
    """The form's lines, from its title to its end."""
    on = version(answers.template if answers else TEMPLATE_VERSION)
    head = ("Form", f"Agency scoping template (F4), {request.agency}")
    rows = (
        (REFERENCE, reference),
        (TOKEN, request.token),
        (AGENCY, request.agency),
        (VERSION, on.name),
        (PEOPLE, str(len(people))),
    )
    lines = ["# Agency form", "", *textwrap.wrap(_HOW, WIDTH), "", *pairs((head, *rows)), ""]
    for section in sections(people, on):
        lines += _section(section, answers)
    return [*lines, f"## {END}"]


def _section(section: Section, answers: AgencyReturn | None) -> list[str]:
    lines = [f"## {section.heading}", ""]
    for question in section.questions:
        lines += _question(question, answers)
    return lines


def _question(question: Question, answers: AgencyReturn | None) -> list[str]:
    entry = Entry(question) if answers is None else _with_header(entry_of(question, answers), answers)
    return question_lines(entry, answers.chronology if answers else ())


def question_lines(entry: Entry, rows: tuple[ChronologyRow, ...] = ()) -> list[str]:
    """One question of a form with what was answered: heading, guidance, labelled lines, boxes, room for words."""
    question = entry.question
    lines = [f"### {question.number} {inline(question.label)}", ""]
    lines += [f"> {line}" for line in textwrap.wrap(question.guidance, WIDTH)] + [""]
    lines += _fields(entry) + _choices(entry) + _silences(entry)
    if not question.words:
        return lines
    return [*lines, ANSWER, "", *_answer(entry, rows), ""]


def _fields(entry: Entry) -> list[str]:
    if not entry.question.fields:
        return []
    return [*(f"- {label}: {entry.fields.get(label, '')}".rstrip(" ") for label in entry.question.fields), ""]


def _choices(entry: Entry) -> list[str]:
    question = entry.question
    if not question.choices:
        return []
    several = TICK_ALL if question.kind == "several" else TICK_ONE
    caption = TICK_IF if len(question.choices) == 1 else several
    return [caption, "", *(_box(each.value in entry.choices, each.label) for each in question.choices), ""]


def _silences(entry: Entry) -> list[str]:
    if not entry.question.silences:
        return []
    boxes = [_box(each is entry.silence, because(each) + _reason(each, entry)) for each in entry.question.silences]
    return [NO_ANSWER, "", *boxes, ""]


def _reason(silence: Silence, entry: Entry) -> str:
    reason = oneline(entry.reason) if silence is entry.silence is Silence.WITHHELD else ""
    return f" {reason}" if reason else ""


def _box(ticked: bool, label: str) -> str:
    return f"- [{'x' if ticked else ' '}] {label}"


def _answer(entry: Entry, rows: tuple[ChronologyRow, ...]) -> list[str]:
    if entry.question.kind == "table":
        return table(rows)
    words = alike(entry.words).split("\n")
    while words and not words[0].strip(" \t"):
        words.pop(0)
    while words and not words[-1].strip(" \t"):
        words.pop()
    return shield("\n".join(words)).split("\n")


def _with_header(entry: Entry, answers: AgencyReturn) -> Entry:
    """The questions whose answers the return keeps under names of their own."""
    choices, fields = _HEADED.get(entry.question.id, lambda _: (entry.choices, {}))(answers)
    return Entry(
        entry.question,
        choices=choices,
        silence=entry.silence,
        reason=entry.reason,
        fields={label: oneline(value) for label, value in fields.items()},
        words=entry.words,
    )


Headed = tuple[tuple[str, ...], Mapping[str, str]]


def _author(answers: AgencyReturn) -> Headed:
    return (answers.author_managed_case,), {"Name": answers.author, "Post": answers.author_post}


def _approver(answers: AgencyReturn) -> Headed:
    return (), {"Name": answers.approver, "Post": answers.approver_post}


def _completed(answers: AgencyReturn) -> Headed:
    return (), {"Date completed": shown(answers.completed_on)}


def _nil(answers: AgencyReturn) -> Headed:
    return ("yes" if answers.nil else "no",), {}


def _declared(answers: AgencyReturn) -> Headed:
    return (), {"Signed by": answers.declared_by, "Signed on": shown(answers.declared_on)}


_HEADED = {"F4.A2": _author, "F4.A3": _approver, "F4.A4": _completed, "F4.A7": _nil, "F4.M1": _declared}
