"""Text without capitals, accents and invisible signs, and the way back from it to the text as written."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})


class _Folds(dict[str, str]):
    """Each sign's plain letters, worked out once."""

    def __missing__(self, sign: str) -> str:
        parted = unicodedata.normalize("NFKD", sign.casefold())
        plain = "".join(each for each in parted if not unicodedata.category(each).startswith(("M", "Cf")))
        self[sign] = plain
        return plain


_FOLDS = _Folds()


def plain(text: str) -> str:
    """The words as they are compared."""
    return "".join(map(_FOLDS.__getitem__, text.translate(_PLAIN)))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched; `starts` leads back to the text as written, where the two are not of one length."""

    text: str
    starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str) -> Folded:
        """The text folded; one without accents keeps its places."""
        alike = text.translate(_PLAIN)
        if alike.isascii():
            return cls(alike.lower())
        parts = list(map(_FOLDS.__getitem__, alike))
        return cls("".join(parts), (0, *accumulate(map(len, parts))))

    def place(self, at: int) -> int:
        """Where the sign at this place of the folded text stands in the text as written."""
        return bisect_right(self.starts, at) - 1 if self.starts else at

    def after(self, end: int) -> int:
        """The place in the text as written just behind the sign that ends here."""
        return self.place(end - 1) + 1 if end else 0
