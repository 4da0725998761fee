"""People's words inside our Markdown: shown exactly, never read as markup, controls made visible."""

from __future__ import annotations

import re

from sscb_tui.domain.text import shown

_ALWAYS = re.compile(r"[\\`*_\[\]<>#|~]")
"""Marks that could open markup anywhere in a line."""
_ENTITY = re.compile(r"&(?=[#A-Za-z])")
_LINK = re.compile(r":(?=//)|(?<=www)\.|@(?=\S)", re.IGNORECASE)
"""What readers other than ours turn into links by themselves."""
_BULLET = re.compile(r"^(?:[-+=]|:(?=-))")
_NUMBER = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")


def _line(text: str) -> str:
    """One line with every mark that could become markup escaped."""
    marked = _LINK.sub(r"\\\g<0>", _ENTITY.sub(r"\\&", _ALWAYS.sub(r"\\\g<0>", text)))
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\g<0>", marked))


def seen(text: str) -> str:
    """The words as a paper shows them: controls visible, line ends alike, no space that would indent or trail."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "\n".join(line.strip() for line in shown(plain).split("\n")).strip("\n")


def inline(text: str) -> str:
    """Words within a line; a line break becomes a space."""
    return _line(" ".join(seen(text).split("\n")).strip())


def cell(text: str) -> str:
    """Words within a table's cell, where a line break shows as a sign."""
    return _line(re.sub(r"\n+", " ↵ ", seen(text)))


def block(text: str) -> str:
    """Words as paragraphs: a blank line parts them, a line break stays one."""
    paragraphs = re.split(r"\n{2,}", seen(text))
    return "\n\n".join("\\\n".join(_line(line) for line in paragraph.split("\n")) for paragraph in paragraphs)
