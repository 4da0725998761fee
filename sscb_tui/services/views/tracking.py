"""What the tracker says of a person's last deed, and of an agency's load."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last thing somebody did on the tracker, in plain words."""

    sentence: str
    """For example: your update of 12 actions at 14:05 (Police rows: 'Awaiting audit')."""
    numbers: tuple[int, ...]
    """The actions it touched; none where it was about a recommendation."""
    bars: tuple[str, ...] = ()
    """Why it cannot be taken back; nothing where it can."""


@dataclass(frozen=True, slots=True)
class Load:
    """What an agency has on its plate, for whoever is about to give it more."""

    open: int
    overdue: int
    silent: int
