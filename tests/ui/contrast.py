"""How well words stand out from what they lie on, as WCAG reckons it."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment

THEMES = ("textual-dark", "textual-light", "high-contrast")
READABLE = 3.0
"""For letters as large as a terminal's."""


def contrast(segment: Segment) -> float:
    """The contrast of a stretch of words; signs beside words that say the same are not reckoned."""
    style = segment.style
    if not any(map(str.isalnum, segment.text)) or style is None or style.color is None or style.bgcolor is None:
        return 21.0
    dark, light = sorted((_brightness(style.color), _brightness(style.bgcolor)))
    return (light + 0.05) / (dark + 0.05)


def _brightness(colour: Color) -> float:
    """How bright a colour is to the eye."""
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
