"""The projector mask: everything a meeting shows, without names, birth dates, addresses and restricted passages.

The mask lies on data, not on widgets, and on every word of it, so that a pane that is added later is masked as well.
What is stored never goes through it: `true` leads from a masked text back to the words it was made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.criteria import Assessment
from sscb_tui.domain.differences.accounts import sentences
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.naming.edited import edited
from sscb_tui.domain.naming.posts import by_post, pattern, posts
from sscb_tui.domain.template import people, questions
from sscb_tui.domain.terms import Silence
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import ChronologyGap, SideBySide

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import Answer
    from sscb_tui.services.views import CellView

T = TypeVar("T")
HIDDEN = "▒ hidden while masked"
"""What stands in place of a privileged or restricted passage."""
_ADDRESS, _BIRTH, _NAME = "‹address›", "‹date of birth›", "‹name›"
_HOUSES = re.compile(
    r"\b[0-9]+[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave?|Lane|Ln|Close|Drive|Dr|Terrace|Court"
    r"|Row|Place|Way|Crescent|Gardens|Grove|View|Square|Walk|Park|Green|Hill)\b"
)
_DAY = (
    r"[0-9]{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-]+(?:[A-Za-z]{3,9}|[0-9]{1,2})[ .,/-]+(?:[0-9]{4}|[0-9]{2})\b"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_BORN = re.compile(rf"(\b(?:d\.?o\.?b\.?|birth|birthday|born)\b[^.;\n]{{0,40}}?)(?:{_DAY})", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]{5,}")
_LIKE = 0.85
_SHORTEST = 12
"""Letters below which a sentence is too common to be known again in another text."""


class Mask:
    """The mask of one case as it stands; it remembers what it has masked, so that showing again costs nothing."""

    def __init__(self, file: CaseFile, board: BoardSettings) -> None:
        """What to look for is read from the case and its returns; those at the table are called by their posts."""
        self._called = posts(file, board)
        self._callers = pattern(self._called)
        self._names = names_of(file)
        self._parts = [part for each in self._names.people for part in each.parts if len(part) > 5]
        self._restricted = frozenset(restricted(file))
        passages = sorted(_passages(file, self._restricted), key=len, reverse=True)
        self._passages = re.compile("|".join(map(re.escape, passages)) or r"(?!)")
        self.made_for = made_for(file, board)
        self._births = {each.child.date_of_birth for each in (file.case, *file.siblings)}
        self._said: dict[str, str] = {}
        self._meant: dict[str, str | None] = {}

    def words(self, text: str) -> str:
        """A text as everybody in the room may read it."""
        if text not in self._said:
            self._said[text] = said = self._masked(text)
            if said != text:
                self._meant[said] = None if said in self._meant else text
        return self._said[text]

    def true(self, shown: str) -> str | None:
        """The words behind a text that was shown; None where it could stand for several, as a hidden passage does."""
        return self._meant.get(shown, shown)

    def meant(self, offered: str, typed: str) -> str | None:
        """The words meant by a text that was shown as `offered` and made into `typed`; None where that is uncertain."""
        if typed == offered:
            return self.true(typed)
        before = self.true(offered)
        if before is None or before == offered:
            return typed if before is not None else None
        said, clean = edited(before, offered, typed)
        return said if clean and self._masked(said) == self._masked(typed) else None

    def nearly_meant(self, offered: str, typed: str) -> str:
        """The same as far as it is certain: whatever was left whole in true words, the rest as it was typed."""
        before = self.true(offered)
        return typed if before is None else edited(before, offered, typed).words

    def view(self, shown: T) -> T:
        """A view, a record or a tuple of them with every word masked; what holds no words is left as it is."""
        return self._changed(shown)

    def _masked(self, text: str) -> str:
        without = by_post(self._passages.sub(HIDDEN, text), self._called, self._callers)
        named = self._names.masked(_BORN.sub(rf"\1{_BIRTH}", _HOUSES.sub(_ADDRESS, without)))
        return _CAPITAL.sub(self._nearly, named) if self._parts else named

    def _nearly(self, found: re.Match[str]) -> str:
        """A name of the family misspelt is still that name."""
        return _NAME if get_close_matches(found[0].casefold(), self._parts, 1, _LIKE) else found[0]

    def _changed(self, value: T) -> T:
        found: object = value
        if isinstance(value, Enum | BoardSettings | Assessment | Address):
            return value
        if isinstance(value, str):
            found = self.words(value)
        elif isinstance(value, tuple | list | dict):
            found = self._several(value)
        elif isinstance(value, SideBySide):
            found = self._grid(value)
        elif isinstance(value, ChronologyGap) and {value.first, value.last} & self._births:
            found = replace(value, words=value.kind, undated=True)
        elif isinstance(value, BaseModel) or (is_dataclass(value) and not isinstance(value, type)):
            found = self._record(value)
        return found  # type: ignore[return-value]  # each branch keeps the type it was given

    def _several(self, values: tuple[object, ...] | list[object] | dict[str, object]) -> object:
        """Each of them masked; a tuple in which nothing changed is itself."""
        if isinstance(values, dict):
            return {key: self._changed(each) for key, each in values.items()}
        changed = list(map(self._changed, values))
        if isinstance(values, list):
            return changed
        return values if all(map(_same, changed, values)) else tuple(changed)

    def _record(self, record: object) -> object:
        """A copy with its words masked, or the record itself where there is nothing to mask."""
        held = {name: getattr(record, name) for name in _fields(record)}
        changed = {name: new for name, old in held.items() if (new := self._changed(old)) is not old and new != old}
        if not changed:
            return record
        if isinstance(record, BaseModel):
            return record.model_copy(update=changed)
        return replace(record, **changed)  # type: ignore[type-var]  # told to be a dataclass before it came here

    def _grid(self, grid: SideBySide) -> SideBySide:
        rows = [
            tuple(map(self._shut if question[0] in self._restricted else self._cell, row))
            for question, row in zip(grid.questions, grid.cells, strict=True)
        ]
        return replace(grid, questions=self._changed(grid.questions), cells=tuple(rows))

    def _shut(self, cell: CellView) -> CellView:
        """A cell of a restricted question: that something stands there may be seen, what it is may not."""
        return replace(self._cell(cell), text="", silence=HIDDEN) if cell.text else self._cell(cell)

    def _cell(self, cell: CellView) -> CellView:
        withheld = f"{Silence.WITHHELD.glyph} {Silence.WITHHELD.label}"
        bare = replace(cell, silence=withheld) if cell.silence.startswith(withheld) else cell
        return self._record_cell(bare)

    def _record_cell(self, cell: CellView) -> CellView:
        changed: CellView = replace(cell, text=self.words(cell.text), silence=self.words(cell.silence))
        return cell if changed == cell else changed


def restricted(file: CaseFile) -> Iterator[str]:
    """Questions whose answers only some may see (V4): parallel processes, and what the police ask to be kept back."""
    return (question.id for question in questions(people(file.case)) if question.restricted)


def made_for(file: CaseFile, board: BoardSettings) -> tuple[object, ...]:
    """What a mask depends on: the cases that name people, the returns that restrict passages, who is at the table."""
    held = ((each.id, each.version) for each in (file.case, *file.siblings, *file.requests))
    return (*held, *posts(file, board).items())


def _passages(file: CaseFile, restricted: frozenset[str]) -> frozenset[str]:
    """Every sentence of every restricted answer, and every reason given for withholding one."""
    answers = (each for request in file.requests if request.returned for each in request.returned.answers)
    return frozenset(text for each in answers for text in _kept_back(each, restricted) if len(text) >= _SHORTEST)


def _kept_back(answer: Answer, restricted: frozenset[str]) -> Iterator[str]:
    if answer.question in restricted:
        yield answer.text.strip()
        yield from sentences(answer.text)
    if answer.silence is Silence.WITHHELD:
        yield answer.silence_reason.strip()


def _fields(record: object) -> tuple[str, ...]:
    """The names of a record's fields."""
    if isinstance(record, BaseModel):
        return tuple(type(record).model_fields)
    return tuple(each.name for each in fields(record))  # type: ignore[arg-type]  # told to be a dataclass before


def _same(one: object, other: object) -> bool:
    return one is other
