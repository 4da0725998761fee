"""What a person types to find rows of a list: words in any order, and terms that name a field (agency:police due:<30d).

A reading never fails: half a term narrows nothing, and one that is not understood is answered with what is allowed.
Standard library only, so that the first screen may use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from sscb_tui.domain.days import exact
from sscb_tui.domain.text import folded


class Texted(Protocol):
    """What can be found by its words."""

    @property
    def text(self) -> str:
        """Every word of it, folded."""


R = TypeVar("R", bound=Texted)
Test = Callable[[R], bool]

_TOKEN = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
SIGNS = ("<=", ">=", "<", ">", "=")
ANY_OF = ","


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """A term people may type: its name, what may stand behind the colon, and how that is read."""

    name: str
    allowed: str
    """What may stand behind the colon, for the line under the filter."""
    read: Callable[[str, date], Test[R] | None]
    """The test that a value means on a day; None where it is not understood."""
    values: tuple[str, ...] = ()
    """Values to complete."""


@dataclass(frozen=True, slots=True)
class Vocabulary(Generic[R]):
    """The terms of one list, and the words that mean more than themselves there."""

    fields: Mapping[str, Field[R]]
    flags: Mapping[str, Test[R]]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may be typed as a term, fields with their colon."""
        return (*(f"{name}:" for name in self.fields), *self.flags)


