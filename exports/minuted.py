"""Lines of minutes as numbered paragraphs: the kind in a word, who spoke, corrections under what they correct."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.escape import inline
from exports.layout import Sheet, clock
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.terms import LineKind

_LEADS = {
    LineKind.FACT: "Agreed fact.",
    LineKind.ACTION: "ACTION.",
    LineKind.DISCREPANCY: "Difference.",
    LineKind.DISSENT: "Dissent.",
    LineKind.QUOTE: "Quoted.",
    LineKind.PARK: "Outside this meeting's scope.",
    LineKind.VIEW: "View.",
    LineKind.FINDING: "Finding.",
    LineKind.SAFETY: "Safety of a child.",
    LineKind.CORRECTION: "Correction.",
}
_NOT_WORDS = frozenset({LineKind.ITEM, LineKind.FLOOR})
"""Lines that time the meeting; their place in the paper is a heading, or nowhere."""


@dataclass(frozen=True, slots=True)
class Minuted:
    """A line in its place: the number its paragraph got, and who spoke."""

    number: str
    who: str
    line: MinuteLine

    @classmethod
    def write(
        cls, sheet: Sheet, line: MinuteLine, corrections: tuple[MinuteLine, ...], board: BoardSettings
    ) -> Minuted:
        """Put the line and its corrections on the paper."""
        agency = board.agency(line.agency) if line.agency else None
        name = agency.name_on(line.at.date()) if agency else line.agency or ""
        who = inline(name)
        kind = _LEADS.get(line.kind, "")
        lead = " ".join(part for part in (f"**{kind}**" if kind else "", f"**{who}:**" if who else "") if part)
        number = sheet.paragraph(line.text, f"*{clock(line.at)}*" + (f" {lead}" if lead else ""))
        for correction in corrections:
            sheet.box(f"Corrected {clock(correction.at)} by {inline(correction.by)}", correction.text)
        return cls(number, who, line)


def minuted(lines: tuple[MinuteLine, ...]) -> Iterator[tuple[MinuteLine, tuple[MinuteLine, ...]]]:
    """The lines that stand in the paper, each with its corrections; struck lines stay in the record only."""
    standing = [line for line in lines if not line.struck and line.kind not in _NOT_WORDS]
    ids = {line.id for line in standing}
    for line in standing:
        if line.corrects in ids:
            continue
        yield line, tuple(each for each in standing if each.corrects == line.id)
