"""The tracker's figures: each counts every action of a list by one thing, in a fixed order."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.days import MONTHS
from sscb_tui.domain.rules.progress import GIVEN_UP, RETESTED
from sscb_tui.domain.rules.rag import KEY
from sscb_tui.domain.rungs import RUNGS
from sscb_tui.domain.terms import ActionState, Gap
from sscb_tui.services.figures.standing import (
    DROPPED,
    IN_TIME,
    OVERDUE,
    STANDINGS,
    TIMES,
    UNDATED,
    past_first_date,
    standing,
    timed,
)
from sscb_tui.services.views.dashboard import Bar, Figure

if TYPE_CHECKING:
    from sscb_tui.services.views import ActionRow

Rows = Sequence["ActionRow"]
NOBODY = "no agency"
NO_THEME = "no theme named"
MONTHS_BACK = 12
_BANDS = ((0, "none"), (30, "1 to 30 days"), (90, "31 to 90 days"))
_LONGEST = "more than 90 days"
_MOVES = ("never moved", "moved once", "moved twice or more")
_TESTS = ("held", "verified, not shown yet", "did not hold: reopened")
_SOON = timedelta(days=92)
_DUE = ("overdue", "within a quarter", "later")
ALIVE = "is:action -state:withdrawn,superseded,not-accepted"
_STANDING_ASKS = {
    IN_TIME: "state:open -state:done -overdue -due:none is:action",
    UNDATED: "state:open -state:done due:none is:action",
    OVERDUE: "overdue",
    DROPPED: "state:withdrawn,superseded,not-accepted",
}
_BAND_ASKS = {
    "none": f"{ALIVE} slip:<=0",
    "1 to 30 days": f"{ALIVE} slip:>0 slip:<=30",
    "31 to 90 days": f"{ALIVE} slip:>30 slip:<=90",
    _LONGEST: f"{ALIVE} slip:>90",
}
_DUE_ASKS = dict(zip(_DUE, ("retest:<today", "retest:>=today retest:<=92d", "retest:>92d"), strict=True))
"""What the tracker is asked to list exactly the same."""


def figures(rows: Rows, names: Mapping[str, str], today: date) -> tuple[Figure, ...]:
    """Every figure of the tracker; `names` are what agencies are called, by code."""
    alive = tuple(row for row in rows if row.state not in GIVEN_UP)
    return (
        _whole("standing", "How actions stand", rows, standing, STANDINGS, _STANDING_ASKS),
        Figure("colour", "By colour", _colours(rows), len(rows)),
        Figure("state", "By state", _states(rows), len(rows)),
        by_agency("agency", "By agency", rows, names),
        _themes(rows),
        Figure("review", "By review", _reviews(rows), len(rows)),
        _whole("timeliness", "Timeliness", rows, timed, TIMES, _STANDING_ASKS),
        by_month(alive, today),
        _whole("moves", "Dates moved", alive, lambda row: _MOVES[min(row.moves, 2)], _MOVES),
        _whole("slip", "Days slipped", alive, _band, tuple(_BAND_ASKS), _BAND_ASKS),
        Figure("evidence", "Evidence, by rung of the ladder", _rungs(alive), len(alive)),
        by_agency("silent", "Silent for a quarter, by agency", [row for row in rows if row.silent], names, "silent"),
        _whole("tests", "Tests of effect", _tested(rows), _test, _TESTS, {_TESTS[-1]: "state:reopened"}),
        _whole("retests", "Tests to come", [row for row in rows if row.retest_due], _due_by(today), _DUE, _DUE_ASKS),
    )


def _whole(
    name: str,
    title: str,
    rows: Rows,
    by: Callable[[ActionRow], str],
    order: Iterable[str],
    asks: Mapping[str, str] | None = None,
) -> Figure:
    """A figure that counts every row under one of the words, in their order."""
    found = Counter(map(by, rows))
    asked = asks or {}
    return Figure(name, title, tuple(Bar(label, found[label], asked.get(label, "")) for label in order), len(rows))


def _colours(rows: Rows) -> tuple[Bar, ...]:
    found = Counter(row.rag for row in rows)
    return tuple(Bar(f"{colour.letter} {colour.label}", found[colour], f"rag:{colour.value}") for colour in KEY)


def _states(rows: Rows) -> tuple[Bar, ...]:
    found = Counter(row.state for row in rows)
    return tuple(Bar(each.label, found[each], f"state:{each.value}") for each in ActionState if found[each])


def by_agency(name: str, title: str, rows: Rows, names: Mapping[str, str], also: str = "") -> Figure:
    """Rows by agency, most first; what nobody owns is counted too."""
    found = Counter(row.agency for row in rows)
    unled = "needs:agency" if all(Gap.AGENCY in row.gaps for row in rows if not row.agency) else ""
    bars = (
        Bar(names.get(code, code) or NOBODY, count, _asked(f"agency:{code}" if code else unled, also))
        for code, count in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    )
    return Figure(name, title, tuple(bars), len(rows))


def _asked(term: str, also: str) -> str:
    """Both terms; nothing where the first cannot be asked."""
    return f"{term} {also}".strip() if term else ""


def spelt(theme: str) -> str:
    """A theme as it is compared: people write it with and without capitals."""
    return " ".join(theme.split()).casefold()


def _themes(rows: Rows) -> Figure:
    """An action may bear on several themes, so that these do not add up."""
    found = Counter(theme for row in rows for theme in {spelt(each) for each in row.themes} or {NO_THEME})
    bars = sorted(found.items(), key=lambda each: (each[0] == NO_THEME, -each[1], each[0]))
    asked = (Bar(theme, count, "" if theme == NO_THEME else f'is:action theme:"{theme}"') for theme, count in bars)
    says = "An action may bear on several themes: these do not add up."
    return Figure("theme", "By theme", tuple(asked), len(rows), parts=False, says=says)


def _reviews(rows: Rows) -> tuple[Bar, ...]:
    found = Counter((row.reference, row.pseudonym) for row in rows)
    return tuple(
        Bar(f"{reference} {child}", count, f'is:action review:"{reference}"')
        for (reference, child), count in sorted(found.items())
    )


def _band(row: ActionRow) -> str:
    """How far the date has moved from the first; a date brought forward has not slipped."""
    return next((label for days, label in _BANDS if row.slipped_days <= days), _LONGEST)


def _rungs(rows: Rows) -> tuple[Bar, ...]:
    found = Counter(row.evidence_rung for row in rows)
    return tuple(Bar(f"{rung} {words}", found[rung], f"{ALIVE} evidence:{rung}") for rung, words in enumerate(RUNGS))


def _tested(rows: Rows) -> Rows:
    return [row for row in rows if row.state in RETESTED or row.state is ActionState.REOPENED]


def _test(row: ActionRow) -> str:
    held, waits, failed = _TESTS
    if row.state is ActionState.REOPENED:
        return failed
    return held if row.effect else waits


def _due_by(today: date) -> Callable[[ActionRow], str]:
    def due(row: ActionRow) -> str:
        overdue, soon, later = _DUE
        if row.retest_due is None or row.retest_due > today + _SOON:
            return later
        return overdue if row.retest_due < today else soon

    return due


def by_month(rows: Rows, today: date) -> Figure:
    """How many were past the date first agreed at the end of each of twelve months, today being the last."""
    ends = month_ends(today, MONTHS_BACK)
    bars = tuple(
        Bar(f"{MONTHS[end.month - 1].capitalize()} {end.year}", sum(past_first_date(row, end) for row in rows))
        for end in ends
    )
    says = "By the date first agreed, however often it was moved since; the last bar is today."
    return Figure("months", "Past the first date, by month", bars, len(rows), parts=False, says=says, over_time=True)


def month_ends(today: date, count: int) -> tuple[date, ...]:
    """The last days of the months before, and today."""
    found = [today]
    while len(found) < count:
        year, month = (found[0].year, found[0].month - 1) if found[0].month > 1 else (found[0].year - 1, 12)
        found.insert(0, date(year, month, monthrange(year, month)[1]))
    return tuple(found)
