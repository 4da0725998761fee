"""Views of the golden thread: what a thing is in words, what it came from, what it led to, and what hangs loose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_tui.domain.rules.orphans import Loose
    from sscb_tui.domain.thread import Address


@dataclass(frozen=True, slots=True)
class ThreadThing:
    """One thing of the record as people call it; the words are whole, and cut by whoever shows them."""

    at: Address
    name: str
    """For example "City Hospitals F1", "(a) Abuse or neglect", "Decision, 12 Nov 2026", "A-12 Housing"."""
    words: str = ""
    """What it says: a quotation, an outcome, an action."""


@dataclass(frozen=True, slots=True)
class ThreadBranch:
    """A thing in the tree, why it hangs there, and what hangs on it."""

    thing: ThreadThing
    why: str
    branches: tuple[ThreadBranch, ...] = ()
    again: bool = False
    """It hangs elsewhere in the tree as well, with all that is its own."""


@dataclass(frozen=True, slots=True)
class ThreadView:
    """Where one thing came from and what it led to."""

    case_id: str
    reference: str
    pseudonym: str
    thing: ThreadThing
    came_from: tuple[ThreadBranch, ...]
    led_to: tuple[ThreadBranch, ...]


@dataclass(frozen=True, slots=True)
class EarlyPrompt:
    """What an agency told that calls for an early action: how it is cited, whose it is, and its words."""

    ref: str
    """For example "POL F4.J2"."""
    agency: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class OrphanRow:
    """A thing that hangs loose from the thread: of which case, what it lacks, and what it is."""

    case_id: str
    reference: str
    pseudonym: str
    loose: Loose
    thing: ThreadThing
