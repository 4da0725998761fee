"""What an action lacks: shown on every list and paper until somebody says it, and never made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sscb_tui.domain.terms import Gap, Level

_SEVERAL = re.compile(r"[;\n]|\S\s*/\s*\S|, \S|\band\b.*\b(?:lead|head|manager|director|chair|officer)", re.IGNORECASE)
"""How trackers write several owners in one cell: "Police; Housing", "Head of A / Head of B"."""


def several(owner: str) -> bool:
    """Whether a cell names more than one owner."""
    return _SEVERAL.search(owner) is not None


def gaps(
    *, agency: str, owner: str, due: date | None, outcome: str, level: Level | None, twice: bool
) -> tuple[Gap, ...]:
    """Everything missing, in the order it should be put right."""
    return tuple(_gaps(agency, owner, due, outcome, level, twice))


def _gaps(agency: str, owner: str, due: date | None, outcome: str, level: Level | None, twice: bool) -> Iterator[Gap]:
    if not owner.strip():
        yield Gap.OWNER
    elif several(owner):
        yield Gap.OWNERS
    if level is Level.NATIONAL:
        yield Gap.NATIONAL
    elif not agency:
        yield Gap.AGENCY
    if due is None:
        yield Gap.DATE
    if not outcome.strip():
        yield Gap.OUTCOME
    if twice:
        yield Gap.NUMBER
