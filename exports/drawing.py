"""A figure as a drawing (SVG): every bar has its label and its number, so that no colour is needed to read it.

Nothing in it runs, loads or links; the same figure always draws the same bytes.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as Tree
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sscb_tui.services.views.dashboard import Bar, Figure

SVG = "http://www.w3.org/2000/svg"
STYLE = (
    "text{font-family:sans-serif;font-size:15px;fill:#1a1a1a}"
    ".background{fill:#ffffff}.plot .background{fill:#ffffff}"
    ".reactive rect,rect.rect{fill:#2f5d8a;stroke:#10263c;stroke-width:1}"
    ".axis text{font-size:14px}.axis.y text{text-anchor:end}.axis.x text{text-anchor:middle}"
    ".axis.x text[transform]{text-anchor:start}"
    ".guide,.line{stroke:#b9b9b9;stroke-width:1;fill:none}"
    ".text-overlay text.value{font-weight:bold;fill:#1a1a1a}"
)
"""One look for all of them; a page that holds several says it once."""
_WIDTH, _ROW, _EDGE, _TALL = 900, 34, 90, 380
_LONGEST = 44
_SIZES = {"label_font_size": 14, "major_label_font_size": 14, "value_font_size": 15}
_DROPPED = ("script", "style", "defs", "desc", "title")
"""What the library adds for browsers that we do not want: nothing runs, and our own words say what it shows."""


def drawn(figure: Figure, *, alone: bool = False) -> str:
    """The figure; one that stands alone carries its own style."""
    root = Tree.fromstring(_chart(figure))  # noqa: S314 - drawn by us a moment ago, from text that was escaped
    for parent in tuple(root.iter()):
        for child in [each for each in parent if _is(each, *_DROPPED) or "tooltip" in each.get("class", "")]:
            if "reactive" not in child.get("class", ""):
                parent.remove(child)
        for name in ("style", "id", "onclick"):
            parent.attrib.pop(name, None)
    _told(root, figure, alone=alone)
    Tree.register_namespace("", SVG)
    return Tree.tostring(root, encoding="unicode") + "\n"


def _is(element: Tree.Element, *names: str) -> bool:
    return element.tag.rpartition("}")[2] in names


def _told(root: Tree.Element, figure: Figure, *, alone: bool) -> None:
    """Title and description for who cannot see it, and the style where nobody else gives it."""
    root.set("role", "img")
    root.set("aria-labelledby", f"{figure.name}-title {figure.name}-desc")
    title, told = Tree.Element(f"{{{SVG}}}title"), Tree.Element(f"{{{SVG}}}desc")
    title.set("id", f"{figure.name}-title")
    told.set("id", f"{figure.name}-desc")
    title.text, told.text = figure.title, described(figure.bars)
    root.insert(0, told)
    root.insert(0, title)
    if alone:
        style = Tree.Element(f"{{{SVG}}}style")
        style.text = STYLE
        root.insert(2, style)


def described(bars: Iterable[Bar]) -> str:
    """The figure in words: label and number of each bar."""
    return "; ".join(f"{shown_line(bar.label)}: {bar.count}" for bar in bars) + "."


def _chart(figure: Figure) -> str:
    """Months stand upright, side by side; everything else lies, so that its words have room."""
    pygal, style = _library()
    kind = pygal.Bar if figure.over_time else pygal.HorizontalBar
    height = _TALL if figure.over_time else _EDGE + _ROW * len(figure.bars)
    bars = figure.bars if figure.over_time else tuple(reversed(figure.bars))
    chart = kind(
        width=_WIDTH,
        height=height,
        style=style,
        js=(),
        css=(),
        no_prefix=True,
        disable_xml_declaration=True,
        show_legend=False,
        print_values=True,
        print_values_position="top",  # beside the bar: white in it would need a stroke that not every program draws
        print_zeroes=True,
        truncate_label=-1,
        x_label_rotation=45 if figure.over_time else 0,
        include_x_axis=True,
        show_x_labels=figure.over_time,
        show_y_labels=not figure.over_time,
        show_x_guides=False,
        show_y_guides=False,
        formatter=str,
        margin_left=20,
    )
    chart.x_labels = [_label(bar) for bar in bars]
    chart.add("", [bar.count for bar in bars])
    return str(chart.render(is_unicode=True))


@lru_cache(maxsize=1)
def _library() -> tuple[ModuleType, object]:
    """The library and our letter sizes, loaded with the first drawing.

    It brings a hook for every later import of the whole program, for plug-ins nobody here has; that is taken out again.
    """
    import pygal
    from pygal.style import Style

    sys.meta_path[:] = [each for each in sys.meta_path if type(each).__module__ != pygal.__name__]
    return pygal, Style(**_SIZES)


def _label(bar: Bar) -> str:
    label = shown_line(bar.label)
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"
