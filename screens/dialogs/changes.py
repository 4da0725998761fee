"""A return that was sent again, beside the one before: every change word for word, and what it broke."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from textual.content import Content

from screens.words import day
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.services.views import AnswerChange, ReturnChanges

_WORDS = re.compile(r"\s+|[^\s]+")
GONE, NEW = "strike $text-error", "underline $text-success"


def change_words(found: ReturnChanges) -> Content:
    """All of it as one text: first what was quoted and no longer stands, then answer by answer."""
    head = Content.styled(
        f"Sent again on {day(found.received_at.date())}. [-taken out-] {{+put in+}}", "$foreground 60%"
    )
    parts = [head, *map(_broken, found.broken), *map(_answer, found.changes)]
    if not found.changes:
        parts.append(Content("No answer was changed."))
    return Content("\n\n").join(parts)


def _broken(pinned: tuple[str, str]) -> Content:
    question, words = pinned
    return Content.assemble(
        ("! Words changed since they were pinned", "bold $text-warning"),
        (f"  {shown_line(question.removeprefix('F4.'))}\n", "$foreground 60%"),
        f"“{shown(words)}”",
    )


def _answer(change: AnswerChange) -> Content:
    number = change.question.removeprefix("F4.")
    head = Content.assemble((f"{change.kind.upper()}  ", "bold"), (f"{number} {shown_line(change.label)}\n", "bold"))
    return head + Content("").join(_told(change.before, change.after))


def _told(before: str, after: str) -> Iterator[Content]:
    """Word for word: what was taken out and what was put in are bracketed as well as coloured."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Content.styled(shown("".join(old[i:j])), "$foreground 60%")
            continue
        if j > i:
            yield Content.styled(f"[-{shown(''.join(old[i:j]))}-]", GONE)
        if m > k:
            yield Content.styled(f"{{+{shown(''.join(new[k:m]))}+}}", NEW)
