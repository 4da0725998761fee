"""One search for everything that would say who a case is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.naming.folding import Folded
from sscb_tui.domain.naming.marks import BORN, addresses, births, numbers
from sscb_tui.domain.naming.meant import BACK, already_said, is_name, misspelt, with_misspelt
from sscb_tui.domain.naming.people import Bearer, bearers

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile

_INSTEAD = {"born": "‹date of birth›", "birth": "‹date of birth›", "home": "‹address›", "number": "‹number›"}
_SURNAME, _NAME = "‹surname›", "‹name›"
"""For a name that several people bear, so that nobody can say whose it is."""
_BEGINS, _ENDS = r"(?<![^\W_])", r"(?=(?:e?s)?(?![^\W_]))"
_TITLE = r"(?:(?:mr|mrs|ms|miss|mx|master)\.?\s+)?"
_INITIALS = r"(?:[a-z]\.[ ]?){0,3}"


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
        """What stands as it is known, and beside it long names off by a letter or two."""
        exact = tuple(self._exact(text))
        names = tuple(dict.fromkeys(part for each in self.people for part in each.parts))
        slips = (self._slipped(text, start, end, near) for start, end, near in misspelt(text, names))
        beside = [slip for slip in slips if not any(slip.start < each.end and each.start < slip.end for each in exact)]
        return iter(sorted((*exact, *beside), key=lambda each: each.start)) if beside else iter(exact)

    def _slipped(self, text: str, start: int, end: int, near: tuple[str, ...]) -> Found:
        """A name off by a letter or two: whose first name it is, where it can be one person's only."""
        who = [each for each in self.people if set(near) & set(each.parts)]
        surname = any(each.parts[-1] in near for each in who)
        meant = {each.instead for each in who}
        return Found(start, end, text[start:end], _SURNAME if surname else meant.pop() if len(meant) == 1 else _NAME)

    def _exact(self, text: str) -> Iterator[Found]:
        folded, behind = Folded.of(text), 0
        for match in self.pattern.finditer(folded.text):
            for each in self._read(text, folded, match):
                if each.start >= behind:
                    behind = each.end
                    yield each

    def _read(self, text: str, folded: Folded, match: re.Match[str]) -> Iterator[Found]:
        if instead := _INSTEAD.get(match.lastgroup or ""):
            begins = match.end("gap") if match.lastgroup == "born" else match.start()
            start, end = folded.place(begins), folded.after(match.end())
            yield Found(start, end, text[start:end], instead)
            return
        first, last = match.span("run")
        for run in self._runs(self.part.finditer(folded.text, first, last)):
            if len(run) > 1 or is_name(text, folded, run[0]):
                lead = match.start() if run[0].start() == first else run[0].start()
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
        end, who = with_misspelt(text, end, who)
        names = {each.instead for each in who}
        start = folded.place(lead)
        if len(names) == 1:
            instead = names.pop()
            if said := already_said(text[:start][-BACK:], instead):
                return Found(start - said, end, text[start - said : end], "")
            return Found(start, end, text[start:end], instead)
        title = text[start : folded.place(lead + (initial.start() if initial else len(before)))]
        shared = _SURNAME if all(each.parts[-1] == run[-1][0] for each in who) else _NAME
        return Found(start, end, text[start:end], f"{title}{shared}")


def names_of(file: CaseFile) -> Names:
    """What to look for in the words of one case: its people, their dates of birth, their addresses."""
    people, cases = bearers(file), (file.case, *file.siblings)
    words = sorted({part for each in people for part in each.parts}, key=lambda part: (-len(part), part))
    part = rf"{_BEGINS}(?:{'|'.join(map(re.escape, words)) or '(?!)'}){_ENDS}"
    run = rf"(?P<run>{part}(?:[\s,._-]{{1,3}}{part})*)"
    groups = {"born": iter((BORN,)), "birth": births(cases), "home": addresses(cases), "number": numbers(cases)}
    whole = [
        rf"{_BEGINS}(?P<{name}>{'|'.join(dict.fromkeys(forms))})(?![^\W_])"
        for name, each in groups.items()
        if (forms := list(each))
    ]
    leading = rf"{_BEGINS}{_TITLE}{_INITIALS}{run}"
    return Names(people, re.compile("|".join((*whole, leading))), re.compile(part))


def _begun(text: str, each: Found) -> str:
    """The words that stand instead, with a capital where they begin a sentence."""
    if not each.instead:
        return ""
    before = text[max(0, each.start - 2) : each.start]
    starts = (not before.strip() and each.start < 2) or before.endswith("\n") or before[:1] in (".", "!", "?")
    return each.instead[0].upper() + each.instead[1:] if starts else each.instead
