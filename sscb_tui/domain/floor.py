"""Who has the floor and who has been heard, reckoned from the stamped lines of the minutes and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting, MinuteLine

WORDS = frozenset({LineKind.NOTE, LineKind.FACT, LineKind.QUOTE, LineKind.DISSENT, LineKind.DISCREPANCY, LineKind.VIEW})
"""Lines that hold what an agency said."""


def begun_by(words: str, names: Mapping[str, str]) -> str | None:
    """The agency that a line names as its own, by code or name and a colon: "Housing: we were not told"."""
    who, colon, said = words.partition(":")
    meant = who.strip().casefold()
    if not colon or not said.strip():
        return None
    return next((code for code, name in names.items() if meant in (code.casefold(), name.casefold())), None)


@dataclass(frozen=True, slots=True)
class Turn:
    """One agency's turn to speak; `ended` is None while it has the floor."""

    agency: str
    item: int | None
    began: datetime
    ended: datetime | None = None

    def lasted(self, now: datetime) -> timedelta:
        """How long it has lasted, or did."""
        return max(timedelta(), (self.ended or now) - self.began)


@dataclass(frozen=True, slots=True)
class Heard:
    """How much one agency has been heard."""

    time: timedelta
    turns: int
    on_item: bool
    """Heard on the item in hand."""
    minuted: bool
    """Its words stand in the minutes, whether or not it was given the floor."""

    @property
    def at_all(self) -> bool:
        """Heard at some time in this meeting."""
        return self.turns > 0 or self.minuted


@dataclass(frozen=True, slots=True)
class AirTime:
    """Every turn of a meeting so far, and whose words are in its minutes under which item."""

    turns: tuple[Turn, ...] = ()
    words: frozenset[tuple[str, int | None]] = frozenset()

    @property
    def holder(self) -> str | None:
        """The agency that has the floor."""
        return self.turns[-1].agency if self.turns and self.turns[-1].ended is None else None

    def of(self, agency: str, item: int | None, now: datetime) -> Heard:
        """What one agency has had, with the item in hand."""
        own = [turn for turn in self.turns if turn.agency == agency]
        spoken = {(turn.agency, turn.item) for turn in own} | self.words
        return Heard(
            time=sum((turn.lasted(now) for turn in own), timedelta()),
            turns=len(own),
            on_item=(agency, item) in spoken,
            minuted=any(code == agency for code, _ in self.words),
        )


def air_time(meeting: Meeting, lines: Iterable[MinuteLine]) -> AirTime:
    """A turn ends when the floor goes on or back, when the agenda moves on, and when the meeting ends."""
    standing = [line for line in lines if not line.struck]
    turns: list[Turn] = []
    for line in standing:
        given = line.kind is LineKind.FLOOR
        if turns and turns[-1].ended is None and (given or line.item != turns[-1].item):
            turns[-1] = replace(turns[-1], ended=_by_the_close(meeting, line.at))
        if given and line.agency is not None:
            turns.append(Turn(line.agency, line.item, line.at))
    if turns and turns[-1].ended is None and meeting.closed_at is not None:
        turns[-1] = replace(turns[-1], ended=meeting.closed_at)
    words = {(line.agency, line.item) for line in standing if line.agency is not None and line.kind in WORDS}
    return AirTime(tuple(turns), frozenset(words))


def _by_the_close(meeting: Meeting, at: datetime) -> datetime:
    return at if meeting.closed_at is None else min(at, meeting.closed_at)
