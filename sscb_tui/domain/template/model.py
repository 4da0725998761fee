"""What a question of the agency template is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscb_tui.domain.terms import Silence

ABSENCES = (Silence.NO_CONTACT, Silence.ASKED_NOT_KNOWN, Silence.NOT_RECORDED, Silence.WITHHELD)
"""The reasons an agency may give instead of an answer."""


class Kind(StrEnum):
    """How a question is answered."""

    WORDS = "words"
    CHOICE = "choice"
    SEVERAL = "several"
    TABLE = "table"
    FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to tick, and the words beside its box."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the form and of the side-by-side view."""

    id: str
    label: str
    guidance: str
    kind: Kind = Kind.WORDS
    choices: tuple[Choice, ...] = ()
    required: bool = True
    sensitivity: str = "V3"
    """V0 (statistics) to V4 (restricted): who may see the answer."""
    silences: tuple[Silence, ...] = ABSENCES
    fields: tuple[str, ...] = ()
    """Labelled lines, where a question asks for names or dates."""
    words: bool = True
    """Whether there is room for words."""
    nil_too: bool = False
    """Whether a nil return must answer it as well (F4.A7)."""
    printed: str = ""
    """The number on a form of another version, where that is not the id."""

    @property
    def number(self) -> str:
        """The number it stands under on the form."""
        return self.printed or self.id

    @property
    def restricted(self) -> bool:
        """Whether the answer is kept from a projected screen: privileged, or restricted by the police (V4)."""
        return self.sensitivity == "V4"


@dataclass(frozen=True, slots=True)
class Section:
    """A lettered part of the form."""

    letter: str
    title: str
    questions: tuple[Question, ...]

    @property
    def heading(self) -> str:
        """The section as the form prints it."""
        return f"{self.letter}. {self.title}"


NONE = Choice("none", "none")
YES_NO = (Choice("yes", "yes"), Choice("no", "no"))
KNOWN = (*YES_NO, Choice("unknown", "unknown"))


def or_none(id: str, label: str, guidance: str, sensitivity: str = "V3") -> Question:
    """A question whose honest answer may be "none", which is ticked and never left to a blank."""
    return Question(id, label, guidance, choices=(NONE,), sensitivity=sensitivity)


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Values to tick with their words, from pairs."""
    return tuple(Choice(value, label) for value, label in pairs)
