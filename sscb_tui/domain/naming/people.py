"""Who bears which name, and what papers call them instead: the pseudonym, or what they are to the child."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sscb_tui.domain.naming.folding import plain

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile

_PARTED = re.compile(r"[\s,;/()\"“”]+")
_SEVERAL = re.compile(r"[,;/\n]|\bor\b|\band\b")
_PARTICLES = "al and baby bin da de del der di du el ibn la le mac mc nee o of or st the unborn van von"
_SMALL = frozenset(_PARTICLES.split())
"""Words in names that name nobody."""
_UNNAMED = frozenset(("unknown", "none", "not", "anonymous", "unnamed", "infant"))


@dataclass(frozen=True, slots=True)
class Bearer:
    """One person: what papers say instead of the name, and the words the name is made of."""

    instead: str
    parts: tuple[str, ...]

    @property
    def initial(self) -> str:
        """The first letter of the first name."""
        return self.parts[0][0]


def bearers(file: CaseFile) -> tuple[Bearer, ...]:
    """Everybody the case and its siblings' cases name; children with a pseudonym first, each person once."""
    cases = (file.case, *file.siblings)
    words = {word for case in cases for word in plain(case.pseudonym).split()}
    known: dict[str, Bearer] = {}
    for instead, name in (*_children(cases), *_others(cases)):
        parts = tuple(part for part in _parts(name) if part not in words)
        if parts:
            known.setdefault(" ".join(parts), Bearer(instead, parts))
    return _nameless(tuple(known.values()))


def _children(cases: Iterable[Case]) -> Iterator[tuple[str, str]]:
    for case in cases:
        yield from ((case.pseudonym, name) for name in (case.child.name, *_also(case.child.also_known_as)))


def _others(cases: Iterable[Case]) -> Iterator[tuple[str, str]]:
    for case in cases:
        for who, names in _numbered([(_role(m.relationship), (m.name, *_also(m.also_known_as))) for m in case.family]):
            yield from ((who, name) for name in names)
        for who, names in _numbered([("the other child", (other.name,)) for other in case.other_children]):
            yield from ((who, name) for name in names)
        if case.referral.referrer.anonymous:
            yield "the referrer", case.referral.referrer.name
    plans = (case.discussion.plan for case in cases if case.discussion)
    yield from (("another person", name) for plan in plans if plan for name in plan.search_for)


def _numbered(people: list[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Two grandmothers are the grandmother 1 and 2; one is just the grandmother."""
    often, met = Counter(who for who, _ in people), Counter[str]()
    for who, names in people:
        met[who] += 1
        yield (f"{who} {met[who]}" if often[who] > 1 else who), names


def _role(relationship: str) -> str:
    words = " ".join(relationship.split())
    return words if words.casefold().startswith(("the ", "a ", "an ")) else f"the {words[0].lower()}{words[1:]}"


def _also(names: str) -> tuple[str, ...]:
    return tuple(name for name in _SEVERAL.split(names) if name.strip())


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name that are worth looking for; none where it only says that nobody knows it."""
    words = [word.strip(".'-") for word in _PARTED.split(plain(name))]
    if _UNNAMED & set(words):
        return ()
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 and word not in _SMALL and not word.isdigit()))


def _nameless(people: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
    """A relationship that itself holds a name says no more than that the person belongs to the family."""
    parts = {part for each in people for part in each.parts}
    return tuple(
        replace(each, instead="a member of the family") if parts & set(_parts(each.instead)) else each
        for each in people
    )
