"""Reads a filled progress form whole or not at all; every problem is listed by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import ValidationError

from exports.entry import Entry
from exports.markup import alike, cells, fold
from exports.preface import entry
from exports.progress.form import VERSION, VERSION_LABEL
from exports.progress.marks import question_at, revealed
from exports.progress.questions import (
    COMPLETED,
    DAY,
    INTENDED,
    KIND,
    NEW_DATE,
    POST,
    REACHED,
    WHERE,
    WHO,
    questions_of,
)
from exports.sheet import AGENCY, TOKEN, Findings, Slice
from sscb_tui.domain.days import ALLOWED_FORMS, exact
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.progress_round import EvidenceGiven, ProgressAnswer, ProgressReturn
from sscb_tui.domain.template.model import Question
from sscb_tui.domain.terms import ActionState

Entries = Mapping[str, Entry]
_SHAPES = {
    TOKEN: (re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}"), "as issued, for example 7K3M-Q2XZ"),
    AGENCY: (re.compile(r"[A-Z][A-Z0-9_-]{1,15}"), "as issued, for example POL"),
    VERSION_LABEL: (re.compile(re.escape(VERSION)), VERSION),
}
_TICK_OR_WORDS = "words below the line Answer:"


def read_progress(text: str) -> ProgressReturn:
    """The return, or InputError with everything that is wrong with it."""
    findings = Findings()
    lines = alike(text.removeprefix("\ufeff")).split("\n")
    header, slices = _header(lines), tuple(_slices(lines, findings))
    _judge_header(header, findings)
    entries = _entries(slices, findings)
    completed = _who(entries, findings)
    answers = tuple(_answers(entries, findings))
    if not answers and not findings.problems:
        findings.add("the form", "answers none of its actions", "at least one action answered")
    findings.refuse()
    return _assembled(header, entries, completed, answers)


def _header(lines: list[str]) -> dict[str, str]:
    """The labelled rows above the first question, the first of each label."""
    found: dict[str, str] = {}
    known = {fold(label): label for label in _SHAPES}
    for line in lines:
        if question_at(line) is not None:
            break
        row = cells(line) if line.lstrip().startswith("|") else ()
        if len(row) == 2 and (label := known.get(fold(row[0]))):
            found.setdefault(label, row[1])
    return found


def _judge_header(header: Mapping[str, str], findings: Findings) -> None:
    for label, (shape, allowed) in _SHAPES.items():
        if label not in header:
            findings.add(label, "is missing from the table at the head of the form; put it back", allowed)
        elif not shape.fullmatch(header[label]):
            findings.add(label, f"{header[label][:40]!r} is not what was issued", allowed)


def _slices(lines: list[str], findings: Findings) -> Iterator[Slice]:
    """The form cut at our headings; words under a heading that asks nothing would be lost, and are told."""
    marks = [(number, mark) for number, line in enumerate(lines) if (mark := question_at(line)) is not None]
    ends = [number for number, _ in marks[1:]] + [len(lines)]
    for (number, mark), end in zip(marks, ends, strict=bool(marks)):
        below = tuple(map(revealed, lines[number + 1 : end]))
        if mark:
            yield Slice(mark, number + 1, below)
        elif any(line.strip() and not line.lstrip().startswith("|") for line in below):
            what = "words below this heading belong to no question; move them below an answer"
            findings.add("the form", what, line=number + 1)


def _entries(slices: tuple[Slice, ...], findings: Findings) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for part in slices:
        question = _known(part.question)
        if question is None or part.question in entries:
            what = "no question has that number" if question is None else "this question stands twice"
            findings.add(part.question, what, "put a backslash before a heading of your own", line=part.line)
        else:
            entries[part.question] = entry(question, part, findings)
    return entries


def _known(number: str) -> Question | None:
    """The question under a number, if the form has it."""
    if number == WHO.id:
        return WHO
    action, _, place = number.removeprefix("A-").partition(".")
    if not action.isdigit() or int(action) < 1:
        return None
    return next((each for each in questions_of(int(action)) if each.id == f"A-{int(action)}.{place}"), None)


def _who(entries: Entries, findings: Findings) -> date | None:
    who = entries.get(WHO.id)
    if who is None:
        findings.add(WHO.id, "the question is missing; put its heading back")
        return None
    if not who.fields.get(POST, "").strip():
        findings.add(WHO.id, f'"{POST}:" is empty', "the post that answers", line=who.line)
    return _day(who, COMPLETED, findings)


def _day(held: Entry, label: str, findings: Findings) -> date | None:
    said = held.fields.get(label, "")
    found = exact(said)
    if found is None:
        what = f'"{label}:" {said[:40]!r} is not a day in full' if said.strip() else f'"{label}:" is empty'
        findings.add(held.question.id, what, ALLOWED_FORMS, line=held.line)
    return found


def _answers(entries: Entries, findings: Findings) -> Iterator[ProgressAnswer]:
    numbers = dict.fromkeys(int(each.removeprefix("A-").partition(".")[0]) for each in entries if each != WHO.id)
    for number in numbers:
        asked = [question.id for question in questions_of(number)]
        if missing := [each for each in asked if each not in entries]:
            findings.add(", ".join(missing), "the question is missing; put its heading back")
            continue
        answer = _answer(number, [entries[each] for each in asked], findings)
        if answer is not None:
            yield answer


def _answer(number: int, held: list[Entry], findings: Findings) -> ProgressAnswer | None:
    """What was said of one action; None where nothing was, which is silence and is shown as such."""
    state, note, evidence, moved = held
    if not any(each.choices or each.words.strip() or any(each.fields.values()) for each in held):
        return None
    before = len(findings.problems)
    if not note.words.strip():
        findings.add(note.question.id, "something is ticked or given, and nothing said", _TICK_OR_WORDS, line=note.line)
    given = _evidence(evidence, findings)
    proposed = _day(moved, NEW_DATE, findings) if moved.fields.get(NEW_DATE, "").strip() else None
    if bool(proposed) != bool(moved.words.strip()):
        findings.add(
            moved.question.id, "another date needs the date and its reason", "both, or neither", line=moved.line
        )
    if len(findings.problems) > before:
        return None
    return ProgressAnswer(
        number=number,
        state=ActionState(state.choices[0]) if state.choices else None,
        note=note.words,
        evidence=given,
        proposed=proposed,
        reason=moved.words,
    )


def _evidence(held: Entry, findings: Findings) -> EvidenceGiven | None:
    """Evidence is whole or none: its kind, its day, what it shows and what it says."""
    if not (held.choices or held.words.strip() or any(held.fields.values())):
        return None
    before = len(findings.problems)
    lacking = [label for label in (KIND,) if not held.fields.get(label, "").strip()]
    lacking += ["a tick for what it shows"] * (not held.choices) + ["words below Answer:"] * (not held.words.strip())
    if lacking:
        findings.add(held.question.id, f"the evidence lacks {', '.join(lacking)}", "all, or none", line=held.line)
    on = _day(held, DAY, findings)
    reached, intended = (_count(held, label, findings) for label in (REACHED, INTENDED))
    if (reached is None) != (intended is None):
        findings.add(held.question.id, f'"{REACHED}" and "{INTENDED}" go together', "both, or neither", line=held.line)
    if len(findings.problems) > before or on is None:
        return None
    where = held.fields.get(WHERE, "")
    return EvidenceGiven(
        on=on,
        kind=held.fields[KIND],
        rung=int(held.choices[0]),
        note=held.words,
        where=where,
        reached=reached,
        intended=intended,
    )


def _count(held: Entry, label: str, findings: Findings) -> int | None:
    said = held.fields.get(label, "").strip()
    if not said:
        return None
    least = 1 if label == INTENDED else 0
    if not (said.isascii() and said.isdigit() and least <= int(said) <= 1_000_000):
        findings.add(held.question.id, f'"{label}:" {said[:40]!r} is not a number', f"from {least}", line=held.line)
        return None
    return int(said)


def _assembled(
    header: Mapping[str, str], entries: Entries, completed: date | None, answers: tuple[ProgressAnswer, ...]
) -> ProgressReturn:
    try:
        return ProgressReturn.model_validate(
            {
                "token": header[TOKEN],
                "agency": header[AGENCY],
                "post": entries[WHO.id].fields[POST],
                "completed_on": completed,
                "answers": answers,
            }
        )
    except ValidationError as error:
        found = [Problem(".".join(map(str, each["loc"])), each["msg"]) for each in error.errors()]
        raise InputError(found) from error
