"""Identity: spelling of names, dates of birth and addresses against the referral and against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.dates import stated
from sscb_tui.domain.differences.accounts import Span, apart, spans_in
from sscb_tui.domain.differences.model import REFERRAL, Difference, Saying, difference
from sscb_tui.domain.differences.persons import CHILD, Known
from sscb_tui.domain.differences.spelling import misspelt, renamed
from sscb_tui.domain.terms import DifferenceKind, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.differences.accounts import Account
    from sscb_tui.domain.differences.scene import Scene

ABOUT_PEOPLE = ("F4.B1", "F4.B2")
_BORN = re.compile(r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)\b", re.IGNORECASE)
_NEAR = 60
_DENIED = re.compile(r"\W+(?:is |was )?(?:not|unknown)\b", re.IGNORECASE)
_KINDS = {
    "street": "street|st",
    "road": "road|rd",
    "avenue": "avenue|ave?",
    "lane": "lane|ln",
    "close": "close|cl",
    "drive": "drive|dr",
    "terrace": "terrace|terr",
    "court": "court|ct",
    "": "row|place|way|crescent|gardens|grove|view|square|walk|park|green|hill",
}
_ADDRESS = re.compile(
    rf"\b([0-9]+[A-Za-z]?),? ((?:[A-Z][\w'’-]+ ){{1,3}}?)({'|'.join(_KINDS.values())})\b(?![’'])", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:previous(?:ly)?|former(?:ly)?|until|moved from|before|past|earlier|old)\b", re.IGNORECASE)


def identity(scene: Scene) -> Iterator[Difference]:
    """What agencies hold about who is who, where it is not what the referral or another agency holds."""
    for who in scene.persons.known.values():
        yield from _names(scene, who)
        yield from _births(scene, who)
    yield from _addresses(scene)


def _names(scene: Scene, who: Known) -> Iterator[Difference]:
    others = [name for each in scene.persons.known.values() for name in each.names]
    found = []
    for account in scene.accounts:
        for said in account.sentences("F4.A4", *ABOUT_PEOPLE, "F4.C1", "F4.E1", "F4.G"):
            written = misspelt(said.words, who.names, others)
            if written or (said.where == "F4.B2" and renamed(said.words, who.names)):
                found.append(said)
    if found:
        ours = Saying(REFERRAL, "referral", who.names[0])
        yield difference(
            DifferenceKind.IDENTITY, f"name {who.key}", f"The name of {who.label} is not written alike", (ours, *found)
        )


def _births(scene: Scene, who: Known) -> Iterator[Difference]:
    held = [(said, span) for said, key, span in _told_births(scene) if key == who.key]
    given = stated(who.born)
    if given.earliest and given.latest:
        held.insert(0, (Saying(REFERRAL, "referral", f"born {given.text}"), (given.earliest, given.latest)))
    if any(apart(one, other) for _, one in held for _, other in held):
        what = f"The date of birth of {who.label} is not the same"
        yield difference(DifferenceKind.IDENTITY, f"birth {who.key}", what, (said for said, _ in held))


def _told_births(scene: Scene) -> Iterator[tuple[Saying, str, Span]]:
    """Every date of birth an agency states, and whose it is."""
    for account in scene.accounts:
        for said in account.sentences(*ABOUT_PEOPLE):
            found = _BORN.search(said.words)
            near = said.words[found.end() : found.end() + _NEAR] if found else ""
            spans = spans_in(near)
            key = _whose(scene, said, said.words[: found.start()] + near) if found and spans else ""
            if key and not _DENIED.match(near):
                yield said, key, spans[0]


def _whose(scene: Scene, said: Saying, words: str) -> str:
    """The person a sentence is about: the one it names, else the one asked about, else the child."""
    named = scene.persons.named(words)
    if named:
        return named[0]
    who = scene.persons.asked(said.where)
    return who.key if who else CHILD if said.where == "F4.B2" else ""


def _addresses(scene: Scene) -> Iterator[Difference]:
    known = [(who.key, _address(text)) for who in scene.persons.known.values() for text in who.addresses]
    ours = {address for _, address in known if address}
    told = [(said, address) for account in scene.accounts for said, address in _told_addresses(scene, account)]
    if ours and (other := [said for said, address in told if address not in ours]):
        given = Saying(REFERRAL, "referral", scene.file.case.child.home_address)
        yield difference(DifferenceKind.IDENTITY, "address", "The home address is not the same", (given, *other))


def _told_addresses(scene: Scene, account: Account) -> Iterator[tuple[Saying, str]]:
    """Addresses stated as the family's home today."""
    for said in account.sentences(*ABOUT_PEOPLE):
        address = _address(said.words)
        if address and not _FORMER.search(said.words) and _at_home(scene, said):
            yield said, address


def _at_home(scene: Scene, said: Saying) -> bool:
    """Whether everybody the sentence speaks of belongs to the household, so that the address should be its own."""
    who = scene.persons.asked(said.where)
    keys = scene.persons.named(said.words) or ((who.key,) if who else (CHILD,))
    people = [scene.persons.known.get(key) for key in keys]
    return all(each is not None and each.in_household is YesNo.YES for each in people)


def _address(text: str) -> str:
    """Number and street in one spelling; empty where the text gives no address."""
    found = _ADDRESS.search(text)
    if found is None:
        return ""
    kind = found[3].casefold()
    whole = next((name for name, forms in _KINDS.items() if kind in forms.replace("?", "").split("|")), kind) or kind
    return f"{found[1]} {found[2]}{whole}".casefold()
