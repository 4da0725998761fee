"""Counts in a paper: figures as tables, shares with what they are a share of, and in public the small-number rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from exports.escape import cell
from exports.layout import NOT_SAID, Sheet, table
from sscb_tui.domain.small_numbers import KEPT_BACK, Told, alone, is_small, told

if TYPE_CHECKING:
    from sscb_tui.services.views.dashboard import DecisionFigures, Figure

TOO_FEW = "Too few to be counted this way in public."


def share(part: int, whole: int) -> str:
    """A share with what it is a share of: 9 of 12 (75%)."""
    return f"{part} of {whole} ({round(100 * part / whole)}%)" if whole else "none yet"


def public_share(part: int, whole: int) -> str:
    """The same in public: where either the part or the rest is small, neither is told."""
    if is_small(whole):
        return alone(whole)
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


def public_cells(figure: Figure) -> Told | None:
    """A figure's counts as they may be told beside its total; None where nothing may be."""
    if not figure.parts:
        return Told(tuple(alone(bar.count) for bar in figure.bars), alone(figure.of))
    counts = told([bar.count for bar in figure.bars])
    return None if counts.total == KEPT_BACK else counts


def public_table(sheet: Sheet, figure: Figure, unit: str = "Actions") -> None:
    """A figure as a table under the small-number rule; without shares, which would give counts away."""
    counts = public_cells(figure)
    if figure.is_empty or counts is None:
        sheet.paragraph("None." if figure.is_empty else TOO_FEW)
        return
    rows = [(cell(bar.label), said) for bar, said in zip(figure.bars, counts.cells, strict=True)]
    sheet.add(*table((figure.title, unit), rows))
    if figure.says:
        sheet.paragraph(figure.says)


def decisions_table(sheet: Sheet, found: DecisionFigures, *, public: bool) -> None:
    """How long decisions took (F16.02): the month, and the five working days in which others are told."""
    days = f"{found.median_days:g} days" if found.median_days is not None else "none decided yet"
    told_of = public_share if public else share
    rows: Sequence[tuple[str, str]] = (
        ("Decided", alone(found.decided) if public else str(found.decided)),
        ("Median from notice to decision", KEPT_BACK if public and is_small(found.decided) else days),
        ("Decided within a month", told_of(found.in_time, found.decided)),
        ("Everybody told within five working days", told_of(found.told_in_time, found.to_tell)),
    )
    waiting = (("Not decided yet", f"{found.waiting}, {found.waiting_late} of them past the month"),)
    sheet.add(*table(("Decisions", "Of those notified"), (*rows, *(() if public else waiting))))


def listed(words: Iterable[str]) -> str:
    """Several words in a cell; a dash where there are none."""
    return ", ".join(words) or NOT_SAID
