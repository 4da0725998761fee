"""Which answers say nothing new: those that repeat another agency's nearly word for word, so a cell may fold.

Agencies copy from one another's letters. Two texts are likened by their runs of three words: copying with a word
changed here and there keeps most runs, telling the same in one's own words keeps few. Four fifths is where a text of
forty words may have two of them changed. A repeat is never folded if anything that could matter differs: a number, a
name, a negation, or a word of a pair such as mother and father, open and closed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sscb_tui.domain.text import folded

THRESHOLD = 0.8
"""Share of the longer text's runs of words that the two must have in common."""
SHORTEST = 20
"""Words below which a text is shown as it is: short texts look alike by chance and cost no room."""
_RUN = 3
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NEGATION = re.compile(
    r"(?:no|not|never|none|nobody|nothing|nor|neither|without|cannot|hardly|un\w+|non\w+|dis\w+|\w+n['’]t|fail\w*|refus\w*"
    r"|declin\w*|den(?:y|ied|ies)|lack\w*|absent|missed)"
)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve once twice first second third last half"
_PAIRS = (
    "mother father brother sister son daughter uncle aunt grandmother grandfather partner he she him her open closed "
    "alive dead seen attended kept accepted before after left right increased decreased known suspected all some most "
    "always sometimes only alone with day night school hospital police morning evening yes"
)
_TELLING = frozenset(f"{_NUMBERS} {_PAIRS}".split())
_OPENING = "a an the this that these those it its we our they there when then as on in at of to and"
_OPENERS = frozenset(_OPENING.split())
"""Words that begin sentences: their capital makes no name of them."""

Cell = tuple[str, str]
"""An agency's code and a question's id."""


@dataclass(frozen=True, slots=True)
class Told:
    """One agency's answer to one question, and when it came in."""

    agency: str
    question: str
    text: str
    received: datetime

    @property
    def cell(self) -> Cell:
        """Where it stands side by side."""
        return self.agency, self.question


@dataclass(frozen=True, slots=True)
class _Read:
    told: Told
    runs: frozenset[tuple[str, ...]]
    facts: tuple[str, ...]


def repeats(answers: Iterable[Told]) -> Mapping[Cell, Cell]:
    """Each answer that repeats another agency's, with the one it repeats: always the earliest received."""
    ordered = sorted(answers, key=lambda told: (told.received, told.agency, told.question))
    originals: list[_Read] = []
    holders: dict[tuple[str, ...], list[int]] = {}
    found: dict[Cell, Cell] = {}
    for told in ordered:
        read = _read(told)
        if read is None:
            continue
        if original := _original(read, originals, holders):
            found[told.cell] = original.cell
            continue
        for run in read.runs:
            holders.setdefault(run, []).append(len(originals))
        originals.append(read)
    return found


def _original(read: _Read, originals: Sequence[_Read], holders: Mapping[tuple[str, ...], Sequence[int]]) -> Told | None:
    """The earliest text of another agency that this one repeats; only texts that share runs are compared."""
    shared = Counter(index for run in read.runs for index in holders.get(run, ()))
    for index in sorted(shared):
        other = originals[index]
        alike = shared[index] >= THRESHOLD * max(len(read.runs), len(other.runs))
        if alike and other.told.agency != read.told.agency and other.facts == read.facts:
            return other.told
    return None


def _read(told: Told) -> _Read | None:
    """The text as runs of words and what must not differ; None where it is too short to fold."""
    words = _WORD.findall(told.text)
    if len(words) < SHORTEST:
        return None
    plain = [folded(word).replace("’", "'") for word in words]
    runs = frozenset(tuple(plain[at : at + _RUN]) for at in range(len(plain) - _RUN + 1))
    return _Read(told, runs, _facts(told.text, plain))


def _named(written: str, word: str) -> bool:
    return written[:1].isupper() and word not in _OPENERS


def _facts(text: str, plain: Sequence[str]) -> tuple[str, ...]:
    """Numbers, names, negations with the word they bear on, and telling words, in order."""
    found = []
    for place, (match, word) in enumerate(zip(_WORD.finditer(text), plain, strict=True)):
        follows = plain[place + 1] if place + 1 < len(plain) else ""
        if _NEGATION.fullmatch(word):
            found.append(f"{word} {follows}")
        elif any(sign.isdigit() for sign in word) or word in _TELLING or _named(match[0], word):
            found.append(word)
    return tuple(found)
