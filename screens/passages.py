"""The passage under the cursor, with the words that say where it stands: "Police G4"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.widgets.lanes import Lanes
from screens.widgets.lanes_pane import LanesPane
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.screen import Screen

    from sscb_tui.services.views import ChronologyEntry


def passage_of(screen: Screen[None]) -> tuple[str, str] | None:
    """The words under the cursor and their source: of the minutes while they have the focus, else of the middle."""
    minutes = screen.query_one(MinutesList)
    if minutes.has_focus:
        line = minutes.current
        return (line.text, f"minute {line.number}") if line else None
    if screen.query_one(LanesPane).display:
        lanes = screen.query_one(Lanes)
        entry = lanes.current()
        return _row(entry, lanes.names) if entry else None
    current = screen.query_one(SideBySideGrid).current()
    if current is None or not current[2].text.strip():
        return None
    question, agency, cell = current
    return cell.text, f"{agency[1]} {question[0].removeprefix('F4.')}"


def _row(entry: ChronologyEntry, names: Mapping[str, str]) -> tuple[str, str]:
    return entry.event, f"{names.get(entry.agency, entry.agency)} chronology {entry.text or '?'}"
