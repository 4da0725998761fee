"""Words in a spreadsheet's cell: shown, never run, and given back as they were when the file returns."""

from __future__ import annotations

import re

from sscb_tui.domain.text import shown

_RUNS = "[=+\\-@＝＋－＠\n]"
"""What makes a spreadsheet run a cell, or begin it with an empty line, instead of showing it."""
_GUARD = re.compile(f"(?= *'*{_RUNS})")
_GUARDED = re.compile(f"'(?= *'*{_RUNS})")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""No XML file may hold these."""


def guarded(text: str) -> str:
    """The text for a cell: controls visible, and an apostrophe before what would run as a formula."""
    seen = _NO_CHARACTER.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", shown(text.replace("\r\n", "\n")))
    return f"'{seen}" if _GUARD.match(seen) else seen


def unguarded(text: str) -> str:
    """The words again, exactly as they were guarded."""
    return text[1:] if _GUARDED.match(text) else text
