"""How a list's columns share the width they have, and how a cell's words are fitted into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, set_cell_size

from sscb_tui.domain.text import shown_line

GAP = 2
"""Blank cells between columns."""
LONGEST = 6
"""Characters looked at per cell of width: a cell never costs more than its place on the screen, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `width` cells, or a share of what is left by `weight` where `width` is 0."""

    key: str
    title: str
    width: int = 0
    weight: int = 1
    align: Literal["left", "right"] = "left"
    least: int = 8
    """What a flexible column needs at least."""
    drop: int = 0
    """Left out on narrow screens, the highest first; 0 is never left out."""

    @property
    def need(self) -> int:
        """The cells without which the column says nothing."""
        return self.width or self.least


def share(columns: Sequence[Column], width: int) -> tuple[tuple[int, int], ...]:
    """The columns that fit, as (position, cells); what is left over goes to the flexible ones by weight."""
    kept = list(enumerate(columns))
    while len(kept) > 1 and _needed(kept) > width and max(column.drop for _, column in kept):
        kept.remove(max(kept, key=lambda each: each[1].drop))
    spare = max(0, width - _needed(kept))
    weights = sum(column.weight for _, column in kept if not column.width)
    shares = []
    for position, column in kept:
        extra = 0
        if not column.width:
            extra = spare * column.weight // weights
            spare, weights = spare - extra, weights - column.weight
        shares.append((position, column.need + extra))
    return tuple(shares)


def _needed(kept: Sequence[tuple[int, Column]]) -> int:
    return sum(column.need for _, column in kept) + GAP * (len(kept) - 1)


def fit(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """The words in exactly `width` terminal cells, shortened with an ellipsis; control characters are visible."""
    line = shown_line(text[: width * LONGEST])
    taken = cell_len(line)
    if taken > width or len(text) > width * LONGEST:
        return set_cell_size(line, width - 1) + "…" if width > 1 else "…"[:width]
    blank = " " * (width - taken)
    return blank + line if align == "right" else line + blank
