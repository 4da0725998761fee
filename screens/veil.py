"""What lies between a page and a room that looks on: what was read is shown masked, what is typed is meant unmasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sscb_tui.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from screens.forms.spec import Entry, Value, Values
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.masking import Mask

T = TypeVar("T")
MASKED = Problem("These words", "are masked.", "in the meeting m takes the mask off; then do it again")


class Veil:
    """Hides what a mask hides; without one, nothing. Never changed: words are meant as the veil they were shown by."""

    def __init__(self, mask: Mask | None = None) -> None:
        """`mask` is that of the case in hand."""
        self._mask = mask

    def shown(self, view: T) -> T:
        """Anything that was read, as the room may see it."""
        return view if self._mask is None else self._mask.view(view)

    def acting(self, actor: Actor) -> str:
        """Who is at the keyboard: by name, or while names are hidden by post."""
        return actor.name if self._mask is None else actor.role.label

    def true(self, shown: str) -> str:
        """The words behind a text on show, to be written to the record; a hidden passage is refused."""
        words = shown if self._mask is None else self._mask.true(shown)
        if words is None:
            raise InputError([MASKED])
        return words

    def meant(self, offered: Values, typed: Entry) -> Entry:
        """What somebody means who was offered these and gave those; an edit that cuts into a name is refused."""
        return {path: self._meant(offered.get(path, ""), value) for path, value in typed.items()}

    def _meant(self, offered: Value, typed: Value) -> Value:
        if self._mask is None or isinstance(typed, bool):
            return typed
        if isinstance(typed, list):
            return [self.meant(_row(offered, at, row), row) for at, row in enumerate(typed)]
        words = self._mask.meant(offered if isinstance(offered, str) else "", typed)
        if words is None:
            raise InputError([MASKED])
        return words

    def to_keep(self, offered: Values, typed: Entry) -> Entry:
        """The same for a draft, which refuses nothing: an answer left alone, its true words uncertain, is left out."""
        kept: Entry = {}
        for path, value in typed.items():
            before = offered.get(path, "")
            try:
                kept[path] = self._meant(before, value)
            except InputError:
                if value != before:
                    kept[path] = self._as_far_as_certain(before, value)
        return kept

    def _as_far_as_certain(self, offered: Value, typed: Value) -> Value:
        if isinstance(typed, list):
            return [self.to_keep(_row(offered, at, row), row) for at, row in enumerate(typed)]
        if self._mask is None or not isinstance(typed, str) or not isinstance(offered, str):
            return typed
        return self._mask.nearly_meant(offered, typed)


def _row(offered: Value, at: int, typed: Entry) -> Values:
    """The row as it was offered: the same one wherever it stands now, else the one in its place."""
    rows = offered if isinstance(offered, list) else []
    return typed if typed in rows else rows[at] if at < len(rows) else {}
