"""All figures of one day, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import GIVEN_UP
from sscb_tui.domain.terms import Gap
from sscb_tui.services.figures.agencies import agency_lines, crossed, repeated
from sscb_tui.services.figures.drawn import figures
from sscb_tui.services.figures.standing import is_done, red_for_two_cycles
from sscb_tui.services.views.dashboard import DecisionFigures, Figures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sscb_tui.services.views import ActionRow


def reckoned(
    rows: Sequence[ActionRow], decisions: DecisionFigures, names: Mapping[str, str], today: date, about: str = ""
) -> Figures:
    """The dashboard of these rows; lists come with what has waited longest on top."""
    return Figures(
        on=today,
        about=about,
        rows=tuple(rows),
        figures=figures(rows, names, today),
        agencies=agency_lines(rows, names),
        by_agency=crossed(rows, names),
        themes=repeated(rows),
        overdue=tuple(sorted((row for row in rows if row.overdue), key=_by_due)),
        silent=tuple(sorted((row for row in rows if row.silent), key=_by_word)),
        red_for_two_cycles=tuple(sorted((row for row in rows if red_for_two_cycles(row, today)), key=_by_due)),
        retests=tuple(sorted((row for row in rows if row.retest_due and row.retest_due <= today), key=_by_test)),
        decisions=decisions,
        open=sum(not is_done(row) and row.state not in GIVEN_UP for row in rows),
        unowned=sum(Gap.OWNER in row.gaps for row in rows),
    )


def _by_due(row: ActionRow) -> tuple[bool, int, int]:
    return row.due is None, row.due.toordinal() if row.due else 0, row.number


def _by_word(row: ActionRow) -> tuple[int, int]:
    heard = row.last_update.date() if row.last_update else row.agreed_on
    return heard.toordinal(), row.number


def _by_test(row: ActionRow) -> tuple[int, int]:
    return row.retest_due.toordinal() if row.retest_due else 0, row.number
