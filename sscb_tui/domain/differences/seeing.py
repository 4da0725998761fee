"""Seen or not seen: two accounts of one occasion, or what one agency says another saw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.differences.accounts import Account, Row, days_in
from sscb_tui.domain.differences.events import WITH_THE_CHILD, sort_of
from sscb_tui.domain.differences.model import Difference, Saying, difference
from sscb_tui.domain.differences.persons import CHILD, SIBLING
from sscb_tui.domain.terms import DifferenceKind, YesNo

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.differences.scene import Scene

_UNSEEN = re.compile(
    r"\b(?:not|never|without being|no)\b(?: \w+){0,2} (?:seen|see|sight|access|observed)\b|\bunseen\b", re.IGNORECASE
)
_SEEN = re.compile(
    r"\b(?:child|baby|infant)\b(?: \w+){0,3} (?:seen|observed|weighed)\b|\b(?:saw|seen|observed) (?:the )?"
    r"(?:child|baby|infant)\b|\b(?:child|baby|infant) seen\b",
    re.IGNORECASE,
)
_SIGHT = re.compile(r"\b(?:saw|seen?|observed)\b", re.IGNORECASE)
_LAST = re.compile(r"\blast (?:seen|saw)\b", re.IGNORECASE)


def seen(scene: Scene) -> Iterator[Difference]:
    """Occasions at which the child was seen by one account and not by another."""
    yield from _occasions(scene)
    yield from _told_of_others(scene)
    for account in scene.accounts:
        yield from _last_seen(scene, account)


def _occasions(scene: Scene) -> Iterator[Difference]:
    days: dict[date, dict[YesNo, list[Row]]] = {}
    for account in scene.accounts:
        for row in account.rows():
            if row.day:
                days.setdefault(row.day, {}).setdefault(seen_in(row), []).append(row)
    for day, rows in days.items():
        pairs = product(rows.get(YesNo.YES, ()), rows.get(YesNo.NO, ()))
        apart = [pair for pair in pairs if pair[0].agency != pair[1].agency and _one_occasion(scene, *pair)]
        if apart:
            yield _difference(day, "", [row.saying for pair in apart for row in pair])


def _one_occasion(scene: Scene, one: Row, other: Row) -> bool:
    """The same sort of event with the child, or a visit that one of them says it made with the other."""
    sort = sort_of(one.told.event)
    if sort in WITH_THE_CHILD and sort == sort_of(other.told.event):
        return True
    return _with(scene, one, other.agency) and _with(scene, other, one.agency)


def _with(scene: Scene, row: Row, agency: str) -> bool:
    return any(agency in mention.codes for mention in scene.directory.mentions(row.told.event))


def seen_in(row: Row) -> YesNo:
    """Whether the child was seen: the box of the form, else the words of the event."""
    if row.told.child_seen is not YesNo.UNDETERMINED:
        return row.told.child_seen
    return _sight(row.told.event)


def _sight(text: str) -> YesNo:
    if _UNSEEN.search(text):
        return YesNo.NO
    return YesNo.YES if _SEEN.search(text) else YesNo.UNDETERMINED


def _told_of_others(scene: Scene) -> Iterator[Difference]:
    """ "The police saw the child on 12 Sep", of which the police's own row says otherwise."""
    for account in scene.accounts:
        for said in account.sentences("F4.C", "F4.E", "F4.G"):
            days = days_in(said.words)
            if len(days) == 1 and _about_the_child(scene, said.words):
                other = scene.account(scene.speaks_of(said.words, account.agency))
                yield from _contradicted(days[0], said, other) if other else ()


def _about_the_child(scene: Scene, text: str) -> bool:
    """A sentence about seeing this child and no other."""
    keys = scene.persons.named(text)
    return bool(_SIGHT.search(text)) and CHILD in keys and not any(key.startswith(SIBLING) for key in keys)


def _contradicted(day: date, said: Saying, other: Account) -> Iterator[Difference]:
    claimed = YesNo.NO if _UNSEEN.search(said.words) else YesNo.YES
    told = [row for row in other.rows() if row.day == day and seen_in(row) is not YesNo.UNDETERMINED]
    if told and all(seen_in(row) is not claimed for row in told):
        yield _difference(day, f"{said.agency} {other.agency}", [said, *(row.saying for row in told)])


def _last_seen(scene: Scene, account: Account) -> Iterator[Difference]:
    """F4.C2 against the agency's own chronology (cross-section check of F4)."""
    for said in account.sentences("F4.C2"):
        found = _LAST.search(said.words)
        days = days_in(said.words[found.end() :]) if found else ()
        if days:
            rows = [row for row in account.rows() if row.day and _against(row, days[0], scene.incident)]
            same = [row for row in account.rows() if row.day == days[0] and seen_in(row) is YesNo.YES]
            later = [row for row in rows if row.day != days[0]]
            if rows and (later or not same):
                yield _difference(days[0], f"last {account.agency}", [said, *(row.saying for row in rows)])


def _against(row: Row, last: date, incident: date | None) -> bool:
    """Not seen on the day it names, or seen on a later day before the incident."""
    if row.day == last:
        return seen_in(row) is YesNo.NO
    before = row.day is not None and last < row.day and (incident is None or row.day < incident)
    return before and seen_in(row) is YesNo.YES


def _difference(day: date, matter: str, sayings: list[Saying]) -> Difference:
    what = f"Whether the child was seen on {shown(day)}"
    return difference(DifferenceKind.SEEN, f"{day} {matter}", what, sayings)
