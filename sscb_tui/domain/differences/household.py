"""Household: who lived with the child, as agencies and the referral tell it (F4.B2, F4.B3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sscb_tui.domain.differences.model import REFERRAL, Difference, Saying, difference
from sscb_tui.domain.differences.persons import CHILD, SIBLING
from sscb_tui.domain.terms import DifferenceKind, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.differences.scene import Scene

_ASKED = ("F4.B1", "F4.B2", "F4.B3", "F4.C1")
_FORMER = re.compile(
    r"\b(?:previous(?:ly)?|former(?:ly)?|used to|until|in the past|at one time|years ago)\b", re.IGNORECASE
)
_LIVE = r"(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ent)|stay(?:s|ed|ing))"
_HOME = r"(?:the |his |her |their |this |that |same )*(?:family |home )?(?:address|home|house(?:hold)?|property|flat)"
_OUT = re.compile(
    rf"\b(?:not|never|no longer)\b(?: \w+){{0,3}} (?:{_LIVE}|live|(?:member|part) of|in the (?:house|home))"
    rf"|\bmoved out\b|\bleft the (?:family )?(?:home|household)\b|\b{_LIVE} (?:elsewhere|separately|apart)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\b{_LIVE}(?: \w+)? (?:with (?:the )?(?:mother|father|family|child(?:ren)?|baby|them|her|him)|(?:at|in) {_HOME}"
    rf"|there)\b|\bmoved in\b|\b(?:member|part) of the household\b|\bis in the household\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\b{_LIVE} alone\b|\b(?:only|sole) adult\b|\b(?:nobody|no one) else (?:lives|lived|in)\b"
    rf"|\bno other (?:adults?|people|residents?)\b",
    re.IGNORECASE,
)


class _Claim(NamedTuple):
    """That somebody did, or did not, live there."""

    said: Saying
    who: str
    inside: bool


def household(scene: Scene) -> Iterator[Difference]:
    """People whom one account puts in the household and another does not."""
    claims = list(_claims(scene))
    claims += list(_shut_out(scene, claims))
    for who in dict.fromkeys(claim.who for claim in claims):
        told = [claim for claim in claims if claim.who == who]
        if {claim.inside for claim in told} == {True, False}:
            what = f"Whether {_label(scene, who)} lived in the household"
            yield difference(DifferenceKind.HOUSEHOLD, who, what, (claim.said for claim in told))
        elif who not in scene.persons.known and told[0].inside:
            what = f"{_label(scene, who).capitalize()} in the household, whom the referral does not name"
            ours = Saying(REFERRAL, "referral", _listed(scene))
            yield difference(DifferenceKind.HOUSEHOLD, who, what, (ours, *(claim.said for claim in told)))


def _claims(scene: Scene) -> Iterator[_Claim]:
    for who in scene.persons.known.values():
        if who.key.startswith("family") and who.in_household is not YesNo.UNDETERMINED:
            inside = who.in_household is YesNo.YES
            words = f"{who.label}: {'in' if inside else 'not in'} the household"
            yield _Claim(Saying(REFERRAL, "referral", words), who.key, inside)
    for said in _sentences(scene):
        found = _OUT.search(said.words) or _IN.search(said.words)
        if found and not _FORMER.search(said.words):
            inside = _OUT.search(said.words) is None
            for key in _subjects(scene, said, said.words[: found.start()]):
                yield _Claim(said, key, inside)


def _sentences(scene: Scene) -> Iterator[Saying]:
    return (said for account in scene.accounts for said in account.sentences(*_ASKED))


def _subjects(scene: Scene, said: Saying, before: str) -> tuple[str, ...]:
    """Who the verb is about: the people named before it, else the one the question asked about."""
    named = [key for key in scene.persons.named(before) if key != CHILD and not key.startswith(SIBLING)]
    asked = scene.persons.asked(said.where)
    if known := [key for key in named if key in scene.persons.known]:
        return tuple(known)
    return tuple(named[:1]) or ((asked.key,) if asked and asked.key != CHILD else ())


def _shut_out(scene: Scene, claims: list[_Claim]) -> Iterator[_Claim]:
    """ "Mother lives alone": everybody whom somebody else puts there is put out by it."""
    for said in _sentences(scene):
        if not _ALONE.search(said.words) or _FORMER.search(said.words):
            continue
        named = scene.persons.named(said.words)
        for who in dict.fromkeys(claim.who for claim in claims if claim.inside and claim.said.agency != said.agency):
            if who not in named and not _meant_besides(scene, said, who):
                yield _Claim(said, who, inside=False)


def _meant_besides(scene: Scene, said: Saying, who: str) -> bool:
    """ "No other adults" means none besides those the request names as living there."""
    known = scene.persons.known.get(who)
    listed = known is not None and known.in_household is YesNo.YES
    return listed and bool(re.search(r"\b(?:other|else)\b", said.words))


def _label(scene: Scene, who: str) -> str:
    known = scene.persons.known.get(who)
    return known.label if known else who.removeprefix("role: ")


def _listed(scene: Scene) -> str:
    people = [who.label for who in scene.persons.known.values() if who.in_household is YesNo.YES]
    return f"in the household: {', '.join(people)}"
