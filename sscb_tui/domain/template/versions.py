"""Every version of the agency template that may still come back, beside the one that is issued now.

The meeting aligns answers by question (F4), so each version says which of our questions it asked under what number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

TEMPLATE_VERSION = "F4-1"
"""What is issued."""
_NUMBER = re.compile(r"F4\.[A-M][0-9]+")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the form, told by how it differs from the one that is issued."""

    name: str
    numbers: Mapping[str, str] = field(default_factory=dict)
    """What we call a question, and what it called it, where those differ."""
    unasked: frozenset[str] = frozenset()
    """Questions of ours that it did not ask."""

    def number(self, question: str) -> str:
        """The number this form prints for a question of ours."""
        return self.numbers.get(question, question)

    def ours(self, number: str) -> str:
        """What we call the question this form prints under that number; empty where it has none of that number."""
        known = {printed: question for question, printed in self.numbers.items()}
        return known.get(number, "" if number in self.numbers or number in self.unasked else number)

    def asks(self, question: str) -> bool:
        """Whether this form has that question of ours."""
        return question not in self.unasked

    def renumbered(self, text: str) -> str:
        """Words of ours that speak of questions, as this form prints them."""
        return _NUMBER.sub(lambda found: self.number(found[0]), text) if self.numbers else text


VERSIONS = {
    each.name: each
    for each in (
        Version(
            "F4-0",
            numbers={"F4.G4": "F4.G3", "F4.G5": "F4.G4"},
            unasked=frozenset({"F4.G3", "F4.L2"}),
        ),
        Version(TEMPLATE_VERSION),
    )
}
"""By name, oldest first. F4-0 did not ask about professional challenge, so that what came after had other numbers."""
ISSUED = VERSIONS[TEMPLATE_VERSION]


def version(name: str) -> Version:
    """The version of that name; of a record from elsewhere that names another, the one that is issued."""
    return VERSIONS.get(name, ISSUED)


def asked_by(name: str, question: str) -> bool:
    """Whether a form of that name had the question: whether no answer is a blank; unknown forms may not have had it."""
    return name in VERSIONS and VERSIONS[name].asks(question)
