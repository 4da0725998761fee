"""Events that two chronologies may both tell: what sort of event a row is, and on which day it says it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.differences.accounts import Row, days_in
from sscb_tui.domain.text import folded

if TYPE_CHECKING:
    from sscb_tui.domain.differences.scene import Scene

_SORTS = {
    "death": r"\b(?:child|baby|infant|boy|girl)(?: was)? (?:died|pronounced dead|certified dead)|life (?:was )?"
    r"pronounced extinct",
    "birth": r"\b(?:child|baby|infant|boy|girl)(?: was)? born\b",
    "strategy": r"\bstrategy (?:meeting|discussion)",
    "initial": r"\binitial (?:child protection )?(?:case )?conference|\bICPC\b",
    "review": r"\breview (?:child protection )?(?:case )?conference|\bRCPC\b",
    "core": r"\bcore group",
    "joint": r"\bjoint(?:ly)? (?:\w+ )?visit|\bvisit(?:ed)? (?:jointly )?with (?:the )?(?:police|social|health)",
    "welfare": r"\bwelfare (?:check|visit)|\bsafe and well check",
    "emergency": r"\b(?:emergency department|a&e|accident and emergency|casualty)\b",
    "discharge": r"\bdischarged?\b",
    "arrest": r"\barrest(?:ed)?\b",
    "call": r"\bcall(?:ed)?[ -]?(?:out\b|to (?:the )?(?:home|house|address))",
}
_SORT = {sort: re.compile(words, re.IGNORECASE) for sort, words in _SORTS.items()}
ONCE = frozenset({"death", "birth"})
"""Events that happen to a child once, so that any two dates for them differ."""
WITH_THE_CHILD = frozenset({"joint", "welfare", "emergency"})
"""Events at which all who were there met, or did not meet, the child on one occasion."""
_HEARSAY = re.compile(
    r"\b(?:letters?|received|notification|notified|told|informed|copied|read|following|e-?mails?|report of|heard"
    r"|aware)\b",
    re.IGNORECASE,
)
_PLAIN_WORDS = "the and for with from that was were been had has have his her their out not who after left"
_PLAIN = frozenset(_PLAIN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Event:
    """A row as one telling of an event."""

    row: Row
    sort: str
    day: date
    words: frozenset[str]
    people: frozenset[str]

    def like(self, other: Event) -> float:
        """How far two tellings share their words, 0 to 1 of the shorter one's."""
        shorter = min(len(self.words), len(other.words))
        return len(self.words & other.words) / shorter if shorter else 0.0

    def may_be(self, other: Event) -> bool:
        """The same sort of event, and not plainly about other people."""
        apart = self.people and other.people and not self.people & other.people
        return self.sort == other.sort and not apart


def events(scene: Scene) -> Iterator[Event]:
    """Every row that tells of a sort of event others may tell of too; one that tells of a letter is not the event."""
    for account in scene.accounts:
        for row in account.rows():
            sort, day = sort_of(row.told.event), _day(row)
            if sort and day:
                text = f"{row.told.people} {row.told.event}"
                yield Event(row, sort, day, words_of(row.told.event), _people(scene, text))


def sort_of(text: str) -> str:
    """What sort of event a text tells of; empty for what cannot be told apart."""
    return next((sort for sort, words in _SORT.items() if words.search(text)), "")


def words_of(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems."""
    return frozenset(word[:5] for word in re.findall(r"[a-z]{3,}", folded(text)) if word not in _PLAIN)


def _day(row: Row) -> date | None:
    """The day of the event: the row's own, or the one it names where it tells of hearing about it."""
    if not _HEARSAY.search(row.told.event):
        return row.day
    named = days_in(row.told.event)
    return named[0] if len(named) == 1 else None


def _people(scene: Scene, text: str) -> frozenset[str]:
    """Adults a row tells of; the child is in every row."""
    return frozenset(key for key in scene.persons.named(text) if key != "child")
