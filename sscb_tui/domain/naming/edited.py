"""What becomes of the true words when a text that was shown with names hidden is edited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 4_000
"""Words beyond which a change in the middle of a text is taken as one change: comparing grows with their square."""


class Change(NamedTuple):
    """Where one text was made into another: these places of the one stand in those of the other."""

    start: int
    end: int
    into: int
    until: int


class Edited(NamedTuple):
    """The true words as they were edited, and whether every edit left what was hidden whole or took it out whole."""

    words: str
    clean: bool


def edited(true: str, shown: str, typed: str) -> Edited:
    """The true words with what was done to them as they were shown.

    Whatever was hidden and still stands comes back; where an edit cut into it, the words stand as they were typed.
    """
    hidden, made = tuple(_joined(shown, changes(shown, true))), tuple(changes(shown, typed))
    at, said = 0, []
    for change in (*made, Change(len(shown), len(shown), len(typed), len(typed))):
        said += [_unveiled(shown, true, hidden, at, change.start), typed[change.into : change.until]]
        at = change.end
    return Edited("".join(said), not any(_cuts(change, each) for change in made for each in hidden))


def _joined(text: str, found: Iterable[Change]) -> Iterator[Change]:
    """Changes with nothing but a space between them are one: a name of two words is hidden as a whole."""
    last: Change | None = None
    for each in found:
        if last is not None and text[last.end : each.start].strip():
            yield last
            last = None
        last = each if last is None else Change(last.start, each.end, last.into, each.until)
    if last is not None:
        yield last


def _cuts(change: Change, hidden: Change) -> bool:
    apart = change.end <= hidden.start or hidden.end <= change.start
    return not apart and not change.start <= hidden.start <= hidden.end <= change.end


def _unveiled(shown: str, true: str, hidden: tuple[Change, ...], start: int, end: int) -> str:
    """A stretch of the shown text in true words, as far as the stretch holds the whole of what stands for them."""
    said = []
    for each in hidden:
        if start <= each.start and each.end <= end:
            said += [shown[start : each.start], true[each.into : each.until]]
            start = each.end
    return "".join((*said, shown[start:end]))


def changes(one: str, other: str) -> Iterator[Change]:
    """Where one text differs from another, word by word; what both begin and end with is passed over first."""
    begin = _common(one, other)
    finish = _common(one[begin:][::-1], other[begin:][::-1])
    mine, theirs = _words(one, begin, len(one) - finish), _words(other, begin, len(other) - finish)
    if len(mine) + len(theirs) > _MOST:
        yield Change(mine[0], mine[-1], theirs[0], theirs[-1])
        return
    matcher = SequenceMatcher(None, _between(one, mine), _between(other, theirs), autojunk=False)
    for tag, start, end, into, until in matcher.get_opcodes():
        if tag != "equal":
            yield Change(mine[start], mine[end], theirs[into], theirs[until])


def _common(one: str, other: str) -> int:
    """How far two texts begin alike, up to the end of a word."""
    length = next((at for at, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), None)
    length = min(len(one), len(other)) if length is None else length
    while length > 0 and any(_inside(text, length) for text in (one, other)):
        length -= 1
    return length


def _inside(text: str, at: int) -> bool:
    return at < len(text) and text[at - 1 : at + 1].isalnum()


def _words(text: str, start: int, end: int) -> list[int]:
    """The places between the words of a stretch, its beginning and end included."""
    return [start, *(found.end() for found in _WORD.finditer(text, start, end))] if start < end else [start]


def _between(text: str, places: list[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise(places)]
