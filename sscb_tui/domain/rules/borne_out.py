"""Whether the tracker bears out what a response says was done: a word alone is published as a word (F15.04, RA.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import GIVEN_UP, UNDONE
from sscb_tui.domain.rungs import RUNGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.publication import Done

REPORTED = "reported, not yet evidenced"
_SAID = 1


def is_done(action: Action) -> bool:
    """Said to be done, or more, and not reopened since."""
    return action.state not in UNDONE and action.state not in GIVEN_UP


def shown_by(action: Action) -> str:
    """What shows that it was done, by its rung; a word alone shows nothing."""
    return RUNGS[action.rung] if is_done(action) and action.rung > _SAID else REPORTED


def borne_out(done: Done, actions: Iterable[Action]) -> str:
    """The same of what a response says in its own words: by the agency's action that says it in the same."""
    found = [shown_by(each) for each in actions if each.agency == done.agency and _same(done.what, each)]
    return next((words for words in found if words != REPORTED), REPORTED)


def _same(words: str, action: Action) -> bool:
    """Whether it is said in the action's own words, or in those it is published in."""
    said = _plain(words)
    return said in (_plain(action.action), _plain(action.publishable))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
