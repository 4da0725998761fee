"""How each agency stands, and the themes that come back from review to review."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import GIVEN_UP
from sscb_tui.domain.terms import Rag
from sscb_tui.services.figures.drawn import NOBODY, spelt
from sscb_tui.services.figures.standing import (
    DONE,
    DROPPED,
    IN_TIME,
    OVERDUE,
    SHOWN,
    STANDINGS,
    UNDATED,
    is_done,
    standing,
)
from sscb_tui.services.views.dashboard import AgencyLine, Cross, ThemeLine

if TYPE_CHECKING:
    from sscb_tui.services.views import ActionRow

_COARSE = {
    SHOWN: "done",
    DONE: "done",
    IN_TIME: "open",
    UNDATED: "open",
    OVERDUE: "overdue",
    DROPPED: "given up",
}
"""The few words a reader outside the Board needs."""
_REPEAT = 2
"""Reviews that make a theme come back."""


def agency_lines(rows: Sequence[ActionRow], names: Mapping[str, str]) -> tuple[AgencyLine, ...]:
    """One line for each agency with an action; the one with most overdue first."""
    of: dict[str, list[ActionRow]] = defaultdict(list)
    for row in rows:
        of[row.agency].append(row)
    lines = (_line(code, names.get(code, code) or NOBODY, its) for code, its in of.items())
    return tuple(sorted(lines, key=lambda line: (-line.overdue, -line.open, line.agency)))


def _line(code: str, name: str, rows: Sequence[ActionRow]) -> AgencyLine:
    done = sum(map(is_done, rows))
    dropped = sum(row.state in GIVEN_UP for row in rows)
    return AgencyLine(
        agency=code,
        name=name,
        total=len(rows),
        open=len(rows) - done - dropped,
        overdue=sum(row.overdue for row in rows),
        silent=sum(row.silent for row in rows),
        red=sum(row.rag is Rag.RED for row in rows),
        done=done,
        moves=sum(row.moves for row in rows),
        slipped_days=sum(max(0, row.slipped_days) for row in rows),
    )


def crossed(rows: Sequence[ActionRow], names: Mapping[str, str]) -> Cross:
    """Agencies down, how their actions stand across: the one way in which actions are counted in public (F16.05)."""
    found = Counter((row.agency, _COARSE[standing(row)]) for row in rows)
    codes = sorted({row.agency for row in rows}, key=lambda code: (not code, names.get(code, code)))
    columns = tuple(dict.fromkeys(_COARSE.values()))
    counts = tuple(tuple(found[code, column] for column in columns) for code in codes)
    return Cross(tuple(names.get(code, code) or NOBODY for code in codes), columns, counts)


def repeated(rows: Sequence[ActionRow]) -> tuple[ThemeLine, ...]:
    """Themes of two reviews or more: the same lesson again, so that what was done about it before is looked at."""
    of: dict[str, dict[str, list[ActionRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for theme in {spelt(each) for each in row.themes}:
            of[theme][row.reference].append(row)
    lines = (_theme(theme, reviews) for theme, reviews in of.items() if len(reviews) >= _REPEAT)
    return tuple(sorted(lines, key=lambda line: (-len(line.reviews), -line.actions, line.theme)))


def _theme(theme: str, reviews: Mapping[str, Sequence[ActionRow]]) -> ThemeLine:
    order = sorted(reviews, key=_age)
    earlier = Counter(standing(row) for reference in order[:-1] for row in reviews[reference])
    told = {words: earlier[words] for words in STANDINGS if earlier[words]}
    return ThemeLine(theme, tuple(order), sum(map(len, reviews.values())), told)


def _age(reference: str) -> tuple[str, int, str]:
    """References count up within their year (SSCB/2026/004)."""
    year, _, number = reference.partition("/")[2].partition("/")
    return year, int(number) if number.isdigit() else 0, reference
