"""A passage where it stands: the whole answer, the lines of the minutes around it, the rows before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.evidence import of_row, stands_in
from sscb_tui.domain.merge import entries
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.template import people, questions

if TYPE_CHECKING:
    from sscb_tui.domain.decision import Evidence
    from sscb_tui.domain.file import CaseFile

AROUND = 3
"""Lines or rows shown on either side of the one cited."""
NOT_HELD = "These are the words that were cited; their source is not held here."


@dataclass(frozen=True, slots=True)
class InContext:
    """The cited words between what stands before and after them in their source, without names."""

    where: str
    before: str
    words: str
    after: str


def in_context(evidence: Evidence, file: CaseFile) -> InContext:
    """Where a passage stands and what stands around it; what cannot be found again says so."""
    find = {"minutes": _minutes, "chronology": _chronology, "return": _return}.get(evidence.source, _told)
    found = find(evidence, file) or InContext(evidence.ref, "", evidence.quote, NOT_HELD)
    masked = names_of(file).masked
    return InContext(masked(found.where), masked(found.before), masked(found.words), masked(found.after))


def _minutes(evidence: Evidence, file: CaseFile) -> InContext | None:
    lines = [line for line in file.lines if not line.struck]
    numbered = [at for at, line in enumerate(lines) if evidence.ref == f"minute {line.number}"]
    quoted = [at for at, line in enumerate(lines) if stands_in(evidence.quote, line.text)]
    return _among([f"{line.at:%H:%M}  {line.text}" for line in lines], numbered or quoted, f"Minutes, {evidence.ref}")


def _chronology(evidence: Evidence, file: CaseFile) -> InContext | None:
    held = entries(file)
    here = next((each for each in held if of_row(each, file).ref == evidence.ref), None)
    if here is None:
        return None
    rows = [each for each in held if each.document == here.document]
    said = [f"{each.row.on.text or '?'}  {each.row.event}" for each in rows]
    return _among(said, [rows.index(here)], f"Chronology, {evidence.ref}")


def _among(said: Sequence[str], places: Sequence[int], where: str) -> InContext | None:
    if not places:
        return None
    at = places[0]
    before, after = said[max(0, at - AROUND) : at], said[at + 1 : at + 1 + AROUND]
    return InContext(where, "\n".join(before), said[at], "\n".join(after))


def _return(evidence: Evidence, file: CaseFile) -> InContext | None:
    agency, _, question = evidence.ref.partition(" ")
    returned = next((each.returned for each in file.requests if each.agency == agency and each.returned), None)
    answer = returned.answer(question) if returned else None
    if answer is None or not answer.text.strip():
        return None
    asked = questions(people(file.case))
    label = next((each.label for each in asked if each.id == question), question)
    return _within(evidence, answer.text, f"{agency}, {label}")


def _told(evidence: Evidence, file: CaseFile) -> InContext | None:
    """The referral's account, or what the initial discussion relied on."""
    discussion = file.case.discussion
    text = {
        "referral": file.case.referral.what_happened,
        "discussion": discussion.facts_relied_on if discussion else "",
    }.get(evidence.source, "")
    return _within(evidence, text, f"The {evidence.source}") if text and stands_in(evidence.quote, text) else None


def _within(evidence: Evidence, text: str, where: str) -> InContext:
    """The quotation within the whole text; the whole is the passage where it was shortened."""
    at = text.find(evidence.quote)
    if at < 0:
        return InContext(where, "", text, "")
    end = at + len(evidence.quote)
    return InContext(where, text[:at].strip(), evidence.quote, text[end:].strip())
