"""Which person of the case a text speaks of: by name or by relationship."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.template import searched_for
from sscb_tui.domain.terms import YesNo
from sscb_tui.domain.text import folded

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case

CHILD = "child"
SIBLING = "other child"
_ROLES = {
    "partner": r"(?:mother|father|mum|dad)['’]s (?:partner|boyfriend|girlfriend)|partner|boyfriend|step-?father",
    "grandmother": r"(?:(?:maternal|paternal) )?grand(?:mother|ma)",
    "grandfather": r"(?:(?:maternal|paternal) )?grand(?:father|dad)",
    "grandparents": r"grandparents?",
    "mother": r"mother|mum",
    "father": r"father|dad",
    "sibling": r"(?:half-|step-?)?(?:brother|sister|sibling)s?",
    "relative": r"aunt|uncle|cousin|lodger|friend|neighbour|godmother|child-?minder",
    "child": r"child|baby|infant|boy|girl|new-?born",
}
_ROLE = re.compile("|".join(rf"(?P<{role}>\b(?:{words})\b)" for role, words in _ROLES.items()), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """A person the referral names."""

    key: str
    relationship: str
    names: tuple[str, ...]
    born: str = ""
    """As the referral states it."""
    addresses: tuple[str, ...] = ()
    in_household: YesNo = YesNo.UNDETERMINED

    @property
    def label(self) -> str:
        """How a projected screen may name the person."""
        return "the child" if self.key == CHILD else self.relationship


@dataclass(frozen=True)
class Persons:
    """Everybody the referral names, as texts speak of them."""

    case: Case

    @cached_property
    def known(self) -> dict[str, Known]:
        """The child, the family and the other children by key."""
        child = self.case.child
        born = shown(child.date_of_birth) if child.date_of_birth else ""
        homes = tuple(filter(None, (child.home_address, child.address_at_incident)))
        everyone = [Known(CHILD, "child", _names(child.name, child.also_known_as), born, homes, YesNo.YES)]
        for number, who in enumerate(self.case.family, start=1):
            names, homes = _names(who.name, who.also_known_as), tuple(filter(None, (who.address,)))
            everyone.append(
                Known(f"family {number}", who.relationship, names, who.date_of_birth, homes, who.in_household)
            )
        for number, other in enumerate(self.case.other_children, start=1):
            everyone.append(Known(f"{SIBLING} {number}", "another child", _names(other.name)))
        return {each.key: each for each in everyone}

    @cached_property
    def _roles(self) -> dict[str, str]:
        """The person of each role, where there is one alone."""
        held: dict[str, list[str]] = {}
        for each in self.known.values():
            if each.key.startswith("family") and (found := _ROLE.search(each.relationship)):
                held.setdefault(found.lastgroup or "", []).append(each.key)
        return {role: keys[0] for role, keys in held.items() if len(keys) == 1} | {"child": CHILD}

    @cached_property
    def _given(self) -> dict[str, str]:
        """The person behind each first name nobody else bears."""
        bearers: dict[str, set[str]] = {}
        for each in self.known.values():
            for name in each.names:
                bearers.setdefault(folded(name).split()[0], set()).add(each.key)
        return {name: next(iter(keys)) for name, keys in bearers.items() if len(keys) == 1}

    def named(self, text: str) -> tuple[str, ...]:
        """Keys of the people a text speaks of, in order; "role: aunt" for one the referral does not name."""
        return tuple(dict.fromkeys(key for _, key in sorted(self._found(text))))

    def _found(self, text: str) -> Iterator[tuple[int, str]]:
        for word in re.finditer(r"\b[A-Z][\w'’-]*", text):
            if key := self._given.get(folded(word[0]).removesuffix("'s").removesuffix("’s")):
                yield word.start(), key
        for role in _ROLE.finditer(text):
            yield role.start(), self._roles.get(role.lastgroup or "") or f"role: {role[0].casefold()}"

    def asked(self, question: str) -> Known | None:
        """The person an F4.B1 question is about."""
        number = question.removeprefix("F4.B1.P")
        people = searched_for(self.case)
        if not number.isdigit() or not 0 < int(number) <= len(people):
            return None
        who = people[int(number) - 1]
        name = who if isinstance(who, str) else who.name
        return next((each for each in self.known.values() if name in each.names), None)

    def question(self, key: str) -> str:
        """The F4.B1 question about a person; empty if nobody was asked about them."""
        numbers = range(1, len(searched_for(self.case)) + 1)
        ids = (f"F4.B1.P{number}" for number in numbers)
        return next((id for id in ids if (who := self.asked(id)) is not None and who.key == key), "")


def _names(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name.strip())
