"""Statistics for a spreadsheet (X-19): one row an action, codes, days and numbers; no word that anybody typed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.services.figures.standing import standing, timed

if TYPE_CHECKING:
    from sscb_tui.services.views import ActionRow

COLUMNS = (
    *("number", "reference", "recommendation", "agency", "level", "origin", "state", "standing", "timeliness"),
    *("colour", "set_by_hand", "overdue", "silent", "agreed_on", "first_due", "due", "moves", "slipped_days"),
    *("done_on", "evidence_rung", "effect_shown", "retest_due", "gaps"),
)
_CODE = re.compile(r"[A-Z][A-Z0-9_-]{0,15}")
"""A code of the Board's list; whatever else a tracker may have brought is somebody's words."""


def statistics_csv(rows: Sequence[ActionRow]) -> str:
    """The rows under their columns; what is missing is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows(_row(row) for row in rows)
    return written.getvalue()


def _row(row: ActionRow) -> tuple[str, ...]:
    return (
        f"A-{row.number}",
        row.reference,
        row.recommendation,
        row.agency if _CODE.fullmatch(row.agency) else "",
        row.level.value if row.level else "",
        row.origin.value if row.origin else "",
        row.state.value,
        standing(row),
        timed(row),
        row.rag.value,
        _yes(row.overridden),
        _yes(row.overdue),
        _yes(row.silent),
        _day(row.agreed_on),
        _day(row.first_due),
        _day(row.due),
        str(row.moves),
        str(row.slipped_days),
        _day(row.done_on),
        str(row.evidence_rung),
        _yes(row.effect),
        _day(row.retest_due),
        " ".join(gap.value for gap in row.gaps),
    )


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
