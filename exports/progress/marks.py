"""The headings of the progress form, and how words that look like one of them are shielded: line by line."""

from __future__ import annotations

import re

from exports.markup import END

_OURS = rf"#{{1,6}}[ \t]+(?:(?P<question>(?:A-[0-9]{{1,6}}|Q)\.[0-9])\b|(?P<section>A-[0-9]{{1,6}},)|{END}\b)"
_HEADING = re.compile(rf" {{0,3}}{_OURS}")
_LOOKS_OURS = re.compile(rf"( {{0,3}})(\\*)(?={_OURS})")
_SHIELDED = re.compile(rf"( {{0,3}})\\(\\*)(?={_OURS})")


def question_at(line: str) -> str | None:
    """The question whose heading a line is; empty for another heading of ours, None for no heading of ours."""
    found = _HEADING.match(line)
    return None if found is None else found["question"] or ""


def shielded(line: str) -> str:
    """A line as it may stand below a question: what would look like a heading gets a backslash more."""
    return _LOOKS_OURS.sub(r"\1\\\2", line, count=1) if _LOOKS_OURS.match(line) else line


def revealed(line: str) -> str:
    """The line again."""
    return _SHIELDED.sub(r"\1\2", line, count=1) if _SHIELDED.match(line) else line
