"""The learning section of the annual report (X-16, F16): counts under the small-number rule, and claims that cite.

Children Act 2004 s.14A and the guidance on it ask for the learning from reviews and what it changed. It is public: only
published reviews are named, by pseudonym, and nothing is claimed without the entry that shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from exports.counted import public_count, public_cross, public_decisions, public_table
from exports.escape import cell, inline
from exports.layout import NOT_SAID, Cover, Masks, Nobody, Sheet, closed, masthead, table
from exports.outward import outward
from sscb_tui.domain.days import shown
from sscb_tui.domain.rules.annual import year_of
from sscb_tui.domain.small_numbers import MEANING, alone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.views.annual import AnnualFigures, Claim

TITLE = "Annual report: learning from reviews"
_TO_WRITE = "______________________________ (to be written by the Board)"


def annual(found: AnnualFigures, files: Sequence[CaseFile], board: BoardSettings, on: datetime) -> str:
    """The section; `files` are the cases whose words it prints, so that nobody can be known by them."""
    cover = Cover(TITLE, f"As at {shown(on.date())}", found.total, marking="")
    sheet = Sheet(Nobody())
    masthead(sheet, cover, (("Year", f"{year_of(found.year_end)}, to {shown(found.year_end)}"),), board, on)
    _counts(sheet, found)
    _reviews(sheet, found)
    _learned(sheet, found)
    _actions(sheet, found)
    _changed(sheet, found, {file.case.id: outward(file, board, agencies=False) for file in files})
    return closed(sheet, cover, (inline(board.short_name), year_of(found.year_end)), board)


def _counts(sheet: Sheet, found: AnnualFigures) -> None:
    """F16.01 and F16.02."""
    sheet.heading("Cases of the year")
    sheet.paragraph(MEANING, "**Small numbers:**")
    sheet.paragraph(f"{alone(found.referred.of)} in all.", "**Referred:**")
    public_table(sheet, found.referred, "Cases")
    sheet.paragraph(f"{public_count(found.scoped, found.referred.of)} of them.", "**Scoped with the agencies:**")
    public_decisions(sheet, found.decisions, found.referred.of)


def _reviews(sheet: Sheet, found: AnnualFigures) -> None:
    """F16.03: none is named before it is published."""
    sheet.heading("Reviews")
    sheet.paragraph(f"{alone(found.started)} in number.", "**Begun in the year:**")
    sheet.paragraph(f"{alone(found.under_way)} in number.", "**Under way at its end:**")
    if not found.published:
        sheet.paragraph("None in the year.", "**Published:**")
        return
    rows = [
        (cell(each.pseudonym), cell(each.title) or NOT_SAID, shown(each.on), cell(each.address))
        for each in found.published
    ]
    sheet.add(*table(("Published (pseudonym)", "Title", "On", "Where"), rows))


def _learned(sheet: Sheet, found: AnnualFigures) -> None:
    """F16.04."""
    sheet.heading("Themes, and what was learned")
    public_table(sheet, found.themes)
    sheet.add(_TO_WRITE)


def _actions(sheet: Sheet, found: AnnualFigures) -> None:
    """F16.05: neither rows nor columns are added up, since that would give small numbers away."""
    sheet.heading("Actions by agency")
    sheet.paragraph(f"{alone(found.total)} in all.", "**Actions:**")
    public_cross(sheet, found.by_agency)


def _changed(sheet: Sheet, found: AnnualFigures, names: Mapping[str, Masks]) -> None:
    """F16.05: what changed, what speaks against it, and which entry says so."""
    sheet.heading("What changed, and how the Board knows")
    if not found.claims:
        sheet.paragraph("No effect was tested in the year, so none is claimed.")
        return
    sheet.add(*table(_CLAIM, [_claim(sheet, each, names) for each in found.claims]))


_CLAIM = ("What was claimed", "What the test found", "How it is known", "What speaks against it", "Entry")


def _claim(sheet: Sheet, claim: Claim, names: Mapping[str, Masks]) -> tuple[str, ...]:
    sheet.names = names.get(claim.case_id, Nobody())
    sample = f" ({sheet.cell(claim.sample)})" if claim.sample.strip() else ""
    return (
        sheet.cell(claim.words),
        f"{claim.shown}; confidence {claim.confidence}",
        f"{sheet.cell(claim.source)}{sample}",
        sheet.cell(claim.counter),
        cell(claim.cites),
    )
