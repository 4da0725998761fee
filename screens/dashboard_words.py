"""What the dashboard says: its first line, and a figure's lines with their numbers and shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.widgets.columns import Column

if TYPE_CHECKING:
    from screens.widgets.table import Row
    from sscb_tui.services.views.dashboard import DecisionFigures, Figure, Figures

COLUMNS = (
    Column("label", "", least=28),
    Column("count", "Count", width=6, align="right"),
    Column("share", "Share", width=5, align="right", drop=1),
    Column("bar", "", width=20, drop=2),
)
_LENGTH = 20
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def short(found: Figures) -> str:
    """What a Board asks first; what is nought is not said, but for what is overdue."""
    parts = (
        f"{found.total:,} actions",
        f"{found.open:,} open",
        f"{len(found.overdue):,} overdue",
        _if(len(found.silent), "silent"),
        _if(found.unowned, "without an owner"),
        _if(len(found.red_for_two_cycles), "red for two cycles"),
        _if(len(found.retests), "tests due"),
        _if(len(found.themes), "themes that come back"),
        _decided(found.decisions),
    )
    return " · ".join(filter(None, parts))


def _if(count: int, words: str) -> str:
    return f"{count:,} {words}" if count else ""


def _decided(decisions: DecisionFigures) -> str:
    if not decisions.decided:
        return ""
    within = f"{decisions.in_time} of {decisions.decided} decided within a month"
    told = f", {decisions.told_in_time} of {decisions.to_tell} told in five working days" if decisions.to_tell else ""
    return within + told


def cells(figure: Figure) -> list[Row]:
    """A figure's bars line by line."""
    most = max((bar.count for bar in figure.bars), default=0)
    share = figure.of if figure.parts else 0
    return [
        (
            bar.label if bar.count else (bar.label, "dim"),
            f"{bar.count:,}" if bar.count else ("0", "dim"),
            f"{round(100 * bar.count / share)}%" if share and bar.count else "",
            length(bar.count, most),
        )
        for bar in figure.bars
    ]


def length(count: int, most: int) -> str:
    """A bar as long as its share of the longest; whatever is there at all can be seen."""
    eighths = max(round(_LENGTH * 8 * count / most), 1) if count and most else 0
    return _EIGHTHS[8] * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
