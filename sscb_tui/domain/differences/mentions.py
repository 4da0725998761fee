"""Which of the Board's agencies a text speaks of: by code, by name, or by what people call such a service."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sscb_tui.domain.agency import Agency, BoardSettings

_SERVICES: dict[str, str] = {
    "adult": r"adult (?:social care|services|social services)",
    "social": r"children['’]?s (?:social )?(?:care|services)|social (?:care|services|workers?|work)"
    r"|safeguarding hub|MASH",
    "police": r"police(?: officers?)?|constabulary|(?:response |attending )?officers",
    "gp": r"GPs?|general practi(?:ce|tioners?)|clinical commissioning group|CCG|family doctor|surgery",
    "community": r"health visit(?:ors?|ing)|midwi(?:fe|ves|fery)|school nurs(?:es?|ing)|community (?:health|nurs\w+)",
    "mental": r"mental health(?: services?| team)?|CAMHS|psychiatr\w+|crisis team",
    "hospital": r"hospitals?|emergency department|A&E|accident and emergency|p(?:a)?ediatrician|maternity ward",
    "ambulance": r"ambulance(?: service| crew)?|paramedics?",
    "probation": r"(?:national )?probation(?: service| officer)?|community rehabilitation",
    "education": r"education|(?:primary |secondary )?schools?|nursery|head ?teacher|teach(?:er|ing assistant)s?",
    "housing": r"housing(?: association| officer)?|landlords?",
    "youth": r"youth offending(?: service| team)?|YOS|YOT",
    "cafcass": r"cafcass",
    "public": r"public health",
    "fire": r"fire (?:and rescue )?(?:service|brigade)|fire and rescue",
}
"""What people call a kind of service. An agency is of the kind its own names match, so no code is written here."""
_SAID = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _SERVICES.items()), re.IGNORECASE)


class Mention(NamedTuple):
    """A place in a text that speaks of an agency, or of one of several that share the description."""

    start: int
    end: int
    codes: frozenset[str]


@dataclass(frozen=True)
class Directory:
    """The Board's agencies as texts speak of them."""

    board: BoardSettings

    @cached_property
    def _kinds(self) -> dict[str, frozenset[str]]:
        """The agencies of each kind of service."""
        kinds: dict[str, set[str]] = {}
        for agency in self.board.agencies:
            kinds.setdefault(_kind(agency), set()).add(agency.code)
        return {kind: frozenset(codes) for kind, codes in kinds.items() if kind}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Codes and full names, which are unmistakable."""
        agencies = [agency for agency in self.board.agencies if not agency.external]
        named = {each.name: agency.code for agency in agencies for each in agency.names if " " in each.name}
        return named | {agency.code: agency.code for agency in agencies}

    @cached_property
    def _named(self) -> re.Pattern[str]:
        names = sorted(self._names, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b")

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every mention in order; a name in full outweighs the words inside it."""
        named = [Mention(*found.span(), frozenset({self._names[found[0]]})) for found in self._named.finditer(text)]
        taken = [(each.start, each.end) for each in named]
        for found in _SAID.finditer(text):
            free = all(found.end() <= start or found.start() >= end for start, end in taken)
            if free and (codes := self._kinds.get(found.lastgroup or "")):
                named.append(Mention(*found.span(), codes))
        return tuple(sorted(named))

    def only(self, text: str, among: frozenset[str], apart_from: str = "") -> str:
        """The one agency among those given that a text speaks of; empty if there is none or it is not certain which."""
        told = {each.codes & among for each in self.mentions(text)} - {frozenset()}
        codes = frozenset().union(*told) - {apart_from}
        return next(iter(codes)) if len(codes) == 1 else ""


def _kind(agency: Agency) -> str:
    """The kind of service an agency's short name, or else its full names, describe."""
    for name in (agency.short, *(each.name for each in reversed(agency.names))):
        if found := _SAID.search(name):
            return found.lastgroup or ""
    return ""
