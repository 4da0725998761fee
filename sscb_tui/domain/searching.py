"""What somebody looks for, and where it stands: words folded as lists fold them, each traced to the text as written.

Hits, their ranking and their marks must agree, so the index is given words that are cut here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from sscb_tui.domain.text import folded, folded_signs

Span = tuple[int, int]
"""From where to where something stands in a text as it was written."""
_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_SPACE, _BREAK = re.compile(r"\s+"), re.compile(r"\s*\n\s*")
_LONGEST = 400
"""Signs of a question beyond which nobody is asking any more."""
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """a about after all also an and any are as at be been before being between both but by can could did do does
        done each ensure every for from had has have how if in into is it its made make may more must need needs new
        no not of on one only or other others our out over own review same shall should so some such take taken than
        that the their them then there these they this those through to under until up use used was way well were
        what when where whether which while who will with within without would""",
    )
)
"""Words that say nothing about what a recommendation is about."""
_MEANT = 30
"""Words of a text that are enough to know what it is about."""


def words_in(text: str) -> list[str]:
    """The words of a text as the index holds them."""
    return _WORD.findall(folded(text))


@lru_cache(maxsize=512)
def _placed(text: str) -> tuple[tuple[str, Span], ...]:
    """The same words, each with its place in the text as written."""
    signs = folded_signs(text)
    starts = tuple(accumulate(map(len, signs), initial=0))
    owner = [at for at, sign in enumerate(signs) for _ in sign]
    plain = "".join(signs)
    found = ((each[0], each.start(), each.end()) for each in _WORD.finditer(plain))
    return tuple((word, (owner[start], _after(starts, owner[end - 1]))) for word, start, end in found)


def _after(starts: Sequence[int], last: int) -> int:
    """Just behind a sign and the accents that stand on it."""
    end = last + 1
    while end < len(starts) - 1 and starts[end + 1] == starts[end]:
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that stand side by side; the last may only have begun."""

    words: tuple[str, ...]
    begun: bool

    def spans(self, placed: Sequence[tuple[str, Span]]) -> Iterator[Span]:
        """Everywhere it stands among the words of a text."""
        size = len(self.words)
        for at in range(len(placed) - size + 1):
            if self._stands(placed, at):
                yield placed[at][1][0], placed[at + size - 1][1][1]

    def _stands(self, placed: Sequence[tuple[str, Span]], at: int) -> bool:
        *whole, last = self.words
        if any(placed[at + place][0] != word for place, word in enumerate(whole)):
            return False
        said = placed[at + len(whole)][0]
        return said.startswith(last) if self.begun else said == last


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything that is looked for: all of it must be there, in any order."""

    clauses: tuple[Clause, ...]

    def stands_in(self, *texts: str) -> bool:
        """Whether each of them stands in one of the texts at least."""
        placed = [_placed(text) for text in texts]
        return all(any(next(clause.spans(each), None) for each in placed) for clause in self.clauses)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where they stand in a text as it was written, in order and none over another."""
        placed = _placed(text)
        found = sorted(span for clause in self.clauses for span in clause.spans(placed))
        marked: list[Span] = []
        for start, end in found:
            if marked and start <= marked[-1][1]:
                marked[-1] = marked[-1][0], max(end, marked[-1][1])
            else:
                marked.append((start, end))
        return tuple(marked)


def wanted(question: str) -> Wanted:
    """What a question asks for: words that may only have begun, and between quotation marks words exactly so."""
    asked = _ASKED.findall(question[:_LONGEST].translate(_QUOTES))
    clauses = ((tuple(words_in(quoted or word)), not closed) for quoted, closed, word in asked)
    return Wanted(tuple(dict.fromkeys(Clause(words, begun) for words, begun in clauses if words)))


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})


def telling(text: str) -> tuple[str, ...]:
    """The words that say what a text is about, each once; of a long text those of its beginning."""
    words = dict.fromkeys(word for word in words_in(text) if len(word) > 2 and word not in _COMMON)
    return tuple(words)[:_MEANT]


# What is shown of a hit

_NEAR = 30
"""How far from where a text must be cut a gap between words is looked for."""
Part = tuple[str, bool]
"""Words, and whether they were looked for."""


def snippet(text: str, marks: Sequence[Span], longest: int) -> tuple[Part, ...]:
    """So much of a text that its first mark is seen, cut between words, on one line; an ellipsis for what is not."""
    first, last = _window(text, marks, longest)
    parts: list[Part] = [("…", False)] if first else []
    at = first
    for start, end in marks:
        if start >= last or end <= first:
            continue
        parts += [(text[at:start], False), (text[start : min(end, last)], True)]
        at = min(end, last)
    parts += [(text[at:last], False), ("…" if last < len(text) else "", False)]
    return tuple((_SPACE.sub(" ", _BREAK.sub(" · ", words)), hit) for words, hit in parts if words)


def _window(text: str, marks: Sequence[Span], longest: int) -> Span:
    """From where to where a text is shown: a third of the room goes before the first mark."""
    if len(text) <= longest:
        return 0, len(text)
    start = marks[0][0] if marks else 0
    first = _between(text, max(0, min(start - longest // 3, len(text) - longest)))
    first, last = min(first, start), first + longest
    if last < len(text):
        last = max(text.rfind(" ", last - _NEAR, last), last - _NEAR) if _parts_word(text, last) else last
    return first, min(len(text), max(last, marks[0][1] if marks else 0))


def _parts_word(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at].isspace()


def _between(text: str, at: int) -> int:
    """The beginning of the next word, if there is one near."""
    if at == 0 or text[at - 1].isspace():
        return at
    found = re.compile(r"\s\S").search(text, at, at + _NEAR)
    return found.start() + 1 if found else at
