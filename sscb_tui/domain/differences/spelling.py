"""Names that are nearly, but not quite, a name the referral gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sscb_tui.domain.text import folded

_RUN = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
_ALIAS = re.compile(r"\b(?:also known|aka|a\.k\.a|alias|formerly|maiden|n[ée]e|nickname|called)\b", re.IGNORECASE)
_RECORDED = re.compile(r"\b(?:registered|recorded|enrolled|listed|held|known to us|surname)\b", re.IGNORECASE)
_SHORT = 5
"""A name this short may be off by one letter, a longer one by two, before it is another name."""


def misspelt(text: str, names: Sequence[str], others: Sequence[str]) -> str:
    """A name in the text that is one of these but for a letter or two; nobody else's name, and no alias."""
    if _ALIAS.search(text):
        return ""
    right = {tuple(_parts(name)) for name in others}
    known = [_parts(name) for name in names]
    for first, last in _pairs(text):
        if (first, last) not in right and any(_nearly((first, last), each) for each in known):
            return f"{first} {last}"
    return ""


def renamed(text: str, names: Sequence[str]) -> bool:
    """Whether the text says that the person is on record under another surname."""
    if _ALIAS.search(text) or not _RECORDED.search(text):
        return False
    known = [_parts(name) for name in names]
    surnames = {each[-1] for each in known}
    pairs = list(_pairs(text))
    return any(first == each[0] and not surnames & {first, last} for first, last in pairs for each in known) and not (
        surnames & {name for pair in pairs for name in pair}
    )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Neighbouring capitalised words."""
    for run in _RUN.finditer(text):
        words = _parts(run[0])
        yield from pairwise(words)


def _parts(name: str) -> list[str]:
    return [re.sub(r"['’]s$", "", word).replace("’", "'") for word in folded(name).split()]


def _nearly(pair: tuple[str, str], known: Sequence[str]) -> bool:
    """One half exactly the known name's, the other half nearly."""
    if len(known) < 2:
        return False
    ours = (known[0], known[-1])
    return (pair[0] == ours[0] and _slip(pair[1], ours[1])) or (pair[1] == ours[1] and _slip(pair[0], ours[0]))


def _slip(written: str, known: str) -> bool:
    return 0 < _distance(written, known) <= (1 if len(known) <= _SHORT else 2)


def _distance(one: str, other: str) -> int:
    """Letters to add, drop or change to come from one word to the other."""
    line = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        above, line = line, [row]
        for column, sign in enumerate(other, start=1):
            line.append(min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != sign)))
    return line[-1]
