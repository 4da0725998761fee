"""The colour behind a cell of a workbook as six figures, however the workbook names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles.colors import COLOR_INDEX

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

_THEME = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31"),
    *("A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"),
)
"""The colours of the theme that every workbook begins with; a theme of one's own is read as this one."""
_AUTOMATIC = 64
"""From this index on, colours are the system's own: no fill."""


def fill_of(cell: Cell | MergedCell) -> str:
    """The fill, or nothing where there is none; a colour that only a condition paints is not in the cell."""
    fill = cell.fill
    if fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "rgb":
        return str(colour.rgb)[-6:].upper()
    if colour.type == "theme":
        return _THEME[colour.theme] if 0 <= colour.theme < len(_THEME) else ""
    return str(COLOR_INDEX[colour.indexed])[-6:] if 0 <= colour.indexed < _AUTOMATIC else ""
