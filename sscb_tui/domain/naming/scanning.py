"""The last look before words leave the Board: names, marks and contacts of a case, also where a name is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sscb_tui.domain.naming.finding import Names, names_of
from sscb_tui.domain.naming.folding import plain

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile

_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\d)(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)")
_SHORTEST, _SHORT, _LONG = 4, 5, 7
"""Letters below which a slip is likelier another word; up to which the first letter has to be right; from which two
slips are allowed."""
_ROUND = 28
"""Characters of context on either side."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that would say who a case is about: where they stand, and what they stand among."""

    words: str
    line: int
    context: str
    why: str


def scan(file: CaseFile, text: str) -> tuple[Hit, ...]:
    """Everything in the text that names or nearly names somebody of the case, in order."""
    own = frozenset(plain(" ".join(case.pseudonym for case in (file.case, *file.siblings))).split())
    return _scanned(names_of(file), own, text)


@lru_cache(maxsize=4)
def _scanned(names: Names, own: frozenset[str], text: str) -> tuple[Hit, ...]:
    """A checklist asks again and again about one long report, which changes seldom."""
    found = {(each.start, each.end): "identifies somebody of the case" for each in names.found(text)}
    parts = tuple(sorted({part for each in names.people for part in each.parts}))
    for start, end in (*_nearly(text, parts, own), *(each.span() for each in _CONTACT.finditer(text))):
        if not any(start < there[1] and there[0] < end for there in found):
            why = (
                "is a telephone number or an address" if _CONTACT.match(text, start) else "is nearly a name of the case"
            )
            found[start, end] = why
    return tuple(_hit(text, start, end, why) for (start, end), why in sorted(found.items()))


def _hit(text: str, start: int, end: int, why: str) -> Hit:
    context = " ".join(text[max(0, start - _ROUND) : end + _ROUND].split())
    return Hit(text[start:end].lstrip(" ,"), text.count("\n", 0, start) + 1, context, why)


def _nearly(text: str, parts: tuple[str, ...], own: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Words with a capital that are a slip away from a name: one letter, or two where the name is long."""
    for word in _WORD.finditer(text):
        bare = re.sub(r"['’]s?$", "", word[0])
        folded = plain(bare)
        if bare[0].isupper() and folded not in own and _near(folded, parts):
            yield word.start(), word.start() + len(bare)


@lru_cache(maxsize=65536)
def _near(word: str, parts: tuple[str, ...]) -> bool:
    """Reports say the same words over and over; each is compared once."""
    return any(_slips(word, part) for part in parts)


def _slips(word: str, part: str) -> bool:
    if word == part or min(len(word), len(part)) < _SHORTEST:
        return False
    allowed = 2 if len(part) >= _LONG else 1
    if len(part) <= _SHORT and word[0] != part[0]:
        return False
    if abs(len(word) - len(part)) > allowed or len(set(word) ^ set(part)) > 2 * allowed:
        return False
    return _distance(word, part) <= allowed


def _distance(one: str, other: str) -> int:
    """Letters to put in, leave out, change or swap with their neighbour to make one word of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, sign in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                least = min(least, earlier[j - 2] + 1)
            row.append(least)
    return row[-1]
