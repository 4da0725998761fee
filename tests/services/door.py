"""What the permission tests know of one writing method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import Move, Role, Stage
from tests.services.office import Office

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor

Call = Callable[[Office, "Actor", str], object]


@dataclass(frozen=True)
class Door:
    """One method: at which stage it is tried, what the matrix and the process must allow, and the call."""

    at: str
    """The stage of the office's case: a method of `Office`, or of `stages`."""
    deed: Deed
    thing: Thing
    call: Call
    move: tuple[Stage, Move] | None = None
    only: frozenset[Role] | None = None
    """Where a rule is narrower than the matrix."""
