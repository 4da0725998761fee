"""Lines of minutes as numbered paragraphs: the kind in a word, who spoke, corrections under what they correct."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.escape import inline
from exports.layout import Sheet, clock, moment
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.minuted import with_corrections
from sscb_tui.domain.terms import LineKind

_LEADS = {
    LineKind.FACT: "Agreed fact.",
    LineKind.ACTION: "ACTION.",
    LineKind.DISCREPANCY: "Difference.",
    LineKind.DISSENT: "Dissent.",
    LineKind.QUOTE: "Quoted.",
    LineKind.PARK: "Set aside.",
    LineKind.VIEW: "View.",
    LineKind.FINDING: "Finding.",
    LineKind.SAFETY: "Safety of a child.",
    LineKind.CORRECTION: "Correction.",
    LineKind.PIN: "Pinned.",
    LineKind.SETTLED: "Difference settled.",
    LineKind.CONSTRAINT: "Constraint.",
}
_NOT_WORDS = frozenset({LineKind.ITEM, LineKind.FLOOR})
"""Lines that time the meeting; their place in the paper is a heading, or nowhere."""


@dataclass(frozen=True, slots=True)
class Minuted:
    """A line in its place: the number its paragraph got, who spoke, and what corrected it."""

    number: str
    who: str
    line: MinuteLine
    corrections: tuple[MinuteLine, ...] = ()

    @classmethod
    def write(
        cls, sheet: Sheet, line: MinuteLine, corrections: tuple[MinuteLine, ...], board: BoardSettings
    ) -> Minuted:
        """Put the line and its corrections on the paper."""
        agency = board.agency(line.agency) if line.agency else None
        who = inline(agency.name_on(line.at.date()) if agency else line.agency or "")
        number = sheet.paragraph(line.text, " ".join((f"*{clock(line.at)}*", *_lead(sheet, line, who))))
        for each in corrections:
            sheet.box(f"Corrected {moment(each.at)}, by {inline(each.by)}", each.text)
        return cls(number, who, line, corrections)


def _lead(sheet: Sheet, line: MinuteLine, who: str) -> tuple[str, ...]:
    kind = f"**{_LEADS[line.kind]}**" if line.kind in _LEADS else ""
    where = f"({sheet.inline(line.source)})" if line.source else ""
    return tuple(part for part in (kind, f"**{who}:**" if who else "", where) if part)


def minuted(lines: Iterable[MinuteLine]) -> tuple[tuple[MinuteLine, tuple[MinuteLine, ...]], ...]:
    """The lines that stand in the paper, each with its corrections; struck lines stay in the record only."""
    return with_corrections(line for line in lines if not line.struck and line.kind not in _NOT_WORDS)
