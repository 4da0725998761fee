"""The grammar of the agency form: its headings, its tables, and how words that look like either are shielded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sscb_tui.domain.template import SECTIONS

_BLOCKS = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_block", "reference", "inline"])
_HEADING = re.compile(r"#{1,6}[ \t]\s*(?P<title>.*?)\s*#*\s*$", re.DOTALL)
_QUESTION = re.compile(r"(F4\.[A-Z][^\s:,;]*)", re.IGNORECASE)
_LINE = re.compile(r"( {0,3})(\\*)(.*)", re.DOTALL)
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
END = "End of form"


def alike(text: str) -> str:
    """The text with its line ends alike: reading a form changes nothing else in an agency's words."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fold(text: str) -> str:
    """Our own labels as compared: editors bend quotes and dashes and change capitals and spaces."""
    return " ".join(text.translate(_ALIKE).casefold().split())


def oneline(text: str) -> str:
    """Words for a labelled line or a cell, which cannot hold a line break."""
    return re.sub(r"[ \t]*\n[ \t\n]*", " ", alike(text)).strip(" \t")


@dataclass(frozen=True, slots=True)
class Boundary:
    """A heading of ours: a question's id, or empty for a section's title."""

    line: int
    question: str


_TITLES = frozenset(fold(title) for title in (*(section.heading for section in SECTIONS), END))


def _boundary(line: str, number: int) -> Boundary | None:
    found = _HEADING.match(line)
    if found is None:
        return None
    if named := _QUESTION.match(found["title"]):
        return Boundary(number, named[1].rstrip("."))
    title = fold(found["title"])
    return Boundary(number, "") if title in _TITLES else None


def boundaries(text: str) -> tuple[Boundary, ...]:
    """Our headings in the text, those inside quotes, lists and code fences left out."""
    lines = text.split("\n")
    found = (_boundary(lines[number].lstrip(" "), number) for number in _headings(text))
    return tuple(each for each in found if each is not None)


def _headings(text: str) -> Iterator[int]:
    for token, first, _ in _outermost(text):
        if token.type == "heading_open" and token.markup.startswith("#"):
            yield first


def open_fences(text: str) -> tuple[int, ...]:
    """Lines where a code fence opens that nothing closes: it would swallow all that follows."""
    lines = text.split("\n")
    fences = ((token, first, end) for token, first, end in _outermost(text) if token.type == "fence")
    return tuple(first for token, first, end in fences if end - 1 == first or not _closes(lines[end - 1], token))


def _closes(line: str, fence: Token) -> bool:
    mark = line.strip(" \t")
    return len(mark) >= len(fence.markup) and set(mark) == {fence.markup[0]}


def tables(text: str) -> tuple[tuple[int, int], ...]:
    """First line of each table that stands by itself, and the line after its last."""
    return tuple((first, end) for token, first, end in _outermost(text) if token.type == "table_open")


@lru_cache(maxsize=1)
def _outermost(text: str) -> tuple[tuple[Token, int, int], ...]:
    """Each outermost block with its first line and the line after its last; one form is asked several questions."""
    found = ((token, token.map) for token in _BLOCKS.parse(text) if token.level == 0)
    return tuple((token, place[0], place[1]) for token, place in found if place is not None)


def shield(words: str) -> str:
    """Words as they may stand in the form: if they would break it, each such line gets a backslash more."""
    return _escaped(words) if _needs_shield(words) else words


def reveal(words: str) -> str:
    """The words again: undoes exactly what `shield` does, and leaves all else alone."""
    bare = "\n".join(_unescaped(line) for line in words.split("\n"))
    return bare if _escaped(bare) == words and _needs_shield(bare) else words


def _needs_shield(words: str) -> bool:
    if not any(_looks_ours(line) for line in words.split("\n")):
        return False
    escaped = any(_looks_ours(line) and line.lstrip(" ").startswith("\\") for line in words.split("\n"))
    return escaped or bool(boundaries(words) or open_fences(words))


def _escaped(words: str) -> str:
    return "\n".join(_LINE.sub(r"\1\\\2\3", line, count=1) if _looks_ours(line) else line for line in words.split("\n"))


def _unescaped(line: str) -> str:
    return line.replace("\\", "", 1) if _looks_ours(line) and line.lstrip(" ").startswith("\\") else line


def _looks_ours(line: str) -> bool:
    """A heading of ours or a code fence, with or without backslashes before it."""
    found = _LINE.match(line)
    body = found[3] if found else ""
    return body.startswith(("```", "~~~")) or _boundary(body, 0) is not None


def cells(line: str) -> tuple[str, ...]:
    """The cells of one row as written, an escaped bar given back."""
    body = line.strip(" \t").removeprefix("|")
    if body.endswith("|") and not body.endswith("\\|"):
        body = body[:-1]
    return tuple(part.strip(" \t").replace("\\|", "|") for part in re.split(r"(?<!\\)\|", body))


def row(values: tuple[str, ...]) -> str:
    """One row of a table of ours: bars escaped, line breaks kept as a sign within the cell."""
    kept = (oneline(alike(value).strip("\n").replace("\n", "<br>")).replace("|", "\\|") for value in values)
    return "| " + " | ".join(kept) + " |"
