"""What other people's words for a status, an agency or a level come to in ours; what comes to nothing stays theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import ActionState, Level, Origin
from sscb_tui.domain.terms.base import Term
from sscb_tui.domain.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscb_tui.domain.agency import Agency

_S = ActionState
_STATES: tuple[tuple[ActionState, str], ...] = (
    (
        _S.NOT_STARTED,
        r"not (yet )?started|to be started|to do|open|new|outstanding|not due|no progress|pending|proposed",
    ),
    (
        _S.IN_PROGRESS,
        r"in progress|ongoing|on-?going|under way|underway|started|on track|(partially|partly) .*|delayed",
    ),
    (_S.BLOCKED, r"blocked|on hold|stalled|stuck|paused"),
    (_S.DONE_UNVERIFIED, r"complete|completed|done|achieved|finished|implemented|actioned|discharged|yes|100 ?%"),
    (_S.DONE_UNVERIFIED, r"closed|verified|signed off|sign(ed)?-off|embedded|complete(d)?[ -].*|evidenced"),
)
BY_AN_OWNER = frozenset({_S.NOT_STARTED, _S.IN_PROGRESS, _S.BLOCKED, _S.DONE_UNVERIFIED})
"""What a file may say of an action: no more than its owner may; verified means seen by a second person here."""
_PARTS = re.compile(r"\s*(?:[,;/&+|\n]|\band\b|\bwith\b)\s*")


def state_of(text: str) -> ActionState | None:
    """The state those words come to, never beyond "done, not verified"; None where they come to none of ours."""
    words = " ".join(folded(text).split()).strip(".!")
    for state, form in _STATES:
        if re.fullmatch(form, words) or words == state.label:
            return state
    return None


@dataclass(frozen=True, slots=True)
class Bodies:
    """The agencies a cell names: one who leads, or several of whom none is said to lead."""

    lead: str = ""
    several: tuple[str, ...] = ()
    unknown: bool = False
    """Something is named that is not in the Board's list."""


def bodies(text: str, known: Sequence[Agency]) -> Bodies:
    """Agencies by code, short name or any name they have had; a list of several leaves the lead open (RA.06)."""
    if not text.strip():
        return Bodies()
    if (whole := _agency(text, known)) is not None:
        return Bodies(lead=whole)
    parts = [_agency(part, known) for part in _PARTS.split(text) if part.strip()]
    found = tuple(dict.fromkeys(part for part in parts if part is not None))
    return Bodies(several=found, unknown=None in parts or not parts)


def _agency(text: str, known: Sequence[Agency]) -> str | None:
    words = " ".join(folded(text).split()).strip(".")
    for agency in known:
        called = {agency.code, agency.short, *(each.name for each in agency.names)} - {""}
        if words in {" ".join(folded(name).split()) for name in called}:
            return agency.code
    return None


def level_of(text: str) -> Level | None:
    """A level by its label or value."""
    return next((each for each in Level if _same(text, each)), None)


def origin_of(text: str) -> Origin | None:
    """An origin by its label or value."""
    return next((each for each in Origin if _same(text, each)), None)


def _same(text: str, term: Term) -> bool:
    words = " ".join(folded(text).split())
    return words in (term.value, folded(term.label), term.value.replace("_", " "))
