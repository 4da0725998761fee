"""Rows of different agencies that may tell of one event: found and set side by side, never merged.

A person confirms or dismisses them; what is certain here is only that the dates allow it, that people or kind agree
where both are given, and that the words are alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sscb_tui.domain.merge.entries import Entry
from sscb_tui.domain.merge.order import merged
from sscb_tui.domain.terms import YesNo
from sscb_tui.domain.text import folded

_NEAR = 1
"""Days that two accounts of one event may lie apart."""
_ALIKE, _ALIKE_BY_WORDS_ALONE = 1 / 3, 1 / 2
_WORD = re.compile(r"[^\W_]+")
_PARTED = re.compile(r"[,;/&\n]| and ")
_STEM = 5
"""Letters that tell a word from another: "visited" and "visit", "bruise" and "bruising" are alike."""
_UNTELLING = """
    a an and are as at be by for from had has have he her him his in is it not of on or she that the their they this to
    was were who with"""
_SMALL = frozenset(_UNTELLING.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Entries, at most one of an agency, that may be one event; `differs` names what their accounts disagree in."""

    entries: tuple[Entry, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Account:
    """What of an entry is compared; each is itself alone, so that looking one up compares no words."""

    entry: Entry
    id: str
    agency: str
    earliest: int
    """Days are counted, not dated: tens of thousands are compared."""
    latest: int
    people: frozenset[str]
    kind: frozenset[str]
    said: tuple[str, ...]
    words: frozenset[str]


def candidates(entries: Iterable[Entry]) -> tuple[Candidate, ...]:
    """Groups in which every row may be the same event as every other; a row may stand in several."""
    groups: list[list[_Account]] = []
    homes: dict[str, list[list[_Account]]] = defaultdict(list)
    for one, other in _pairs([_account(entry) for entry in merged(entries) if entry.span]):
        if any(other in home for home in homes[one.id]):
            continue
        home = next((each for each in homes[one.id] if all(_same(member, other) for member in each)), None)
        if home is None:
            home = [one]
            groups.append(home)
            homes[one.id].append(home)
        home.append(other)
        homes[other.id].append(home)
    return tuple(Candidate(tuple(each.entry for each in group), _differences(group)) for group in groups)


def _account(entry: Entry) -> _Account:
    earliest, latest = entry.span or (date.max, date.max)
    said = tuple(_WORD.findall(folded(entry.row.event)))
    words = frozenset(word[:_STEM] for word in said if word not in _SMALL)
    people, kind = _listed(entry.row.people), _listed(entry.row.kind)
    days = earliest.toordinal(), latest.toordinal()
    return _Account(entry, entry.id, entry.agency, *days, people, kind, said, words)


def _listed(text: str) -> frozenset[str]:
    parts = (" ".join(part.split()) for part in _PARTED.split(folded(text)))
    return frozenset(filter(None, parts))


def _pairs(accounts: list[_Account]) -> Iterator[tuple[_Account, _Account]]:
    """Those that may be the same, the earlier first; accounts come by earliest day, so that far ones drop out."""
    near: list[_Account] = []
    for account in accounts:
        yesterday = account.earliest - _NEAR
        near = [each for each in near if each.latest >= yesterday]
        yield from ((each, account) for each in near if _same(each, account))
        near.append(account)


def _same(one: _Account, other: _Account) -> bool:
    """Whether two accounts may be of one event."""
    if one.agency == other.agency or one.words.isdisjoint(other.words) or not _close(one, other):
        return False
    given = [pair for pair in ((one.people, other.people), (one.kind, other.kind)) if all(pair)]
    if given and not any(mine & yours for mine, yours in given):
        return False
    shared, fewer = one.words & other.words, min(len(one.words), len(other.words))
    if not given and len(shared) < 2 and one.said != other.said:
        return False
    return len(shared) >= fewer * (_ALIKE if given else _ALIKE_BY_WORDS_ALONE)


def _close(one: _Account, other: _Account) -> bool:
    return one.earliest - other.latest <= _NEAR and other.earliest - one.latest <= _NEAR


def _differences(group: list[_Account]) -> tuple[str, ...]:
    """What no reader may take as agreed; words count as soon as they are not the same words."""
    seen = {each.entry.row.child_seen for each in group}
    found = {
        "date": len({(each.earliest, each.latest) for each in group}) > 1,
        "child seen": {YesNo.YES, YesNo.NO} <= seen,
        "people": len({each.people for each in group if each.people}) > 1,
        "kind": len({each.kind for each in group if each.kind}) > 1,
        "words": len({each.said for each in group}) > 1,
    }
    return tuple(name for name, differs in found.items() if differs)
