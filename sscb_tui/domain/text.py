"""People's own words made safe to look at and easy to find: control characters visible, accents folded.

What is stored is never changed; these functions are for the moment of showing and of searching.
"""

from __future__ import annotations

import re
import unicodedata

_NAMES = {
    0x00AD: "SHY",
    0x034F: "CGJ",
    0x061C: "ALM",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LS",
    0x2029: "PS",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
"""What the Unicode charts call the invisible characters people are likeliest to paste."""

# Every control (Cc), format (Cf), separator (Zl, Zp) and surrogate (Cs) character, and the letters that draw nothing.
# Written out, since scanning the character tables at start would cost more than the first frame.
_UNSEEN = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U000110bd"
    "\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_HIDDEN_OR_BREAK = re.compile(f"[\n{_UNSEEN}]")
_STYLE_ONLY = re.compile("[\ufe00-\ufe0f]")
"""Variation selectors choose between two pictures of one sign; terminals disagree on their width."""


def shown(text: str) -> str:
    """The text with every control, bidirectional and zero-width character made visible; line breaks stay."""
    return _HIDDEN.sub(_mark, _STYLE_ONLY.sub("", text))


def shown_line(text: str) -> str:
    """The same on one line, for a list's cell or a title: a line break shows as ↵."""
    return _HIDDEN_OR_BREAK.sub(_mark, _STYLE_ONLY.sub("", text))


def _mark(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x0A:
        return "↵"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"⟨{_NAMES.get(code, f'U+{code:04X}')}⟩"


_ALONE = str.maketrans(
    dict(
        zip(
            "łøđðħŧıĸɨƶæœþŋƀɓɖɗƒɠɲƙƥʈƭʋƴɛɔə",
            (*"loddhtikiz", "ae", "oe", "th", "ng", *"bbddfgnkpttvyeoe"),
            strict=True,
        )
    )
)
"""Letters whose stroke, bar or hook is no accent to Unicode, and what is typed for them."""


class _Folds(dict[str, str]):
    """What each letter is compared as, worked out once."""

    def __missing__(self, sign: str) -> str:
        parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign.casefold()).casefold())
        plain = "".join(each for each in parted if not unicodedata.combining(each)).translate(_ALONE)
        self[sign] = plain
        return plain


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text as searching compares it: no capitals, no accents, so that "zoe" finds Zoë and "lukasz" Łukasz."""
    return text.lower() if text.isascii() else "".join(map(_FOLDS.__getitem__, text))


def folded_signs(text: str) -> list[str]:
    """The same sign by sign: what each sign of the text is compared as, which may be none or several letters."""
    return list(text.lower()) if text.isascii() else list(map(_FOLDS.__getitem__, text))
