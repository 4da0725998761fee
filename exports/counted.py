"""Counts in a paper: figures as tables, shares with what they are a share of, and in public the small-number rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from exports.escape import cell
from exports.layout import NOT_SAID, Sheet, table
from sscb_tui.domain.small_numbers import KEPT_BACK, alone, is_small, told

if TYPE_CHECKING:
    from sscb_tui.services.views.dashboard import Cross, DecisionFigures, Figure

_DECISIONS = ("Decisions", "Of those notified")
TOO_FEW = "Too few to be counted this way in public."


def share(part: int, whole: int) -> str:
    """A share with what it is a share of: 9 of 12 (75%)."""
    return f"{part} of {whole} ({round(100 * part / whole)}%)" if whole else "none yet"


def public_share(part: int, whole: int, among: int) -> str:
    """The same in public: where the part, the rest, or what is missing from a number printed beside it is small."""
    if is_small(whole) or is_small(among - whole):
        return alone(whole) if is_small(whole) else KEPT_BACK
    if is_small(part) or is_small(whole - part):
        return f"of {whole}, {KEPT_BACK}: part or rest is below 5"
    return share(part, whole)


def figure_table(sheet: Sheet, figure: Figure, unit: str = "Actions") -> None:
    """A figure as a table: labels, counts, and shares where its bars add up."""
    if figure.is_empty:
        sheet.paragraph("None.")
        return
    if figure.parts:
        rows = [(cell(bar.label), str(bar.count), _percent(bar.count, figure.of)) for bar in figure.bars]
        sheet.add(*table((figure.title, unit, "Share"), rows))
    else:
        sheet.add(*table((figure.title, unit), [(cell(bar.label), str(bar.count)) for bar in figure.bars]))
    if figure.says:
        sheet.paragraph(figure.says)


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else NOT_SAID


def public_table(sheet: Sheet, figure: Figure, unit: str = "Actions") -> None:
    """A figure as a table under the small-number rule; without shares, which would give counts away."""
    counts = [bar.count for bar in figure.bars]
    cells = public_cells(counts) if figure.parts else tuple(map(alone, counts))
    if figure.is_empty or cells is None:
        sheet.paragraph("None." if figure.is_empty else TOO_FEW)
        return
    rows = [(cell(bar.label), said) for bar, said in zip(figure.bars, cells, strict=True)]
    sheet.add(*table((figure.title, unit), rows))
    if figure.says:
        sheet.paragraph(figure.says)


def public_cross(sheet: Sheet, cross: Cross) -> None:
    """Agencies and how their actions stand, under the rule as a whole: neither rows nor columns are added up."""
    cells = public_cells([count for row in cross.counts for count in row])
    if not cross.rows or cells is None:
        sheet.paragraph(TOO_FEW if cross.rows else "None.")
        return
    width = len(cross.columns)
    rows = [(cell(name), *cells[at * width : (at + 1) * width]) for at, name in enumerate(cross.rows)]
    sheet.add(*table(("Agency", *(column.capitalize() for column in cross.columns)), rows))


def public_cells(counts: Sequence[int]) -> tuple[str, ...] | None:
    """Counts as they may be told beside their total; None where nothing may be."""
    found = told(counts)
    return None if found.total == KEPT_BACK else found.cells


def decisions_table(sheet: Sheet, found: DecisionFigures) -> None:
    """How long decisions took (F16.02): the month, and the five working days in which others are told."""
    rows = (
        ("Decided", str(found.decided)),
        ("Median from notice to decision", _median(found)),
        ("Decided within a month", share(found.in_time, found.decided)),
        ("Everybody told within five working days", share(found.told_in_time, found.to_tell)),
        ("Not decided yet", f"{found.waiting}, {found.waiting_late} of them past the month"),
    )
    sheet.add(*table(_DECISIONS, rows))


def public_decisions(sheet: Sheet, found: DecisionFigures, among: int | None = None) -> None:
    """The same in public, beside how many cases there were where that is printed too."""
    hidden = is_small(found.decided) or (among is not None and is_small(among - found.decided))
    rows = (
        ("Decided", public_count(found.decided, found.decided if among is None else among)),
        ("Median from notice to decision", KEPT_BACK if hidden else _median(found)),
        ("Decided within a month", public_share(found.in_time, found.decided, among or found.decided)),
        ("Everybody told within five working days", public_share(found.told_in_time, found.to_tell, found.decided)),
    )
    sheet.add(*table(_DECISIONS, rows))


def public_count(part: int, among: int) -> str:
    """A count beside the number it is part of: not told where it, or the rest, is small."""
    return KEPT_BACK if is_small(among - part) and not is_small(part) else alone(part)


def _median(found: DecisionFigures) -> str:
    return f"{found.median_days:g} days" if found.median_days is not None else "none decided yet"


def listed(words: Iterable[str]) -> str:
    """Several words in a cell; a dash where there are none."""
    return ", ".join(words) or NOT_SAID
