"""The evidence on a criterion: passages pinned to it and those its finding cites, each once (F6.14, F7.03)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sscb_tui.domain.decision import Evidence, LimbFinding
from sscb_tui.domain.merge import entries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import MinuteLine
    from sscb_tui.domain.merge import Entry
    from sscb_tui.domain.terms import Fact

LEFT_OUT = re.compile(r"\s*(?:…|\[\.\.\.\]|\.\.\.)\s*")
"""How somebody who shortens a quotation shows it."""


def evidence_on(fact: Fact, file: CaseFile) -> tuple[Evidence, ...]:
    """What stands for, against or beside one criterion; a passage taken off again counts no longer, wherever cited."""
    findings = file.meeting.findings if file.meeting else ()
    pins = [pin for pin in file.pins if pin.fact is fact]
    gone = {_same(pin.evidence) for pin in pins if not pin.stands}
    cited = (
        each for finding in findings if finding.fact is fact for each in finding.evidence if _same(each) not in gone
    )
    return each_once((*cited, *(pin.evidence for pin in pins if pin.stands)))


def resting_on(finding: LimbFinding, file: CaseFile) -> LimbFinding:
    """The finding with all the evidence on its criterion: its own first, then what is cited or pinned besides."""
    gone = {_same(pin.evidence) for pin in file.pins if pin.fact is finding.fact and not pin.stands}
    own = (each for each in finding.evidence if _same(each) not in gone)
    return finding.but(evidence=each_once((*own, *evidence_on(finding.fact, file))))


def each_once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The same words from the same place bearing the same way count once, however they are spaced."""
    return tuple({_same(each): each for each in reversed(tuple(evidence))}.values())[::-1]


def tally(evidence: Iterable[Evidence]) -> tuple[int, int, int]:
    """How many passages speak for, how many against, how many give context."""
    bearing = [each.bearing for each in evidence]
    return bearing.count("for"), bearing.count("against"), bearing.count("context")


def stands_in(words: str, passage: str) -> bool:
    """Whether a quotation keeps to the passage: its parts in their order, an ellipsis for what is left out."""
    whole, place = _spaced(passage), 0
    parts = [_spaced(part) for part in LEFT_OUT.split(words)]
    if _spaced(words) in whole:
        return bool(words.strip())
    for part in filter(None, parts):
        place = whole.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return any(parts)


# Where passages come from


def of_return(agency: str, question: str, words: str) -> Evidence:
    """An agency's answer to a question of its return."""
    return Evidence(source="return", ref=f"{agency} {question}", quote=words)


def of_line(line: MinuteLine) -> Evidence:
    """A line of the minutes."""
    return Evidence(source="minutes", ref=f"minute {line.number}", quote=line.text)


def of_row(entry: Entry, file: CaseFile) -> Evidence:
    """A row of a chronology, found again by its number in the return or the file that holds it."""
    held = next((each.receipt.file for each in file.chronology_files if each.id == entry.document), "F4.D1")
    where = f"{entry.agency} {held} row {entry.place}"
    return Evidence(source="chronology", ref=where, quote=f"{entry.row.on.text or '?'}  {entry.row.event}")


def row_passages(file: CaseFile) -> dict[str, Evidence]:
    """Every row of every chronology as a passage, by the id that screens call it by."""
    return {entry.id: of_row(entry, file) for entry in entries(file)}


def agency_of(passage: Evidence) -> str | None:
    """Whose words a passage is; None for a minute or the referral."""
    return passage.ref.split(" ", 1)[0] if passage.source in ("return", "chronology") else None


def _same(evidence: Evidence) -> tuple[str, str, str, str]:
    return evidence.source, evidence.ref, _spaced(evidence.quote), evidence.bearing


def _spaced(text: str) -> str:
    return " ".join(text.split())
