"""Whether a word is meant as a name where it stands, and how far the name reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from sscb_tui.domain.naming.folding import Folded, plain
from sscb_tui.domain.naming.people import Bearer

_SHORT = 3
_COMMON = (
    "amber april art august autumn baker banks bell best bill bird black bond brown case chance charity chase church "
    "cook dale dawn day dean drew earl faith field fields fox frank gene good grace grant gray green grey guy hall "
    "harmony hill home hope house hunter jack joy june king lamb lane law little long lord mark mason may miles moon "
    "mother nurse page park penny police post price prince rich rob rose school short small smart smith star stone "
    "street sue summer swift walker wall ward wards white will wills wolf wood woods young"
)
_ORDINARY = frozenset(_COMMON.split())
"""Words that are names only with a capital; as short ones are."""
_MONTHS = frozenset(("april", "may", "june", "august"))
_DAY_BEFORE = re.compile(r"(?:[0-9](?:st|nd|rd|th)?|early|mid|late|in|of|since|until|to|and|from)[\s-]+$")
_YEAR_AFTER = re.compile(r"\s+(?:of\s+)?[0-9]")
BACK = 24
"""How far back a word that bears on a name may stand."""
_NEXT = re.compile(r"[ ]([A-Z][\w'’-]{3,})(?!\w)")
_LIKE = 0.8
_SLIP = 2
_LONG = 7
"""Letters below which a name off by one is likelier to be another name."""
_CAPITAL = re.compile(rf"(?<!\w)[A-Z][\w'’-]{{{_LONG - 2},}}")
_SIBLING = "(?:half-)?(?:sister|brother|sibling)"


def is_name(text: str, folded: Folded, part: re.Match[str]) -> bool:
    """Whether a word is meant as a name: short and ordinary words only with a capital, months never beside a day."""
    word = part[0]
    if word in _MONTHS and (
        _DAY_BEFORE.search(folded.text[max(0, part.start() - BACK) : part.start()])
        or _YEAR_AFTER.match(folded.text, part.end())
    ):
        return False
    return (len(word) > _SHORT and word not in _ORDINARY) or text[folded.place(part.start())].isupper()


def with_misspelt(text: str, end: int, who: tuple[Bearer, ...]) -> tuple[int, tuple[Bearer, ...]]:
    """A surname off by a letter or two belongs to the name before it."""
    beside = _NEXT.match(text, end)
    if beside is None:
        return end, who
    word = beside[1].casefold()
    meant = tuple(each for each in who if any(_like(word, part) for part in each.parts[1:]))
    return (beside.end(1), meant) if meant else (end, who)


def misspelt(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where long words stand that are nearly, and not quite, one of these names; and which of them are meant."""
    long = tuple(name for name in names if len(name) >= _LONG)
    for word in _CAPITAL.finditer(text) if long else ():
        if near := _slips(plain(word[0]).removesuffix("'s"), long):
            yield *word.span(), near


@lru_cache(maxsize=4096)
def _slips(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Texts say the same words over and over; each is compared once. A word that is itself a name is no slip."""
    near = (name for name in names if word[0] == name[0] and abs(len(word) - len(name)) <= _SLIP)
    return () if word in names else tuple(name for name in near if _like(word, name))


def _like(word: str, part: str) -> bool:
    return SequenceMatcher(None, word, part).ratio() >= _LIKE


def already_said(before: str, instead: str) -> int:
    """How much to leave out where the words before a name say who it is: "his mother Sam" is "his mother"."""
    if not instead.startswith("the "):
        return 0
    last = instead.rsplit(" ", 1)[-1].casefold()
    same = _SIBLING if instead == "the other child" else re.escape(last)
    said = re.search(rf"(?<!\w)(?:{same})(,? )$", before, re.IGNORECASE)
    return len(said[1]) if said else 0
