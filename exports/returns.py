"""Reads a filled agency form (F4) whole or not at all; every problem is listed by line.

Line ends are made alike and a byte order mark is dropped before reading; nothing else of an agency's words is
changed. A receipt's sha256 is of the bytes as they came, before that.
"""

from __future__ import annotations

import re
from datetime import date

from pydantic import ValidationError

from exports.checks import Entries, Rows, complete, consistent, day, field, header_fields, is_nil
from exports.chronology import read_table
from exports.entry import Entry
from exports.preface import entry
from exports.sheet import AGENCY, PEOPLE, REFERENCE, TOKEN, VERSION, CutForm, Findings, cut
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.scoping import AgencyReturn
from sscb_tui.domain.template import TEMPLATE_VERSION, VERSIONS, Question, Version, questions, version

_SHAPES = {
    REFERENCE: (re.compile(r"[A-Z]{2,8}/[0-9]{4}/[0-9]{3,}"), "as issued, for example SSCB/2026/004"),
    TOKEN: (re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}"), "as issued, for example 7K3M-Q2XZ"),
    AGENCY: (re.compile(r"[A-Z][A-Z0-9_-]{1,15}"), "as issued, for example POL"),
    VERSION: (re.compile("|".join(map(re.escape, VERSIONS))), " or ".join(VERSIONS)),
    PEOPLE: (re.compile(r"[1-9][0-9]?"), "a number"),
}
_DATED = (("F4.A4", "Date completed"), ("F4.M1", "Signed on"))


def read_return(text: str) -> AgencyReturn:
    """The return, or InputError with everything that is wrong with it."""
    sheet, findings = cut(text), Findings()
    _header(sheet, findings)
    form = _form(sheet, findings)
    asked = questions(("person",) * _people(sheet), form)
    entries = _entries(sheet, asked, findings)
    rows = read_table(entries["F4.D1"], findings) if "F4.D1" in entries else ()
    complete(asked, entries, rows, findings)
    header_fields(entries, findings)
    completed, signed = (day(entries, question, label, findings) for question, label in _DATED)
    consistent(entries, rows, completed, findings, form)
    findings.refuse()
    return _assembled(sheet, entries, rows, (completed, signed))


def _header(sheet: CutForm, findings: Findings) -> None:
    for label in _SHAPES:
        _shape(label, sheet, findings)
    for line in sheet.open_fences:
        findings.add(
            "the form", "a code fence opens here and is never closed", "close it with the same mark", line=line
        )
    for stray in sheet.strays:
        what = "words below this heading belong to no question; move them below an answer"
        findings.add("the form", what, line=stray.line)


def _shape(label: str, sheet: CutForm, findings: Findings) -> None:
    shape, allowed = _SHAPES[label]
    if label not in sheet.header:
        findings.add(label, "is missing from the table at the head of the form; put it back", allowed)
    elif not shape.fullmatch(sheet.header[label]):
        why = (
            "is a version of the form that this program does not know" if label == VERSION else "is not what was issued"
        )
        findings.add(label, f"{sheet.header[label][:40]!r} {why}", allowed)


def _form(sheet: CutForm, findings: Findings) -> Version:
    """The version of the form that came back; of one nobody knows nothing more can be judged."""
    named = sheet.header.get(VERSION, TEMPLATE_VERSION)
    if named not in VERSIONS:
        findings.refuse()
    return version(named)


def _people(sheet: CutForm) -> int:
    """How many people were asked about; what the form itself shows, where its head does not say."""
    count = sheet.header.get(PEOPLE, "")
    if _SHAPES[PEOPLE][0].fullmatch(count):
        return int(count)
    return max(1, sum(part.question.startswith("F4.B1.P") for part in sheet.slices))


def _entries(sheet: CutForm, asked: tuple[Question, ...], findings: Findings) -> dict[str, Entry]:
    known = {question.number: question for question in asked}
    entries: dict[str, Entry] = {}
    for part in sheet.slices:
        question = known.get(part.question)
        if question is None:
            what = "no question of this form has that number"
            findings.add(part.question, what, "put a backslash before a heading of your own", line=part.line)
        elif question.id in entries:
            what = f"this question stands twice, first on line {entries[question.id].line}"
            findings.add(part.question, what, "put a backslash before a heading of your own", line=part.line)
        else:
            entries[question.id] = entry(question, part, findings)
    return entries


def _assembled(sheet: CutForm, entries: Entries, rows: Rows, days: tuple[date | None, date | None]) -> AgencyReturn:
    answers = (each.answer for each in entries.values())
    try:
        return AgencyReturn.model_validate(
            {
                "case_reference": sheet.header[REFERENCE],
                "token": sheet.header[TOKEN],
                "agency": sheet.header[AGENCY],
                "template": sheet.header[VERSION],
                "author": field(entries, "F4.A2", "Name"),
                "author_post": field(entries, "F4.A2", "Post"),
                "author_managed_case": entries["F4.A2"].choices[0],
                "approver": field(entries, "F4.A3", "Name"),
                "approver_post": field(entries, "F4.A3", "Post"),
                "completed_on": days[0],
                "nil": is_nil(entries),
                "answers": tuple(answer for answer in answers if answer is not None),
                "chronology": tuple(row for _, row in rows),
                "declared_by": field(entries, "F4.M1", "Signed by"),
                "declared_on": days[1],
            }
        )
    except ValidationError as error:
        found = [Problem(".".join(map(str, each["loc"])), each["msg"]) for each in error.errors()]
        raise InputError(found) from error
