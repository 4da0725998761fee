"""The vocabulary a form is written in: sections of fields, plain data without a widget in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from sscb_tui.domain.terms import Term

Value: TypeAlias = "str | bool | list[Entry]"
"""What a person has typed or chosen: text exactly as typed, a tick, or the rows of a list."""
Entry: TypeAlias = dict[str, Value]
"""The values of one form, or of one row of a list, by field path."""
Values: TypeAlias = Mapping[str, Value]
Options: TypeAlias = tuple[tuple[str, str], ...]
"""(value, label) of each choice."""


class Kind(StrEnum):
    """What sort of answer a field takes, and so which editor it gets."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    STATED_DATE = "stated_date"
    DATETIME = "datetime"
    NUMBER = "number"
    CHOICE = "choice"
    MULTI = "multi"
    """Several choices; held as one value a line."""
    BOOL = "bool"
    LINES = "lines"
    """Several short texts; one a line."""
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form: where its answer goes, what it is called, what it accepts."""

    path: str
    label: str
    kind: Kind = Kind.TEXT
    id: str = ""
    """The form's own number for it, for example F1.10."""
    required: bool = False
    help: str = ""
    """One or two sentences shown while the field has the focus."""
    intro: str = ""
    """Words that stay above the answer: the statute's, where the question is the law's."""
    choices: type[Term] | Options = ()
    of: Section | None = None
    """The fields of one row, for a list."""
    default: Value = ""
    least: int = 0
    """The fewest characters that count as an answer."""
    unless: str = ""
    """A ticked box under this path answers for an empty list."""
    at: tuple[str, ...] = ()
    """Places in the record whose errors belong under this field."""
    check: Callable[[str], str] | None = None
    """The field's own test of its text: a sentence, or nothing."""
    when: Callable[[Values], bool] | None = None
    """Asked only then; otherwise neither shown nor sent."""

    @property
    def options(self) -> Options:
        """The choices with the words people read."""
        if self.kind is Kind.BOOL:
            return (("yes", "yes"), ("no", "no"))
        if isinstance(self.choices, tuple):
            return self.choices
        return tuple((term.value, term.label) for term in self.choices)

    def start(self) -> Value:
        """The value before anybody has typed."""
        if self.kind is Kind.LIST:
            return list(self.default) if isinstance(self.default, list) else []
        if self.kind is Kind.BOOL:
            return self.default is True
        return self.default

    def asked(self, values: Values) -> bool:
        """Whether the field applies, given the other answers."""
        return self.when is None or self.when(values)


@dataclass(frozen=True, slots=True)
class Section:
    """A page of fields that belong together."""

    title: str
    fields: tuple[Field, ...]
    intro: str = ""
    when: Callable[[Values], bool] | None = None

    def asked(self, values: Values) -> bool:
        """Whether the section applies, given the other answers."""
        return self.when is None or self.when(values)


@dataclass(frozen=True, slots=True)
class Spec:
    """A whole form."""

    title: str
    sections: tuple[Section, ...]
    shape: Callable[[dict[str, object]], dict[str, object]] | None = None
    """Last step from nested values to the record's own shape, where they differ."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, in order."""
        return tuple(each for section in self.sections for each in section.fields)

    def start(self) -> Entry:
        """The values of an untouched form."""
        return {each.path: each.start() for each in self.fields}

    def asked(self, values: Values) -> tuple[Field, ...]:
        """The fields that apply."""
        sections = (section for section in self.sections if section.asked(values))
        return tuple(each for section in sections for each in section.fields if each.asked(values))

    def with_defaults(self, values: Values) -> Spec:
        """The same form, starting from these values."""
        return replace(self, sections=tuple(_starting(section, values) for section in self.sections))


def _starting(section: Section, values: Values) -> Section:
    fields = (replace(each, default=values.get(each.path, each.default)) for each in section.fields)
    return replace(section, fields=tuple(fields))


def alone(section: Section) -> Spec:
    """A form of one section, for a row of a list."""
    return Spec(section.title, (section,))


def chosen(path: str, *values: str) -> Callable[[Values], bool]:
    """A condition: the field under `path` has one of these values."""
    return lambda typed: typed.get(path) in values
