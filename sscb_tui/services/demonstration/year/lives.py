"""The lives of actions: what becomes of them between the day they are agreed and today, in hundredths of that time.

An action whose date lies beyond 100 is due in the future; one that nobody speaks of after its first days is silent.
"""

from __future__ import annotations

from dataclasses import dataclass

from sscb_tui.domain.terms import ActionState, Shown
from sscb_tui.services.demonstration.year.hands import (
    Deed,
    closed,
    closed_on_a_minute,
    coloured,
    embedded,
    handed_over,
    moved,
    proved,
    retested,
    said,
    superseded,
    verified,
    withdrawn,
)

_S = ActionState
BEGUN, DONE = said(_S.IN_PROGRESS), said(_S.DONE_UNVERIFIED)
BLOCKED = said(_S.BLOCKED, "The system's supplier does not answer; the contract ends in March.")


@dataclass(frozen=True, slots=True)
class Life:
    """When it was due, and what was done when; both in hundredths of the time since it was agreed."""

    due: int
    deeds: tuple[tuple[int, Deed], ...] = ()


_DONE_EARLY = ((12, BEGUN), (28, BEGUN), (38, proved(5)), (42, DONE), (46, verified))
LIVES: dict[str, Life] = {
    "embedded": Life(45, (*_DONE_EARLY, (90, proved(6)), (91, retested(Shown.HELD)), (92, embedded))),
    "closed": Life(45, (*_DONE_EARLY, (90, retested(Shown.HELD, again=6)), (94, closed))),
    "closed on a minute": Life(45, (*_DONE_EARLY, (90, closed_on_a_minute))),
    "test due": Life(48, ((15, BEGUN), (44, proved(3)), (46, DONE), (52, verified))),
    "verified lately": Life(80, ((20, BEGUN), (60, BEGUN), (76, proved(4)), (78, DONE), (86, verified))),
    "fell back": Life(45, (*_DONE_EARLY, (92, retested(Shown.NOT_SHOWN)))),
    "fell back, begun again": Life(45, (*_DONE_EARLY, (80, retested(Shown.NOT_SHOWN)), (94, BEGUN))),
    "held in part": Life(45, (*_DONE_EARLY, (91, retested(Shown.PARTLY, again=3)))),
    "done, on a word": Life(96, ((25, BEGUN), (70, BEGUN), (92, proved(1)), (93, DONE))),
    "ready to verify": Life(95, ((25, BEGUN), (70, BEGUN), (90, proved(5)), (94, DONE))),
    "begun": Life(135, ((30, BEGUN), (90, BEGUN))),
    "moved once": Life(85, ((20, BEGUN), (80, moved(60, "The post is vacant until the summer.")), (90, BEGUN))),
    "moved twice": Life(
        60,
        (
            (20, BEGUN),
            (58, moved(42, "The supplier needs longer.")),
            (84, moved(42, "The pilot has to be done again.")),
            (91, BEGUN),
        ),
    ),
    "late": Life(88, ((20, BEGUN), (92, BEGUN))),
    "late again": Life(60, ((20, BEGUN), (56, moved(30, "Two managers have left.")), (93, BEGUN))),
    "blocked": Life(120, ((20, BEGUN), (90, BLOCKED))),
    "silent": Life(112, ((8, BEGUN),)),
    "silent and late": Life(75, ((8, BEGUN),)),
    "not begun": Life(150),
    "due soon": Life(108, ()),
    "withdrawn": Life(80, ((20, BEGUN), (60, withdrawn))),
    "superseded": Life(80, ((20, BEGUN), (62, superseded))),
    "handed over": Life(125, ((20, BEGUN), (55, handed_over))),
    "coloured by hand": Life(104, ((20, BEGUN), (94, coloured))),
}

DECKS: dict[str, dict[str, int]] = {
    "u": {
        "embedded": 12,
        "closed": 10,
        "closed on a minute": 2,
        "test due": 8,
        "verified lately": 5,
        "fell back": 2,
        "fell back, begun again": 2,
        "held in part": 2,
        "done, on a word": 3,
        "ready to verify": 4,
        "late again": 4,
        "moved twice": 3,
        "blocked": 2,
        "silent and late": 4,
        "withdrawn": 1,
        "superseded": 1,
        "coloured by hand": 1,
    },
    "y": {
        "begun": 12,
        "moved once": 6,
        "moved twice": 3,
        "late": 6,
        "blocked": 3,
        "silent": 6,
        "not begun": 5,
        "due soon": 3,
        "done, on a word": 4,
        "ready to verify": 3,
        "verified lately": 3,
        "withdrawn": 1,
        "handed over": 2,
    },
    "z": {
        "begun": 7,
        "not begun": 4,
        "due soon": 1,
        "ready to verify": 3,
        "done, on a word": 2,
        "verified lately": 2,
        "moved once": 2,
        "late": 1,
    },
}
"""How many actions of each review live which life: 66, 57 and 22."""
CROWD = ("begun", "late", "silent", "done, on a word", "not begun", "blocked", "moved once", "due soon")
"""The lives of whatever goes beyond a whole year: what is open, since nobody could have judged so many."""
