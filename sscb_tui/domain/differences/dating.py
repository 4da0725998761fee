"""Dates: two agencies tell of what seems one event, and give it different days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.differences.events import ONCE, Event, events
from sscb_tui.domain.differences.model import REFERRAL, Difference, Saying, difference
from sscb_tui.domain.terms import DifferenceKind

if TYPE_CHECKING:
    from sscb_tui.domain.differences.scene import Scene

_CLOSE = 7
"""Days within which two meetings of one sort are likelier one, dated wrongly, than two."""
_ALIKE = 0.5
"""Shared words from which two rows far apart may still be one event with a slip in its date."""
_NAMES = {
    "death": "the death",
    "birth": "the birth",
    "strategy": "a strategy meeting",
    "initial": "the initial conference",
    "review": "a review conference",
    "core": "a core group",
    "joint": "a joint visit",
    "welfare": "a welfare check",
    "emergency": "an emergency attendance",
    "discharge": "a discharge",
    "arrest": "an arrest",
    "call": "a call-out",
}
_COMMON = frozenset({"arrest", "call", "discharge"})
"""Sorts so frequent that nearness alone says nothing: their words must agree as well."""


def dates(scene: Scene) -> Iterator[Difference]:
    """Events told under different dates."""
    told = tuple(events(scene))
    yield from _against_the_referral(scene, told)
    by_agency: dict[str, list[Event]] = {}
    for event in told:
        by_agency.setdefault(event.row.agency, []).append(event)
    for one, other in combinations(by_agency, 2):
        for mine, theirs in _unmatched(by_agency[one], by_agency[other]):
            yield _difference(mine, theirs)


def _unmatched(ours: list[Event], theirs: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs of tellings of which neither has its day in the other agency's account."""
    mine = [each for each in ours if not _told(each, theirs)]
    yours = [each for each in theirs if not _told(each, ours)]
    for each in mine:
        near = [other for other in yours if each.may_be(other) and _one_event(each, other)]
        if len(near) == 1:
            yield each, near[0]


def _told(event: Event, others: list[Event]) -> bool:
    return any(event.sort == other.sort and event.day == other.day for other in others)


def _one_event(one: Event, other: Event) -> bool:
    if one.sort in ONCE:
        return True
    alike = one.like(other) >= _ALIKE
    near = abs((one.day - other.day).days) <= _CLOSE
    return (near and (alike or one.sort not in _COMMON)) or (alike and _slip(one.day, other.day))


def _slip(one: date, other: date) -> bool:
    """Day and month changed about, or the same day in another month or year."""
    swapped = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    return swapped or (one.month, one.day) == (other.month, other.day)


def _difference(one: Event, other: Event) -> Difference:
    first, second = sorted((one, other), key=lambda event: event.row.agency)
    matter = f"{one.sort} {first.row.agency} {first.day} {second.row.agency} {second.day}"
    what = f"The day of {_NAMES[one.sort]}: {shown(one.day)} or {shown(other.day)}"
    return difference(DifferenceKind.DATE, matter, what, (one.row.saying, other.row.saying))


def _against_the_referral(scene: Scene, told: tuple[Event, ...]) -> Iterator[Difference]:
    """The death and the birth, on which the referral itself names a day."""
    child = scene.file.case.child
    died = child.outcome_on if child.outcome_on and child.outcome == "died" else None
    ours = {"birth": child.date_of_birth, "death": died.earliest if died and died.earliest == died.latest else None}
    for sort, day in ours.items():
        other = [event.row.saying for event in told if event.sort == sort and day and event.day != day]
        if day and other:
            given = Saying(REFERRAL, "referral", shown(day))
            yield difference(DifferenceKind.DATE, sort, f"The day of {_NAMES[sort]} is not the same", (given, *other))
