"""One search for everything that would say who a case is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING

from sscb_tui.domain.naming.folding import Folded
from sscb_tui.domain.naming.marks import addresses, births, numbers
from sscb_tui.domain.naming.people import Bearer, bearers

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile

_BORN, _HOME, _NUMBER, _SURNAME, _NAME = (
    *("‹date of birth›", "‹address›", "‹number›"),
    *("‹surname›", "‹name›"),
)
_INSTEAD = {"birth": _BORN, "home": _HOME, "number": _NUMBER}
_SHORT = 3
_ORDINARY = frozenset(
    """
    amber april art august autumn baker banks bell best bill bird black bond brown case chance charity chase church cook
    crystal daisy dale dawn day dean drew earl faith field fields fox frank gene good grace grant gray green grey guy
    hall harmony hart hazel heather hill holly home hope house hunter iris ivy jack jade joy june king lamb lane law lily
    little long lord mark martin mason may miles moon mother nurse olive page park pearl penny police poppy post price
    prince rich rob robin rose ruby school short small smart smith star stone street sue summer swift violet walker wall
    ward wards white will wills wolf wood woods young""".split()
)
"""Words that are names only with a capital; as short ones are."""
_MONTHS = frozenset(("april", "may", "june", "august"))
_DAY_BEFORE = re.compile(r"(?:[0-9](?:st|nd|rd|th)?|early|mid|late|in|of|since|until|to|and|from)[\s-]+$")
_YEAR_AFTER = re.compile(r"\s+(?:of\s+)?[0-9]")
_BEGINS, _ENDS = r"(?<![^\W_])", r"(?=(?:e?s)?(?![^\W_]))"
_TITLE = r"(?:(?:mr|mrs|ms|miss|mx|master)\.?\s+)?"
_INITIALS = r"(?:[a-z]\.[ ]?){0,3}"
_NEXT = re.compile(r"[ ]([A-Z][\w'’-]{3,})(?!\w)")
_LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """Words that identify somebody, where they stand in the text, and what a paper says instead."""

    start: int
    end: int
    words: str
    instead: str


@dataclass(frozen=True, slots=True)
class Names:
    """What identifies the child and the family of one case."""

    people: tuple[Bearer, ...]
    pattern: re.Pattern[str]
    part: re.Pattern[str]

    def masked(self, text: str) -> str:
        """The text as papers and projected screens give it; nothing else in it changes."""
        at, said = 0, []
        for each in self._found(text):
            said += [text[at : each.start], _begun(text, each)]
            at = each.end
        return "".join((*said, text[at:])) if said else text

    def found(self, text: str) -> tuple[Found, ...]:
        """Everything in the text that identifies somebody, in order."""
        return tuple(self._found(text))

    def _found(self, text: str) -> Iterator[Found]:
        folded, behind = Folded.of(text), 0
        for match in self.pattern.finditer(folded.text):
            for each in self._read(text, folded, match):
                if each.start >= behind:
                    behind = each.end
                    yield each

    def _read(self, text: str, folded: Folded, match: re.Match[str]) -> Iterator[Found]:
        if instead := _INSTEAD.get(match.lastgroup or ""):
            start, end = folded.place(match.start()), folded.after(match.end())
            yield Found(start, end, text[start:end], instead)
            return
        first, last = match.span("run")
        parts = [part for part in self.part.finditer(folded.text, first, last) if _is_name(text, folded, part)]
        for run in self._runs(parts):
            lead = match.start() if parts and run[0] is parts[0] and run[0].start() == first else run[0].start()
            yield self._named(text, folded, lead, run)

    def _runs(self, parts: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
        """Neighbouring names as far as one person may bear them all."""
        run: list[re.Match[str]] = []
        for part in parts:
            if run and not self._bearing([*run, part]):
                yield run
                run = []
            run.append(part)
        if run:
            yield run

    def _bearing(self, run: list[re.Match[str]]) -> tuple[Bearer, ...]:
        words = {part[0] for part in run}
        return tuple(each for each in self.people if words <= set(each.parts) and len(words) == len(run))

    def _named(self, text: str, folded: Folded, lead: int, run: list[re.Match[str]]) -> Found:
        who = self._bearing(run)
        before = folded.text[lead : run[0].start()]
        initial = re.search(r"([a-z])\.", before)
        if initial and len({each.instead for each in who}) > 1:
            who = tuple(each for each in who if each.initial == initial[1]) or who
        end = folded.after(run[-1].end())
        end, who = _misspelt_after(text, end, who)
        names = {each.instead for each in who}
        start = folded.place(lead)
        if len(names) == 1:
            return Found(start, end, text[start:end], names.pop())
        title = text[start : folded.place(lead + (initial.start() if initial else len(before)))]
        shared = _SURNAME if all(each.parts[-1] == run[-1][0] for each in who) else _NAME
        return Found(start, end, text[start:end], f"{title}{shared}")


def names_of(file: CaseFile) -> Names:
    """What to look for in the words of one case: its people, their dates of birth, their addresses."""
    people, cases = bearers(file), (file.case, *file.siblings)
    words = sorted({part for each in people for part in each.parts}, key=lambda part: (-len(part), part))
    part = rf"{_BEGINS}(?:{'|'.join(map(re.escape, words))}){_ENDS}"
    run = rf"(?P<run>{part}(?:[\s,._-]{{1,3}}{part})*)"
    groups = {"birth": births(cases), "home": addresses(cases), "number": numbers(cases)}
    whole = [
        rf"{_BEGINS}(?P<{name}>{'|'.join(sorted(set(forms), key=len, reverse=True))})(?![^\W_])"
        for name, each in groups.items()
        if (forms := list(each))
    ]
    leading = rf"{_BEGINS}{_TITLE}{_INITIALS}{run}"
    return Names(people, re.compile("|".join((*whole, leading))), re.compile(part))


def _is_name(text: str, folded: Folded, part: re.Match[str]) -> bool:
    """Whether a word is meant as a name: short and ordinary words only with a capital, months never beside a day."""
    word = part[0]
    if word in _MONTHS and (
        _DAY_BEFORE.search(folded.text[: part.start()]) or _YEAR_AFTER.match(folded.text, part.end())
    ):
        return False
    return (len(word) > _SHORT and word not in _ORDINARY) or text[folded.place(part.start())].isupper()


def _misspelt_after(text: str, end: int, who: tuple[Bearer, ...]) -> tuple[int, tuple[Bearer, ...]]:
    """A surname off by a letter or two belongs to the name before it."""
    beside = _NEXT.match(text, end)
    if beside is None:
        return end, who
    word = beside[1].casefold()
    meant = tuple(each for each in who if any(_like(word, part) for part in each.parts[1:]))
    return (beside.end(1), meant) if meant else (end, who)


def _like(word: str, part: str) -> bool:
    return SequenceMatcher(None, word, part).ratio() >= _LIKE


def _begun(text: str, each: Found) -> str:
    """The words that stand instead, with a capital where they begin a sentence."""
    before = text[: each.start].rstrip()[-1:]
    starts = not before or before in ".!?" or "\n" in text[each.start - 1 : each.start]
    return each.instead[0].upper() + each.instead[1:] if starts else each.instead


__all__ = ["Found", "Names", "chain", "names_of"]
