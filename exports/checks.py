"""What makes a return complete and consistent (F4): every check names the question and the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from exports.entry import Entry
from exports.markup import fold
from exports.sheet import Findings
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.days import ALLOWED_FORMS, exact, shown
from sscb_tui.domain.template import Question, Version

Entries = Mapping[str, Entry]
Rows = tuple[tuple[int, ChronologyRow], ...]
_CITES = re.compile(r"\b(?:F4\.)?(?P<question>G[0-9])\b|\brows?\s+(?P<row>[0-9]{1,6})", re.IGNORECASE)
_MUST_FIELDS = (("F4.A2", "Name"), ("F4.A3", "Name"), ("F4.M1", "Signed by"))
_GROUNDS = ("F4.G4", "F4.G5")
"""What a concern may rest on beside a row of the chronology."""
_HOLDS = ("known_open", "known_closed")


def is_nil(entries: Entries) -> bool:
    """Searched and not known (F4.A7)."""
    return "F4.A7" in entries and entries["F4.A7"].choices == ("yes",)


def complete(asked: tuple[Question, ...], entries: Entries, rows: Rows, findings: Findings) -> None:
    """Every required question is answered; a nil return owes only what F4.A7 says."""
    nil = is_nil(entries)
    for question in asked:
        entry = entries.get(question.id)
        owed = question.required and (question.nil_too or not nil)
        if entry is None and owed:
            findings.add(question.number, f'the question "{question.label}" is missing; put its heading back')
        elif entry is not None and owed and not _answered(entry, rows):
            findings.add(question.number, f"{question.label}: not answered", _how(question), line=entry.line)


def _answered(entry: Entry, rows: Rows) -> bool:
    match entry.question.id:
        case "F4.A2":
            return bool(entry.choices)
        case "F4.A3" | "F4.M1":
            return True  # their labelled lines are checked one by one
        case "F4.D1":
            return entry.answered or bool(rows)
    return entry.answered


def _how(question: Question) -> str:
    ways = ["one tick" if question.choices else "", "words" if question.kind == "words" else ""]
    ways += ["rows in the table" if question.kind == "table" else "", "a reason for no answer"]
    return " or ".join(way for way in ways[: None if question.silences else -1] if way)


def header_fields(entries: Entries, findings: Findings) -> None:
    """Names that must stand, and that the approver is a second person (segregation of duties)."""
    for question, label in _MUST_FIELDS:
        if question in entries and not entries[question].fields.get(label, "").strip():
            findings.add(question, f'"{label}:" is empty', line=entries[question].line)
    author = field(entries, "F4.A2", "Name")
    for question, label in _MUST_FIELDS[1:]:
        if fold(author) and fold(field(entries, question, label)) == fold(author):
            what = f"{author} wrote the return and cannot approve it; a second person must"
            findings.add(question, what, line=entries[question].line)


def field(entries: Entries, question: str, label: str) -> str:
    """One labelled line; empty where it was left out."""
    return entries[question].fields.get(label, "") if question in entries else ""


def day(entries: Entries, question: str, label: str, findings: Findings) -> date | None:
    """A labelled line that must be a day in full."""
    said = field(entries, question, label)
    found = exact(said)
    if found is None and question in entries:
        what = f'"{label}:" {said[:40]!r} is not a day in full' if said.strip() else f'"{label}:" is empty'
        findings.add(question, what, ALLOWED_FORMS, line=entries[question].line)
    return found


def consistent(entries: Entries, rows: Rows, completed: date | None, findings: Findings, form: Version) -> None:
    """Checks across questions: events after the return, a nil return with holdings, a concern without its ground."""
    for line, row in rows:
        if completed and row.on.earliest and row.on.earliest > completed:
            what = f"{row.on.text} is after the return was completed ({shown(completed)})"
            findings.add("F4.D1 Date", what, line=line)
    if is_nil(entries) and _holds(entries, rows):
        what = "ticked as a nil return, yet people or events are known below"
        findings.add("F4.A7", what, line=entries["F4.A7"].line)
    if (joint := entries.get("F4.H3")) is not None and not is_nil(entries):
        _joint_working(joint, entries, rows, findings, form)


def _holds(entries: Entries, rows: Rows) -> bool:
    known = (entry for id, entry in entries.items() if id.startswith("F4.B1."))
    return bool(rows) or any(choice in _HOLDS for entry in known for choice in entry.choices)


def _joint_working(joint: Entry, entries: Entries, rows: Rows, findings: Findings, form: Version) -> None:
    """A concern cites a row of the chronology, F4.G4 or F4.G5; "definitively none" gives its evidence."""
    if joint.choices == ("definitively_none",) and not joint.words.strip():
        findings.add("F4.H3", '"definitively none" needs its evidence in words', line=joint.line)
    if joint.choices != ("concern",):
        return
    if not any(_stands(cited, entries, rows, form) for cited in _CITES.finditer(joint.words)) and not any(
        row.on.text.strip() and row.on.text in joint.words for _, row in rows
    ):
        what = "a concern must cite what it rests on, and that must be answered"
        allowed = ", ".join(("row 3 (of the chronology)", *map(form.number, _GROUNDS)))
        findings.add("F4.H3", what, allowed, line=joint.line)


def _stands(cited: re.Match[str], entries: Entries, rows: Rows, form: Version) -> bool:
    """Whether the thing cited is there: a row of that number, or words under that question."""
    if cited["row"]:
        return 1 <= int(cited["row"]) <= len(rows)
    question = form.ours(f"F4.{cited['question'].upper()}")
    ground = entries.get(question) if question in _GROUNDS else None
    return ground is not None and bool(ground.words.strip())