@dataclass(frozen=True, slots=True)
class Query(Generic[R]):
    """What was asked for: the words, the tests of the terms, and what was not understood, in sentences."""

    words: str = ""
    tests: tuple[Test[R], ...] = ()
    misread: tuple[str, ...] = ()

    def passes(self, row: R) -> bool:
        """Whether the row stands every test; its words are for `with_words`."""
        return all(test(row) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of what was typed: words, or a term where a name stands before a colon."""

    wanted: bool
    """False behind a minus."""
    name: str
    value: str
    quoted: bool


def tokens(typed: str) -> list[Token]:
    """What was typed, piece by piece; quotation marks hold words together."""
    return [_token(found[0]) for found in _TOKEN.finditer(typed)]


def _token(piece: str) -> Token:
    wanted = not piece.startswith("-")
    rest = piece if wanted else piece[1:]
    name, colon, value = rest.partition(":")
    if colon and name.isalpha():
        return Token(wanted, folded(name), value.replace('"', ""), '"' in value)
    return Token(wanted, "", rest.replace('"', ""), '"' in rest)


def read(typed: str, vocabulary: Vocabulary[R], today: date, *, typing: bool = False) -> Query[R]:
    """What was typed, read on a day. Never fails; while somebody types, what may become a term is no word yet."""
    words: list[str] = []
    tests: list[Test[R]] = []
    misread: list[str] = []
    pieces = tokens(typed)
    if typing and (last := _last(typed)) is not None and _may_become_a_term(last, vocabulary):
        pieces.pop()
    for token in pieces:
        if token.name:
            found = _term(token, vocabulary, today)
            misread += [found] if isinstance(found, str) else []
            tests += [] if found is None or isinstance(found, str) else [found]
        elif (flag := vocabulary.flags.get(folded(token.value))) is not None and not token.quoted:
            tests.append(flag if token.wanted else _not(flag))
        elif token.wanted and not token.quoted:
            words.append(token.value)
        elif token.value.strip():
            tests.append(_says(folded(token.value), wanted=token.wanted))
    return Query(" ".join(words), tuple(tests), tuple(misread))


def _may_become_a_term(token: Token, vocabulary: Vocabulary[R]) -> bool:
    begun = "" if token.name or token.quoted else folded(token.value)
    return len(begun) > 1 and any(name.startswith(begun) for name in vocabulary.fields)


def _term(token: Token, vocabulary: Vocabulary[R], today: date) -> Test[R] | str | None:
    """The test of a term; a sentence where it is not understood, None where it is still being typed."""
    field = vocabulary.fields.get(token.name)
    if field is None:
        known = " ".join(vocabulary.names)
        return f"“{token.name}:” is no term here; in quotes it is words. Terms: {known}"
    values = [value for value in token.value.split(ANY_OF) if value.strip().strip("<>=")]
    if not values:
        return None
    tests = [field.read(value.strip(), today) for value in values]
    understood = [test for test in tests if test is not None]
    if len(understood) < len(tests):
        return f"“{token.name}:{token.value}” is not understood. {field.name}: takes {field.allowed}"
    test = understood[0] if len(understood) == 1 else _any(understood)
    return test if token.wanted else _not(test)


def _says(text: str, *, wanted: bool) -> Test[R]:
    return (lambda row: text in row.text) if wanted else (lambda row: text not in row.text)


def _not(test: Test[R]) -> Test[R]:
    return lambda row: not test(row)


def _any(tests: Sequence[Test[R]]) -> Test[R]:
    return lambda row: any(test(row) for test in tests)


def with_words(texts: Sequence[str], words: str) -> Sequence[int]:
    """Places of the texts with all the words; where some text has them side by side, only of such texts.

    "Child B" is one child, not every child with a b somewhere.
    """
    pieces = folded(words).split()
    if not pieces:
        return range(len(texts))
    found = [at for at, text in enumerate(texts) if pieces[0] in text]
    for piece in pieces[1:]:
        found = [at for at in found if piece in texts[at]]
    together = " ".join(pieces)
    return [at for at in found if together in texts[at]] or found


# What a value may say


def number(value: str) -> Callable[[int], bool] | None:
    """A comparison with a whole number: "<3", ">=2", "0"."""
    sign, rest = _signed(value)
    if not re.fullmatch(r"-?[0-9]{1,6}", rest):
        return None
    return _compared(sign or "=", int(rest))


def day(value: str, today: date) -> Callable[[date | None], bool] | None:
    """A comparison with a day: "<30d" (days from today), ">2w", "<2026-12-01", "today", "none".

    Without a sign a number of days means within them, a day that very day. No date compares with none.
    """
    if value.casefold() == "none":
        return lambda on: on is None
    sign, rest = _signed(value)
    counted = re.fullmatch(r"(-?[0-9]{1,5})([dw])", rest.casefold())
    if counted:
        ahead = _ahead(today, int(counted[1]) * (7 if counted[2] == "w" else 1))
    else:
        ahead = today if rest.casefold() == "today" else exact(rest)
    if ahead is None:
        return None
    compare = _compared(sign or ("<=" if counted else "="), ahead.toordinal())
    return lambda on: on is not None and compare(on.toordinal())


def _ahead(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _signed(value: str) -> tuple[str, str]:
    sign = next((each for each in SIGNS if value.startswith(each)), "")
    return sign, value[len(sign) :].strip()


def _compared(sign: str, bound: int) -> Callable[[int], bool]:
    tests: dict[str, Callable[[int], bool]] = {
        "<": lambda held: held < bound,
        "<=": lambda held: held <= bound,
        ">": lambda held: held > bound,
        ">=": lambda held: held >= bound,
        "=": lambda held: held == bound,
    }
    return tests[sign]


# While it is being typed


def hint(typed: str, vocabulary: Vocabulary[R]) -> str:
    """What may follow the piece being typed: the terms it may become, or what its term takes."""
    last = _last(typed)
    if last is None:
        return ""
    if last.name:
        field = vocabulary.fields.get(last.name)
        return f"{field.name}: {field.allowed}" if field else ""
    begun = folded(last.value)
    return " ".join(name for name in vocabulary.names if begun and name.startswith(begun) and name != begun)


def completed(typed: str, vocabulary: Vocabulary[R]) -> str:
    """What was typed with its last piece completed, where that can only be one thing; else "" for nothing."""
    last = _last(typed)
    if last is None or not (last.name or len(last.value) > 1):
        return ""
    field = vocabulary.fields.get(last.name)
    choices = field.values if field else () if last.name else vocabulary.names
    begun = folded(last.value).rpartition(ANY_OF)[2]
    found = [choice for choice in choices if begun and choice.startswith(begun) and choice != begun]
    return typed + found[0][len(begun) :] if len(found) == 1 and not last.quoted else ""


def _last(typed: str) -> Token | None:
    """The piece the cursor is behind."""
    pieces = tokens(typed)
    return pieces[-1] if pieces and typed[-1:].strip() else None
