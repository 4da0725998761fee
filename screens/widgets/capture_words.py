"""What stands on the capture line: its sense by its first letter, what it will become, and what it may refer to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content

from sscb_tui.domain.evidence import stands_in
from sscb_tui.domain.text import shown_line

SENSES = {
    "f": ("fact", "agreed by the meeting"),
    "a": ("action", "what is to be done · Tab owner and date"),
    "d": ("discrepancy", "who says what · Tab who will check, and by when"),
    "x": ("dissent", "in the agency's own words"),
    "q": ("quote", "exactly as said"),
    "p": ("park", "outside the scope of today"),
    "c": ("correction", "what should stand instead"),
    "n": ("note", "anything else"),
}
OWNED = ("a", "d")
"""Lines somebody is to do something about, by a day."""
BRIEF = {"d": "differ", "c": "correct"}
"""Shorter names, so that all letters fit beside a narrow room."""
OFF_THE_RECORD = "o"
_PREFIX = re.compile(r":?(?P<letter>[a-z])(?:\s|\Z)")
_EXCERPT = 44


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as typed, with what Tab and the cursor added to it."""

    text: str = ""
    owner: str = ""
    due: str = ""
    source: str = ""
    corrects: str = ""

    @property
    def blank(self) -> bool:
        """Nothing of it would be missed."""
        return not any(part.strip() for part in (self.text, self.owner, self.due))

    def kept(self) -> dict[str, object]:
        """The line as a draft keeps it."""
        every = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: words for name, words in every.items() if words}

    @classmethod
    def again(cls, kept: Mapping[str, object]) -> Typed:
        """The line a draft kept."""
        return cls(**{name: str(kept.get(name, "")) for name in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Aside:
    """What was under the cursors when the capture line was opened: a passage to quote, a line to correct."""

    passage: str = ""
    source: str = ""
    line: str = ""
    said: str = ""
    """The line to correct, in words."""


NOWHERE = Aside()


def letter_of(text: str) -> str:
    """The letter that gives the line its sense; empty for a note without one."""
    found = _PREFIX.match(text)
    return found["letter"] if found and found["letter"] in {*SENSES, OFF_THE_RECORD} else ""


def words_of(text: str) -> str:
    """The line without its letter."""
    found = _PREFIX.match(text) if letter_of(text) else None
    return (text[found.end() :] if found else text).strip()


def marked(text: str) -> str:
    """The line as the minutes take it: the colon that opened the line belongs to a letter typed first."""
    return f":{text}" if letter_of(text) and not text.startswith(":") else text


def taken(typed: Typed, aside: Aside) -> Typed:
    """The line whole, the moment Enter takes it: the passage quoted, the line corrected."""
    letter, words = letter_of(typed.text), words_of(typed.text)
    owner, due = (typed.owner, typed.due) if letter in OWNED else ("", "")
    if letter == "q" and not words:
        return Typed(f":q {aside.passage}", source=aside.source)
    if letter == "q":
        return Typed(typed.text, source=aside.source if stands_in(words, aside.passage) else "")
    return Typed(typed.text, owner, due, corrects=aside.line if letter == "c" else "")


def hint(text: str, aside: Aside = NOWHERE) -> Content:
    """What the line will become as it stands, or the letters there are."""
    letter = letter_of(text)
    if letter == OFF_THE_RECORD:
        return Content.assemble(("OFF THE RECORD", "bold $text-warning"), " · nothing is off the record here")
    if letter:
        name, help_words = SENSES[letter]
        told = _told(letter, words_of(text), aside) or help_words
        return Content.assemble((name.upper(), "bold $text-accent"), f" · {told} · Enter writes")
    if text:
        return Content.assemble(("NOTE", "bold"), " · Enter writes · Esc leaves it here")
    return Content("  ").join(
        Content.assemble((each, "bold $text-accent"), f" {BRIEF.get(each, name)}") for each, (name, _) in SENSES.items()
    )


def _told(letter: str, words: str, aside: Aside) -> str:
    """What a quotation or a correction takes from under the cursors."""
    if letter == "c":
        return f"of {excerpt(aside.said)}" if aside.said else "of the minutes as a whole"
    if letter != "q" or words:
        return ""
    return f"{aside.source} “{excerpt(aside.passage)}”" if aside.passage else "nothing under the cursor; type the words"


def excerpt(text: str) -> str:
    """The beginning of a passage, on one line."""
    line = shown_line(" ".join(text.split()))
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
