"""Settled differences: those a discrepancy in the minutes names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.terms import LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.differences.model import Difference
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import MinuteLine

_SETTLING = (LineKind.DISCREPANCY, LineKind.FACT)
"""How it was settled or who will check it (F6.11), or the fact agreed instead (F6.10)."""


def settled_by(difference: Difference, file: CaseFile) -> MinuteLine | None:
    """The last line of the minutes that names the difference by its id; a struck line settles nothing."""
    named = [line for line in file.lines if line.kind in _SETTLING and not line.struck and difference.id in line.text]
    return named[-1] if named else None
