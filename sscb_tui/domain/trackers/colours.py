"""The colour somebody else gave an action: reported beside ours, which is computed, and never set as ours."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from sscb_tui.domain.terms import Rag
from sscb_tui.domain.text import folded
from sscb_tui.domain.trackers.sheet import Cell

_WORDS = {
    "r": "red",
    "red": "red",
    "a": "amber",
    "amber": "amber",
    "y": "amber",
    "yellow": "amber",
    "orange": "amber",
    "o": "amber",
    "g": "green",
    "green": "green",
    "b": "blue",
    "blue": "blue",
    "grey": "grey",
    "gray": "grey",
    "white": "white",
    "w": "white",
    "black": "black",
    "purple": "purple",
}
_HUES = ((18, "red"), (70, "amber"), (170, "green"), (265, "blue"), (330, "purple"), (361, "red"))
"""Up to which degree of the colour wheel a fill counts as which colour; dark and pale alike."""
_PALE = 0.12
"""Less saturated than this is a shade of grey, not a colour."""


@dataclass(frozen=True, slots=True)
class Colour:
    """Their colour: the word for it, and how it was said where that is not the word itself."""

    name: str = ""
    said: str = ""

    def differs(self, ours: Rag) -> bool:
        """Whether theirs is a colour of ours and another one."""
        return self.name in {each.value for each in Rag} and self.name != ours.value


def colour_of(cell: Cell) -> Colour:
    """What a cell says by a word, a letter, or the fill behind it; of word and fill, the word."""
    text = " ".join(cell.text.split())
    plain = folded(text).strip(" .()[]-:")
    named = _WORDS.get(plain) or _WORDS.get(plain.partition(" ")[0] if len(plain.split()) < 4 else "")
    if named:
        return Colour(named, "" if plain == named else text)
    filled = _filled(cell.fill)
    if filled:
        return Colour(filled, text or "a filled cell")
    return Colour("", text)


def _filled(fill: str) -> str:
    """The nearest word for a fill; white, black and greys are the paper, not a colour."""
    if len(fill) != 6:
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALE or value < _PALE:
        return ""
    return next(name for most, name in _HUES if hue * 360 < most)
