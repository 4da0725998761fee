"""Lines that make their caches when they first need one.

Textual gives each line of each widget seven caches at birth, and most lines are painted once and never asked again: for
a full screen that is two thirds of the time to paint it. These make each cache when it is first used. Where Textual's
line is no longer the one this was written after, it is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment
    from textual.strip import Strip

CACHES = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""Each cache of a line and how much it holds."""
_MADE_AT_BIRTH = {*CACHES, "_segments", "_cell_length", "_render_cache", "_link_ids", "_cell_count"}


def lighten_strips() -> None:
    """From now on lines are born without caches."""
    from textual.cache import FIFOCache
    from textual.strip import Strip

    if set(Strip.__slots__) != _MADE_AT_BIRTH or hasattr(Strip, "__getattr__"):
        return

    def born(strip: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        strip._segments = list(segments)
        strip._cell_length = cell_length
        strip._render_cache = strip._link_ids = strip._cell_count = None

    def missing(strip: Strip, name: str) -> FIFOCache[object, object]:
        if name not in CACHES:
            raise AttributeError(name)
        made: FIFOCache[object, object] = FIFOCache(CACHES[name])
        setattr(strip, name, made)
        return made

    Strip.__init__ = born  # type: ignore[method-assign, assignment]
    Strip.__getattr__ = missing  # type: ignore[attr-defined]
